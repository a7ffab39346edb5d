#include "app/commands/filesearch.h"

#include "app/commands/files.h"
#include "core/engines/office/textencoding.h"
#include "core/worker/tablesession.h"

#include <QBuffer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsAtOnce = 2000;

bool isTableName(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == "csv"_L1 || suffix == "tsv"_L1 || suffix == "xlsx"_L1 || suffix == "xlsm"_L1;
}

/// Pictures, archives and old office files: bytes that some encoding would take for text.
bool isBinary(const QByteArray &bytes)
{
    for (const auto &magic : {"\x89PNG"_ba, "\xFF\xD8\xFF"_ba, "II*\0"_ba, "MM\0*"_ba, "GIF8"_ba, "\xD0\xCF\x11\xE0"_ba, "{\\rtf"_ba, "\x1F\x8B"_ba,
             "Rar!"_ba, "7z\xBC\xAF"_ba, "BM"_ba}) {
        if (bytes.startsWith(magic) && (magic != "BM"_ba || bytes.contains('\0')))
            return true;
    }
    return false;
}

Result<QString> decoded(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"file.unreadable"_s);
    DW_ASSIGN(const EncodingGuess guess, guessEncoding(buffer));
    TextDecoder decoder(guess.encoding);
    QByteArray utf8;
    DW_TRY(decoder.decode(QByteArrayView(bytes).sliced(guess.bomBytes), true, utf8));
    return QString::fromUtf8(utf8);
}

} // namespace

void FileSearch::problem(const QString &reason, const QStringList &args)
{
    m_problems.append(Error {ErrorCode::Unsupported, reason, args, {}});
}

void FileSearch::searchOne(const QString &id, const QString &text, const Take &take) const
{
    const MappedText normal(text);
    TextFindings findings {id, 0, {}};
    for (const FoundSpan &span : m_finder.find(normal))
        findings.items.append({span, normal.sourceText(span.start, span.end), {}});
    take(findings);
}

Result<> FileSearch::search(const QString &path, const Take &take, JobContext &job)
{
    DW_ASSIGN(const QByteArray bytes, files::read(path));
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (bytes.left(1024).contains("%PDF-"))
        return searchPdf(path, bytes, take, job);
    const bool isZip = bytes.startsWith("PK\x03\x04");
    if (isZip && (suffix == "docx"_L1 || bytes.contains("word/document.xml")))
        return fail(ErrorCode::Unsupported, u"find.word_unread"_s, {path});
    if (isZip && !bytes.contains("xl/workbook"))
        return fail(ErrorCode::Unsupported, u"find.kind_unread"_s, {path});
    if (isZip || isTableName(path))
        return searchTable(path, bytes, take, job);
    return searchText(path, bytes, take);
}

Result<> FileSearch::searchText(const QString &name, const QByteArray &bytes, const Take &take)
{
    if (bytes.isEmpty()) {
        take({name, 0, {}});
        return {};
    }
    const Result<QString> text = decoded(bytes);
    if (!text || isBinary(bytes))
        return fail(ErrorCode::Unsupported, u"find.kind_unread"_s, {name});
    if (text->contains(QChar::ReplacementCharacter))
        problem(u"find.bad_bytes"_s, {name});
    searchOne(name, *text, take);
    return {};
}

Result<> FileSearch::searchLines(const QString &name, const QByteArray &bytes, const Take &take)
{
    int number = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.value("text"_L1).isString() || !object.contains("id"_L1)) {
            problem(u"find.bad_line"_s, {name, QString::number(number)});
            continue;
        }
        const QJsonValue id = object.value("id"_L1);
        searchOne(id.isString() ? id.toString() : id.toVariant().toString(), object.value("text"_L1).toString(), take);
    }
    return {};
}

Result<> FileSearch::searchPdf(const QString &name, const QByteArray &bytes, const Take &take, JobContext &job)
{
    DW_ASSIGN(const auto session, PdfSession::open(m_worker, bytes, job));
    for (int page = 0; page < session->pages().size(); ++page) {
        const QString number = QString::number(page + 1);
        const auto text = session->text(page, job);
        if (!text) {
            problem(u"find.page_unread"_s, {name, number});
            continue;
        }
        if (text->words.isEmpty())
            problem(u"find.page_without_text"_s, {name, number});
        TextFindings findings {name + u'#' + number, page + 1, {}};
        for (const PageSpan &found : findOnPage(m_finder, *text))
            findings.items.append({found.span, found.text, found.rects});
        take(findings);
    }
    return {};
}

void FileSearch::noteUnreadParts(const QString &name, const QByteArray &workbook)
{
    // The names of an archive's parts stand in it in clear.
    for (const auto &part : {"xl/comments"_ba, "xl/threadedComments"_ba, "xl/pivotCache"_ba, "xl/drawings/drawing"_ba, "xl/charts"_ba,
             "xl/embeddings"_ba, "xl/media"_ba, "xl/externalLinks"_ba}) {
        if (workbook.contains(part))
            problem(u"find.part_unread"_s, {name, QString::fromLatin1(part)});
    }
}

Result<> FileSearch::searchTable(const QString &name, const QByteArray &bytes, const Take &take, JobContext &job)
{
    DW_ASSIGN(const auto session, TableSession::open(m_worker, bytes, {}, job));
    const TableInfo info = session->info();
    if (info.sheets.isEmpty())
        return searchSheet(name, bytes, -1, take, job);
    noteUnreadParts(name, bytes);
    for (int sheet = 0; sheet < info.sheets.size(); ++sheet) {
        const Result<> searched = searchSheet(name, bytes, sheet, take, job);
        // A sheet of its own kind, such as a chart, has no cells.
        if (!searched && searched.error().reason != u"table.empty"_s)
            problem(u"find.sheet_unread"_s, {name, info.sheets.at(sheet)});
    }
    return {};
}

Result<> FileSearch::searchSheet(const QString &name, const QByteArray &bytes, int sheet, const Take &take, JobContext &job)
{
    TableOptions options;
    options.sheet = sheet;
    DW_ASSIGN(const auto session, TableSession::open(m_worker, bytes, options, job));
    const QString prefix = name + (sheet < 0 ? u"#"_s : u'#' + session->info().sheets.value(sheet) + u'!');
    QStringList headings;
    for (;;) {
        DW_ASSIGN(const TableBatch batch, session->next(rowsAtOnce, job));
        for (const RowProblem &row : batch.problems())
            problem(u"find.row_unread"_s, {name, QString::number(row.row)});
        if (batch.rowCount() == 0)
            return {};
        for (qsizetype row = 0; row < batch.rowCount(); ++row) {
            TextFindings findings {prefix + QString::number(batch.rowNumber(row)), 0, {}};
            qsizetype before = 0; // the row's cells with a tab between them
            const QStringList cells = batch.texts(row);
            for (qsizetype column = 0; column < cells.size(); ++column) {
                const auto points = cells.at(column).toUcs4();
                for (FoundSpan span : m_finder.findInCell(cells.at(column), headings.value(column))) {
                    const QString text = QString::fromUcs4(reinterpret_cast<const char32_t *>(points.data()) + span.start, span.length());
                    span.start += before;
                    span.end += before;
                    findings.items.append({span, text, {}});
                }
                before += points.size() + 1;
            }
            if (headings.isEmpty())
                headings = cells;
            take(findings);
        }
    }
}

} // namespace dw
