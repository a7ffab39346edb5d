#include "core/engines/redact/inspector.h"

#include "core/engines/parse/popplerdocument.h"
#include "core/engines/pdf/pdffile.h"
#include "core/engines/redact/documentparts.h"
#include "core/engines/redact/layerstates.h"

#include <QImage>
#include <QMap>

#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr int mostValues = 50;

QString text(QPDFObjectHandle value)
{
    return value.isString() ? QString::fromStdString(value.getUTF8Value()).left(300) : QString();
}

/// A box that hides words: dark, all of one colour, as wide as the word.
bool isCovered(const QImage &grey, const QRect &place)
{
    const QRect rect = place.intersected(grey.rect());
    if (rect.width() < 3 || rect.height() < 3)
        return false;
    constexpr uchar dark = 90;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        const uchar *const line = grey.constScanLine(y);
        const auto [low, high] = std::minmax_element(line + rect.left(), line + rect.right() + 1);
        if (*high > dark || *high - *low > 6)
            return false;
    }
    return true;
}

} // namespace

Inspector::Inspector(const QByteArray &pdf)
    : m_pdf(pdf)
{
}

Inspector::~Inspector() = default;

Result<QJsonObject> Inspector::run(JobContext &job)
{
    DW_ASSIGN(m_file, PdfFile::open(m_pdf));
    DW_ASSIGN(m_poppler, PopplerDocument::open(m_pdf));
    const auto read = PdfFile::guard([&]() -> Result<> {
        documentFacts();
        metadata();
        attachments();
        layers();
        const int pages = m_poppler->pageCount();
        for (int page = 0; page < pages; ++page) {
            DW_TRY(job.step(page, pages));
            pageFacts(page);
        }
        return {};
    });
    if (!read)
        return failed(read);
    return QJsonObject {{u"format"_s, u"dealward.inspect.1"_s}, {u"pages"_s, m_poppler->pageCount()},
        {u"encrypted"_s, m_file->isEncrypted()}, {u"facts"_s, m_facts}};
}

void Inspector::add(const QString &id, const QString &severity, QJsonObject more)
{
    more.insert(u"id"_s, id);
    more.insert(u"severity"_s, severity);
    m_facts.append(more);
}

void Inspector::documentFacts()
{
    static const QMap<QString, QString> severities {{u"javascript"_s, u"danger"_s}, {u"attachments"_s, u"danger"_s},
        {u"associated_files"_s, u"danger"_s}, {u"portfolio"_s, u"danger"_s}, {u"xfa"_s, u"warning"_s}, {u"form"_s, u"warning"_s},
        {u"private_data"_s, u"warning"_s}, {u"annotations"_s, u"warning"_s}, {u"signatures"_s, u"info"_s}};
    for (const QString &part : documentparts::list(m_file->qpdf())) {
        const bool hasOwnFact = part == "info"_L1 || part == "attachments"_L1 || part == "layers"_L1 || part == "annotations"_L1;
        if (!hasOwnFact)
            add(part, severities.value(part, u"info"_s));
    }
    if (m_file->isEncrypted())
        add(u"encryption"_s, u"info"_s);
    // One "startxref" for each revision; a linearised file has one more.
    const qsizetype marks = m_pdf.count("startxref") - (m_pdf.left(1500).contains("/Linearized") ? 1 : 0);
    if (marks > 1)
        add(u"earlier_revisions"_s, u"danger"_s, {{u"count"_s, marks - 1}});
    const qsizetype end = m_pdf.lastIndexOf("%%EOF");
    if (end >= 0 && m_pdf.size() - end > 16)
        add(u"bytes_after_end"_s, u"warning"_s, {{u"count"_s, m_pdf.size() - end - 5}});
}

