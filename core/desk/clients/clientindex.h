#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <array>
#include <functional>
#include <memory>

namespace dw {

class ReadTx;

enum class ClientSort { Imported, Name, Level, Revenue };

/// What part of the list is wanted.
struct ClientFilter {
    QString text {}; ///< Words that must all occur; one character is enough, width and case do not matter.
    AssetId asset {}; ///< Null = all.
    int level = 0; ///< 0 = all.
    ClientSort sort = ClientSort::Imported;
    Qt::SortOrder order = Qt::AscendingOrder;
};

/// All client records this session may see, folded for searching, in memory and immutable: any thread may filter
/// it. Its text is wiped when the last user lets go of it.
class ClientIndex
{
public:
    static Result<std::shared_ptr<const ClientIndex>> build(const ReadTx &tx);
    ~ClientIndex();
    ClientIndex(const ClientIndex &) = delete;
    ClientIndex &operator=(const ClientIndex &) = delete;

    qsizetype count() const { return m_rows.size(); }
    qsizetype countAtLevel(int level) const;
    qsizetype countOfAsset(const AssetId &asset) const;

    /// Ids of the rows that match, in order. `isStale` is asked now and then; once true the result is empty.
    QList<ClientRecordId> filter(const ClientFilter &filter, const std::function<bool()> &isStale = {}) const;

    /// Effective level of a record; 0 if it is not there.
    int levelOf(const ClientRecordId &id) const;

    /// Text as it is searched: NFKC, lower case, no space around.
    static QString folded(const QString &text);

private:
    struct Entry {
        ClientRecordId id;
        quint32 nameLength = 0; ///< The folded name stands first.
        double revenue = 0;
        quint32 number = 0; ///< Row in the imported file.
        quint32 nameRank = 0; ///< Position when sorted by name, as Chinese and English readers expect it.
        quint16 asset = 0; ///< Index into m_assets.
        quint16 import = 0; ///< Position of the import among all, by time.
        quint8 level = 0;
    };

    ClientIndex() = default;
    QByteArrayView rowText(qsizetype row) const;
    QByteArrayView rowName(qsizetype row) const;
    QList<quint32> matches(const ClientFilter &filter, const std::function<bool()> &isStale) const;
    void sortRows(QList<quint32> &rows, const ClientFilter &filter) const;
    Result<> loadFile(const ReadTx &tx, int level, const QHash<QString, quint16> &imports);
    quint16 assetIndex(const QString &asset);
    void rankNames();
    void settleOrders();
    qsizetype rowAt(qsizetype offset, qsizetype row) const;

    QList<Entry> m_rows;
    QList<quint32> m_ends; ///< End of each row in m_text; it begins where the row before ends.
    std::array<QList<quint32>, 4> m_orders; ///< By ClientSort: the rows, ascending.
    std::array<QList<quint32>, 4> m_ranks; ///< By ClientSort: each row's place in m_orders.
    QByteArray m_text; ///< UTF-8, folded; fields of a row are separated by line feeds.
    QList<AssetId> m_assets;
    std::array<quint32, 256> m_byteCounts {}; ///< How often each byte stands in m_text.
};

} // namespace dw
