#include "core/engines/office/xlsxparts.h"

#include "core/engines/office/xmlscanner.h"

#include <QDateTime>
#include <QDir>

#include <pugixml.hpp>

#include <cmath>
#include <cstring>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 smallPartBytes = 32 << 20;
constexpr qsizetype chunkBytes = 256 << 10;
constexpr double lastSerial = 2958466; ///< 10000-01-01

QString localName(const pugi::xml_node &node)
{
    const QString name = QString::fromUtf8(node.name());
    return name.mid(name.indexOf(u':') + 1);
}

/// Attribute by its name without prefix (r:id and its like).
QString attribute(const pugi::xml_node &node, QLatin1StringView wanted)
{
    for (const pugi::xml_attribute &candidate : node.attributes()) {
        const QString name = QString::fromUtf8(candidate.name());
        if (QStringView(name).mid(name.indexOf(u':') + 1) == wanted)
            return QString::fromUtf8(candidate.value());
    }
    return {};
}

pugi::xml_node child(const pugi::xml_node &node, QLatin1StringView wanted)
{
    for (const pugi::xml_node &candidate : node.children()) {
        if (localName(candidate) == wanted)
            return candidate;
    }
    return {};
}

Result<> loadPart(const ZipReader &zip, const QString &part, pugi::xml_document &document)
{
    DW_ASSIGN(const QByteArray bytes, zip.readAll(part, smallPartBytes));
    // pugixml reads no external entities; a declaration of any is a sign of attack all the same.
    if (bytes.contains("<!DOCTYPE"))
        return fail(ErrorCode::Unsupported, u"xml.doctype"_s, {part.left(120)});
    const pugi::xml_parse_result parsed
        = document.load_buffer(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (!parsed)
        return fail(ErrorCode::Corrupt, u"xml.malformed"_s, {part.left(120)}, QString::fromUtf8(parsed.description()));
    return {};
}

struct Relation {
    QString type; ///< Last word of the type's address, e.g. "worksheet".
    QString part;
};

/// The relations of a part by id. External targets are left out: nothing outside the file is ever read.
Result<QHash<QString, Relation>> readRelations(const ZipReader &zip, const QString &part)
{
    const qsizetype slash = part.lastIndexOf(u'/');
    const QString folder = part.left(slash + 1);
    const QString relations = folder + "_rels/"_L1 + part.mid(slash + 1) + ".rels"_L1;
    QHash<QString, Relation> found;
    if (!zip.contains(relations))
        return found;
    pugi::xml_document document;
    DW_TRY(loadPart(zip, relations, document));
    for (const pugi::xml_node &node : document.document_element().children()) {
        if (localName(node) != "Relationship"_L1 || attribute(node, "TargetMode"_L1) == "External"_L1)
            continue;
        const QString target = attribute(node, "Target"_L1);
        const QString path = target.startsWith(u'/') ? target.mid(1) : folder + target;
        found.insert(attribute(node, "Id"_L1), {attribute(node, "Type"_L1).section(u'/', -1), QDir::cleanPath(path)});
    }
    return found;
}

XlsxNumberKind builtInKind(int id)
{
    // 18.8.30: 14-17 and 22 dates, 18-21 and 45-47 times; 27-36 and 50-58 are dates in East Asian locales.
    if (id == 22)
        return XlsxNumberKind::DateTime;
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
        return XlsxNumberKind::Date;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47))
        return XlsxNumberKind::Time;
    return XlsxNumberKind::Number;
}

} // namespace