void Inspector::metadata()
{
    QPDFObjectHandle info = m_file->qpdf().getTrailer().getKey("/Info");
    if (!info.isDictionary())
        return;
    QJsonObject values;
    for (const std::string &key : info.getKeys()) {
        const QString value = text(info.getKey(key));
        if (!value.isEmpty() && values.size() < mostValues)
            values.insert(QString::fromStdString(key).mid(1), value);
    }
    if (!values.isEmpty())
        add(u"info"_s, u"info"_s, {{u"values"_s, values}});
}

void Inspector::attachments()
{
    QPDFEmbeddedFileDocumentHelper helper(m_file->qpdf());
    QJsonArray names;
    for (const auto &[name, file] : helper.getEmbeddedFiles()) {
        if (names.size() < mostValues)
            names.append(QString::fromStdString(file->getFilename()).left(200));
    }
    if (!names.isEmpty())
        add(u"attachments"_s, u"danger"_s, {{u"count"_s, names.size()}, {u"values"_s, names}});
}

void Inspector::layers()
{
    const LayerStates states(m_file->qpdf());
    if (states.groupCount() > 0)
        add(u"layers"_s, states.offCount() > 0 ? u"danger"_s : u"info"_s, {{u"count"_s, qint64(states.groupCount())}, {u"off"_s, qint64(states.offCount())}});
}

void Inspector::pageFacts(int page)
{
    annotations(page);
    const HiddenText hidden = m_poppler->hiddenText(page);
    const auto count = [&](const QString &id, const QString &severity, int characters) {
        if (characters > 0)
            add(id, severity, {{u"page"_s, page + 1}, {u"count"_s, characters}});
    };
    count(u"text_outside_page"_s, u"danger"_s, hidden.outsideCropBox);
    count(u"invisible_text"_s, u"warning"_s, hidden.invisible);
    count(u"tiny_text"_s, u"warning"_s, hidden.tiny);
    if (hidden.total > 0)
        coveredText(page);
}

void Inspector::annotations(int page)
{
    QPDFObjectHandle holder = m_file->qpdf().getAllPages().at(std::size_t(page));
    QPDFObjectHandle list = holder.getKey("/Annots");
    if (!list.isArray())
        return;
    QMap<QString, int> kinds;
    for (QPDFObjectHandle &annotation : list.getArrayAsVector()) {
        if (annotation.isDictionary() && annotation.getKey("/Subtype").isName())
            ++kinds[QString::fromStdString(annotation.getKey("/Subtype").getName()).mid(1).toLower().left(30)];
    }
    // Marked for removal and never removed: the text is still there.
    if (const int redactions = kinds.take(u"redact"_s))
        add(u"unapplied_redactions"_s, u"danger"_s, {{u"page"_s, page + 1}, {u"count"_s, redactions}});
    for (const auto &[kind, number] : kinds.asKeyValueRange())
        add(u"annotations"_s, u"warning"_s, {{u"page"_s, page + 1}, {u"kind"_s, kind}, {u"count"_s, number}});
}

/// The classic failed redaction: words that are still there under a dark box.
void Inspector::coveredText(int page)
{
    constexpr double dpi = 72;
    const auto picture = m_poppler->render(page, dpi);
    if (!picture)
        return;
    const QImage grey = picture->convertToFormat(QImage::Format_Grayscale8);
    const double scale = m_poppler->effectiveDpi(page, dpi) / 72;
    const QList<PdfWord> words = m_poppler->text(page).words;
    QJsonArray values;
    int covered = 0;
    for (const PdfWord &word : words) {
        const QRectF inner = word.rect.adjusted(word.rect.width() * 0.1, word.rect.height() * 0.25, -word.rect.width() * 0.1, -word.rect.height() * 0.25);
        if (!isCovered(grey, QRectF(inner.topLeft() * scale, inner.size() * scale).toRect()))
            continue;
        ++covered;
        if (values.size() < mostValues)
            values.append(word.text.left(100));
    }
    if (covered > 0)
        add(u"text_under_box"_s, u"danger"_s, {{u"page"_s, page + 1}, {u"count"_s, covered}, {u"values"_s, values}});
}

} // namespace dw
