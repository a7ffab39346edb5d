#include "core/store/accountcard.h"

#include "core/base/canonicaljson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray fromBase64(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

} // namespace

QByteArray AccountCard::toBytes() const
{
    QJsonArray former;
    for (const QByteArray &key : formerSigningKeys)
        former.append(base64(key));
    return canonicalJson(QJsonObject {{u"id"_s, id.toString()}, {u"name"_s, name}, {u"role"_s, roleId(role)},
        {u"clearance"_s, clearance}, {u"status"_s, status == Status::Active ? u"active"_s : u"revoked"_s},
        {u"valid_until"_s, validUntil}, {u"person"_s, person.toString()}, {u"exchange_key"_s, base64(exchangeKey)},
        {u"signing_key"_s, base64(signingKey)}, {u"former_signing_keys"_s, former},
        {u"certificate"_s, base64(certificate)}, {u"serial"_s, serial}, {u"blind"_s, base64(blind)}});
}

Result<AccountCard> AccountCard::parse(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    AccountCard card;
    card.id = AccountId::fromText(json[u"id"_s].toString());
    card.name = json[u"name"_s].toString();
    card.clearance = json[u"clearance"_s].toInt();
    card.status = json[u"status"_s].toString() == "active"_L1 ? Status::Active : Status::Revoked;
    card.validUntil = json[u"valid_until"_s].toInteger();
    card.person = PersonId::fromText(json[u"person"_s].toString());
    card.exchangeKey = fromBase64(json[u"exchange_key"_s]);
    card.signingKey = fromBase64(json[u"signing_key"_s]);
    for (const QJsonValue &key : json[u"former_signing_keys"_s].toArray())
        card.formerSigningKeys.append(fromBase64(key));
    card.certificate = fromBase64(json[u"certificate"_s]);
    card.serial = json[u"serial"_s].toInteger();
    card.blind = fromBase64(json[u"blind"_s]);
    const bool isWhole = roleFromId(json[u"role"_s].toString(), &card.role) && !card.id.isNull() && !card.name.isEmpty()
        && card.clearance >= 2 && card.clearance <= 4 && card.exchangeKey.size() == 32 && card.signingKey.size() == 32;
    if (!isWhole || card.toBytes() != bytes)
        return fail(ErrorCode::Corrupt, u"vault.slots_damaged"_s, {}, u"account card"_s);
    return card;
}

QByteArray AccountCard::signingKeys() const
{
    QByteArray keys = signingKey;
    for (const QByteArray &key : formerSigningKeys)
        keys += key;
    return keys;
}

QString normalisedAccountName(const QString &name)
{
    return name.normalized(QString::NormalizationForm_KC).simplified().toCaseFolded();
}

} // namespace dw
