#include "core/store/rowhash.h"

#include "core/base/canonicaljson.h"
#include "core/engines/crypto/hash.h"
#include "core/store/connection.h"

#include <QJsonObject>

namespace dw {

using namespace Qt::StringLiterals;

Result<QByteArray> rowHash(Connection &db, const QString &table, const RecordId &id)
{
    DW_ASSIGN(const auto rows, db.rows(u"SELECT * FROM \"%1\" WHERE id = :id"_s.arg(table), {{u":id"_s, id.toString()}}));
    if (rows.isEmpty())
        return QByteArray();
    QJsonObject row;
    for (auto it = rows.first().cbegin(); it != rows.first().cend(); ++it) {
        if (!it->isNull())
            row.insert(it.key(), it->typeId() == QMetaType::QByteArray ? QJsonValue(QString::fromLatin1(it->toByteArray().toHex())) : it->toJsonValue());
    }
    return sha256(canonicalJson(QJsonObject {{u"table"_s, table}, {u"row"_s, row}}));
}

} // namespace dw
