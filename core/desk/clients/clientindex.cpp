#include "core/desk/clients/clientindex.h"

#include "core/base/normaltext.h"
#include "core/desk/clients/clientrows.h"
#include "core/store/connection.h"
#include "core/store/store.h"

#include <QCollator>

#include <algorithm>
#include <cstring>
#include <numeric>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype rowsBetweenQuestions = 4096;

/// Characters that NFKC and case folding leave alone: most of a Chinese list.
bool isFolded(QStringView text)
{
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        const bool isPlain = (unit >= 0x20 && unit < 0x7F && !(unit >= 'A' && unit <= 'Z')) || (unit >= 0x4E00 && unit <= 0x9FFF);
        if (!isPlain)
            return false;
    }
    return true;
}

/// Looks for one word by its rarest byte: memchr is several times as fast as memmem, whose tables the bytes that
/// begin Chinese characters defeat.
class WordSearch
{
public:
    WordSearch(QByteArrayView word, const std::array<quint32, 256> &counts)
        : m_word(word)
    {
        for (qsizetype i = 1; i < word.size(); ++i) {
            if (counts[static_cast<uchar>(word[i])] < counts[static_cast<uchar>(word[m_pivot])])
                m_pivot = i;
        }
    }

    /// First occurrence in `hay` from `from` on, or -1.
    qsizetype in(QByteArrayView hay, qsizetype from) const
    {
        const qsizetype last = hay.size() - m_word.size() + m_pivot; // where the pivot may stand at the latest
        qsizetype at = from + m_pivot;
        while (at <= last) {
            const void *const hit = std::memchr(hay.data() + at, m_word[m_pivot], static_cast<std::size_t>(last - at + 1));
            if (!hit)
                return -1;
            at = static_cast<const char *>(hit) - hay.data();
            if (std::memcmp(hay.data() + at - m_pivot, m_word.data(), static_cast<std::size_t>(m_word.size())) == 0)
                return at - m_pivot;
            ++at;
        }
        return -1;
    }

private:
    QByteArrayView m_word;
    qsizetype m_pivot = 0;
};

} // namespace

QString ClientIndex::folded(const QString &text)
{
    const QString trimmed = text.trimmed();
    return isFolded(trimmed) ? trimmed : compatibilityForm(trimmed).toCaseFolded();
}

ClientIndex::~ClientIndex()
{
    // Not a secret in the sense of a key, but the clients' names all the same.
    m_text.fill('\0');
}

Result<std::shared_ptr<const ClientIndex>> ClientIndex::build(const ReadTx &tx)
{
    std::shared_ptr<ClientIndex> index(new ClientIndex);
    DW_ASSIGN(const auto rows, tx.query(u"SELECT id FROM client_import WHERE state = 'imported' AND voided_at IS NULL ORDER BY id"_s));
    QHash<QString, quint16> imports;
    for (const Row &row : rows)
        imports.insert(row.value(u"id"_s).toString(), static_cast<quint16>(imports.size()));
    for (const int level : {2, 3, 4}) {
        if (tx.store().isCleared(level))
            DW_TRY(index->loadFile(tx, level, imports));
    }
    index->rankNames();
    index->settleOrders();
    return index;
}

