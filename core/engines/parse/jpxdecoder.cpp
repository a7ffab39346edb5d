#include "core/engines/parse/jpxdecoder.h"

#include "core/engines/parse/imageheaders.h"

#include <openjpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

namespace dw::imagedecoder {

namespace {

constexpr qint64 mostTiles = 65'536;

struct Reader {
    const QByteArray &data;
    qsizetype position = 0;
};

OPJ_SIZE_T readBytes(void *buffer, OPJ_SIZE_T length, void *context)
{
    Reader &reader = *static_cast<Reader *>(context);
    const qsizetype left = reader.data.size() - reader.position;
    if (left <= 0)
        return OPJ_SIZE_T(-1);
    const qsizetype taken = std::min(left, qsizetype(std::min<OPJ_SIZE_T>(length, OPJ_SIZE_T(left))));
    std::memcpy(buffer, reader.data.constData() + reader.position, std::size_t(taken));
    reader.position += taken;
    return OPJ_SIZE_T(taken);
}

OPJ_OFF_T skipBytes(OPJ_OFF_T length, void *context)
{
    Reader &reader = *static_cast<Reader *>(context);
    const OPJ_OFF_T target = std::clamp<OPJ_OFF_T>(reader.position + length, 0, reader.data.size());
    const OPJ_OFF_T moved = target - reader.position;
    reader.position = target;
    return moved;
}

OPJ_BOOL seekBytes(OPJ_OFF_T position, void *context)
{
    Reader &reader = *static_cast<Reader *>(context);
    if (position < 0 || position > reader.data.size())
        return OPJ_FALSE;
    reader.position = position;
    return OPJ_TRUE;
}

struct StreamCloser {
    void operator()(opj_stream_t *stream) const { opj_stream_destroy(stream); }
};
struct CodecCloser {
    void operator()(opj_codec_t *codec) const { opj_destroy_codec(codec); }
};
struct ImageCloser {
    void operator()(opj_image_t *image) const { opj_image_destroy(image); }
};
using Stream = std::unique_ptr<opj_stream_t, StreamCloser>;
using Codec = std::unique_ptr<opj_codec_t, CodecCloser>;
using Image = std::unique_ptr<opj_image_t, ImageCloser>;

Stream openStream(Reader &reader)
{
    Stream stream(opj_stream_default_create(OPJ_TRUE));
    if (!stream)
        return stream;
    opj_stream_set_user_data(stream.get(), &reader, nullptr);
    opj_stream_set_user_data_length(stream.get(), OPJ_UINT64(reader.data.size()));
    opj_stream_set_read_function(stream.get(), readBytes);
    opj_stream_set_skip_function(stream.get(), skipBytes);
    opj_stream_set_seek_function(stream.get(), seekBytes);
    return stream;
}

Image decodeImage(const CodedImage &source)
{
    Reader reader {source.data};
    const Stream stream = openStream(reader);
    const bool bare = source.data.startsWith(QByteArray::fromHex("ff4fff51"));
    const Codec codec(opj_create_decompress(bare ? OPJ_CODEC_J2K : OPJ_CODEC_JP2));
    if (!stream || !codec)
        return nullptr;
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    if (source.palette)
        parameters.flags |= OPJ_DPARAMETERS_IGNORE_PCLR_CMAP_CDEF_FLAG;
    if (!opj_setup_decoder(codec.get(), &parameters))
        return nullptr;
    opj_decoder_set_strict_mode(codec.get(), OPJ_FALSE); // what is there of a file cut short is shown by readers too
    opj_image_t *raw = nullptr;
    const bool headed = opj_read_header(stream.get(), codec.get(), &raw);
    Image image(raw);
    if (!headed || !image || !opj_decode(codec.get(), stream.get(), image.get()))
        return nullptr;
    return image;
}

/// One component's value at a place of the whole image, unsigned.
class Component
{
public:
    Component(const opj_image_comp_t &source, QSize size)
        : m_source(&source)
        , m_size(size)
        , m_shift(source.sgnd ? qint64(1) << (source.prec - 1) : 0)
        , m_largest((qint64(1) << source.prec) - 1)
    {
    }

    quint32 at(int x, int y) const
    {
        const qsizetype column = m_source->w == OPJ_UINT32(m_size.width()) ? x : qint64(x) * m_source->w / m_size.width();
        const qsizetype row = m_source->h == OPJ_UINT32(m_size.height()) ? y : qint64(y) * m_source->h / m_size.height();
        return quint32(std::clamp<qint64>(m_source->data[row * m_source->w + column] + m_shift, 0, m_largest));
    }