Result<XlsxWorkbook> readXlsxWorkbook(const ZipReader &zip)
{
    QString workbookPart = u"xl/workbook.xml"_s;
    DW_ASSIGN(const auto top, readRelations(zip, QString()));
    for (const Relation &relation : top) {
        if (relation.type == "officeDocument"_L1)
            workbookPart = relation.part;
    }
    if (!zip.contains(workbookPart))
        return fail(ErrorCode::Unsupported, u"xlsx.no_workbook"_s);
    pugi::xml_document document;
    DW_TRY(loadPart(zip, workbookPart, document));
    DW_ASSIGN(const auto relations, readRelations(zip, workbookPart));
    const pugi::xml_node root = document.document_element();
    XlsxWorkbook workbook;
    const QString date1904 = attribute(child(root, "workbookPr"_L1), "date1904"_L1);
    workbook.isDate1904 = date1904 == "1"_L1 || date1904 == "true"_L1;
    for (const Relation &relation : relations) {
        if (relation.type == "sharedStrings"_L1)
            workbook.stringsPart = relation.part;
        else if (relation.type == "styles"_L1)
            workbook.stylesPart = relation.part;
    }
    for (const pugi::xml_node &node : child(root, "sheets"_L1).children()) {
        QString id;
        for (const pugi::xml_attribute &candidate : node.attributes()) {
            // r:id, not sheetId: the name with a prefix.
            if (QByteArrayView(candidate.name()).endsWith(":id"))
                id = QString::fromUtf8(candidate.value());
        }
        const Relation relation = relations.value(id);
        if (relation.type != "worksheet"_L1)
            continue; // chart sheets have no cells
        const QString state = attribute(node, "state"_L1);
        workbook.sheets.append(
            {attribute(node, "name"_L1).left(64), relation.part, state == "hidden"_L1 || state == "veryHidden"_L1});
    }
    if (workbook.sheets.isEmpty())
        return fail(ErrorCode::InvalidInput, u"xlsx.no_sheet"_s);
    return workbook;
}

XlsxNumberKind xlsxNumberKind(QStringView formatCode)
{
    bool hasDate = false;
    bool hasTime = false;
    bool hasMonthOrMinute = false;
    const QStringView code = formatCode.left(formatCode.indexOf(u';') < 0 ? formatCode.size() : formatCode.indexOf(u';'));
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i].toLower();
        if (c == u'"') {
            i = code.indexOf(u'"', i + 1);
            if (i < 0)
                break;
        } else if (c == u'[') {
            const qsizetype close = code.indexOf(u']', i);
            if (close < 0)
                break;
            // [h], [mm], [s] are elapsed time; [Red] and [$-804] are not.
            const QString inside = code.mid(i + 1, close - i - 1).toString().toLower();
            hasTime = hasTime || (!inside.isEmpty() && QString(inside).remove(inside[0]).isEmpty() && QStringView(u"hms").contains(inside[0]));
            i = close;
        } else if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else if (c == u'y' || c == u'd') {
            hasDate = true;
        } else if (c == u'h' || c == u's') {
            hasTime = true;
        } else if (c == u'm') {
            hasMonthOrMinute = true;
        } else if (c == u'g' && code.mid(i).startsWith(u"General", Qt::CaseInsensitive)) {
            return XlsxNumberKind::Number;
        }
    }
    if (hasDate)
        return hasTime ? XlsxNumberKind::DateTime : XlsxNumberKind::Date;
    if (hasTime)
        return XlsxNumberKind::Time;
    return hasMonthOrMinute ? XlsxNumberKind::Date : XlsxNumberKind::Number;
}

Result<QList<XlsxNumberKind>> readXlsxStyles(const ZipReader &zip, const XlsxWorkbook &workbook)
{
    QList<XlsxNumberKind> kinds;
    if (workbook.stylesPart.isEmpty() || !zip.contains(workbook.stylesPart))
        return kinds;
    pugi::xml_document document;
    DW_TRY(loadPart(zip, workbook.stylesPart, document));
    const pugi::xml_node root = document.document_element();
    QHash<int, XlsxNumberKind> custom;
    for (const pugi::xml_node &node : child(root, "numFmts"_L1).children())
        custom.insert(attribute(node, "numFmtId"_L1).toInt(), xlsxNumberKind(attribute(node, "formatCode"_L1)));
    for (const pugi::xml_node &node : child(root, "cellXfs"_L1).children()) {
        const int id = attribute(node, "numFmtId"_L1).toInt();
        kinds.append(custom.contains(id) ? custom.value(id) : builtInKind(id));
    }
    return kinds;
}

