#include "ui/models/trailreader.h"

#include "core/store/store.h"

#include <QJsonDocument>

namespace dw {

using namespace Qt::StringLiterals;

Result<QList<TrailEntry>> readTrail(const Store &store, int limit)
{
    return store.read([limit](const ReadTx &tx) -> Result<QList<TrailEntry>> {
        DW_ASSIGN(const QList<Row> rows,
            tx.query(u"SELECT seq, at, entry, hash FROM (SELECT * FROM audit ORDER BY seq DESC LIMIT :limit) ORDER BY seq"_s,
                {{u":limit"_s, limit}}));
        QList<TrailEntry> entries;
        entries.reserve(rows.size());
        for (const Row &row : rows) {
            const QJsonObject json = QJsonDocument::fromJson(row.value(u"entry"_s).toString().toUtf8()).object();
            TrailEntry entry;
            entry.seq = row.value(u"seq"_s).toLongLong();
            entry.at = row.value(u"at"_s).toLongLong();
            entry.hash = row.value(u"hash"_s).toByteArray();
            entry.actorName = json.value("actor_name"_L1).toString();
            entry.role = json.value("role"_L1).toString();
            entry.name = json.value("name"_L1).toString();
            entry.objectRegister = json.value("register"_L1).toString();
            entry.objectId = json.value("object"_L1).toString();
            entry.note = json.value("note"_L1).toString();
            entries.append(entry);
        }
        return entries;
    });
}

} // namespace dw
