#pragma once

#include "core/base/result.h"

#include <QHashFunctions>
#include <QString>
#include <QUuid>

namespace dw {

/// A new UUIDv7 (RFC 9562): 48 bits of UTC milliseconds, then random bits; sorts by time of creation.
QUuid createUuidV7();

/// The same for a given instant (milliseconds since 1970); the rest stays random.
QUuid createUuidV7(qint64 unixMs);

/// A UUID that cannot be mistaken for another entity's UUID.
template <typename Tag>
class Id
{
public:
    Id() = default; ///< The null id: "not stored yet".

    static Id create() { return Id(createUuidV7()); }

    static Result<Id> parse(QStringView text)
    {
        const QUuid uuid = QUuid::fromString(text);
        if (uuid.isNull())
            return fail(ErrorCode::InvalidInput, QStringLiteral("id.malformed"), {text.toString().left(60)});
        return Id(uuid);
    }

    /// The id a trusted text holds (our own tables); null when it is empty or no id.
    static Id fromText(QStringView text) { return Id(QUuid::fromString(text)); }

    /// The same row seen as another kind: a record of register "person" is a Person.
    template <typename Other>
    Id<Other> as() const
    {
        return Id<Other>::fromText(toString());
    }

    bool isNull() const { return m_uuid.isNull(); }
    QString toString() const { return m_uuid.isNull() ? QString() : m_uuid.toString(QUuid::WithoutBraces); }

    bool operator==(const Id &) const = default;
    friend bool operator<(const Id &a, const Id &b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    explicit Id(const QUuid &uuid)
        : m_uuid(uuid)
    {
    }

    QUuid m_uuid;
};

} // namespace dw
