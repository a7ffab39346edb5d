#pragma once

#include "core/engines/office/tablereader.h"
#include "core/engines/office/zipreader.h"

#include <QHash>

namespace dw {

/// The frame of a workbook: which sheets there are and where its parts lie (ECMA-376 part 1, 18.2).
struct XlsxWorkbook {
    struct Sheet {
        QString name;
        QString part; ///< e.g. "xl/worksheets/sheet1.xml".
        bool isHidden = false;
    };

    QList<Sheet> sheets;
    QString stringsPart; ///< Empty if there are no shared strings.
    QString stylesPart;
    bool isDate1904 = false; ///< Day 0 is 1904-01-01, as old Macintosh files have it.
};

Result<XlsxWorkbook> readXlsxWorkbook(const ZipReader &zip);

/// How a number is shown, as far as it changes what the number means.
enum class XlsxNumberKind : quint8 { Number, Date, Time, DateTime };

/// By cell style index (attribute s).
Result<QList<XlsxNumberKind>> readXlsxStyles(const ZipReader &zip, const XlsxWorkbook &workbook);

/// Of a number format code such as "yyyy\-mm\-dd" (18.8.31).
XlsxNumberKind xlsxNumberKind(QStringView formatCode);

/// A serial number as ISO text: "2026-11-23", "2026-11-23 14:05:00" or "14:05:00"; empty if out of range.
QByteArray xlsxDateText(double serial, XlsxNumberKind kind, bool isDate1904);

/// A number as a person would type it: at most 15 significant digits, no exponent below 1e21.
QByteArray xlsxNumberText(QByteArrayView value);

/// All shared strings in one block of UTF-8; a million of them take little more than their text.
class XlsxStrings
{
public:
    static Result<XlsxStrings> read(const ZipReader &zip, const XlsxWorkbook &workbook, const TableLimits &limits);

    qsizetype count() const { return m_ends.size(); }
    QByteArrayView at(qsizetype index) const; ///< Empty if there is no such string.

private:
    QByteArray m_text;
    QList<quint32> m_ends;
};

/// Undoes the _xHHHH_ escapes of spreadsheet strings (18.3.1.4, ST_Xstring).
QByteArray decodeXlsxEscapes(QByteArrayView text);

} // namespace dw
