#include "core/engines/redact/inspector.h"

#include "core/engines/parse/popplerdocument.h"
#include "core/engines/pdf/drawingbudget.h"
#include "core/engines/pdf/pdffile.h"
#include "core/engines/redact/barenotes.h"
#include "core/engines/redact/coveredtext.h"
#include "core/engines/redact/documentparts.h"
#include "core/engines/redact/layerstates.h"

#include <QImage>
#include <QMap>

#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr int mostValues = 50;

QString text(QPDFObjectHandle value)
{
    return value.isString() ? QString::fromStdString(value.getUTF8Value()).left(300) : QString();
}

/// Lightness of an annotation's colour, 0 to 1; light if it has none.
double lightness(QPDFObjectHandle colour)
{
    const int count = colour.isArray() ? colour.getArrayNItems() : 0;
    double n[4] {};
    for (int i = 0; i < std::min(count, 4); ++i)
        n[i] = colour.getArrayItem(i).isNumber() ? std::clamp(colour.getArrayItem(i).getNumericValue(), 0.0, 1.0) : 0;
    if (count == 1)
        return n[0];
    if (count == 3)
        return std::max({n[0], n[1], n[2]});
    return count == 4 ? (1 - n[3]) * (1 - std::min({n[0], n[1], n[2]})) : 1;
}

/// An action, or actions by what triggers them: runs a script or a program, or sends data.
bool isDangerous(QPDFObjectHandle action, int depth = 0)
{
    if (depth > 8)
        return false;
    if (action.isArray()) {
        std::vector<QPDFObjectHandle> next = action.getArrayAsVector();
        return next.size() < 1000 && std::any_of(next.begin(), next.end(), [&](QPDFObjectHandle &item) { return isDangerous(item, depth + 1); });
    }
    if (!action.isDictionary())
        return false;
    QPDFObjectHandle kind = action.getKey("/S");
    if (action.hasKey("/JS") || kind.isNameAndEquals("/Launch") || kind.isNameAndEquals("/ImportData") || kind.isNameAndEquals("/SubmitForm"))
        return true;
    static const std::set<std::string> elsewhere {"/Parent", "/P", "/Dest", "/F", "/Fields"};
    for (const std::string &key : action.getKeys()) {
        QPDFObjectHandle value = action.getKey(key);
        if (!elsewhere.contains(key) && (value.isDictionary() || key == "/Next") && isDangerous(value, depth + 1))
            return true;
    }
    return false;
}

