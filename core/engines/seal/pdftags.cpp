#include "core/engines/seal/pdftags.h"

#include "core/engines/seal/contentscanner.h"
#include "core/engines/seal/qpdfseam.h"

#include <qpdf/QPDFPageDocumentHelper.hh>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

bool beginsPath(QByteArrayView op)
{
    return op == "m" || op == "re";
}

bool endsPath(QByteArrayView op)
{
    for (const char *one : {"f", "S", "B", "f*", "n", "s", "F", "B*", "b", "b*"}) {
        if (op == QByteArrayView(one))
            return true;
    }
    return false;
}

/// Puts marks around the texts and paths of one page, before the operands of what begins them.
class Marker
{
public:
    Marker(const QList<PdfTags::Text> &texts, bool isEnglish)
        : m_texts(texts)
        , m_isEnglish(isEnglish)
    {
    }

    QByteArray marked(const QByteArray &content)
    {
        using Scanner = seal::ContentScanner;
        QByteArray out;
        out.reserve(content.size() + 64 * m_texts.size());
        Scanner scanner(content);
        qsizetype taken = 0; // What went out already.
        qsizetype operands = -1; // Where the operands of the next operator begin.
        bool isInPath = false;
        const auto takeTo = [&](qsizetype end) {
            out += QByteArrayView(content).sliced(taken, end - taken);
            taken = end;
        };
        for (Scanner::Kind kind = scanner.next(); kind != Scanner::End; kind = scanner.next()) {
            operands = operands < 0 ? scanner.begin() : operands;
            if (kind != Scanner::Operator)
                continue;
            const QByteArrayView op = scanner.raw();
            const bool isText = op == "BT";
            if (isText || (!isInPath && beginsPath(op))) {
                takeTo(operands);
                out += isText ? beginOfText() : "/Artifact BMC\n"_ba;
                isInPath = !isText;
            }
            if (op == "ET" || (isInPath && endsPath(op))) {
                takeTo(scanner.end());
                out += "\nEMC";
                isInPath = false;
            }
            operands = -1;
        }
        takeTo(content.size());
        return out;
    }

    bool hasMarkedAll() const { return m_seen == m_texts.size(); }

private:
    QByteArray beginOfText()
    {
        const PdfTags::Text text = m_texts.value(m_seen++);
        if (!text.isMarked)
            return "/Artifact BMC\n";
        const QByteArray language = text.isChinese && m_isEnglish ? "/Lang (zh-CN)" : "";
        return '/' + (language.isEmpty() ? text.type : "Span"_ba) + " <</MCID " + QByteArray::number(m_mark++) + language + ">> BDC\n";
    }

    const QList<PdfTags::Text> &m_texts;
    bool m_isEnglish;
    qsizetype m_seen = 0;
    int m_mark = 0;
};

QPDFObjectHandle number(qsizetype value)
{
    return QPDFObjectHandle::newInteger(value);
}

/// The tree of elements with its leaves, and for each page the elements by mark.
class TreeBuilder
{
public:
    TreeBuilder(QPDF &pdf, const PdfTags &tags, std::vector<QPDFPageObjectHelper> pages)
        : m_pdf(pdf)
        , m_tags(tags)
        , m_pages(std::move(pages))
        , m_byMark(m_pages.size())
    {
        for (const PdfTags::Element &element : tags.elements()) {
            auto made = QPDFObjectHandle::newDictionary();
            made.replaceKey("/S", QPDFObjectHandle::newName('/' + element.type.toStdString()));
            m_objects.push_back(pdf.makeIndirectObject(made));
        }
    }

