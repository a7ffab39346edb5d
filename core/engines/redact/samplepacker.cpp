#include "core/engines/redact/samplepacker.h"

#include <array>
#include <cstdlib>

namespace dw::samplepacker {

namespace {

constexpr int predictors = 5; ///< ISO 15948, 9.2: none, sub, up, average, Paeth.

int paeth(int left, int up, int corner)
{
    const int estimate = left + up - corner;
    const int toLeft = std::abs(estimate - left);
    const int toUp = std::abs(estimate - up);
    const int toCorner = std::abs(estimate - corner);
    if (toLeft <= toUp && toLeft <= toCorner)
        return left;
    return toUp <= toCorner ? up : corner;
}

/// The row as differences; `above` is null for the first one.
void predict(int predictor, const uchar *row, const uchar *above, qsizetype length, int pixel, uchar *out)
{
    for (qsizetype i = 0; i < length; ++i) {
        const int left = i >= pixel ? row[i - pixel] : 0;
        const int up = above ? above[i] : 0;
        const int corner = above && i >= pixel ? above[i - pixel] : 0;
        const int expected = predictor == 1 ? left
            : predictor == 2                ? up
            : predictor == 3                ? (left + up) / 2
            : predictor == 4                ? paeth(left, up, corner)
                                            : 0;
        out[i] = uchar(row[i] - expected);
    }
}

/// The smaller the differences, the better they pack.
qint64 weight(const QByteArray &differences)
{
    qint64 sum = 0;
    for (const char difference : differences)
        sum += std::abs(int(static_cast<signed char>(difference)));
    return sum;
}

QByteArray predicted(const ImageSamples &samples)
{
    const int pixel = samples.components() * samples.bits() / 8;
    const qsizetype length = qsizetype(samples.size().width()) * pixel;
    const auto *const data = reinterpret_cast<const uchar *>(samples.bytes().constData());
    std::array<QByteArray, predictors> rows;
    rows.fill(QByteArray(length, '\0'));
    QByteArray result;
    result.reserve((length + 1) * samples.size().height());
    for (int y = 0; y < samples.size().height(); ++y) {
        int best = 0;
        qint64 lightest = 0;
        for (int predictor = 0; predictor < predictors; ++predictor) {
            QByteArray &row = rows[std::size_t(predictor)];
            predict(predictor, data + y * length, y > 0 ? data + (y - 1) * length : nullptr, length, pixel,
                reinterpret_cast<uchar *>(row.data()));
            const qint64 sum = weight(row);
            if (predictor == 0 || sum < lightest) {
                best = predictor;
                lightest = sum;
            }
        }
        result += char(best);
        result += rows[std::size_t(best)];
    }
    return result;
}

} // namespace

void store(const ImageSamples &samples, QPDFObjectHandle stream, Effort effort, bool palette)
{
    const bool differences = effort == Effort::Small && samples.bits() >= 8 && !palette;
    const QByteArray packed = qCompress(differences ? predicted(samples) : samples.bytes(), effort == Effort::Quick ? 1 : 6);
    QPDFObjectHandle parameters = QPDFObjectHandle::newNull();
    if (differences) {
        parameters = QPDFObjectHandle::newDictionary();
        parameters.replaceKey("/Predictor", QPDFObjectHandle::newInteger(15));
        parameters.replaceKey("/Colors", QPDFObjectHandle::newInteger(samples.components()));
        parameters.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(samples.bits()));
        parameters.replaceKey("/Columns", QPDFObjectHandle::newInteger(samples.size().width()));
    }
    // qCompress puts the length before the zlib stream.
    stream.replaceStreamData(std::string(packed.constData() + 4, std::size_t(packed.size() - 4)),
        QPDFObjectHandle::newName("/FlateDecode"), parameters);
}

} // namespace dw::samplepacker
