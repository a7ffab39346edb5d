#include "core/engines/redact/redactor.h"

#include "core/engines/parse/pdfiumdocument.h"
#include "core/engines/parse/popplerdocument.h"
#include "core/engines/pdf/drawingbudget.h"
#include "core/engines/pdf/pdffile.h"
#include "core/engines/redact/docsanitizer.h"
#include "core/engines/redact/documentparts.h"
#include "core/engines/redact/pagecutter.h"
#include "core/engines/redact/rasteriser.h"
#include "core/engines/redact/unprovable.h"

#include <QJsonArray>
#include <QRandomGenerator>

#include <qpdf/QPDFPageDocumentHelper.hh>

using namespace Qt::StringLiterals;

namespace dw {

/// What was decided for one page.
struct Redactor::Page {
    QList<const RedactionMark *> marks;
    QMap<QString, const RedactionMark *> words; ///< That may be nowhere, with the mark that says so.
    QString pictureReason; ///< Empty: kept, or cut.
    bool cut = false;
    PageCutter::CutPage result; ///< Of a cut page.
    QList<QRectF> touched; ///< Of a cut page, default user space: what was taken, drawn or moved.
    int hiddenWords = 0;

    bool isTouched() const { return !marks.isEmpty() || !words.isEmpty(); }
};

struct Redactor::Work {
    std::unique_ptr<PdfFile> source;
    std::unique_ptr<PopplerDocument> poppler;
    QPDF target;
    std::unique_ptr<DocSanitizer> sanitizer;
    std::unique_ptr<PageCutter> cutter;
    std::unique_ptr<Rasteriser> rasteriser;
    QList<Page> pages;
    QMap<QString, int> found; ///< Mark id to further places of its word.
    QStringList removedParts;
    QList<FontScrubber::Outcome> fonts;
    QByteArray output;
};

namespace {

/// Displayed page: points, origin top-left.
QJsonArray rectangles(const QList<QRectF> &user, const PdfPageInfo &info)
{
    QJsonArray result;
    for (const QRectF &rect : user) {
        const QRectF shown = info.toDisplay(rect);
        result.append(QJsonArray {shown.left(), shown.top(), shown.right(), shown.bottom()});
    }
    return result;
}

} // namespace

Redactor::Redactor(const QByteArray &pdf, const MarkSet &marks, const RedactorOptions &options)
    : m_pdf(pdf)
    , m_marks(marks)
    , m_options(options)
{
}

Result<RedactedFile> Redactor::run(JobContext &job)
{
    Work work;
    DW_ASSIGN(work.source, PdfFile::open(m_pdf));
    const auto pageCount = PdfFile::guard([&]() -> Result<int> {
        DrawingBudget budget(work.source->qpdf());
        const std::size_t pages = work.source->qpdf().getAllPages().size();
        for (std::size_t i = 0; i < pages; ++i)
            DW_TRY(budget.check(i));
        return int(pages);
    });
    if (!pageCount)
        return failed(pageCount);
    DW_ASSIGN(work.poppler, PopplerDocument::open(m_pdf));
    const int count = work.poppler->pageCount();
    const bool disagree = *pageCount != count;
    // qpdf sees another document. What the two that draw agree on can be had as pictures; if they do not, nothing can be proven.
    if (disagree) {
        const auto second = PdfiumDocument::open(m_pdf);
        if (!second || (*second)->pageCount() != count)
            return fail(ErrorCode::Corrupt, u"pdf.engines_disagree"_s, {QString::number(*pageCount), QString::number(count)});
    }
    DW_TRY(checkMarks(count));
    work.pages.resize(count);
    for (const RedactionMark &mark : m_marks.marks)
        work.pages[mark.page].marks.append(&mark);
    for (int i = 0; i < count; ++i) {
        Page &page = work.pages[i];
        if (disagree)
            page.pictureReason = u"engines_disagree"_s;
        else if (m_options.pages.contains(i))
            page.pictureReason = u"first_proof_failed"_s;
        else if (m_options.allPages)
            page.pictureReason = u"asked"_s;
    }
    DW_TRY(planEverywhere(work, job));
    const auto built = PdfFile::guard([&]() -> Result<> { return buildPages(work, job); });
    if (!built)
        return failed(built);
    return RedactedFile {work.output, report(work)};
}

Result<> Redactor::checkMarks(int pageCount) const
{
    if (m_marks.pages && *m_marks.pages != pageCount) {
        // Marks files of long documents may count only the pages that were looked at.
        if (*m_marks.pages > pageCount || *m_marks.pages < 1)
            return fail(ErrorCode::InvalidInput, u"marks.other_file"_s, {QString::number(*m_marks.pages), QString::number(pageCount)});
    }
    for (const RedactionMark &mark : m_marks.marks) {
        if (mark.page >= pageCount)
            return fail(ErrorCode::InvalidInput, u"marks.page_outside"_s, {mark.id, QString::number(mark.page + 1), QString::number(pageCount)});
    }
    return {};
}

/// A word that may be nowhere is looked for on every page; where it stands it is marked too.
Result<> Redactor::planEverywhere(Work &work, JobContext &job)
{
    QMap<QString, const RedactionMark *> words;
    for (const RedactionMark &mark : m_marks.marks) {
        if (mark.scope == MarkScope::Everywhere && !words.contains(mark.word))
            words.insert(mark.word, &mark);
    }
    if (words.isEmpty())
        return {};
    job.setStage(u"redact.search"_s);
    for (int i = 0; i < work.pages.size(); ++i) {
        DW_TRY(job.step(i, work.pages.size()));
        const PdfPageText text = work.poppler->text(i);
        for (const auto &[word, mark] : words.asKeyValueRange()) {
            const qsizetype places = BoxPlanner::occurrences(text, word).size();
            if (places == 0)
                continue;
            work.pages[i].words.insert(word, mark);
            work.found[mark->id] += int(places);
        }
    }
    return {};
}

Result<> Redactor::buildPages(Work &work, JobContext &job)
{
    work.removedParts = documentparts::list(work.source->qpdf());
    if (work.source->isEncrypted())
        work.removedParts.append(u"encryption"_s);
    work.target.emptyPDF();
    work.sanitizer = std::make_unique<DocSanitizer>(work.source->qpdf(), work.target,
        AnnotationFlattener::Guide {[&work](int page) { return work.poppler->looks(page); }, [this, &work](int page) { return areasOf(work, page); }});
    // No file from outside can know it: marked content by this name was written here.
    const std::string spanTag = "/Proven" + std::to_string(QRandomGenerator::system()->generate64());
    work.sanitizer->keepSpans(spanTag);
    work.cutter = std::make_unique<PageCutter>(work.source->qpdf(), spanTag);
    work.rasteriser = std::make_unique<Rasteriser>(*work.poppler, work.target);
    job.setStage(u"redact.build"_s);
    for (int i = 0; i < work.pages.size(); ++i) {
        DW_TRY(job.step(i, work.pages.size()));
        DW_TRY(buildPage(work, i));
    }
    if (std::any_of(work.pages.begin(), work.pages.end(), [](const Page &page) { return !page.pictureReason.isEmpty(); }))
        work.rasteriser->finish();
    work.fonts = work.sanitizer->scrubFonts();
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Producer", QPDFObjectHandle::newUnicodeString("Dealward " DW_VERSION));
    work.target.getTrailer().replaceKey("/Info", work.target.makeIndirectObject(info));
    DW_ASSIGN(work.output, PdfFile::write(work.target));
    return {};
}

Result<> Redactor::buildPage(Work &work, int index)
{
    Page &page = work.pages[index];
    const PdfPageInfo info = work.poppler->pageInfo(index);
    if (page.isTouched() && std::size_t(index) < work.source->qpdf().getAllPages().size())
        work.sanitizer->noteCut(work.source->qpdf().getAllPages().at(std::size_t(index)));
    if (page.pictureReason.isEmpty()) {
        try {
            QPDFObjectHandle source = work.source->qpdf().getAllPages().at(std::size_t(index));
            if (page.isTouched() || work.poppler->hiddenText(index).outsideCropBox > 0)
                source = cutPage(work, page, source, info, index);
            QPDFObjectHandle copy = work.sanitizer->copyPage(source, info, page.touched);
            work.target.addPage(work.target.makeIndirectObject(copy), false);
            return {};
        } catch (const Unprovable &reason) {
            page.pictureReason = reason.reason;
        } catch (const std::bad_alloc &) {
            throw;
        } catch (const std::exception &) { // qpdf's: the page's own bytes are broken
            page.pictureReason = u"content_malformed"_s;
        }
    }
    page.cut = false;
    BoxPlanner plan(info, work.poppler->text(index));
    for (const RedactionMark *mark : std::as_const(page.marks))
        plan.add(*mark, m_options.level);
    for (const auto &[word, mark] : page.words.asKeyValueRange())
        plan.addOccurrences(word, *mark, m_options.level);
    DW_ASSIGN(QPDFObjectHandle picture, work.rasteriser->page(index, info, plan, page.hiddenWords));
    work.target.addPage(work.target.makeIndirectObject(picture), false);
    return {};
}

/// Where something may be taken or moved, as far as that can be told beforehand.
QList<QRectF> Redactor::areasOf(const Work &work, int index) const
{
    constexpr double far = 1e6;
    if (index >= work.pages.size())
        return {};
    const Page &page = work.pages.at(index);
    const bool moves = std::any_of(page.marks.begin(), page.marks.end(), [this](const RedactionMark *mark) { return mark->level.value_or(m_options.level) != RedactionLevel::A; });
    if (moves || !page.words.isEmpty())
        return {QRectF(-far, -far, 2 * far, 2 * far)};
    const PdfPageInfo info = work.poppler->pageInfo(index);
    QList<QRectF> result;
    for (const RedactionMark *mark : page.marks)
        result.append(mark->area(info));
    return result;
}

QPDFObjectHandle Redactor::cutPage(Work &work, Page &page, QPDFObjectHandle source, const PdfPageInfo &info, int index)
{
    QList<CutArea> areas;
    const auto indexOf = [this](const RedactionMark *mark) { return int(mark - m_marks.marks.constData()); };
    for (const RedactionMark *mark : std::as_const(page.marks))
        areas.append({mark->area(info), indexOf(mark), mark->level.value_or(m_options.level), mark->word});
    if (!page.words.isEmpty()) {
        BoxPlanner places(info, work.poppler->text(index));
        for (const auto &[word, mark] : page.words.asKeyValueRange()) {
            const qsizetype known = places.boxes().size();
            places.addOccurrences(word, *mark, RedactionLevel::A);
            for (qsizetype i = known; i < places.boxes().size(); ++i)
                areas.append({info.toUser(places.boxes().at(i).area), indexOf(mark), mark->level.value_or(m_options.level), word});
        }
    }
    page.result = work.cutter->cut(source, info, areas, m_marks.marks);
    page.touched = page.result.boxes + page.result.moved;
    for (const CutArea &area : std::as_const(areas))
        page.touched.append(area.rect);
    page.cut = true;
    page.hiddenWords = page.result.hiddenGlyphs;
    return page.result.page;
}

QJsonObject Redactor::report(const Work &work) const
{
    QJsonArray pictures;
    QJsonObject reasons;
    QJsonObject boxes;
    QJsonObject moved;
    int hidden = 0;
    int cut = 0;
    for (int i = 0; i < work.pages.size(); ++i) {
        const Page &page = work.pages.at(i);
        hidden += page.hiddenWords;
        cut += page.cut;
        if (page.cut) {
            const PdfPageInfo info = work.poppler->pageInfo(i);
            boxes.insert(QString::number(i + 1), rectangles(page.result.boxes, info));
            if (!page.result.moved.isEmpty())
                moved.insert(QString::number(i + 1), rectangles(page.result.moved, info));
        }
        if (page.pictureReason.isEmpty())
            continue;
        pictures.append(i);
        reasons.insert(QString::number(i + 1), page.pictureReason);
    }
    QJsonArray marks;
    for (const RedactionMark &mark : m_marks.marks)
        marks.append(markReport(work, mark));
    QJsonArray fonts;
    bool fontsKept = false;
    for (const FontScrubber::Outcome &font : work.fonts) {
        fonts.append(QJsonObject {{u"font"_s, font.font}, {u"result"_s, nameOf(font.result)}, {u"glyphs_removed"_s, font.glyphs}});
        fontsKept = fontsKept || font.result == FontScrubber::Result::Kept;
    }
    return {{u"format"_s, u"dealward.redaction.1"_s}, {u"level"_s, nameOf(m_options.level)}, {u"pages"_s, work.pages.size()},
        {u"pictures"_s, pictures}, {u"page_reasons"_s, reasons}, {u"marks"_s, marks},
        {u"removed_parts"_s, QJsonArray::fromStringList(work.removedParts)}, {u"hidden_words_dropped"_s, hidden},
        {u"boxes"_s, boxes}, {u"moved"_s, moved}, {u"cut_pages"_s, cut}, {u"fonts"_s, fonts}, {u"fonts_may_keep_unused_glyphs"_s, fontsKept}};
}

QJsonObject Redactor::markReport(const Work &work, const RedactionMark &mark) const
{
    const PdfPageInfo info = work.poppler->pageInfo(mark.page);
    const QRectF area = mark.area(info);
    const Page &page = work.pages.at(mark.page);
    QJsonObject object {{u"id"_s, mark.id}, {u"page"_s, mark.page + 1},
        {u"pdf_rect"_s, QJsonArray {area.left(), area.top(), area.right(), area.bottom()}}, {u"reason"_s, mark.reason},
        {u"level"_s, nameOf(mark.level.value_or(m_options.level))}, {u"removed"_s, true}, {u"method"_s, page.cut ? u"cut"_s : u"picture"_s}};
    if (page.cut) {
        const CutCounts counts = page.result.counts.value(int(&mark - m_marks.marks.constData()));
        object.insert(u"glyphs"_s, counts.glyphs);
        object.insert(u"images"_s, counts.images);
        object.insert(u"paths"_s, counts.paths);
        object.insert(u"others"_s, counts.others);
        if (!page.result.notes.isEmpty())
            object.insert(u"notes"_s, QJsonArray::fromStringList(page.result.notes));
    } else if (!page.pictureReason.isEmpty()) {
        object.insert(u"fallback"_s, page.pictureReason);
    }
    if (mark.scope == MarkScope::Everywhere) {
        object.insert(u"scope"_s, u"everywhere"_s);
        object.insert(u"places_found"_s, work.found.value(mark.id));
    }
    if (!area.intersects(info.cropBox))
        object.insert(u"note"_s, u"outside_visible_page"_s);
    return object;
}

} // namespace dw
