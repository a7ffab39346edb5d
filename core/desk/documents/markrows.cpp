#include "core/desk/documents/markrows.h"

#include "core/store/connection.h"

#include <algorithm>

namespace dw::markrows {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fewIds = 50; // more are found sooner by reading all

MarkState stateOf(const QString &name)
{
    for (const MarkState state : {MarkState::Proposed, MarkState::Rejected}) {
        if (nameOf(state) == name)
            return state;
    }
    return MarkState::Accepted;
}

StoredMark markOf(const QVariantMap &row)
{
    const auto number = [&](const QString &name) { return row.value(name).toDouble(); };
    StoredMark mark;
    mark.id = MarkId::fromText(row.value(u"id"_s).toString());
    mark.page = row.value(u"page"_s).toInt();
    mark.area = QRectF(QPointF(number(u"x0"_s), number(u"y0"_s)), QPointF(number(u"x1"_s), number(u"y1"_s)));
    mark.reason = row.value(u"reason"_s).toString();
    mark.word = row.value(u"word"_s).toString();
    mark.scope = row.value(u"scope"_s).toString() == u"everywhere"_s ? MarkScope::Everywhere : MarkScope::Place;
    mark.state = stateOf(row.value(u"state"_s).toString());
    mark.note = row.value(u"note"_s).toString();
    mark.madeBy = AccountId::fromText(row.value(u"made_by"_s).toString());
    mark.madeAt = row.value(u"made_at"_s).toLongLong();
    return mark;
}

QVariant textOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

} // namespace

Result<QList<StoredMark>> list(Connection &db, const VersionId &version)
{
    DW_ASSIGN(const auto rows, db.rows(u"SELECT * FROM mark WHERE version = :v ORDER BY page, y1 DESC, x0, id"_s, {{u":v"_s, version.toString()}}));
    QList<StoredMark> marks;
    marks.reserve(rows.size());
    std::transform(rows.begin(), rows.end(), std::back_inserter(marks), markOf);
    return marks;
}

Result<QHash<MarkId, StoredMark>> some(Connection &db, const VersionId &version, const QSet<MarkId> &ids)
{
    QHash<MarkId, StoredMark> found;
    if (ids.size() > fewIds) {
        DW_ASSIGN(const QList<StoredMark> all, list(db, version));
        for (const StoredMark &mark : all) {
            if (ids.contains(mark.id))
                found.insert(mark.id, mark);
        }
        return found;
    }
    for (const MarkId &id : ids) {
        DW_ASSIGN(const auto rows, db.rows(u"SELECT * FROM mark WHERE id = :id AND version = :v"_s, {{u":id"_s, id.toString()}, {u":v"_s, version.toString()}}));
        if (!rows.isEmpty())
            found.insert(id, markOf(rows.first()));
    }
    return found;
}

Result<> put(Connection &db, const VersionId &version, const StoredMark &mark)
{
    return db.run(u"INSERT OR REPLACE INTO mark (id, version, page, x0, y0, x1, y1, reason, word, scope, state, note, made_by, made_at) "
                  "VALUES (:id, :version, :page, :x0, :y0, :x1, :y1, :reason, :word, :scope, :state, :note, :by, :at)"_s,
        {{u":id"_s, mark.id.toString()}, {u":version"_s, version.toString()}, {u":page"_s, mark.page}, {u":x0"_s, mark.area.left()},
            {u":y0"_s, mark.area.top()}, {u":x1"_s, mark.area.right()}, {u":y1"_s, mark.area.bottom()}, {u":reason"_s, mark.reason},
            {u":word"_s, textOrNull(mark.word)},
            {u":scope"_s, mark.scope == MarkScope::Everywhere ? u"everywhere"_s : u"place"_s}, {u":state"_s, nameOf(mark.state)},
            {u":note"_s, textOrNull(mark.note)}, {u":by"_s, mark.madeBy.toString()}, {u":at"_s, mark.madeAt}});
}

Result<> remove(Connection &db, const MarkId &id)
{
    return db.run(u"DELETE FROM mark WHERE id = :id"_s, {{u":id"_s, id.toString()}});
}

} // namespace dw::markrows
