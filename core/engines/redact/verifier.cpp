#include "core/engines/redact/verifier.h"

#include "core/base/normaltext.h"
#include "core/engines/parse/pdfiumdocument.h"
#include "core/engines/parse/popplerdocument.h"
#include "core/engines/pdf/pdffile.h"
#include "core/engines/redact/filecheck.h"
#include "core/engines/redact/streamprints.h"
#include "core/engines/redact/wordscanner.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr int picturesToCompare = 24; ///< Of pages that were kept; marked ones are all looked at.
constexpr double checkDpi = 72;

QString normalised(const QString &text)
{
    QString result;
    for (const QChar c : compatibilityForm(text)) {
        if (!c.isSpace())
            result += c;
    }
    return result;
}

/// The characters of a page in reading order, with their places.
struct Characters {
    QString text;
    QList<QRectF> places;

    explicit Characters(const PdfPageText &page)
    {
        for (const PdfWord &word : page.words) {
            for (qsizetype i = 0; i < word.text.size(); ++i) {
                const QString piece = normalised(word.text.mid(i, 1));
                text += piece.isEmpty() ? QString(word.text.at(i)) : piece;
                places.insert(places.size(), std::max<qsizetype>(1, piece.size()), word.charRects.at(i));
            }
        }
    }
};

/// The centre of a character lies in the mark, but not in its outermost edge, where neighbours begin.
bool isUnder(const QRectF &character, const QRectF &mark)
{
    const double x = std::min(0.15 * mark.width(), 0.5);
    const double y = std::min(0.25 * mark.height(), 0.25 * mark.width());
    return mark.adjusted(x, y, -x, -y).contains(character.center());
}

QImage small(const QImage &image, QSize size)
{
    return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
}

/// The darkest of a pixel and its neighbours: a letter on the edge of two cells may be drawn in either.
int mostInkNear(const QImage &grey, int x, int y)
{
    int most = 0;
    for (int v = std::max(0, y - 1); v <= std::min(grey.height() - 1, y + 1); ++v) {
        for (int u = std::max(0, x - 1); u <= std::min(grey.width() - 1, x + 1); ++u)
            most = std::max(most, 255 - grey.constScanLine(v)[u]);
    }
    return most;
}

} // namespace

Verifier::Verifier(Input input)
    : m_input(std::move(input))
{
    for (const RedactionMark &mark : m_input.marks.marks) {
        const QString word = normalised(mark.word);
        if (!word.isEmpty() && !m_words.contains(word))
            m_words.append(word);
        if (mark.scope == MarkScope::Everywhere)
            m_everywhere.insert(word);
    }
}

Verifier::~Verifier() = default;

void Verifier::find(const QString &check, const QString &what, std::optional<int> page)
{
    const QString where = page ? u" (page %1)"_s.arg(*page + 1) : QString();
    if (m_verdict.findings.size() < 100)
        m_verdict.findings.append(check + u": "_s + what + where);
    if (page && !(m_input.pictures.contains(*page) && marksOf(*page).isEmpty()))
        m_verdict.pages.insert(*page);
    else
        m_wholeFile = true;
}

Result<> Verifier::open()
{
    DW_ASSIGN(m_originalFile, PdfFile::open(m_input.original));
    DW_ASSIGN(m_outputFile, PdfFile::open(m_input.output));
    DW_ASSIGN(m_original, PopplerDocument::open(m_input.original));
    DW_ASSIGN(m_output, PopplerDocument::open(m_input.output));
    DW_ASSIGN(m_second, PdfiumDocument::open(m_input.output));
    return {};
}

Result<Verifier::Verdict> Verifier::run(JobContext &job)
{
    if (const auto opened = open(); !opened) {
        find(u"open"_s, opened.error().reason);
    } else {
        checkFile();
        for (int page = 0; page < m_output->pageCount(); ++page) {
            DW_TRY(job.step(page, m_output->pageCount()));
            checkPage(page);
        }
        checkStreams();
        checkWords();
    }
    if (m_wholeFile)
        m_verdict.pages.clear();
    m_verdict.facts = {{u"readers"_s, QJsonArray {u"poppler"_s, u"pdfium"_s, u"qpdf"_s}},
        {u"pages_read"_s, m_output ? m_output->pageCount() : 0}, {u"pages_compared"_s, m_picturesCompared},
        {u"words_sought"_s, m_words.size()}, {u"marks"_s, m_input.marks.marks.size()},
        {u"checks"_s, QJsonArray {u"one_revision"_s, u"allowed_keys"_s, u"page_count"_s, u"text_under_marks"_s, u"text_second_reader"_s,
                          u"boxes_uniform"_s, u"pages_unchanged"_s, u"touched_streams_absent"_s, u"words_in_bytes"_s}}};
    return m_verdict;
}

