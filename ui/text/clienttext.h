#pragma once

#include <QString>
#include <QStringList>

namespace dw::clienttext {

/// Words of the client data page and of "import clients".
QString role(const QString &roleId); ///< What a column means: "name" -> "Client name".
/// Why a role is proposed: "198 of 200 cells: Identity card number", "by its heading".
QString columnEvidence(const QString &evidence, const QString &found, int foundCells, int filledCells);
QString levelReason(const QString &reasonId); ///< Why a level is proposed: "level.price_list".
QString levelReasons(const QStringList &reasonIds); ///< All in one line.
QString encoding(const QString &encodingId, const QString &evidence); ///< "GB18030 (all bytes are valid)".

/// "Row 12, column “Amount”: “n/a” is no amount; it is kept as text."
QString rowProblem(qint64 row, const QString &column, const QString &reason, const QStringList &args);

/// "214 of 217 imported, 3 need attention."
QString outcome(qint64 imported, qint64 rows, qint64 attention);
QString dryOutcome(qint64 imported, qint64 rows, qint64 attention);

} // namespace dw::clienttext
