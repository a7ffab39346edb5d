#include "core/worker/filefinder.h"

#include "core/engines/find/pagefinder.h"

#include <QHash>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostProblems = 10'000;

/// "B" for 1, "AA" for 26: as spreadsheets name columns.
QString columnName(qsizetype column)
{
    QString name;
    for (qsizetype c = column + 1; c > 0; c = (c - 1) / 26)
        name.prepend(QChar(char16_t(u'A' + (c - 1) % 26)));
    return name;
}

/// "Sheet!7" and column 1 to "Sheet!B7"; "t2r3" to "t2r3c2"; "7" of a list without sheets to "B7".
QString cellPlace(const FileText &row, qsizetype column)
{
    if (row.kind != "cell"_L1 && row.kind != "hidden_cell"_L1)
        return row.at + u'c' + QString::number(column + 1);
    const qsizetype mark = row.at.lastIndexOf(u'!');
    return row.at.left(mark + 1) + columnName(column) + row.at.mid(mark + 1);
}

/// Searches text after text and keeps what the ones before mean for the next: a table's headings.
class TextSearch
{
public:
    explicit TextSearch(const Finder &finder)
        : m_finder(finder)
    {
    }

    QList<FileFinding> find(const FileText &text)
    {
        if (text.page > 0)
            return findPage(text);
        return text.cells.isEmpty() ? findText(text) : findRow(text);
    }

private:
    static FileFinding finding(const FileText &text, const FoundSpan &span, const QString &value)
    {
        FileFinding result;
        result.span = span;
        result.text = value;
        result.part = text.part;
        result.kind = text.kind;
        result.at = text.at;
        result.page = text.page;
        result.isRecognised = text.isRecognised;
        return result;
    }

    QList<FileFinding> findPage(const FileText &text) const
    {
        QList<FileFinding> result;
        for (const PageSpan &found : findOnPage(m_finder, text.words)) {
            result.append(finding(text, found.span, found.text));
            result.last().rects = found.rects;
        }
        return result;
    }

    QList<FileFinding> findText(const FileText &text) const
    {
        QList<FileFinding> result;
        const MappedText mapped(text.text);
        for (FoundSpan span : m_finder.find(mapped)) {
            if (text.focusEnd >= 0 && (span.end <= text.focusStart || span.start >= text.focusEnd))
                continue;
            const QString value = mapped.sourceText(span.start, span.end);
            span.start += text.offset;
            span.end += text.offset;
            result.append(finding(text, span, value));
        }
        return result;
    }

    QList<FileFinding> findRow(const FileText &row)
    {
        if (row.isNewTable)
            m_headings = row.cells;
        QList<FileFinding> result;
        qsizetype before = 0;
        for (qsizetype column = 0; column < row.cells.size(); ++column) {
            const QString &cell = row.cells.at(column);
            const auto points = cell.toUcs4();
            if (!cell.isEmpty()) {
                for (FoundSpan span : m_finder.findInCell(cell, headingOf(row, column))) {
                    const QString value = QString::fromUcs4(reinterpret_cast<const char32_t *>(points.data()) + span.start, span.length());
                    span.start += before;
                    span.end += before;
                    result.append(finding(row, span, value));
                    result.last().at = cellPlace(row, column);
                }
            }
            before += points.size() + 1;
        }
        return result;
    }

    /// Of a Word table the cell to the left may be what says what this one holds.
    QString headingOf(const FileText &row, qsizetype column) const
    {
        constexpr qsizetype longestLabel = 16;
        const QString heading = row.isNewTable ? QString() : m_headings.value(column);
        if (row.kind == "cell"_L1 || row.kind == "hidden_cell"_L1 || column == 0)
            return heading;
        const QString left = row.cells.at(column - 1);
        return left.size() <= longestLabel ? left : heading;
    }

    const Finder &m_finder;
    QStringList m_headings;
};

} // namespace

Result<FileFindings> FileFinder::find(const QByteArray &bytes, const QString &name, JobContext &job, const Take &take) const
{
    DW_ASSIGN(const auto session, FileSession::open(m_client, bytes, name, job, m_pictures));
    FileFindings result;
    result.kind = session->kind();
    result.pages = session->kind() == "pdf"_L1 ? session->stepCount() : 0;
    TextSearch search(m_finder);
    while (!session->isDone()) {
        DW_ASSIGN(const FileTexts texts, session->next(job));
        for (const Error &error : texts.unread) {
            if (result.unread.size() < mostProblems)
                result.unread.append(error);
        }
        for (const FileText &text : texts.texts) {
            const QList<FileFinding> found = search.find(text);
            if (text.page > 0)
                result.pageInfos.append(text.pageInfo);
            result.findings += found;
            if (take)
                take(text, found);
        }
    }
    return result;
}

} // namespace dw