void Verifier::checkFile()
{
    for (const QString &finding : filecheck::shape(m_input.output))
        find(u"file"_s, finding);
    if (m_outputFile->isEncrypted())
        find(u"file"_s, u"encrypted"_s);
    const int pages = m_original->pageCount();
    if (m_output->pageCount() != pages || m_second->pageCount() != pages)
        find(u"page_count"_s, u"differs"_s);
    const auto keys = PdfFile::guard([&]() -> Result<QStringList> { return filecheck::unknownKeys(m_outputFile->qpdf()); });
    if (!keys)
        find(u"allowed_keys"_s, keys.error().reason);
    else if (!keys->isEmpty())
        find(u"allowed_keys"_s, keys->join(u' '));
}

QList<const RedactionMark *> Verifier::marksOf(int page) const
{
    QList<const RedactionMark *> result;
    for (const RedactionMark &mark : m_input.marks.marks) {
        if (mark.page == page)
            result.append(&mark);
    }
    return result;
}

void Verifier::checkPage(int page)
{
    const PdfPageInfo before = m_original->pageInfo(page);
    const PdfPageInfo after = m_output->pageInfo(page);
    if ((before.displaySize() - after.displaySize()).width() > 0.01 || std::abs(before.displaySize().height() - after.displaySize().height()) > 0.01
        || before.rotation != after.rotation)
        find(u"pages_unchanged"_s, u"page size"_s, page);
    const PdfPageText shown = m_output->text(page);
    const QString text = Characters(shown).text;
    for (const QString &word : std::as_const(m_words)) {
        if (!text.contains(word))
            continue;
        if (m_everywhere.contains(word))
            find(u"text_under_marks"_s, u"a word that may be nowhere"_s, page);
        else
            m_visible.insert(word);
    }
    checkSecondReader(page, shown);
    if (!marksOf(page).isEmpty()) {
        checkMarkedText(page, shown);
        checkBoxes(page);
    }
    if (m_input.pictures.contains(page))
        checkPicture(page);
    else if (marksOf(page).isEmpty())
        checkKeptPage(page, shown);
    else
        find(u"text_under_marks"_s, u"a marked page is not a picture"_s, page);
}

void Verifier::checkMarkedText(int page, const PdfPageText &shown)
{
    const Characters characters(shown);
    const PdfPageInfo info = m_original->pageInfo(page);
    for (const RedactionMark *mark : marksOf(page)) {
        const QRectF area = info.toDisplay(mark->area(info));
        for (const QRectF &place : characters.places) {
            if (isUnder(place, area)) {
                find(u"text_under_marks"_s, u"a character, mark "_s + mark->id, page);
                break;
            }
        }
        const QString word = normalised(mark->word);
        for (qsizetype at = word.isEmpty() ? -1 : characters.text.indexOf(word); at >= 0; at = characters.text.indexOf(word, at + 1)) {
            const auto first = characters.places.begin() + at;
            if (std::any_of(first, first + word.size(), [&](const QRectF &place) { return place.intersects(area); }))
                find(u"text_under_marks"_s, u"the marked word, mark "_s + mark->id, page);
        }
    }
}

/// PDFium must not show more of a word than Poppler does: what only one reader shows is unproven.
void Verifier::checkSecondReader(int page, const PdfPageText &shown)
{
    if (m_words.isEmpty())
        return;
    const QString second = normalised(m_second->text(page));
    const QString first = Characters(shown).text;
    for (const QString &word : std::as_const(m_words)) {
        if (second.count(word) > first.count(word) && (m_everywhere.contains(word) || !marksOf(page).isEmpty()))
            find(u"text_second_reader"_s, u"a marked word that only PDFium shows"_s, page);
    }
}

void Verifier::checkBoxes(int page)
{
    const PdfPageInfo info = m_original->pageInfo(page);
    const double dpi = m_output->effectiveDpi(page, checkDpi);
    const auto first = m_output->render(page, dpi);
    if (!first)
        return find(u"boxes_uniform"_s, first.error().reason, page);
    const QImage second = m_second->render(page, first->size());
    for (const QImage &image : {first->convertToFormat(QImage::Format_Grayscale8), second.convertToFormat(QImage::Format_Grayscale8)}) {
        const double scale = image.width() / std::max(1.0, info.displaySize().width());
        for (const RedactionMark *mark : marksOf(page)) {
            const QRectF area = info.toDisplay(mark->area(info));
            const QRect inside = QRectF(area.topLeft() * scale, area.size() * scale).toAlignedRect().adjusted(2, 2, -2, -2).intersected(image.rect());
            int light = 0;
            for (int y = inside.top(); y <= inside.bottom(); ++y) {
                const uchar *const line = image.constScanLine(y);
                light += int(std::count_if(line + inside.left(), line + inside.right() + 1, [](uchar value) { return value > 48; }));
            }
            // A label is white on black: less than half of the box.
            const int allowed = mark->label.isEmpty() || inside.isEmpty() ? 0 : inside.width() * inside.height() / 2;
            if (light > allowed)
                find(u"boxes_uniform"_s, u"mark "_s + mark->id, page);
        }
    }
}