    QPDFObjectHandle build()
    {
        auto root = m_pdf.makeIndirectObject(
            QPDFObjectHandle::parse("<< /Type /StructTreeRoot /ClassMap << /ColumnHead << /O /Table /Scope /Column >>"
                                    " /RowHead << /O /Table /Scope /Row >> >> /RoleMap << >> >>"));
        for (qsizetype i = 0; i < m_tags.elements().size(); ++i)
            fill(i, root);
        root.replaceKey("/K", m_objects.front());
        auto numbers = QPDFObjectHandle::newArray();
        for (size_t page = 0; page < m_byMark.size(); ++page) {
            numbers.appendItem(number(qsizetype(page)));
            numbers.appendItem(m_pdf.makeIndirectObject(QPDFObjectHandle::newArray(m_byMark.at(page))));
            m_pages.at(page).getObjectHandle().replaceKey("/StructParents", number(qsizetype(page)));
            m_pages.at(page).getObjectHandle().replaceKey("/Tabs", QPDFObjectHandle::newName("/S"));
        }
        auto tree = QPDFObjectHandle::newDictionary();
        tree.replaceKey("/Nums", numbers);
        root.replaceKey("/ParentTree", m_pdf.makeIndirectObject(tree));
        root.replaceKey("/ParentTreeNextKey", number(qsizetype(m_pages.size())));
        return root;
    }

private:
    void fill(qsizetype index, QPDFObjectHandle root)
    {
        const PdfTags::Element &element = m_tags.elements().at(index);
        QPDFObjectHandle object = m_objects.at(size_t(index));
        object.replaceKey("/P", element.parent < 0 ? root : m_objects.at(size_t(element.parent)));
        if (!element.alternative.isEmpty())
            object.replaceKey("/Alt", QPDFObjectHandle::newUnicodeString(element.alternative.toStdString()));
        if (element.type == "TH") {
            const bool isInRow = m_tags.elements().at(element.parent).kids.last().element != index
                && m_tags.elements().at(m_tags.elements().at(element.parent).kids.last().element).type == "TD";
            object.replaceKey("/C", QPDFObjectHandle::newName(isInRow ? "/RowHead" : "/ColumnHead"));
        }
        int home = -1; // The page whose marks need no page of their own.
        auto kids = QPDFObjectHandle::newArray();
        for (const PdfTags::Kid &kid : element.kids) {
            if (kid.element >= 0) {
                kids.appendItem(m_objects.at(size_t(kid.element)));
                continue;
            }
            const size_t page = size_t(kid.leaf.page);
            if (home < 0) {
                home = kid.leaf.page;
                object.replaceKey("/Pg", m_pages.at(page).getObjectHandle());
            }
            kids.appendItem(kid.leaf.page == home ? number(kid.leaf.mark) : reference(page, kid.leaf.mark));
            m_byMark.at(page).push_back(object);
        }
        object.replaceKey("/K", kids);
    }

    QPDFObjectHandle reference(size_t page, int mark)
    {
        auto out = QPDFObjectHandle::parse("<< /Type /MCR >>");
        out.replaceKey("/Pg", m_pages.at(page).getObjectHandle());
        out.replaceKey("/MCID", number(mark));
        return out;
    }

    QPDF &m_pdf;
    const PdfTags &m_tags;
    std::vector<QPDFPageObjectHelper> m_pages;
    std::vector<QPDFObjectHandle> m_objects;
    std::vector<std::vector<QPDFObjectHandle>> m_byMark;
};

} // namespace

PdfTags::PdfTags()
{
    m_elements.append({"Document", -1, {}, {}});
    m_open.append(0);
}

void PdfTags::open(const QByteArray &type, const QString &alternative)
{
    const int index = int(m_elements.size());
    m_elements[m_open.last()].kids.append(Kid {index, {}});
    m_elements.append({type, m_open.last(), alternative, {}});
    m_open.append(index);
}

void PdfTags::close()
{
    if (m_open.size() > 1)
        m_open.removeLast();
}

void PdfTags::addText(int page, bool isChinese, bool isArtifact)
{
    while (m_pages.size() <= page) {
        m_pages.append(QList<Text>());
        m_marks.append(0);
    }
    const bool isMarked = !isArtifact && m_open.size() > 1;
    Element &element = m_elements[m_open.last()];
    m_pages[page].append({isMarked, isMarked ? element.type : QByteArray(), isChinese});
    if (isMarked)
        element.kids.append(Kid {-1, {page, m_marks[page]++}});
}

Result<> seal::applyTags(QPDF &pdf, const PdfTags &tags, bool isEnglish)
{
    const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    if (tags.isEmpty())
        return {};
    for (size_t i = 0; i < pages.size(); ++i) {
        const QList<PdfTags::Text> texts = tags.pages().value(qsizetype(i));
        Marker marker(texts, isEnglish);
        QPDFPageObjectHelper page = pages.at(i);
        const QByteArray marked = marker.marked(seal::contentOf(page));
        if (!marker.hasMarkedAll())
            return fail(ErrorCode::Internal, u"seal.tags"_s, {QString::number(i + 1)});
        page.getObjectHandle().replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, marked.toStdString()));
    }
    pdf.getRoot().replaceKey("/StructTreeRoot", TreeBuilder(pdf, tags, pages).build());
    pdf.getRoot().replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
    return {};
}

} // namespace dw
