#include "core/engines/seal/glyphtext.h"
#include "core/engines/seal/qpdfseam.h"
#include "core/engines/seal/releasepackage.h"

#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr double side = 600; // The drawing is square; it is scaled to each page.
const QColor pale(0xd9, 0xdd, 0xe4);
const QColor small(0x6b, 0x74, 0x86);

void paint(QPainter &painter, const Watermark &watermark)
{
    const GlyphText large(15);
    const GlyphText foot(6);
    const QString text = watermark.line.isEmpty() ? watermark.id : QString(watermark.line + u" · " + watermark.id);
    painter.save();
    painter.translate(side / 2, side / 2);
    painter.rotate(-32);
    painter.setPen(pale);
    const double width = std::max(large.width(text) + 60, 180.0);
    int row = 0;
    for (double y = -side * 0.75; y < side * 0.75; y += 110, ++row) {
        for (double x = -side * 1.2 + (row % 2) * width / 2; x < side * 1.2; x += width)
            large.draw(painter, QPointF(x, y), text);
    }
    painter.restore();
    painter.setPen(small);
    foot.draw(painter, QPointF(12, side - 6), foot.elided(text, side - 24));
}

/// Behind the page's own content the mark would vanish under pictures, before it would hide text: so it is laid
/// over the page and multiplied with what is there.
QPDFObjectHandle multiplied(QPDF &pdf, QPDFObjectHandle form)
{
    auto dict = form.getDict();
    dict.replaceKey("/Group", QPDFObjectHandle::parse("<< /S /Transparency /CS /DeviceRGB >>"));
    return pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /ExtGState /BM /Multiply >>"));
}

std::string number(double value)
{
    return QByteArray::number(value, 'f', 4).toStdString();
}

/// Stretches the square drawing over the page's box without distorting it: the shorter side is cut.
std::string placement(const QPDFObjectHandle::Rectangle &box)
{
    const double width = box.urx - box.llx;
    const double height = box.ury - box.lly;
    const double scale = std::max(width, height) / side;
    const double x = box.llx + (width - side * scale) / 2;
    // The foot line stands at the drawing's bottom left: keep that corner on the page.
    return "\nq " + number(box.llx) + ' ' + number(box.lly) + ' ' + number(width) + ' ' + number(height)
        + " re W n /DwMarkState gs " + number(scale) + " 0 0 " + number(scale) + ' '
        + number(std::max(x, box.llx)) + ' ' + number(box.lly) + " cm /DwMark Do Q\n";
}

void markPage(QPDF &pdf, QPDFPageObjectHelper &page, QPDFObjectHandle form, QPDFObjectHandle state)
{
    auto resources = page.getAttribute("/Resources", true);
    if (!resources.isDictionary())
        resources = page.getObjectHandle().replaceKeyAndGetNew("/Resources", QPDFObjectHandle::newDictionary());
    const auto put = [&](const char *kind, const char *name, QPDFObjectHandle value) {
        if (!resources.getKey(kind).isDictionary())
            resources.replaceKey(kind, QPDFObjectHandle::newDictionary());
        auto own = resources.getKey(kind).shallowCopy(); // It may be shared with other pages.
        own.replaceKey(name, value);
        resources.replaceKey(kind, own);
    };
    put("/XObject", "/DwMark", form);
    put("/ExtGState", "/DwMarkState", state);
    const auto box = page.getCropBox(false).getArrayAsRectangle();
    page.addPageContents(QPDFObjectHandle::newStream(&pdf, "q\n"), true);
    page.addPageContents(QPDFObjectHandle::newStream(&pdf, "\nQ" + placement(box)), false);
}

} // namespace

Result<QByteArray> drawWatermark(const Watermark &watermark)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageLayout(QPageLayout(QPageSize(QSizeF(side, side), QPageSize::Point, {}, QPageSize::ExactMatch),
        QPageLayout::Portrait, QMarginsF(), QPageLayout::Point));
    writer.setResolution(72);
    QPainter painter;
    if (!painter.begin(&writer))
        return fail(ErrorCode::Internal, u"seal.drawing"_s);
    paint(painter, watermark);
    painter.end();
    return bytes;
}

Result<QByteArray> addWatermark(const QByteArray &pdf, const QByteArray &drawing, const QString &watermarkId)
{
    return seal::guarded([&]() -> Result<QByteArray> {
        QPDF document;
        seal::load(document, pdf);
        QPDF mark;
        seal::load(mark, drawing);
        mark.setImmediateCopyFrom(true);
        seal::repairToUnicode(mark);
        auto form = document.copyForeignObject(
            QPDFPageDocumentHelper(mark).getAllPages().at(0).getFormXObjectForPage());
        auto state = multiplied(document, form);
        for (auto &page : QPDFPageDocumentHelper(document).getAllPages())
            markPage(document, page, form, state);
        auto info = document.getTrailer().getKey("/Info");
        if (!info.isDictionary())
            info = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
        info.replaceKey("/DealwardCopy", QPDFObjectHandle::newUnicodeString(watermarkId.toStdString()));
        document.getTrailer().replaceKey("/Info", info);
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.write();
        return seal::take(writer);
    });
}

} // namespace dw
