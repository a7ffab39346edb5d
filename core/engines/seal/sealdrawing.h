#pragma once

#include "core/base/result.h"

#include <QBitArray>
#include <QByteArray>
#include <QSizeF>
#include <QString>
#include <QStringList>

class QPainter;
class QRectF;

namespace dw {

/// A QR code as modules: `size` by `size`, true = dark, row by row, without the quiet zone.
struct QrCode {
    int size = 0;
    QBitArray modules;

    bool isDark(int x, int y) const { return modules.testBit(y * size + x); }
};

/// Error correction M. Fails with "seal.qr" when the text does not fit.
Result<QrCode> makeQrCode(const QString &text);

/// Paints it as vectors into the rectangle (square, without its own quiet zone).
void paintQrCode(QPainter &painter, const QRectF &rect, const QrCode &code);

/// What a visible seal says.
struct SealWords {
    QString heading; ///< "Sealed by" in the report's language.
    QString signerName;
    QStringList lines; ///< Role, time, note; small.
    QString fingerprint; ///< Lower-case hex; shown in groups and as a QR code.
};

/// One PDF page of the given size in points with the seal on it; fonts embedded. Needs a QGuiApplication.
Result<QByteArray> drawSeal(const SealWords &words, const QSizeF &sizePt);

} // namespace dw
