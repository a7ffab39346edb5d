#include "core/desk/measures/signaturebook.h"

#include "core/base/canonicaljson.h"
#include "core/desk/dealday.h"
#include "core/engines/crypto/signing.h"
#include "core/store/store.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

const QStringList signedFields {u"kind"_s, u"subject"_s, u"measure"_s, u"check_id"_s, u"phase"_s, u"deal_function"_s, u"decision"_s,
    u"account"_s, u"person"_s, u"evidence"_s, u"seen_hash"_s, u"note"_s};

} // namespace

QJsonObject SignatureBook::payload(const Record &signature)
{
    QJsonObject object {{u"schema"_s, u"dealward.signature/1"_s}, {u"signed_at"_s, signature.integer(u"signed_at"_s)}};
    for (const QString &field : signedFields) {
        if (!signature.text(field).isEmpty())
            object.insert(field, signature.text(field));
    }
    return object;
}

Result<RecordId> SignatureBook::add(WriteTx &tx, const SignedMatter &matter)
{
    DW_ASSIGN(const DealDay day, dealDay(tx));
    Record record;
    record.values = {{u"kind"_s, matter.kind}, {u"subject"_s, matter.subject}, {u"measure"_s, matter.measure},
        {u"check_id"_s, matter.checkId}, {u"phase"_s, matter.phase}, {u"deal_function"_s, matter.function},
        {u"decision"_s, matter.decision}, {u"account"_s, tx.actor().id.toString()}, {u"person"_s, matter.person.toString()},
        {u"evidence"_s, matter.evidence.toString()}, {u"seen_hash"_s, QString::fromLatin1(matter.seenHash.toHex())},
        {u"note"_s, matter.note.trimmed()}, {u"signed_at"_s, tx.now()},
        {u"signed_on"_s, day.dayOf(tx.now()).toString(Qt::ISODate)}};
    const QByteArray signature = tx.store().sign(canonicalJson(payload(record)));
    record.values.insert(u"signature_value"_s, QString::fromLatin1(signature.toHex()));
    return tx.records().insert(u"signature"_s, record.values);
}

Result<> SignatureBook::verify(const ReadTx &tx, const RecordId &id)
{
    DW_ASSIGN(const Record record, tx.records().get(u"signature"_s, id));
    const AccountId account = AccountId::fromText(record.text(u"account"_s));
    const QByteArray keys = tx.store().publicKeyOf(account); // one after another: an account that got new keys has several
    const QByteArray value = QByteArray::fromHex(record.text(u"signature_value"_s).toLatin1());
    const QByteArray message = canonicalJson(payload(record));
    for (qsizetype at = 0; at + signingPublicKeySize <= keys.size(); at += signingPublicKeySize) {
        if (dw::verifySignature(keys.mid(at, signingPublicKeySize), message, value))
            return {};
    }
    return fail(ErrorCode::VerificationFailed, u"signature.invalid"_s, {id.toString()});
}

Result<> SignatureBook::withdraw(WriteTx &tx, const RecordId &id, const QString &reason)
{
    DW_ASSIGN(const Record record, tx.records().get(u"signature"_s, id));
    if (record.state != u"in_force")
        return fail(ErrorCode::Conflict, u"signature.withdrawn_already"_s, {id.toString()});
    return tx.records().setState(u"signature"_s, id, u"withdrawn"_s,
        {{u"withdrawn_at"_s, tx.now()}, {u"withdrawn_by"_s, tx.actor().id.toString()}, {u"withdraw_reason"_s, reason}});
}

} // namespace dw