/// How many objects with something in them nothing leads to.
qint64 unusedObjects(QPDF &pdf)
{
    std::set<QPDFObjGen> used;
    std::vector<QPDFObjectHandle> open {pdf.getTrailer()};
    while (!open.empty()) {
        QPDFObjectHandle object = open.back();
        open.pop_back();
        if (object.isIndirect() && !used.insert(object.getObjGen()).second)
            continue;
        if (object.isArray()) {
            for (QPDFObjectHandle &item : object.getArrayAsVector())
                open.push_back(item);
        } else if (object.isDictionary() || object.isStream()) {
            QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
            for (const std::string &key : dictionary.getKeys())
                open.push_back(dictionary.getKey(key));
        }
    }
    qint64 count = 0;
    for (QPDFObjectHandle &object : pdf.getAllObjects()) {
        if (used.contains(object.getObjGen()) || (!object.isStream() && !object.isDictionary()))
            continue;
        QPDFObjectHandle kind = object.isStream() ? object.getDict().getKey("/Type") : QPDFObjectHandle::newNull();
        count += !kind.isNameAndEquals("/ObjStm") && !kind.isNameAndEquals("/XRef");
    }
    return count;
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
    const auto bearable = PdfFile::guard([&]() -> Result<> {
        DrawingBudget budget(m_file->qpdf());
        for (std::size_t page = 0; page < m_file->qpdf().getAllPages().size(); ++page)
            DW_TRY(budget.check(page));
        return {};
    });
    if (!bearable)
        return failed(bearable);
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
    if (const QStringList keys = HiddenContent::strangeCatalogKeys(m_file->qpdf()); !keys.isEmpty())
        add(u"unknown_keys"_s, u"warning"_s, {{u"count"_s, keys.size()}, {u"values"_s, QJsonArray::fromStringList(keys.mid(0, mostValues))}});
    if (m_file->isEncrypted())
        add(u"encryption"_s, u"info"_s);
    // One "startxref" for each revision; a linearised file has one more.
    const qsizetype marks = m_pdf.count("startxref") - (m_pdf.left(1500).contains("/Linearized") ? 1 : 0);
    if (marks > 1)
        add(u"earlier_revisions"_s, u"danger"_s, {{u"count"_s, marks - 1}});
    if (const qsizetype start = m_pdf.indexOf("%PDF-"); start > 0)
        add(u"bytes_before_start"_s, u"warning"_s, {{u"count"_s, start}});
    if (const qint64 unused = unusedObjects(m_file->qpdf()))
        add(u"unused_objects"_s, u"info"_s, {{u"count"_s, unused}});
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

/// Texts that a content stream carries and nobody sees.
void Inspector::hiddenContent(int page)
{
    QPDFObjectHandle holder = m_file->qpdf().getAllPages().at(std::size_t(page));
    const HiddenContent::Found found = m_hidden.ofPage(holder);
    const auto report = [&](const QString &id, const QString &severity, const QStringList &values) {
        if (!values.isEmpty())
            add(id, severity, {{u"page"_s, page + 1}, {u"count"_s, values.size()}, {u"values"_s, QJsonArray::fromStringList(values.mid(0, mostValues))}});
    };
    report(u"content_comments"_s, u"info"_s, found.comments);
    report(u"unknown_operators"_s, u"warning"_s, found.operators);
    report(u"marked_texts"_s, u"warning"_s, found.markedTexts);
    report(u"unknown_keys"_s, u"warning"_s, HiddenContent::strangeKeys(holder));
    const auto count = [&](const QString &id, int number) {
        if (number > 0)
            add(id, u"warning"_s, {{u"page"_s, page + 1}, {u"count"_s, number}});
    };
    count(u"image_alternates"_s, found.alternates);
    count(u"image_metadata"_s, found.cameraData);
}

void Inspector::pageFacts(int page)
{
    annotations(page);
    hiddenContent(page);
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
    QMap<QString, int> kinds;
    QSet<QString> telling; ///< Kinds with more than a place and a colour.
    int darkHighlights = 0;
    int actions = isDangerous(holder.getKey("/AA"));
    const int count = list.isArray() ? list.getArrayNItems() : 0;
    for (int i = 0; i < count; ++i) {
        QPDFObjectHandle annotation = list.getArrayItem(i);
        if (!annotation.isDictionary() || !annotation.getKey("/Subtype").isName())
            continue;
        const QString kind = QString::fromStdString(annotation.getKey("/Subtype").getName()).mid(1).toLower().left(30);
        if (kinds.contains(kind) || kinds.size() < mostValues)
            ++kinds[kind];
        if (kind != "link"_L1 && !BareNotes::isBare(annotation))
            telling.insert(kind);
        darkHighlights += kind == "highlight"_L1 && lightness(annotation.getKey("/C")) < 0.4;
        actions += isDangerous(annotation.getKey("/A")) || isDangerous(annotation.getKey("/AA"));
    }
    const auto report = [&](const QString &id, int found) {
        if (found > 0)
            add(id, u"danger"_s, {{u"page"_s, page + 1}, {u"count"_s, found}});
    };
    report(u"dangerous_actions"_s, actions);
    // Somebody took a marker for a redaction: the words can be selected through it.
    report(u"dark_highlights"_s, darkHighlights);
    // Marked for removal and never removed: the text is still there.
    report(u"unapplied_redactions"_s, kinds.take(u"redact"_s));
    for (const auto &[kind, number] : kinds.asKeyValueRange())
        add(u"annotations"_s, telling.contains(kind) ? u"warning"_s : u"info"_s, {{u"page"_s, page + 1}, {u"kind"_s, kind}, {u"count"_s, number}});
}

/// The classic failed redaction, words that are still there under a box, and its kin.
void Inspector::coveredText(int page)
{
    constexpr double dpi = 72;
    const auto picture = m_poppler->render(page, dpi);
    if (!picture)
        return;
    const PageDrawing drawing = m_poppler->drawing(page);
    CoveredText covered(drawing, *picture, m_poppler->effectiveDpi(page, dpi) / 72);
    covered.run();
    const auto report = [&](const QString &id, const QString &severity, const QStringList &words) {
        if (words.isEmpty())
            return;
        QStringList values = words.mid(0, mostValues);
        for (QString &value : values)
            value.truncate(100);
        add(id, severity, {{u"page"_s, page + 1}, {u"count"_s, words.size()}, {u"values"_s, QJsonArray::fromStringList(values)}});
    };
    report(u"text_under_box"_s, u"danger"_s, covered.underBox);
    report(u"text_seen_through_box"_s, u"danger"_s, covered.seenThrough);
    report(u"text_under_cover"_s, u"warning"_s, covered.underCover);
    report(u"unseen_text"_s, u"warning"_s, covered.unseen);
}

} // namespace dw