QByteArray xlsxDateText(double serial, XlsxNumberKind kind, bool isDate1904)
{
    if (!(serial >= 0) || serial >= lastSerial)
        return {};
    const qint64 seconds = std::llround(serial * 86400);
    qint64 days = seconds / 86400;
    const QTime time = QTime(0, 0).addSecs(static_cast<int>(seconds % 86400));
    if (kind == XlsxNumberKind::Time && days == 0)
        return time.toString(Qt::ISODate).toLatin1();
    // The 1900 system counts a 29 February 1900 that never was: day 60 (18.17.4.1).
    if (!isDate1904 && days < 60)
        ++days;
    const QDate date = (isDate1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30)).addDays(days);
    const bool hasTime = seconds % 86400 != 0;
    const QByteArray day = date.toString(Qt::ISODate).toLatin1();
    return hasTime ? day + ' ' + time.toString(Qt::ISODate).toLatin1() : day;
}

QByteArray xlsxNumberText(QByteArrayView value)
{
    bool isPlain = value.size() <= 15;
    for (const char c : value)
        isPlain = isPlain && ((c >= '0' && c <= '9') || c == '-' || c == '.');
    if (isPlain)
        return value.toByteArray();
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return value.toByteArray();
    if (std::abs(number) < 1e21 && number == std::floor(number))
        return QByteArray::number(number, 'f', 0);
    const QByteArray text = QByteArray::number(number, 'g', 15);
    return text.contains('e') && std::abs(number) < 1 ? QByteArray::number(number, 'f', 15) : text;
}

QByteArrayView XlsxStrings::at(qsizetype index) const
{
    if (index < 0 || index >= m_ends.size())
        return {};
    const quint32 start = index == 0 ? 0 : m_ends[index - 1];
    return QByteArrayView(m_text).sliced(start, m_ends[index] - start);
}

Result<XlsxStrings> XlsxStrings::read(const ZipReader &zip, const XlsxWorkbook &workbook, const TableLimits &limits)
{
    XlsxStrings strings;
    if (workbook.stringsPart.isEmpty() || !zip.contains(workbook.stringsPart))
        return strings;
    DW_ASSIGN(ZipEntry part, zip.entry(workbook.stringsPart, limits.partBytes, limits.ratio));
    XmlScanner xml([&] { return part.read(chunkBytes); });
    bool isText = false;
    int phonetic = 0; // furigana repeats the text in another script: not part of the cell
    for (;;) {
        DW_ASSIGN(const XmlScanner::Token token, xml.next());
        if (token == XmlScanner::Token::Done)
            return strings;
        if (token == XmlScanner::Token::Text) {
            if (isText && phonetic == 0)
                strings.m_text.append(decodeXlsxEscapes(xml.text()));
        } else if (xml.name() == "t") {
            isText = token == XmlScanner::Token::Start;
        } else if (xml.name() == "rPh") {
            phonetic += token == XmlScanner::Token::Start ? 1 : -1;
        } else if (xml.name() == "si" && token == XmlScanner::Token::End) {
            strings.m_ends.append(static_cast<quint32>(strings.m_text.size()));
        }
        if (strings.m_text.size() > limits.stringBytes)
            return fail(ErrorCode::LimitExceeded, u"table.too_large"_s, {QString::number(limits.stringBytes)});
    }
}

QByteArray decodeXlsxEscapes(QByteArrayView text)
{
    qsizetype mark = text.indexOf("_x");
    if (mark < 0)
        return text.toByteArray();
    QByteArray out;
    while (mark >= 0) {
        out.append(text.first(mark));
        text = text.sliced(mark);
        bool isHex = false;
        const uint code = text.size() >= 7 && text[6] == '_' ? text.sliced(2, 4).toByteArray().toUInt(&isHex, 16) : 0;
        if (isHex && code > 0 && (code < 0xD800 || code > 0xDFFF)) {
            out.append(QString(QChar(static_cast<char16_t>(code))).toUtf8());
            text = text.sliced(7);
        } else {
            out.append("_x");
            text = text.sliced(2);
        }
        mark = text.indexOf("_x");
    }
    out.append(text);
    return out;
}

} // namespace dw
