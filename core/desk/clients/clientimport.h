#pragma once

#include "core/base/result.h"
#include "core/desk/clients/clientmapping.h"
#include "core/desk/clients/levelproposal.h"
#include "core/domain/ids.h"
#include "core/engines/office/tablebatch.h"

#include <QSet>

#include <array>
#include <functional>
#include <optional>

namespace dw {

/// Gives the next rows of a list; a batch without rows is the end.
using TableRows = std::function<Result<TableBatch>()>;

/// One import of a list.
struct ImportRequest {
    enum class Duplicates { Skip, Keep };

    QString fileName; ///< Without its directory.
    QByteArray fileSha256; ///< Hex.
    qint64 fileSize = 0;
    QString encoding;
    AssetId asset;
    ClientMapping mapping;
    Duplicates duplicates = Duplicates::Skip; ///< Same identifier, or same name and contact data where there is none.
    int level = 0; ///< Where the rows go while the asset has no decided level: what a dry run proposed. 0 = level 4.
    qint64 expectedRows = 0; ///< For progress; 0 = not known.
};

/// What an import did, or would do.
struct ImportOutcome {
    RecordId import; ///< Null for a dry run.
    qint64 rows = 0; ///< Without the heading.
    qint64 imported = 0;
    qint64 rejected = 0; ///< Rows with an error.
    qint64 duplicates = 0; ///< Of these, rows that are there already.
    qint64 warned = 0; ///< Imported rows that a person should look at.
    std::array<qint64, 5> perLevel {}; ///< Imported rows by level; [0] is unused.
    QList<RowProblem> problems; ///< The first thousand.
    qint64 problemCount = 0;
    ListFacts facts;
    LevelProposal proposal;
};

/// One row read with a mapping.
struct ClientRow {
    qint64 number = 0;
    int ownLevel = 1; ///< As the list says; 1 where it says nothing.
    QString name, contact, identifier, phone, email, address, account, freeText;
    std::optional<double> revenue;
    QStringList aliases;
    QByteArray extra; ///< JSON object.
};

/// Turns rows of cells into client rows: trims, checks, counts, and remembers duplicates.
class ClientRowReader
{
public:
    ClientRowReader(const ImportRequest &request, QSet<QByteArray> knownKeys);

    /// The good rows of a batch. The first row of the first batch is skipped if it holds headings. Problems and
    /// counts go into `outcome`.
    QList<ClientRow> read(const TableBatch &batch, ImportOutcome &outcome);

    /// What makes two rows the same client; folded.
    static QByteArray keyOf(const QString &name, const QString &identifier, const QString &phone, const QString &email);

private:
    std::optional<ClientRow> readRow(const TableBatch &batch, qsizetype row, ImportOutcome &outcome);
    void assign(ClientRow &row, const ClientMapping::Column &column, const QString &text, int index, ImportOutcome &outcome);
    void note(ImportOutcome &outcome, RowProblem problem);
    void count(const ClientRow &row, ImportOutcome &outcome) const;

    const ImportRequest &m_request;
    QSet<QByteArray> m_keys;
    bool m_owesHeading;
    bool m_hasError = false; ///< Of the row being read.
    bool m_hasWarning = false;
};

/// "1,234.50", "¥ 1 234", "12.5万", "(300)" as a number.
std::optional<double> amountOf(const QString &text);

} // namespace dw
