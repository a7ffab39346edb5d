#include "core/desk/clients/clientrows.h"

#include "core/store/connection.h"
#include "core/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace dw::clientrows {

using namespace Qt::StringLiterals;

namespace {

const QString tableName = u"client_record"_s;
const QString columns = u"id, asset, import_id, row_no, level, name, contact, identifier, phone, email, address, "
                        "account, revenue, free_text, aliases, extra, action"_s;
constexpr int columnCount = 17;
constexpr int levelColumn = 4;
constexpr int actionColumn = 16;

QString insertSql()
{
    return u"INSERT INTO client_record (%1) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17)"_s.arg(columns);
}

/// By column name, for a level above the account's clearance.
QVariantMap named(const QVariantList &values)
{
    static const QStringList names = columns.split(u", "_s);
    QVariantMap row;
    for (int column = 0; column < columnCount; ++column)
        row.insert(names.at(column), values.at(column));
    return row;
}

QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

/// Copies rows whose place is not `file` to where they belong. They are deleted from here by the caller.
Result<qint64> copyMisplaced(WriteTx &tx, Connection &source, int file, const QString &asset, int level)
{
    DW_ASSIGN(Statement rows, source.prepare(u"SELECT %1 FROM client_record WHERE asset = ?1"_s.arg(columns)));
    DW_TRY(rows.bind(1, asset));
    std::array<std::unique_ptr<Statement>, 5> inserts;
    qint64 copied = 0;
    for (;;) {
        DW_ASSIGN(const bool hasMore, rows.step());
        if (!hasMore)
            return copied;
        const int target = fileOf(qMax(level, rows.value(levelColumn).toInt()));
        if (target == file)
            continue;
        ++copied;
        if (!tx.store().isCleared(target)) {
            QVariantList values;
            for (int column = 0; column < columnCount; ++column)
                values.append(rows.value(column));
            DW_TRY(tx.put(target, tableName, named(values)));
            continue;
        }
        auto &insert = inserts.at(static_cast<std::size_t>(target));
        if (!insert) {
            DW_ASSIGN(Connection * db, tx.content(target, tableName));
            DW_ASSIGN(Statement prepared, db->prepare(insertSql()));
            insert = std::make_unique<Statement>(std::move(prepared));
        }
        for (int column = 0; column < columnCount; ++column)
            DW_TRY(insert->bind(column + 1, column == actionColumn ? QVariant(tx.actionId().toString()) : rows.value(column)));
        DW_TRY(insert->run());
    }
}

} // namespace

int fileOf(int level)
{
    return level <= 2 ? 2 : level;
}

Writer::Writer(WriteTx &tx, AssetId asset, RecordId import, int baseLevel)
    : m_tx(tx)
    , m_asset(asset.toString())
    , m_import(import.toString())
    , m_baseLevel(baseLevel)
{
}

Writer::~Writer() = default;

Result<Statement *> Writer::statement(int file)
{
    auto &prepared = m_statements.at(static_cast<std::size_t>(file));
    if (!prepared) {
        DW_ASSIGN(Connection * db, m_tx.content(file, tableName));
        DW_ASSIGN(Statement made, db->prepare(insertSql()));
        prepared = std::make_unique<Statement>(std::move(made));
    }
    return prepared.get();
}

Result<int> Writer::write(const ClientRow &row)
{
    const int level = qMax(m_baseLevel, row.ownLevel);
    const QString aliases = row.aliases.isEmpty()
        ? QString()
        : QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(row.aliases)).toJson(QJsonDocument::Compact));
    const QVariantList values {ClientRecordId::create().toString(), m_asset, m_import, row.number,
        row.ownLevel, row.name, orNull(row.contact), orNull(row.identifier), orNull(row.phone), orNull(row.email),
        orNull(row.address), orNull(row.account), row.revenue ? QVariant(*row.revenue) : QVariant(), orNull(row.freeText),
        orNull(aliases), QString::fromUtf8(row.extra), m_tx.actionId().toString()};
    if (!m_tx.store().isCleared(level)) {
        DW_TRY(m_tx.put(level, tableName, named(values)));
        return level;
    }
    DW_ASSIGN(Statement * const insert, statement(fileOf(level)));
    for (int column = 0; column < columnCount; ++column)
        DW_TRY(insert->bind(column + 1, values.at(column)));
    DW_TRY(insert->run());
    return level;
}