/// A picture must show what the page showed: where there was ink there is ink. Compared coarsely, because thin lines and
/// small letters come out lighter or darker when they are drawn at another resolution; what became black is a box.
void Verifier::checkPicture(int page)
{
    const auto before = m_original->render(page, checkDpi);
    const auto after = m_output->render(page, checkDpi);
    if (!before || !after)
        return find(u"pages_unchanged"_s, u"not drawn"_s, page);
    const QSize size = (before->size() / 6).expandedTo(QSize(1, 1));
    const QImage a = small(*before, size);
    const QImage b = small(*after, size);
    int lost = 0;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const int ink = 255 - a.constScanLine(y)[x];
            lost += ink > 32 && mostInkNear(b, x, y) < ink * 0.15;
        }
    }
    if (lost > std::max(2, size.width() * size.height() / 200))
        find(u"pages_unchanged"_s, u"the picture lacks what the page shows"_s, page);
}

/// A kept page must say and show exactly what it did.
void Verifier::checkKeptPage(int page, const PdfPageText &shown)
{
    if (Characters(m_original->text(page)).text != Characters(shown).text)
        find(u"pages_unchanged"_s, u"text of a kept page"_s, page);
    const int every = std::max(1, m_output->pageCount() / picturesToCompare);
    if (page % every != 0)
        return;
    ++m_picturesCompared;
    const auto before = m_original->render(page, 50);
    const auto after = m_output->render(page, 50);
    if (!before || !after || before->size() != after->size())
        return find(u"pages_unchanged"_s, u"not drawn"_s, page);
    const QImage a = before->convertToFormat(QImage::Format_Grayscale8);
    const QImage b = after->convertToFormat(QImage::Format_Grayscale8);
    int changed = 0;
    for (int y = 0; y < a.height(); ++y) {
        const uchar *const one = a.constScanLine(y);
        const uchar *const two = b.constScanLine(y);
        for (int x = 0; x < a.width(); ++x)
            changed += std::abs(one[x] - two[x]) > 48;
    }
    if (changed > a.width() * a.height() / 1000)
        find(u"pages_unchanged"_s, u"picture of a kept page"_s, page);
}

/// What drew on a marked page and on no kept one must not be in the file any more.
void Verifier::checkStreams()
{
    const auto done = PdfFile::guard([&]() -> Result<> {
        QSet<int> kept;
        for (int page = 0; page < m_original->pageCount(); ++page) {
            if (!m_input.pictures.contains(page))
                kept.insert(page);
        }
        QSet<QByteArray> touched = streamprints::ofPages(m_originalFile->qpdf(), m_input.pictures);
        touched.subtract(streamprints::ofPages(m_originalFile->qpdf(), kept));
        if (touched.intersects(streamprints::ofAll(m_outputFile->qpdf())))
            find(u"touched_streams_absent"_s, u"a stream of a marked page"_s);
        return {};
    });
    if (!done)
        find(u"touched_streams_absent"_s, done.error().reason);
}

/// Every string and stream of the file in every encoding. A word that is still shown elsewhere (scope "place") may be in
/// content; one that is shown nowhere may be in nothing.
void Verifier::checkWords()
{
    if (m_words.isEmpty())
        return;
    const WordScanner scanner(m_words);
    const auto report = [&](const QSet<int> &found, bool content, bool program) {
        for (const int index : found) {
            const QString &word = m_words.at(index);
            const bool everywhere = m_everywhere.contains(word);
            if ((content && m_visible.contains(word)) || (program && !everywhere))
                continue;
            find(u"words_in_bytes"_s, content ? u"content"_s : program ? u"font or profile"_s : u"object"_s);
        }
    };
    const auto done = PdfFile::guard([&]() -> Result<> {
        report(scanner.scan(m_input.output), false, true);
        for (QPDFObjectHandle &object : m_outputFile->qpdf().getAllObjects()) {
            QPDFObjectHandle head = object.isStream() ? object.getDict() : object;
            const std::string text = head.unparseResolved();
            report(scanner.scanStrings(QByteArrayView(text.data(), qsizetype(text.size()))), false, false);
            if (!object.isStream())
                continue;
            const bool picture = head.getKey("/Subtype").isNameAndEquals("/Image");
            const bool plainText = !head.hasKey("/Length1") && !head.hasKey("/N") && !head.hasKey("/FunctionType");
            const std::string filter = head.getKey("/Filter").unparse();
            const bool coded = filter.find("DCT") != std::string::npos || filter.find("JPX") != std::string::npos;
            if (picture && !coded)
                continue; // samples, not text
            const auto data = object.getStreamData(coded ? qpdf_dl_none : qpdf_dl_generalized);
            const QByteArrayView bytes(reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize()));
            const bool content = plainText && !picture;
            report(scanner.scan(bytes), content, !content);
            if (content)
                report(scanner.scanStrings(bytes), true, false);
        }
        return {};
    });
    if (!done)
        find(u"words_in_bytes"_s, done.error().reason);
}

} // namespace dw
