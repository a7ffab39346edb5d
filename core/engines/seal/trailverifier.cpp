#include "core/engines/seal/trailverifier.h"

#include "core/base/canonicaljson.h"
#include "core/engines/crypto/hash.h"
#include "core/engines/crypto/merkle.h"
#include "core/engines/crypto/signing.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr qsizetype maxProblems = 100;

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray bytesOf(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

class Verification
{
public:
    TrailCheckResult run(const QByteArray &lines)
    {
        const QList<QByteArray> all = lines.split('\n');
        if (!lines.endsWith('\n') || !readHeader(all.first()))
            problem("trail.format");
        for (qsizetype i = 1; i + 1 < all.size() && m_result.problems.size() < maxProblems; ++i)
            readEntry(all.at(i));
        finish();
        return m_result;
    }

private:
    void problem(const char *reason, qint64 seq = 0)
    {
        if (m_result.problems.size() < maxProblems)
            m_result.problems.append({QString::fromLatin1(reason), seq});
    }

    bool readHeader(const QByteArray &line)
    {
        m_header = QJsonDocument::fromJson(line).object();
        m_result.vault = m_header.value("vault"_L1).toString();
        if (m_header.value("format"_L1).toString() != "dealward.trail/1"_L1 || canonicalJson(m_header) != line)
            return false;
        QJsonObject signedPart = m_header;
        signedPart.remove("signature"_L1);
        if (!isSigned(keysOf(m_header.value("signer"_L1).toString()), canonicalJson(signedPart), bytesOf(m_header.value("signature"_L1))))
            problem("trail.header_signature");
        return true;
    }

    QByteArray keysOf(const QString &account) const
    {
        return bytesOf(m_header.value("accounts"_L1).toObject().value(account));
    }

    void readEntry(const QByteArray &line)
    {
        const QJsonObject outer = QJsonDocument::fromJson(line).object();
        const QJsonObject entry = outer.value("entry"_L1).toObject();
        const qint64 seq = entry.value("seq"_L1).toInteger();
        if (outer.size() != 3 || entry.isEmpty() || canonicalJson(outer) != line)
            return problem("trail.format", m_result.entries + 1);
        if (seq != m_result.entries + 1)
            problem("trail.gap", seq);
        const QByteArray hash = sha256(canonicalJson(entry));
        if (bytesOf(outer.value("hash"_L1)) != hash)
            problem("trail.hash", seq);
        if (bytesOf(entry.value("previous"_L1)) != m_previous)
            problem("trail.chain", seq);
        const QByteArray key = keysOf(entry.value("actor"_L1).toString());
        if (key.isEmpty() || key.size() % signingPublicKeySize != 0)
            problem("trail.unknown_actor", seq);
        else if (!isSigned(key, hash, bytesOf(outer.value("signature"_L1))))
            problem("trail.signature", seq);
        const qint64 at = entry.value("at"_L1).toInteger();
        if (at < m_result.lastAt)
            problem("trail.clock_back", seq);
        if (m_leaves.isEmpty())
            m_result.firstAt = at;
        m_result.lastAt = at;
        m_previous = hash;
        m_leaves << hash;
        ++m_result.entries;
    }

    /// An account that was recovered signed with another key before: all of them are listed, one behind the other.
    static bool isSigned(const QByteArray &keys, const QByteArray &message, const QByteArray &signature)
    {
        for (qsizetype i = 0; i < keys.size(); i += signingPublicKeySize) {
            if (verifySignature(keys.mid(i, signingPublicKeySize), message, signature))
                return true;
        }
        return false;
    }

    void finish()
    {
        if (m_leaves.isEmpty())
            return problem("trail.empty");
        m_result.head = hex(m_previous);
        m_result.merkleRoot = hex(merkleRoot(m_leaves));
        const QJsonObject head = m_header.value("head"_L1).toObject();
        if (head.value("hash"_L1).toString() != m_result.head
            || head.value("merkle_root"_L1).toString() != m_result.merkleRoot
            || head.value("seq"_L1).toInteger() != m_result.entries)
            problem("trail.head");
    }

    TrailCheckResult m_result;
    QJsonObject m_header;
    QByteArray m_previous = QByteArray(32, '\0');
    QList<QByteArray> m_leaves;
};

} // namespace

TrailCheckResult verifyTrailExport(const QByteArray &lines)
{
    return Verification().run(lines);
}

QByteArray trailExportHeader(const QString &vault, const QJsonObject &accounts, const QJsonObject &head,
    const QString &signer, const std::function<QByteArray(const QByteArray &)> &sign)
{
    QJsonObject header {{u"accounts"_s, accounts}, {u"format"_s, u"dealward.trail/1"_s}, {u"head"_s, head},
        {u"signer"_s, signer}, {u"vault"_s, vault}};
    header.insert(u"signature"_s, hex(sign(canonicalJson(header))));
    return QByteArray(canonicalJson(header) + '\n');
}

QByteArray trailExportLine(const QJsonObject &entry, const QByteArray &hash, const QByteArray &signature)
{
    return QByteArray(canonicalJson(QJsonObject {
               {u"entry"_s, entry}, {u"hash"_s, hex(hash)}, {u"signature"_s, hex(signature)}})
        + '\n');
}

} // namespace dw
