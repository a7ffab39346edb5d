#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace dw {

/// What to do with a CSV that is imported into a register.
struct ImportOptions {
    enum class Mode { DryRun, Write };
    Mode mode = Mode::Write;
    QHash<QString, QString> mapping; ///< Heading -> field; headings not named map by field name or title in either language.
    QString note;
};

/// What an import did or would do. Rows with problems are left out; the others are imported in one action.
struct ImportReport {
    struct Problem {
        int row = 0; ///< Line of data, from 1; 0 = the file as a whole.
        QString field;
        QString reason; ///< As Error.reason: "record.choice" ...
        QStringList args;
    };

    int rows = 0;
    int imported = 0;
    QList<RecordId> ids;
    QList<Problem> problems;
    QStringList ignoredHeadings;
};

/// RFC 4180 text as rows of cells. Accepts UTF-8 (with or without BOM), UTF-16 with BOM and GB18030; comma,
/// semicolon or tab as the separator, taken from the first line.
Result<QList<QStringList>> readCsv(const QByteArray &bytes);

/// Rows as RFC 4180 text: UTF-8 with BOM, CRLF. Cells that a spreadsheet would take for a formula (= + - @ TAB CR)
/// get an apostrophe in front (OWASP, "CSV injection").
QByteArray writeCsv(const QList<QStringList> &rows);

} // namespace dw
