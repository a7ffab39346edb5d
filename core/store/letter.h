#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QList>
#include <QVariantMap>

namespace dw {

class Connection;

/// Rows for one content table of a level, written by somebody who holds no key for that level: what lies sealed
/// in the table `inbox` of store.db until a cleared account files it.
struct Letter {
    QString table; ///< One of the content tables that may be written from below, see isTable().
    QStringList columns;
    QList<QVariantList> rows;

    /// Padded so that its size tells little: a multiple of 4 KiB.
    QByteArray toBytes() const;
    /// Corrupt "inbox.damaged" for anything toBytes() cannot have made.
    static Result<Letter> parse(QByteArrayView bytes);

    static bool isTable(const QString &table);

    /// Writes the rows into the level's own file. Values of sealed fields replace older ones and never newer ones;
    /// all other rows are new: one that is there already is an error. `action` stands in the column of that name.
    Result<> file(Connection &db, const ActionId &action) const;

    /// What a letter is bound to when it is sealed: its own id and the action that wrote it.
    static QByteArray purpose(const RecordId &id, const QString &action);
};

} // namespace dw
