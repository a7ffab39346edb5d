#include "core/store/outbox.h"

#include "core/store/connection.h"
#include "core/store/rowhash.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype rowsPerLetter = 1000;

} // namespace

Outbox::Outbox(Connection &db, ActionId action, Seal seal)
    : m_db(db)
    , m_action(action)
    , m_seal(std::move(seal))
{
}

Result<> Outbox::add(int level, const QString &table, const QVariantMap &row)
{
    if (!Letter::isTable(table))
        return fail(ErrorCode::NotPermitted, u"level.not_cleared"_s, {QString::number(level)});
    Letter &letter = m_open[{level, table}];
    const QStringList columns = row.keys();
    if (letter.table.isEmpty() || letter.columns != columns) {
        if (!letter.rows.isEmpty())
            DW_TRY(send(level, letter));
        letter = {table, columns, {}};
    }
    letter.rows.append(row.values());
    if (letter.rows.size() < rowsPerLetter)
        return {};
    DW_TRY(send(level, letter));
    letter.rows.clear();
    return {};
}

Result<> Outbox::send(int level, const Letter &letter)
{
    const RecordId id = RecordId::create();
    const QString action = m_action.toString();
    DW_ASSIGN(const QByteArray sealed, m_seal(level, letter.toBytes(), Letter::purpose(id, action)));
    DW_TRY(m_db.run(u"INSERT INTO inbox (id, level, kind, sealed, action, ordinal) VALUES (:i, :l, :k, :s, :a, :o)"_s,
        {{u":i"_s, id.toString()}, {u":l"_s, level}, {u":k"_s, letter.table}, {u":s"_s, sealed}, {u":a"_s, action},
            {u":o"_s, m_sent.size()}}));
    DW_ASSIGN(const QByteArray hash, rowHash(m_db, u"inbox"_s, id));
    m_sent.append({id, hash});
    return {};
}

Result<QList<Outbox::Sent>> Outbox::finish()
{
    for (auto &[place, letter] : m_open) {
        if (!letter.rows.isEmpty())
            DW_TRY(send(place.first, letter));
        letter.rows.clear();
    }
    return m_sent;
}

} // namespace dw