Result<> ClientIndex::loadFile(const ReadTx &tx, int level, const QHash<QString, quint16> &imports)
{
    DW_ASSIGN(Connection * db, tx.content(level));
    DW_ASSIGN(const auto levels, clientrows::assetLevels(tx));
    DW_ASSIGN(Statement rows, db->prepare(u"SELECT id, asset, import_id, row_no, level, revenue, name, aliases, contact, "
                                          "identifier, phone, email, address, free_text FROM client_record"_s));
    for (;;) {
        DW_ASSIGN(const bool hasMore, rows.step());
        if (!hasMore)
            return {};
        const auto import = imports.constFind(rows.value(2).toString());
        if (import == imports.cend())
            continue; // undone
        const QString asset = rows.value(1).toString();
        Entry row;
        row.id = ClientRecordId::fromText(rows.value(0).toString());
        row.asset = assetIndex(asset);
        row.import = *import;
        row.number = static_cast<quint32>(rows.value(3).toLongLong());
        row.level = static_cast<quint8>(level >= 3 ? level : qMax(rows.value(4).toInt(), qMin(2, levels.value(asset, 1))));
        row.revenue = rows.value(5).toDouble();
        const QByteArray name = folded(rows.value(6).toString()).toUtf8();
        row.nameLength = static_cast<quint32>(name.size());
        m_text.append(name);
        for (int column = 7; column < 14; ++column) {
            const QVariant value = rows.value(column);
            m_text.append('\n');
            if (!value.isNull())
                m_text.append(folded(value.toString()).toUtf8());
        }
        m_text.append('\n');
        m_ends.append(static_cast<quint32>(m_text.size()));
        m_rows.append(row);
    }
}

quint16 ClientIndex::assetIndex(const QString &asset)
{
    const AssetId id = AssetId::fromText(asset);
    const qsizetype found = m_assets.indexOf(id);
    if (found >= 0)
        return static_cast<quint16>(found);
    m_assets.append(id);
    return static_cast<quint16>(m_assets.size() - 1);
}

void ClientIndex::rankNames()
{
    QCollator collator(QLocale(QLocale::Chinese, QLocale::China));
    collator.setNumericMode(true);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(static_cast<std::size_t>(m_rows.size()));
    for (qsizetype row = 0; row < m_rows.size(); ++row)
        keys.push_back(collator.sortKey(QString::fromUtf8(rowName(row))));
    std::vector<quint32> order(keys.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) {
        const int compared = keys[a].compare(keys[b]);
        return compared != 0 ? compared < 0 : a < b;
    });
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        m_rows[static_cast<qsizetype>(order[rank])].nameRank = static_cast<quint32>(rank);
}

QByteArrayView ClientIndex::rowText(qsizetype row) const
{
    const quint32 start = row == 0 ? 0 : m_ends[row - 1];
    return QByteArrayView(m_text).sliced(start, m_ends[row] - start);
}

QByteArrayView ClientIndex::rowName(qsizetype row) const
{
    return rowText(row).first(m_rows[row].nameLength);
}

qsizetype ClientIndex::countAtLevel(int level) const
{
    return std::count_if(m_rows.begin(), m_rows.end(), [&](const Entry &row) { return row.level == level; });
}

qsizetype ClientIndex::countOfAsset(const AssetId &asset) const
{
    return std::count_if(m_rows.begin(), m_rows.end(), [&](const Entry &row) { return m_assets[row.asset] == asset; });
}

int ClientIndex::levelOf(const ClientRecordId &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Entry &row) { return row.id == id; });
    return found == m_rows.end() ? 0 : found->level;
}

// The row whose text holds `offset`, from `row` on. Hits that follow each other closely are the slow case: there
// the next row or the one after it has it.
qsizetype ClientIndex::rowAt(qsizetype offset, qsizetype row) const
{
    qsizetype step = 1;
    while (row + step < m_rows.size() && static_cast<qsizetype>(m_ends[row + step - 1]) <= offset) {
        row += step;
        step *= 2;
    }
    const auto last = m_ends.begin() + qMin(row + step, m_ends.size());
    return std::upper_bound(m_ends.begin() + row, last, offset,
               [](qsizetype wanted, quint32 end) { return wanted < static_cast<qsizetype>(end); })
        - m_ends.begin();
}