    quint32 scaled(int x, int y, int bits) const
    {
        const quint32 value = at(x, y);
        if (int(m_source->prec) == bits)
            return value;
        return quint32((qint64(value) * ((1LL << bits) - 1) + m_largest / 2) / m_largest);
    }

private:
    const opj_image_comp_t *m_source;
    QSize m_size;
    qint64 m_shift;
    qint64 m_largest;
};

bool isUsable(const opj_image_comp_t &component)
{
    return component.data && component.w > 0 && component.h > 0 && component.prec > 0 && component.prec <= 31;
}

int depthFor(int precision)
{
    for (const int bits : {1, 2, 4, 8}) {
        if (precision <= bits)
            return bits;
    }
    return 16;
}

/// Components side by side at `bits`; `exact`: the values as they are, for a palette.
QByteArray pack(const std::vector<Component> &components, QSize size, int bits, bool exact)
{
    const qsizetype rowBits = qsizetype(size.width()) * qsizetype(components.size()) * bits;
    const qsizetype rowBytes = (rowBits + 7) / 8;
    QByteArray samples(rowBytes * size.height(), '\0');
    for (int y = 0; y < size.height(); ++y) {
        uchar *const row = reinterpret_cast<uchar *>(samples.data()) + rowBytes * y;
        qsizetype position = 0;
        for (int x = 0; x < size.width(); ++x) {
            for (const Component &component : components) {
                const quint32 value = exact ? component.at(x, y) : component.scaled(x, y, bits);
                if (bits == 16) {
                    row[position / 8] = uchar(value >> 8);
                    row[position / 8 + 1] = uchar(value);
                } else {
                    row[position / 8] |= uchar(value << (8 - bits - position % 8));
                }
                position += bits;
            }
        }
    }
    return samples;
}

void fromYcc(QByteArray &samples)
{
    for (qsizetype i = 0; i + 2 < samples.size(); i += 3) {
        const double y = quint8(samples.at(i));
        const double cb = quint8(samples.at(i + 1)) - 128.0;
        const double cr = quint8(samples.at(i + 2)) - 128.0;
        samples[i] = char(std::clamp(qRound(y + 1.402 * cr), 0, 255));
        samples[i + 1] = char(std::clamp(qRound(y - 0.344136 * cb - 0.714136 * cr), 0, 255));
        samples[i + 2] = char(std::clamp(qRound(y + 1.772 * cb), 0, 255));
    }
}

DecodedImage::Colors colorsOf(const opj_image_t &image, int components)
{
    if (image.icc_profile_buf && image.icc_profile_len > 0)
        return DecodedImage::Colors::Profile;
    if (image.color_space == OPJ_CLRSPC_CMYK || (image.color_space <= OPJ_CLRSPC_UNSPECIFIED && components == 4))
        return DecodedImage::Colors::Cmyk;
    if (components == 3)
        return DecodedImage::Colors::Rgb;
    return components == 1 ? DecodedImage::Colors::Gray : DecodedImage::Colors::Unknown;
}

/// Also what does not say so: a full first component beside smaller ones.
bool isYcc(const opj_image_t &image)
{
    return image.color_space == OPJ_CLRSPC_SYCC || image.color_space == OPJ_CLRSPC_EYCC
        || (image.numcomps == 3 && image.comps[0].dx == image.comps[0].dy && image.comps[1].dx != 1);
}

} // namespace

tl::expected<DecodedImage, Failure> decodeJpx(const CodedImage &source)
{
    const std::optional<imageheaders::Jpx> header = imageheaders::jpx(source.data);
    if (!header || header->components < 1 || header->components > 64)
        return tl::unexpected(Failure::Damaged);
    // OpenJPEG keeps four bytes for each sample.
    const qint64 pixels = qint64(header->size.width()) * header->size.height();
    if (pixels > 2 * source.budget / 4 / header->components || header->tiles > mostTiles)
        return tl::unexpected(Failure::TooLarge);
    const Image image = decodeImage(source);
    if (!image || image->numcomps < 1 || image->numcomps > 64)
        return tl::unexpected(Failure::Damaged);
    const int numbered = int(image->numcomps);
    DecodedImage result;
    result.size = QSize(int(image->x1 - image->x0), int(image->y1 - image->y0));
    if (result.size.isEmpty() || result.size.width() > header->size.width() || result.size.height() > header->size.height())
        return tl::unexpected(Failure::Damaged);
    std::vector<Component> colors;
    std::vector<Component> alpha;
    int precision = 0;
    int precisions = 0;
    for (int i = 0; i < numbered; ++i) {
        const opj_image_comp_t &component = image->comps[i];
        if (!isUsable(component))
            return tl::unexpected(Failure::Damaged);
        if (component.alpha != 0) {
            result.premultiplied = component.alpha == 2;
            result.alphaBits = depthFor(int(component.prec));
            alpha.assign(1, Component(component, result.size));
            continue;
        }
        precisions |= 1 << component.prec;
        precision = std::max(precision, int(component.prec));
        colors.emplace_back(component, result.size);
    }
    if (colors.empty())
        return tl::unexpected(Failure::Damaged);
    const bool ycc = isYcc(*image) && colors.size() == 3;
    result.components = int(colors.size());
    result.bits = ycc ? 8 : depthFor(precision);
    result.rescaled = ycc || precisions != 1 << result.bits;
    if (pixels * result.components * result.bits / 8 > source.budget)
        return tl::unexpected(Failure::TooLarge);
    result.samples = pack(colors, result.size, result.bits, source.palette && precision <= 16);
    if (ycc)
        fromYcc(result.samples);
    if (!alpha.empty())
        result.alpha = pack(alpha, result.size, result.alphaBits, false);
    result.colors = ycc ? DecodedImage::Colors::Rgb : colorsOf(*image, result.components);
    if (result.colors == DecodedImage::Colors::Profile)
        result.profile = QByteArray(reinterpret_cast<const char *>(image->icc_profile_buf), qsizetype(image->icc_profile_len));
    if (header->lossy)
        result.block = QSize(8, 8);
    return result;
}

} // namespace dw::imagedecoder
