#include "core/base/normaltext.h"
#include "core/engines/parse/pdfiumdocument.h"
#include "core/engines/parse/popplerdocument.h"
#include "core/engines/pdf/pdffile.h"
#include "core/engines/redact/drawingcheck.h"
#include "core/engines/redact/pixelcheck.h"
#include "core/engines/redact/rowindex.h"
#include "core/engines/redact/verifier.h"
#include "core/engines/redact/wordmatcher.h"

#include <QHash>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

/// Characters whose reading is a matter of taste: hyphens that end a line, controls, what is no character.
bool isCounted(QChar c)
{
    return !c.isSpace() && c.unicode() > 0x1f && c.unicode() != 0xad && c.unicode() < 0xfff0 && c != u'-' && c != u'\u2010' && c != u'\u2011';
}

/// True if the second reading has a character more often than the first.
bool saysMore(QStringView first, QStringView second)
{
    QHash<char16_t, int> counts;
    for (const QChar c : first)
        counts[c.unicode()] += isCounted(c);
    return std::any_of(second.begin(), second.end(), [&](QChar c) { return isCounted(c) && --counts[c.unicode()] < 0; });
}

/// The glyph that a place in the text belongs to.
qsizetype glyphAt(const PageDrawing &drawing, qsizetype place)
{
    const auto after = std::upper_bound(drawing.glyphs.begin(), drawing.glyphs.end(), place, [](qsizetype at, const DrawnGlyph &glyph) { return at < glyph.at; });
    return after - drawing.glyphs.begin() - 1;
}

/// A part of the character that one would notice is in the area.
bool reachesInto(const QRectF &character, const QRectF &area)
{
    const QRectF common = character.intersected(area);
    return common.isValid() && common.width() * common.height() > 0.2 * character.width() * character.height();
}

/// Pairs of numbers, also those of arrays in the array.
void collectPoints(QPDFObjectHandle array, QPolygonF &points, int depth = 0)
{
    const int count = array.isArray() && depth < 3 ? array.getArrayNItems() : 0;
    for (int i = 0; i < count; ++i) {
        QPDFObjectHandle item = array.getArrayItem(i);
        if (item.isArray()) {
            collectPoints(item, points, depth + 1);
        } else if (item.isNumber() && i + 1 < count && array.getArrayItem(i + 1).isNumber()) {
            ++i;
            points.append(QPointF(item.getNumericValue(), array.getArrayItem(i).getNumericValue()));
        }
    }
}

} // namespace

/// The same page by both engines, in the same size.
struct Verifier::Pictures {
    QImage before; ///< Null unless asked for.
    QImage after;
    QImage secondBefore;
    QImage secondAfter;
    double scale = 1; ///< Pixels per point.
};

Result<Verifier::Pictures> Verifier::draw(int page, bool withOriginal)
{
    Pictures result;
    const double dpi = m_output->effectiveDpi(page, checkDpi);
    result.scale = dpi / 72;
    DW_ASSIGN(result.after, m_output->render(page, dpi));
    result.secondAfter = m_second->render(page, result.after.size());
    ++m_pagesDrawn;
    if (!withOriginal)
        return result;
    DW_ASSIGN(result.before, m_original->render(page, dpi));
    if (!m_secondOriginal) {
        DW_ASSIGN(m_secondOriginal, PdfiumDocument::open(m_input.original));
    }
    if (m_secondOriginal->pageCount() == m_original->pageCount())
        result.secondBefore = m_secondOriginal->render(page, result.after.size());
    return result;
}

QList<QRectF> Verifier::markAreas(int page) const
{
    const PdfPageInfo info = m_original->pageInfo(page);
    QList<QRectF> areas;
    for (const RedactionMark *mark : m_marks.value(page))
        areas.append(info.toDisplay(mark->area(info)));
    return areas;
}

QList<QRectF> Verifier::annotationAreas(int page)
{
    const PdfPageInfo info = m_original->pageInfo(page);
    QList<QRectF> areas;
    (void)PdfFile::guard([&]() -> Result<> {
        QPDFObjectHandle holder = m_originalFile->qpdf().getAllPages().at(std::size_t(page));
        QPDFObjectHandle list = holder.getKey("/Annots");
        for (int i = 0; list.isArray() && i < list.getArrayNItems(); ++i) {
            QPDFObjectHandle annotation = list.getArrayItem(i);
            if (!annotation.isDictionary() || annotation.getKey("/Subtype").isNameAndEquals("/Link"))
                continue;
            for (const char *key : {"/Rect", "/QuadPoints", "/InkList", "/Vertices", "/L"}) { // where readers may draw it
                QPolygonF points;
                collectPoints(annotation.getKey(key), points);
                if (points.size() < 2)
                    continue;
                const QRectF box = points.boundingRect();
                const double round = std::string_view(key) == "/QuadPoints" ? std::min(0.3 * std::min(box.width(), box.height()), 20.0) : 0; // ends of highlights
                areas.append(info.toDisplay(box).adjusted(-2 - round, -2 - round, 2 + round, 2 + round));
            }
        }
        return {};
    });
    return areas;
}

