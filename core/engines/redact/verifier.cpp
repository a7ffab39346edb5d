#include "core/engines/redact/verifier.h"

#include "core/base/normaltext.h"
#include "core/engines/parse/pdfiumdocument.h"
#include "core/engines/parse/popplerdocument.h"
#include "core/engines/pdf/pdffile.h"
#include "core/engines/redact/filecheck.h"
#include "core/engines/redact/streamprints.h"
#include "core/engines/redact/wordmatcher.h"
#include "core/engines/redact/wordscanner.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

/// About as many of the pages, evenly spread; all of them when there are no more.
QSet<int> sample(const QList<int> &pages, int most)
{
    QSet<int> result;
    const qsizetype every = std::max<qsizetype>(1, pages.size() / most);
    for (qsizetype i = 0; i < pages.size(); i += every)
        result.insert(pages.at(i));
    return result;
}

/// JPEG and JPEG 2000 are looked through as they are: they may carry comments.
bool isCodedPicture(QPDFObjectHandle filter)
{
    if (filter.isArray())
        filter = filter.getArrayNItems() > 0 ? filter.getArrayItem(filter.getArrayNItems() - 1) : QPDFObjectHandle::newNull();
    return filter.isNameAndEquals("/DCTDecode") || filter.isNameAndEquals("/DCT") || filter.isNameAndEquals("/JPXDecode");
}

} // namespace

QString Verifier::normalised(const QString &text)
{
    QString result;
    for (const QChar c : compatibilityForm(text)) {
        if (!c.isSpace())
            result += c;
    }
    return result;
}

Verifier::Verifier(Input input)
    : m_input(std::move(input))
{
    QSet<QString> known;
    for (const RedactionMark &mark : m_input.marks.marks) {
        m_marks[mark.page].append(&mark);
        const QString word = normalised(mark.word);
        if (word.isEmpty())
            continue;
        if (!known.contains(word))
            m_words.append(word);
        known.insert(word);
        if (mark.scope == MarkScope::Everywhere)
            m_everywhere.insert(word);
    }
    m_matcher = std::make_unique<WordMatcher>(m_words);
}

Verifier::~Verifier() = default;

void Verifier::find(const QString &check, const QString &what, std::optional<int> page)
{
    const QString where = page ? u" (page %1)"_s.arg(*page + 1) : QString();
    if (m_verdict.findings.size() < 100)
        m_verdict.findings.append(check + u": "_s + what + where);
    if (page && !(m_input.pictures.contains(*page) && !m_marks.contains(*page)))
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
        choosePages();
        const int count = m_output->pageCount();
        QSet<int> asked;
        for (int page = 0; page < count; ++page) {
            DW_TRY(job.step(page, count));
            checkPage(page);
            if (m_secondPages.contains(page))
                asked.insert(page);
        }
        // Where the sample shows that the readers differ, nothing is left to the sample.
        for (int page = 0; m_askEverywhere && page < count; ++page) {
            DW_TRY(job.step(page, count));
            if (!asked.contains(page))
                checkSecondReader(page, m_output->drawing(page));
        }
        checkStreams();
        checkWords();
    }
    if (m_wholeFile)
        m_verdict.pages.clear();
    m_verdict.facts = {{u"readers"_s, QJsonArray {u"poppler"_s, u"pdfium"_s, u"qpdf"_s}},
        {u"pages_read"_s, m_output ? m_output->pageCount() : 0}, {u"pages_drawn"_s, m_pagesDrawn}, {u"pages_second_reader"_s, m_pagesAsked},
        {u"words_sought"_s, m_words.size()}, {u"marks"_s, m_input.marks.marks.size()},
        {u"checks"_s, QJsonArray {u"one_revision"_s, u"allowed_keys"_s, u"page_count"_s, u"text_under_marks"_s, u"text_second_reader"_s,
                          u"boxes_uniform"_s, u"nothing_under_boxes"_s, u"pages_unchanged"_s, u"touched_streams_absent"_s, u"words_in_bytes"_s}}};
    return m_verdict;
}

/// Every page is compared item by item. Reading and drawing them by the other engine costs several times as much: of long
/// files a spread of the pages is, and those on which the items alone prove nothing.
void Verifier::choosePages()
{
    QList<int> all;
    for (int page = 0; page < m_output->pageCount(); ++page)
        all.append(page);
    const QList<int> marked = m_marks.keys();
    m_secondPages = sample(marked, mostAsked).unite(sample(all, mostAsked / 2));
    m_drawnPages = sample(marked, mostDrawn).unite(sample(all, mostDrawn / 2));
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

/// What drew on a page that is now a picture, and the pictures that reach under a mark, must not be in the file any more,
/// unless a place that was not touched shows them too.
void Verifier::checkStreams()
{
    const auto done = PdfFile::guard([&]() -> Result<> {
        QPDF &original = m_originalFile->qpdf();
        QSet<int> kept;
        for (int page = 0; page < m_original->pageCount(); ++page) {
            if (!m_input.pictures.contains(page))
                kept.insert(page);
        }
        QSet<QByteArray> touched = streamprints::ofPages(original, m_input.pictures);
        if (!touched.isEmpty())
            touched.subtract(streamprints::ofPages(original, kept));
        QSet<int> images = m_touchedImages;
        touched.unite(streamprints::ofObjects(original, images.subtract(m_untouchedImages)));
        if (touched.isEmpty())
            return {};
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
            const bool coded = isCodedPicture(head.getKey("/Filter"));
            if (picture && !coded)
                continue; // samples, not text
            const auto data = coded ? object.getRawStreamData() : object.getStreamData(qpdf_dl_generalized);
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
