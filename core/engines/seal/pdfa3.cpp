#include "core/engines/seal/pdfa3.h"

#include "core/engines/seal/qpdfseam.h"

#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <QUuid>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr auto producer = "Dealward " DW_VERSION;

QPDFObjectHandle textObject(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

std::string pdfDate(const QDateTime &time)
{
    return time.toUTC().toString(u"'D:'yyyyMMddHHmmss'Z'"_s).toStdString();
}

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

/// XMP that says what the information dictionary says (ISO 19005-3, 6.6.2.3) and claims part 3, level B.
std::string xmp(const DocumentFacts &facts)
{
    const QByteArray time = facts.created.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s).toLatin1();
    QByteArray out = "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                     "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                     "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                     "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                     " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                     " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
                     " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
                     "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n"
                     "<dc:format>application/pdf</dc:format>\n";
    out += "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(facts.title)
        + "</rdf:li></rdf:Alt></dc:title>\n";
    out += "<dc:creator><rdf:Seq><rdf:li>" + escaped(facts.author) + "</rdf:li></rdf:Seq></dc:creator>\n";
    out += "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(facts.subject)
        + "</rdf:li></rdf:Alt></dc:description>\n";
    out += "<dc:language><rdf:Bag><rdf:li>" + escaped(facts.language) + "</rdf:li></rdf:Bag></dc:language>\n";
    out += "<pdf:Producer>" + QByteArray(producer) + "</pdf:Producer>\n<xmp:CreatorTool>" + QByteArray(producer)
        + "</xmp:CreatorTool>\n<xmp:CreateDate>" + time + "</xmp:CreateDate>\n<xmp:ModifyDate>" + time
        + "</xmp:ModifyDate>\n<xmp:MetadataDate>" + time + "</xmp:MetadataDate>\n";
    out += "<xmpMM:DocumentID>uuid:" + escaped(facts.documentId) + "</xmpMM:DocumentID>\n";
    out += "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
    return out.toStdString();
}

void setMetadata(QPDF &pdf, const DocumentFacts &facts)
{
    auto metadata = QPDFObjectHandle::newStream(&pdf, xmp(facts));
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    pdf.getRoot().replaceKey("/Metadata", metadata);
    pdf.getRoot().replaceKey("/Lang", QPDFObjectHandle::newString(facts.language.toStdString()));
    pdf.getRoot().replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    auto info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", textObject(facts.title));
    info.replaceKey("/Author", textObject(facts.author));
    info.replaceKey("/Subject", textObject(facts.subject));
    info.replaceKey("/Creator", textObject(QString::fromLatin1(producer)));
    info.replaceKey("/Producer", textObject(QString::fromLatin1(producer)));
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(pdfDate(facts.created)));
    info.replaceKey("/ModDate", QPDFObjectHandle::newString(pdfDate(facts.created)));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
}

/// Two levels of outline; the chapters are open, their parts closed.
void setBookmarks(QPDF &pdf, const QList<Bookmark> &bookmarks)
{
    if (bookmarks.isEmpty())
        return;
    const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    auto root = pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Outlines >>"));
    struct Level {
        QPDFObjectHandle parent;
        QPDFObjectHandle last;
        int count = 0;
    };
    Level top {root, {}, 0};
    Level below;
    const auto close = [](Level &level, bool isOpen) {
        if (level.count > 0)
            level.parent.replaceKey("/Count", QPDFObjectHandle::newInteger(isOpen ? level.count : -level.count));
    };
    for (const Bookmark &bookmark : bookmarks) {
        const size_t page = std::min(static_cast<size_t>(std::max(bookmark.page, 0)), pages.size() - 1);
        auto item = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", textObject(bookmark.title));
        auto target = QPDFObjectHandle::parse("[ /XYZ 0 0 null ]");
        target.setArrayItem(2, QPDFObjectHandle::newReal(bookmark.top, 1));
        target.insertItem(0, QPDFPageObjectHelper(pages.at(page)).getObjectHandle());
        item.replaceKey("/Dest", target);
        const bool isChapter = bookmark.depth == 0 || top.count == 0;
        if (isChapter) {
            close(below, false);
            below = {item, {}, 0};
        }
        Level &level = isChapter ? top : below;
        item.replaceKey("/Parent", level.parent);
        if (level.count > 0) {
            item.replaceKey("/Prev", level.last);
            level.last.replaceKey("/Next", item);
        } else {
            level.parent.replaceKey("/First", item);
        }
        level.parent.replaceKey("/Last", item);
        level.last = item;
        ++level.count;
    }
    close(below, false);
    close(top, true);
    pdf.getRoot().replaceKey("/Outlines", root);
    pdf.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

/// ISO 19005-3, 6.8: file specification with F, UF, AFRelationship, listed under the catalogue's AF.
void attach(QPDF &pdf, const AssociatedFile &file)
{
    auto stream = QPDFEFStreamObjectHelper::createEFStream(pdf, file.bytes.toStdString());
    stream.setSubtype(file.mimeType.toStdString());
    stream.setCreationDate(pdfDate(file.modified));
    stream.setModDate(pdfDate(file.modified));
    auto spec = QPDFFileSpecObjectHelper::createFileSpec(pdf, file.name.toStdString(), stream);
    spec.setDescription(file.description.toStdString());
    spec.getObjectHandle().replaceKey("/AFRelationship", QPDFObjectHandle::newName("/Data"));
    QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile(file.name.toStdString(), spec);
    auto files = QPDFObjectHandle::newArray();
    files.appendItem(spec.getObjectHandle());
    pdf.getRoot().replaceKey("/AF", files);
}

} // namespace

struct PdfA3::Private {
    QByteArray bytes; // qpdf reads from them as long as it lives.
    QPDF pdf;
    QStringList texts;
};

PdfA3::PdfA3(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}

PdfA3::PdfA3(PdfA3 &&) noexcept = default;
PdfA3 &PdfA3::operator=(PdfA3 &&) noexcept = default;
PdfA3::~PdfA3() = default;

Result<PdfA3> PdfA3::open(const QByteArray &drawing)
{
    return seal::guarded([&]() -> Result<PdfA3> {
        auto d = std::make_unique<Private>();
        d->bytes = drawing;
        seal::load(d->pdf, d->bytes);
        seal::repairToUnicode(d->pdf);
        seal::repairFontNames(d->pdf);
        d->texts = seal::pageTexts(d->pdf);
        return PdfA3(std::move(d));
    });
}

QStringList PdfA3::pageTexts() const
{
    return m_d->texts;
}

Result<QByteArray> PdfA3::finish(
    const DocumentFacts &facts, const QList<Bookmark> &bookmarks, const AssociatedFile &file, const PdfTags &tags)
{
    return seal::guarded([&]() -> Result<QByteArray> {
        setMetadata(m_d->pdf, facts);
        setBookmarks(m_d->pdf, bookmarks);
        attach(m_d->pdf, file);
        DW_TRY(seal::applyTags(m_d->pdf, tags, !facts.language.startsWith(u"zh"_s)));
        QPDFWriter writer(m_d->pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.setNewlineBeforeEndstream(true);
        writer.setMinimumPDFVersion("1.7");
        writer.write();
        return seal::take(writer);
    });
}

} // namespace dw
