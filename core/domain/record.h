#pragma once

#include "core/domain/ids.h"

#include <QDateTime>
#include <QSet>
#include <QVariantMap>

namespace dw {

/// One row of a register. Values by field name, typed as FieldType says: QString, qint64, double, bool,
/// QStringList for lists; an absent or null value means "not filled".
struct Record {
    QString registerId;
    RecordId id;
    QVariantMap values;
    QString state; ///< Empty where the register has no states.
    int version = 0; ///< Grows by one with every change; 1 when added.
    qint64 createdAt = 0; ///< UTC milliseconds.
    AccountId createdBy;
    qint64 updatedAt = 0;
    AccountId updatedBy;
    qint64 voidedAt = 0; ///< 0 = in force.
    QString voidReason;
    QSet<QString> withheld; ///< Fields kept at a level this session is not cleared for.

    QVariant value(const QString &field) const { return values.value(field); }
    QString text(const QString &field) const { return values.value(field).toString(); }
    qint64 integer(const QString &field) const { return values.value(field).toLongLong(); }
    bool flag(const QString &field) const { return values.value(field).toBool(); }
    QStringList list(const QString &field) const { return values.value(field).toStringList(); }
    bool isVoided() const { return voidedAt != 0; }
};

/// One change of a record, newest first in a history.
struct RecordChange {
    int version = 0;
    qint64 at = 0; ///< UTC milliseconds.
    AccountId by;
    QString action; ///< e.g. "record.set", "nda.activate".
    QString note;
    qint64 auditSeq = 0;
    QVariantMap before; ///< Changed fields only; sealed ones are named with a null value.
    QVariantMap after;
};

} // namespace dw
