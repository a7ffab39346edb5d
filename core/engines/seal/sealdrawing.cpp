#include "core/engines/seal/sealdrawing.h"

#include "core/engines/crypto/x509.h"
#include "core/engines/seal/glyphtext.h"

#include <qrencode.h>

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPdfWriter>

#include <memory>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

const QColor ink(0x1f, 0x25, 0x33);
const QColor quietInk(0x5b, 0x64, 0x76);
const QColor line(0xc9, 0xcf, 0xda);

void paintWords(QPainter &painter, const QRectF &box, const SealWords &words)
{
    double y = box.top();
    const auto put = [&](const QString &text, const GlyphText &font, const QColor &colour) {
        painter.setPen(colour);
        font.draw(painter, QPointF(box.left(), y + font.ascent()), font.elided(text, box.width()));
        y += font.size() * 1.3;
    };
    const GlyphText small(6.5);
    const GlyphText large(10, true);
    const GlyphText digits(6);
    put(words.heading, small, quietInk);
    put(words.signerName, large, ink);
    for (const QString &text : words.lines)
        put(text, small, quietInk);
    const QString grouped = groupedFingerprint(words.fingerprint);
    y += 2;
    for (qsizetype i = 0; i < grouped.size(); i += 40)
        put(grouped.mid(i, 40).trimmed(), digits, ink);
}

} // namespace

Result<QrCode> makeQrCode(const QString &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
        QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!made)
        return fail(ErrorCode::InvalidInput, u"seal.qr"_s);
    QrCode code;
    code.size = made->width;
    code.modules.resize(code.size * code.size);
    for (int i = 0; i < code.modules.size(); ++i)
        code.modules.setBit(i, (made->data[i] & 1) != 0);
    return code;
}

void paintQrCode(QPainter &painter, const QRectF &rect, const QrCode &code)
{
    const double module = rect.width() / code.size;
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    QPainterPath path; // One path: no hair lines between neighbouring modules.
    path.setFillRule(Qt::WindingFill);
    for (int y = 0; y < code.size; ++y) {
        for (int x = 0; x < code.size;) {
            const int begin = x;
            while (x < code.size && code.isDark(x, y))
                ++x;
            if (x > begin)
                path.addRect(rect.left() + begin * module, rect.top() + y * module, (x - begin) * module, module);
            else
                ++x;
        }
    }
    painter.drawPath(path);
    painter.restore();
}

Result<QByteArray> drawSeal(const SealWords &words, const QSizeF &sizePt)
{
    DW_ASSIGN(const QrCode code, makeQrCode(u"SHA256:"_s + words.fingerprint));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setPageLayout(QPageLayout(QPageSize(sizePt, QPageSize::Point, {}, QPageSize::ExactMatch),
        QPageLayout::Portrait, QMarginsF(), QPageLayout::Point));
    writer.setResolution(72);
    QPainter painter;
    if (!painter.begin(&writer))
        return fail(ErrorCode::Internal, u"seal.drawing"_s);
    const QRectF frame = QRectF(QPointF(0, 0), sizePt).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(line, 0.75));
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(frame, 4, 4);
    const double qr = frame.height() - 16;
    paintQrCode(painter, QRectF(frame.left() + 8, frame.top() + 8, qr, qr), code);
    paintWords(painter, frame.adjusted(qr + 18, 7, -8, -7), words);
    painter.end();
    return bytes;
}

} // namespace dw