void Verifier::checkPage(int page)
{
    const PdfPageInfo before = m_original->pageInfo(page);
    const PdfPageInfo after = m_output->pageInfo(page);
    const QSizeF change = before.displaySize() - after.displaySize();
    if (std::abs(change.width()) > 0.01 || std::abs(change.height()) > 0.01 || before.rotation != after.rotation)
        find(u"pages_unchanged"_s, u"page size"_s, page);
    const PageDrawing shown = m_output->drawing(page);
    checkWordsOf(page, shown);
    if (m_secondPages.contains(page))
        checkSecondReader(page, shown);
    if (m_input.pictures.contains(page))
        checkPicture(page, shown);
    else if (m_marks.contains(page) || m_input.boxes.contains(page))
        checkCutPage(page, shown);
    else
        checkKeptPage(page, shown);
}

void Verifier::checkWordsOf(int page, const PageDrawing &shown)
{
    const QList<QRectF> areas = markAreas(page);
    const QList<const RedactionMark *> marks = m_marks.value(page);
    QStringList words;
    for (const RedactionMark *mark : marks)
        words.append(normalised(mark->word));
    for (const WordMatcher::Hit &hit : m_matcher->find(shown.text)) {
        const QString &word = m_words.at(hit.word);
        if (m_everywhere.contains(word))
            find(u"text_under_marks"_s, u"a word that may be nowhere"_s, page);
        else
            m_visible.insert(word);
        for (qsizetype i = 0; i < marks.size(); ++i) {
            if (words.at(i) != word)
                continue;
            for (qsizetype glyph = glyphAt(shown, hit.at), last = glyphAt(shown, hit.at + word.size() - 1); glyph <= last; ++glyph) {
                if (glyph >= 0 && reachesInto(shown.glyphs.at(glyph).box, areas.at(i)))
                    return find(u"text_under_marks"_s, u"the marked word, mark "_s + marks.at(i)->id, page);
            }
        }
    }
}

/// PDFium must not show more than Poppler does where something was removed: what only one reader shows is unproven.
void Verifier::checkSecondReader(int page, const PageDrawing &shown)
{
    ++m_pagesAsked;
    const QString second = normalised(m_second->text(page));
    QMap<int, qsizetype> more;
    for (const WordMatcher::Hit &hit : m_matcher->find(second))
        ++more[hit.word];
    for (const WordMatcher::Hit &hit : m_matcher->find(shown.text))
        --more[hit.word];
    for (const auto &[word, count] : more.asKeyValueRange()) {
        if (count <= 0 || (!m_marks.contains(page) && !m_everywhere.contains(m_words.at(word))))
            continue;
        // It may have read the lines in another order; then the word is nowhere near the marks.
        m_askEverywhere = true;
        if (m_everywhere.contains(m_words.at(word)))
            find(u"text_second_reader"_s, u"a word that may be nowhere"_s, page);
    }
    if (!m_marks.contains(page) || !saysMore(shown.text, second))
        return;
    m_askEverywhere = true;
    const PdfPageInfo info = m_output->pageInfo(page);
    QList<QRectF> areas;
    for (const QRectF &area : markAreas(page)) {
        const double x = std::min(0.15 * area.width(), 0.5);
        const double y = std::min(0.25 * area.height(), 0.25 * area.width());
        areas.append(info.toUser(area.adjusted(x, y, -x, -y)));
    }
    const auto under = m_second->textIn(page, areas);
    const QList<const RedactionMark *> marks = m_marks.value(page);
    const bool labelled = std::any_of(marks.begin(), marks.end(), [](const RedactionMark *mark) { return !mark->label.isEmpty(); });
    if (!under)
        find(u"text_second_reader"_s, u"too much to tell"_s, page);
    else if (!normalised(*under).isEmpty() && !labelled)
        find(u"text_second_reader"_s, u"a character under a mark that only PDFium shows"_s, page);
}

/// A picture must show what the page showed: where there was ink there is ink. Compared coarsely, because thin lines and
/// small letters come out lighter or darker when they are drawn at another resolution; what became black is a box.
void Verifier::checkPicture(int page, const PageDrawing &shown)
{
    const QList<QRectF> areas = markAreas(page);
    const RowIndex index(areas);
    for (const DrawnGlyph &glyph : shown.glyphs) {
        if (glyph.length > 0 && index.any(glyph.box, [&](const QRectF &area) { return DrawingCheck::isUnder(glyph.box, area); })) {
            find(u"text_under_marks"_s, u"a character"_s, page);
            break;
        }
    }
    const auto after = draw(page, false);
    const auto before = m_original->render(page, checkDpi);
    if (!before || !after)
        return find(u"pages_unchanged"_s, u"not drawn"_s, page);
    checkBoxes(page, *after);
    if (!pixelcheck::hasInkOf(*before, after->after))
        find(u"pages_unchanged"_s, u"the picture lacks what the page shows"_s, page);
}