Result<> moveAsset(WriteTx &tx, const RecordId &asset, int level)
{
    for (const int file : {2, 3, 4}) {
        if (!tx.store().isCleared(file))
            continue;
        DW_ASSIGN(Connection * db, static_cast<const ReadTx &>(tx).content(file));
        DW_ASSIGN(const qint64 moved, copyMisplaced(tx, *db, file, asset.toString(), level));
        if (moved == 0)
            continue;
        // Through the writing door, so that taking the rows away can itself be taken back.
        DW_ASSIGN(Connection * writing, tx.content(file));
        const QString stays = file == 2 ? u"max(level, :l) > 2"_s : u"max(level, :l) <> %1"_s.arg(file);
        DW_TRY(writing->run(u"DELETE FROM client_record WHERE asset = :a AND "_s + stays,
            {{u":a"_s, asset.toString()}, {u":l"_s, level}}));
    }
    return {};
}

Result<QSet<QString>> importsInForce(const ReadTx &tx)
{
    QSet<QString> ids;
    DW_ASSIGN(const auto rows, tx.query(u"SELECT id FROM client_import WHERE state = 'imported' AND voided_at IS NULL"_s));
    for (const Row &row : rows)
        ids.insert(row.value(u"id"_s).toString());
    return ids;
}

Result<QSet<QByteArray>> keysOf(const ReadTx &tx, const AssetId &asset)
{
    DW_ASSIGN(const QSet<QString> imports, importsInForce(tx));
    QSet<QByteArray> keys;
    for (const int file : {2, 3, 4}) {
        if (!tx.store().isCleared(file))
            continue;
        DW_ASSIGN(Connection * db, tx.content(file));
        DW_ASSIGN(Statement rows, db->prepare(u"SELECT import_id, name, identifier, phone, email FROM client_record WHERE asset = ?1"_s));
        DW_TRY(rows.bind(1, asset.toString()));
        for (;;) {
            DW_ASSIGN(const bool hasMore, rows.step());
            if (!hasMore)
                break;
            if (imports.contains(rows.value(0).toString()))
                keys.insert(ClientRowReader::keyOf(rows.value(1).toString(), rows.value(2).toString(), rows.value(3).toString(), rows.value(4).toString()));
        }
    }
    return keys;
}

Result<ListFacts> factsOf(const ReadTx &tx, const RecordId &asset)
{
    DW_ASSIGN(const QSet<QString> imports, importsInForce(tx));
    ListFacts facts;
    for (const int file : {2, 3, 4}) {
        if (!tx.store().isCleared(file))
            continue;
        DW_ASSIGN(Connection * db, tx.content(file));
        DW_ASSIGN(const auto rows,
            db->rows(u"SELECT import_id, count(*) AS names, sum(account IS NOT NULL) + sum(coalesce(length(identifier), 0) >= 15) AS sensitive, "
                     "sum(contact IS NOT NULL OR phone IS NOT NULL OR email IS NOT NULL) AS personal "
                     "FROM client_record WHERE asset = :a GROUP BY import_id"_s,
                {{u":a"_s, asset.toString()}}));
        for (const QVariantMap &row : rows) {
            if (!imports.contains(row.value(u"import_id"_s).toString()))
                continue;
            facts.subjects += row.value(u"names"_s).toLongLong();
            facts.sensitiveItems += row.value(u"sensitive"_s).toLongLong();
            facts.hasPersonal = facts.hasPersonal || row.value(u"personal"_s).toLongLong() > 0;
        }
    }
    return facts;
}

Result<QHash<QString, int>> assetLevels(const ReadTx &tx)
{
    QHash<QString, int> levels;
    DW_ASSIGN(const auto rows, tx.query(u"SELECT id, level FROM data_asset"_s));
    for (const Row &row : rows)
        levels.insert(row.value(u"id"_s).toString(), row.value(u"level"_s).toInt());
    return levels;
}

} // namespace dw::clientrows
