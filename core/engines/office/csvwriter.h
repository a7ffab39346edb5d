#pragma once

#include "core/base/result.h"

#include <QIODevice>
#include <QStringList>

namespace dw {

/// Writes RFC 4180 text in UTF-8 with CRLF. Cells that a spreadsheet would take for a formula (beginning with
/// = + - @ TAB CR) get an apostrophe before them, see OWASP "CSV injection"; plain negative numbers do not.
class CsvWriter
{
public:
    enum class Mark { Bom, None }; ///< Excel takes UTF-8 for the system's code page without the mark.

    explicit CsvWriter(QIODevice &out, Mark mark = Mark::Bom, char delimiter = ',');

    Result<> writeRow(const QStringList &cells);

private:
    QIODevice &m_out;
    char m_delimiter;
    bool m_owesBom;
};

/// `text` made harmless for spreadsheets, see CsvWriter.
QString withoutFormula(const QString &text);

} // namespace dw
