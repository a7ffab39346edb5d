#include "core/store/devicestate.h"

#include "core/base/canonicaljson.h"
#include "core/engines/crypto/hash.h"
#include "core/store/vaultfile.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fileLimit = 4096;

} // namespace

DeviceState::DeviceState(QString directory, const VaultId &vault)
    : m_directory(std::move(directory))
    , m_vault(vault)
{
}

QString DeviceState::defaultDirectory()
{
    const QString base = qEnvironmentVariable("XDG_STATE_HOME");
    return (base.isEmpty() ? QDir::homePath() + u"/.local/state"_s : base) + u"/dealward"_s;
}

QString DeviceState::file() const
{
    const QByteArray text = "dealward device state " + m_vault.toString().toLatin1();
    const QByteArray name = sha256(text).first(16).toHex();
    return m_directory + u"/heads/"_s + QString::fromLatin1(name);
}

Result<QString> DeviceState::deviceId() const
{
    const QString path = m_directory + u"/device"_s;
    if (const auto present = readWholeFile(path, fileLimit)) {
        const QUuid id = QUuid::fromString(QString::fromLatin1(*present).trimmed());
        if (!id.isNull())
            return id.toString(QUuid::WithoutBraces);
    }
    if (!QDir().mkpath(m_directory))
        return fail(ErrorCode::Io, u"file.write"_s, {u"device"_s});
    const QString id = createUuidV7().toString(QUuid::WithoutBraces);
    DW_TRY(replaceFile(path, id.toLatin1()));
    return id;
}

Result<std::optional<DeviceState::Seen>> DeviceState::seen(const SecretBytes &macKey) const
{
    const auto bytes = readWholeFile(file(), fileLimit);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return std::nullopt;
    if (!bytes)
        return failed(bytes);
    const auto tampered = [] { return fail(ErrorCode::Corrupt, u"device.tampered"_s); };
    if (bytes->size() <= 32 || !constantTimeEquals(hmacSha256(macKey, bytes->chopped(32)), bytes->last(32)))
        return tampered();
    const QJsonObject json = QJsonDocument::fromJson(bytes->chopped(32)).object();
    if (json[u"vault"_s].toString() != m_vault.toString())
        return tampered();
    Seen state;
    state.seq = json[u"seq"_s].toInteger();
    state.hash = QByteArray::fromHex(json[u"hash"_s].toString().toLatin1());
    state.slotsSequence = json[u"slots"_s].toString().toULongLong();
    state.at = json[u"at"_s].toInteger();
    return state;
}

Result<> DeviceState::remember(const Seen &state, const SecretBytes &macKey) const
{
    const QByteArray json = canonicalJson(QJsonObject {{u"vault"_s, m_vault.toString()}, {u"seq"_s, state.seq},
        {u"hash"_s, QString::fromLatin1(state.hash.toHex())}, {u"slots"_s, QString::number(state.slotsSequence)},
        {u"at"_s, state.at}});
    if (!QDir().mkpath(m_directory + u"/heads"_s))
        return fail(ErrorCode::Io, u"file.write"_s, {u"heads"_s});
    return replaceFile(file(), json + hmacSha256(macKey, json));
}

} // namespace dw
