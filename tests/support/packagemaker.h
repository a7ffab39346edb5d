#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

#include <zip.h>

namespace dwtest {

using Parts = QList<std::pair<QByteArray, QByteArray>>;

/// An archive of these parts.
inline QByteArray packed(const Parts &parts)
{
    zip_error_t error;
    zip_source_t *const target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t *const archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    zip_source_keep(target);
    for (const auto &[name, bytes] : parts) {
        zip_source_t *const source = zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
        zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8);
    }
    zip_close(archive);
    zip_source_open(target);
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    QByteArray all(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    zip_source_read(target, all.data(), stat.size);
    zip_source_close(target);
    zip_source_free(target);
    return all;
}

inline QByteArray relation(const QByteArray &id, const QByteArray &type, const QByteArray &target)
{
    return "<Relationship Id=\"" + id + "\" Type=\"http://x/" + type + "\" Target=\"" + target + "\"/>";
}

/// A Word file with `body` between w:body tags, and further parts.
inline QByteArray wordFile(const QByteArray &body, const Parts &further = {})
{
    const Parts parts {{"[Content_Types].xml", "<Types/>"}, {"_rels/.rels", "<Relationships>" + relation("r1", "officeDocument", "word/document.xml") + "</Relationships>"},
        {"word/document.xml", "<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>"}};
    return packed(parts + further);
}

/// A presentation with one slide, `shapes` of it between p:spTree tags, and further parts.
inline QByteArray slideFile(const QByteArray &shapes, const Parts &further = {}, const QByteArray &inPresentation = {})
{
    const Parts parts {{"[Content_Types].xml", "<Types/>"}, {"_rels/.rels", "<Relationships>" + relation("r1", "officeDocument", "ppt/presentation.xml") + "</Relationships>"},
        {"ppt/presentation.xml", "<p:presentation xmlns:p=\"p\"><p:sldIdLst><p:sldId id=\"256\"/></p:sldIdLst>" + inPresentation + "</p:presentation>"},
        {"ppt/slides/slide1.xml", "<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><p:cSld><p:spTree>" + shapes + "</p:spTree></p:cSld></p:sld>"}};
    return packed(parts + further);
}

/// An OpenDocument file of this kind ("text", "spreadsheet", "presentation") with `content` between its tags.
inline QByteArray openDocument(const QByteArray &kind, const QByteArray &content, const Parts &further = {})
{
    const Parts parts {{"mimetype", "application/vnd.oasis.opendocument." + kind},
        {"content.xml", "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" xmlns:draw=\"d\"><office:body><office:" + kind + ">" + content + "</office:" + kind
                + "></office:body></office:document-content>"},
        {"META-INF/manifest.xml", "<manifest:manifest/>"}};
    return packed(parts + further);
}

/// A workbook with one sheet "Clients" (sheet1) and one hidden "Old" (sheet2); `rows` are of the first.
inline QByteArray excelFile(const QByteArray &rows, const Parts &further = {}, const QByteArray &afterRows = {}, const QByteArray &hiddenRows = {})
{
    const Parts parts {{"[Content_Types].xml", "<Types/>"}, {"_rels/.rels", "<Relationships>" + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
        {"xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Clients\" sheetId=\"1\" r:id=\"a\"/><sheet name=\"Old\" sheetId=\"2\" state=\"veryHidden\" r:id=\"b\"/></sheets>"
            "<definedNames><definedName name=\"Contact\" comment=\"name-note@example.com\">\"defined@example.com\"</definedName></definedNames></workbook>"},
        {"xl/_rels/workbook.xml.rels",
            "<Relationships>" + relation("a", "worksheet", "worksheets/sheet1.xml") + relation("b", "worksheet", "worksheets/sheet2.xml")
                + relation("c", "sharedStrings", "sharedStrings.xml") + "</Relationships>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData>" + afterRows + "</worksheet>"},
        {"xl/worksheets/sheet2.xml", "<worksheet><sheetData>" + hiddenRows + "</sheetData></worksheet>"}};
    return packed(parts + further);
}

} // namespace dwtest
