#include "core/engines/crypto/timestamp.h"

#include "core/engines/crypto/hash.h"

#include <openssl/err.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

#include <QDateTime>

#include <memory>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

template <auto Free>
struct Freed {
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using RequestPtr = std::unique_ptr<TS_REQ, Freed<TS_REQ_free>>;
using ResponsePtr = std::unique_ptr<TS_RESP, Freed<TS_RESP_free>>;
using ContextPtr = std::unique_ptr<TS_VERIFY_CTX, Freed<TS_VERIFY_CTX_free>>;
using ImprintPtr = std::unique_ptr<TS_MSG_IMPRINT, Freed<TS_MSG_IMPRINT_free>>;
using AlgorithmPtr = std::unique_ptr<X509_ALGOR, Freed<X509_ALGOR_free>>;

constexpr qsizetype maxReply = 1024 * 1024;

tl::unexpected<Error> refuse(const char *reason)
{
    ERR_clear_error();
    return fail(ErrorCode::VerificationFailed, QString::fromLatin1(reason));
}

QString nameOf(X509 *certificate)
{
    for (const int field : {NID_commonName, NID_organizationName}) {
        X509_NAME *subject = X509_get_subject_name(certificate);
        const int at = X509_NAME_get_index_by_NID(subject, field, -1);
        unsigned char *text = nullptr;
        const int size = at < 0 ? -1 : ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
        const QString name = size < 0 ? QString() : QString::fromUtf8(reinterpret_cast<const char *>(text), size);
        OPENSSL_free(text);
        if (!name.isEmpty())
            return name;
    }
    return {};
}

QByteArray derOf(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate, &der);
    const QByteArray bytes(reinterpret_cast<const char *>(der), std::max(size, 0));
    OPENSSL_free(der);
    return bytes;
}

qint64 timeOf(const ASN1_GENERALIZEDTIME *time)
{
    tm parts {};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return 0;
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday), QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC)
        .toMSecsSinceEpoch();
}

QString serialOf(TS_TST_INFO *info)
{
    const ASN1_INTEGER *serial = TS_TST_INFO_get_serial(info);
    return serial == nullptr ? QString()
                             : QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(serial)),
                                   ASN1_STRING_length(serial)).toHex());
}

/// The signature must hold and the certificates inside must lead from the signer upward; the last one is taken as
/// it is, and times are not judged: a reply outlives its authority's certificate.
bool isSigned(TS_RESP *response, const QByteArray &sha256)
{
    PKCS7 *token = TS_RESP_get_token(response);
    X509_STORE *store = X509_STORE_new();
    const ContextPtr context(TS_VERIFY_CTX_new());
    if (token == nullptr || store == nullptr || !context || !PKCS7_type_is_signed(token))
        return false;
    const STACK_OF(X509) *inside = token->d.sign->cert;
    for (int i = 0; inside != nullptr && i < sk_X509_num(inside); ++i)
        X509_STORE_add_cert(store, sk_X509_value(inside, i));
    X509_STORE_set_flags(store, X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_NO_CHECK_TIME);
    X509_STORE_set_purpose(store, X509_PURPOSE_TIMESTAMP_SIGN);
    auto *imprint = static_cast<unsigned char *>(OPENSSL_memdup(sha256.constData(), size_t(sha256.size())));
    TS_VERIFY_CTX_set_store(context.get(), store); // Takes it.
    TS_VERIFY_CTX_set_imprint(context.get(), imprint, static_cast<long>(sha256.size())); // Takes it.
    TS_VERIFY_CTX_set_flags(context.get(), TS_VFY_SIGNATURE | TS_VFY_VERSION | TS_VFY_IMPRINT);
    return TS_RESP_verify_response(context.get(), response) == 1;
}

} // namespace

Result<QByteArray> timestampRequest(const QByteArray &sha256)
{
    const RequestPtr request(TS_REQ_new());
    const ImprintPtr imprint(TS_MSG_IMPRINT_new());
    const AlgorithmPtr algorithm(X509_ALGOR_new());
    if (!request || !imprint || !algorithm || sha256.size() != 32)
        return fail(ErrorCode::Internal, u"timestamp.request"_s);
    X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
    QByteArray hash = sha256;
    TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get());
    TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char *>(hash.data()), int(hash.size()));
    TS_REQ_set_version(request.get(), 1);
    TS_REQ_set_msg_imprint(request.get(), imprint.get());
    TS_REQ_set_cert_req(request.get(), 1);
    unsigned char *der = nullptr;
    const int size = i2d_TS_REQ(request.get(), &der);
    const QByteArray bytes(reinterpret_cast<const char *>(der), std::max(size, 0));
    OPENSSL_free(der);
    ERR_clear_error();
    if (bytes.isEmpty())
        return fail(ErrorCode::Internal, u"timestamp.request"_s);
    return bytes;
}

Result<Timestamp> readTimestamp(const QByteArray &reply, const QByteArray &sha256)
{
    const auto *data = reinterpret_cast<const unsigned char *>(reply.constData());
    const auto *end = data + reply.size();
    if (reply.isEmpty() || reply.size() > maxReply)
        return refuse("timestamp.malformed");
    const ResponsePtr response(d2i_TS_RESP(nullptr, &data, static_cast<long>(reply.size())));
    if (!response || data != end)
        return refuse("timestamp.malformed");
    const ASN1_INTEGER *status = TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(response.get()));
    const long granted = ASN1_INTEGER_get(status);
    if (granted != TS_STATUS_GRANTED && granted != TS_STATUS_GRANTED_WITH_MODS)
        return refuse("timestamp.refused");
    TS_TST_INFO *info = TS_RESP_get_tst_info(response.get());
    TS_MSG_IMPRINT *imprint = info == nullptr ? nullptr : TS_TST_INFO_get_msg_imprint(info);
    if (imprint == nullptr)
        return refuse("timestamp.malformed");
    const ASN1_OBJECT *algorithm = nullptr;
    X509_ALGOR_get0(&algorithm, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
    const ASN1_OCTET_STRING *hash = TS_MSG_IMPRINT_get_msg(imprint);
    if (OBJ_obj2nid(algorithm) != NID_sha256 || hash == nullptr
        || QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(hash)), ASN1_STRING_length(hash)) != sha256)
        return refuse("timestamp.other_file");
    if (!isSigned(response.get(), sha256))
        return refuse("timestamp.signature");
    STACK_OF(X509) *signers = PKCS7_get0_signers(TS_RESP_get_token(response.get()), nullptr, 0);
    Timestamp out;
    if (signers != nullptr && sk_X509_num(signers) == 1) {
        out.authority = nameOf(sk_X509_value(signers, 0));
        out.fingerprint = QString::fromLatin1(dw::sha256(derOf(sk_X509_value(signers, 0))).toHex());
    }
    sk_X509_free(signers);
    out.at = timeOf(TS_TST_INFO_get_time(info));
    out.serial = serialOf(info);
    ERR_clear_error();
    if (out.fingerprint.isEmpty() || out.at <= 0)
        return refuse("timestamp.malformed");
    return out;
}

} // namespace dw