QList<quint32> ClientIndex::matches(const ClientFilter &filter, const std::function<bool()> &isStale) const
{
    QList<QByteArray> words;
    for (const QString &word : folded(filter.text).split(u' ', Qt::SkipEmptyParts))
        words.append(word.toUtf8());
    // The longest word is the rarest: it leads, the others are looked for in its rows only.
    std::sort(words.begin(), words.end(), [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
    const qsizetype asset = filter.asset.isNull() ? -1 : m_assets.indexOf(filter.asset);
    if (!filter.asset.isNull() && asset < 0)
        return {};
    QList<WordSearch> searches;
    for (const QByteArray &word : std::as_const(words))
        searches.append(WordSearch(word, m_byteCounts));
    QList<quint32> found;
    qsizetype sinceQuestion = 0;
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        if (++sinceQuestion % rowsBetweenQuestions == 0 && isStale && isStale())
            return {};
        if (!words.isEmpty()) {
            const qsizetype hit = searches.first().in(m_text, row == 0 ? 0 : m_ends[row - 1]);
            if (hit < 0)
                break;
            row = rowAt(hit, row);
        }
        const Entry &candidate = m_rows[row];
        const bool isWanted = (asset < 0 || candidate.asset == asset) && (filter.level == 0 || candidate.level == filter.level);
        const auto isThere = [&](const WordSearch &search) { return search.in(rowText(row), 0) >= 0; };
        if (isWanted && (searches.size() < 2 || std::all_of(searches.cbegin() + 1, searches.cend(), isThere)))
            found.append(static_cast<quint32>(row));
    }
    return found;
}

// Every order is settled once, when the index is built: sorting the hits of a keystroke would cost more than finding
// them.
void ClientIndex::settleOrders()
{
    const auto settle = [this](ClientSort sort, auto key) {
        QList<quint32> &order = m_orders[static_cast<std::size_t>(sort)];
        order.resize(m_rows.size());
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(order.begin(), order.end(), [&](quint32 a, quint32 b) { return key(m_rows.at(a)) < key(m_rows.at(b)); });
    };
    settle(ClientSort::Imported, [](const Entry &row) { return (quint64 {row.import} << 32) | row.number; });
    settle(ClientSort::Name, [](const Entry &row) { return row.nameRank; });
    settle(ClientSort::Level, [](const Entry &row) { return (quint64 {row.level} << 32) | row.nameRank; });
    settle(ClientSort::Revenue, [](const Entry &row) { return row.revenue; });
    for (const char byte : std::as_const(m_text))
        ++m_byteCounts[static_cast<uchar>(byte)];
    for (std::size_t sort = 0; sort < m_orders.size(); ++sort) {
        m_ranks[sort].resize(m_rows.size());
        for (qsizetype rank = 0; rank < m_rows.size(); ++rank)
            m_ranks[sort][m_orders[sort].at(rank)] = static_cast<quint32>(rank);
    }
}

void ClientIndex::sortRows(QList<quint32> &rows, const ClientFilter &filter) const
{
    const QList<quint32> &order = m_orders[static_cast<std::size_t>(filter.sort)];
    const QList<quint32> &ranks = m_ranks[static_cast<std::size_t>(filter.sort)];
    constexpr qsizetype fewHits = 32; // one in so many: below it sorting them is cheaper than walking over all rows
    if (rows.size() == m_rows.size()) {
        rows = order;
    } else if (rows.size() < m_rows.size() / fewHits) {
        std::sort(rows.begin(), rows.end(), [&](quint32 a, quint32 b) { return ranks.at(a) < ranks.at(b); });
    } else {
        std::vector<bool> isHit(static_cast<std::size_t>(m_rows.size()));
        for (const quint32 row : std::as_const(rows))
            isHit[row] = true;
        auto next = rows.begin();
        for (const quint32 row : order) {
            if (isHit[row])
                *next++ = row;
        }
    }
    if (filter.order == Qt::DescendingOrder)
        std::reverse(rows.begin(), rows.end());
}

QList<ClientRecordId> ClientIndex::filter(const ClientFilter &filter, const std::function<bool()> &isStale) const
{
    QList<quint32> rows = matches(filter, isStale);
    if (isStale && isStale())
        return {};
    sortRows(rows, filter);
    QList<ClientRecordId> ids;
    ids.reserve(rows.size());
    for (const quint32 row : std::as_const(rows))
        ids.append(m_rows[row].id);
    return ids;
}

} // namespace dw