void Verifier::checkBoxes(int page, const Pictures &pictures)
{
    const QList<const RedactionMark *> marks = m_marks.value(page);
    const QList<QRectF> areas = markAreas(page);
    const RowIndex moved(m_input.moved.value(page));
    for (qsizetype i = 0; i < marks.size(); ++i) {
        const double side = moved.isNear(areas.at(i), 0) ? 1 : 0; // the box goes along with its line
        for (const QImage &image : {pictures.after, pictures.secondAfter}) {
            if (!pixelcheck::isBlack(image, pictures.scale, areas.at(i).adjusted(side, 0, -side, 0), !marks.at(i)->label.isEmpty()))
                find(u"boxes_uniform"_s, u"mark "_s + marks.at(i)->id, page);
        }
    }
}

void Verifier::checkCutPage(int page, const PageDrawing &shown)
{
    const PageDrawing before = m_original->drawing(page);
    DrawingCheck::Areas areas;
    areas.marks = markAreas(page);
    areas.boxes = m_input.boxes.value(page) + areas.marks;
    areas.moved = m_input.moved.value(page);
    areas.page = QRectF(QPointF(0, 0), m_original->pageInfo(page).displaySize());
    for (const RedactionMark *mark : m_marks.value(page))
        areas.labels.append(mark->label);
    DrawingCheck check(before, shown, areas);
    check.run();
    for (const QString &finding : std::as_const(check.underMarks))
        find(u"text_under_marks"_s, finding, page);
    for (const QString &finding : std::as_const(check.lost))
        find(u"pages_unchanged"_s, finding, page);
    m_touchedImages.unite(check.touchedImages);
    for (const DrawnItem &item : before.items) {
        if (item.kind == DrawnItem::Kind::Image && !check.touchedImages.contains(item.image))
            m_untouchedImages.insert(item.image);
    }
    if (!check.underMarks.isEmpty() || !check.lost.isEmpty())
        return; // a picture in any case
    if (!check.mustBeDrawn && !m_drawnPages.contains(page))
        return;
    const auto pictures = draw(page, true);
    if (!pictures)
        return find(u"pages_unchanged"_s, u"not drawn"_s, page);
    checkBoxes(page, *pictures);
    checkUnchanged(page, *pictures, areas.boxes + areas.moved);
    if (check.mustBeDrawn)
        checkUnderBoxes(page, areas.boxes);
}

/// A picture that was cut is black under the box, not only under a rectangle drawn over it.
void Verifier::checkUnderBoxes(int page, const QList<QRectF> &boxes)
{
    const double dpi = m_output->effectiveDpi(page, checkDpi);
    const auto picture = m_output->renderUncovered(page, dpi, boxes);
    if (!picture)
        return find(u"nothing_under_boxes"_s, u"not drawn"_s, page);
    const QList<const RedactionMark *> marks = m_marks.value(page);
    const QList<QRectF> areas = markAreas(page);
    for (qsizetype i = 0; i < areas.size(); ++i) {
        if (marks.at(i)->label.isEmpty() && pixelcheck::hasInk(*picture, dpi / 72, areas.at(i)))
            find(u"nothing_under_boxes"_s, u"mark "_s + marks.at(i)->id, page);
    }
}

void Verifier::checkUnchanged(int page, const Pictures &pictures, const QList<QRectF> &except)
{
    if (!pixelcheck::isSame(pictures.before, pictures.after, pictures.scale, except))
        find(u"pages_unchanged"_s, u"its picture"_s, page);
    // A page that PDFium cannot draw at all is judged by Poppler alone.
    // Notes are part of the page now, and PDFium draws those of the original its own way, or not at all.
    if (!pictures.secondBefore.isNull() && !pixelcheck::isSame(pictures.secondBefore, pictures.secondAfter, pictures.scale, except + annotationAreas(page)))
        find(u"pages_unchanged"_s, u"its picture by the second reader"_s, page);
}

/// A kept page must say and show exactly what it did.
void Verifier::checkKeptPage(int page, const PageDrawing &shown)
{
    const PageDrawing before = m_original->drawing(page);
    for (const DrawnItem &item : before.items) {
        if (item.kind == DrawnItem::Kind::Image)
            m_untouchedImages.insert(item.image);
    }
    DrawingCheck::Areas areas;
    areas.page = QRectF(QPointF(0, 0), m_original->pageInfo(page).displaySize());
    DrawingCheck check(before, shown, areas);
    check.run();
    for (const QString &finding : std::as_const(check.lost))
        find(u"pages_unchanged"_s, finding, page);
    if (!m_drawnPages.contains(page) || !check.lost.isEmpty())
        return;
    const auto pictures = draw(page, true);
    if (!pictures)
        return find(u"pages_unchanged"_s, u"not drawn"_s, page);
    checkUnchanged(page, *pictures, {});
}

} // namespace dw
