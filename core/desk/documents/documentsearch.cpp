#include "core/desk/documents/documentsearch.h"

#include "core/desk/documents/findingmemory.h"
#include "core/worker/filefinder.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// Words of one line as one rectangle: what lies between them is part of the finding.
QList<QRectF> joined(const QList<QRectF> &rects)
{
    QList<QRectF> lines;
    for (const QRectF &rect : rects) {
        if (!lines.isEmpty()) {
            const QRectF &last = lines.last();
            const double common = std::min(last.bottom(), rect.bottom()) - std::max(last.top(), rect.top());
            const bool isSameLine = common > 0.5 * std::min(last.height(), rect.height());
            const double gap = rect.left() - last.right();
            if (isSameLine && gap > -rect.height() && gap < 2 * rect.height()) {
                lines.last() = last.united(rect);
                continue;
            }
        }
        lines.append(rect);
    }
    return lines;
}

Finding findingOf(const FileFinding &found, const FileText &text)
{
    Finding finding;
    finding.page = std::max(0, found.page - 1);
    finding.kind = found.span.type;
    finding.value = found.text.simplified();
    for (const QRectF &rect : joined(found.rects))
        finding.rects.append(text.pageInfo.toUser(rect));
    if (found.page == 0)
        finding.place = QStringList {found.kind, found.at, found.part}.join(u'\t');
    finding.score = found.span.score;
    finding.why = found.span.reason;
    finding.cue = found.span.evidence;
    finding.sub = found.span.sub.isEmpty() && found.isRecognised ? u"recognised"_s : found.span.sub;
    return finding;
}

/// The same thing on the same spot: found in the text of the page and again in its picture.
bool isTwice(const QList<Finding> &findings, const Finding &again)
{
    for (auto it = findings.crbegin(); it != findings.crend() && it->page == again.page; ++it) {
        const bool isSame = it->kind == again.kind && it->place == again.place && findingmemory::keyOf(*it) == findingmemory::keyOf(again);
        if (isSame && !it->rects.isEmpty() && !again.rects.isEmpty() && it->rects.first().intersects(again.rects.first()))
            return true;
    }
    return false;
}

/// As lines, so that a marking that stands alone is seen.
QString plainOf(const FileText &text)
{
    if (text.page > 0)
        return text.words.plain();
    return text.cells.isEmpty() ? text.text : text.cells.join(u'\n');
}

} // namespace

DocumentSearch::DocumentSearch(const WorkerClient &worker, const FinderOptions &options, Classifier rules)
    : m_worker(worker)
    , m_finder(options)
    , m_rules(std::move(rules))
{
}

Result<std::unique_ptr<DocumentSearch>> DocumentSearch::make(const WorkerClient &worker, const FinderOptions &options)
{
    DW_ASSIGN(Classifier rules, Classifier::load());
    return std::unique_ptr<DocumentSearch>(new DocumentSearch(worker, options, std::move(rules)));
}

Result<SearchResult> DocumentSearch::search(const SearchedFile &file, JobContext &job, const OnText &onText) const
{
    SearchResult result;
    const auto take = [&](const FileText &text, const QList<FileFinding> &findings) {
        result.hasRead = true;
        for (const FileFinding &found : findings) {
            const Finding finding = findingOf(found, text);
            if (!isTwice(result.findings, finding))
                result.findings.append(finding);
        }
        for (const QString &marking : m_rules.markingsIn(plainOf(text))) {
            if (!result.markings.contains(marking))
                result.markings.append(marking);
        }
        if (onText)
            onText(text);
    };
    const Result<FileFindings> found = FileFinder(m_finder, m_worker).find(file.bytes, file.name, job, take);
    if (!found && found.error().code == ErrorCode::Cancelled)
        return failed(found);
    if (!found) {
        result.gaps.append({found.error().reason, found.error().args.isEmpty() ? QStringList {file.name} : found.error().args});
        return result;
    }
    result.pages = found->pages;
    for (const Error &error : found->unread)
        result.gaps.append({error.reason, error.args});
    return result;
}

} // namespace dw
