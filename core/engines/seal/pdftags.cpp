#include "core/engines/seal/pdftags.h"

#include "core/engines/seal/qpdfseam.h"

#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <set>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

const std::set<std::string> pathBegins {"m", "re"};
const std::set<std::string> pathEnds {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"};

/// Puts marks around the texts and paths of one page. Operands wait for their operator, so that a mark never
/// comes between them.
class Marker final : public QPDFObjectHandle::TokenFilter
{
public:
    Marker(const QList<PdfTags::Text> &texts, bool isEnglish)
        : m_texts(texts)
        , m_isEnglish(isEnglish)
    {
    }

    void handleToken(QPDFTokenizer::Token const &token) override
    {
        if (token.getType() != QPDFTokenizer::tt_word) {
            m_waiting += token.getRawValue();
            return;
        }
        const std::string &op = token.getValue();
        if (op == "BT")
            write(beginOfText());
        else if (pathBegins.count(op) != 0 && !m_isInPath) {
            m_isInPath = true;
            write("/Artifact BMC\n");
        }
        write(m_waiting + token.getRawValue());
        m_waiting.clear();
        if (op == "ET" || (m_isInPath && pathEnds.count(op) != 0)) {
            write("\nEMC");
            m_isInPath = false;
        }
    }

    void handleEOF() override { write(m_waiting); }

    bool hasMarkedAll() const { return m_seen == m_texts.size(); }

private:
    std::string beginOfText()
    {
        const PdfTags::Text text = m_texts.value(m_seen++);
        if (!text.isMarked)
            return "/Artifact BMC\n";
        const std::string language = text.isChinese && m_isEnglish ? " /Lang (zh-CN)" : "";
        return '/' + (language.empty() ? text.type.toStdString() : std::string("Span")) + " <</MCID " + std::to_string(m_mark++)
            + language + ">> BDC\n";
    }

    const QList<PdfTags::Text> &m_texts;
    bool m_isEnglish;
    qsizetype m_seen = 0;
    int m_mark = 0;
    bool m_isInPath = false;
    std::string m_waiting;
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
        Pl_Buffer marked("marked");
        QPDFPageObjectHelper page = pages.at(i);
        page.filterContents(&marker, &marked);
        if (!marker.hasMarkedAll())
            return fail(ErrorCode::Internal, u"seal.tags"_s, {QString::number(i + 1)});
        page.getObjectHandle().replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, marked.getBufferSharedPointer()));
    }
    pdf.getRoot().replaceKey("/StructTreeRoot", TreeBuilder(pdf, tags, pages).build());
    pdf.getRoot().replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
    return {};
}

} // namespace dw
