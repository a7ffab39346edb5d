#include "core/engines/office/zipreader.h"

#include <zip.h>

#include <utility>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr zip_int64_t maxEntries = 20'000;
constexpr qint64 ratioFreeBytes = 16 << 20; ///< Below this no ratio hurts.
constexpr int smallPartRatio = 1000;

} // namespace

ZipEntry::ZipEntry(zip_file *file, qint64 packed, qint64 unpacked, qint64 maxBytes, int ratio)
    : m_file(file)
    , m_packed(packed)
    , m_unpacked(unpacked)
    , m_limit(qMin(maxBytes, qMax(ratioFreeBytes, packed * ratio)))
{
}

ZipEntry::~ZipEntry()
{
    if (m_file)
        zip_fclose(m_file);
}

ZipEntry::ZipEntry(ZipEntry &&other) noexcept
    : m_file(std::exchange(other.m_file, nullptr))
    , m_packed(other.m_packed)
    , m_unpacked(other.m_unpacked)
    , m_limit(other.m_limit)
    , m_read(other.m_read)
{
}

Result<QByteArray> ZipEntry::read(qsizetype maxSize)
{
    QByteArray bytes(maxSize, Qt::Uninitialized);
    const zip_int64_t got = zip_fread(m_file, bytes.data(), static_cast<zip_uint64_t>(maxSize));
    if (got < 0)
        return fail(ErrorCode::Corrupt, u"zip.damaged"_s);
    m_read += got;
    if (m_read > m_limit)
        return fail(ErrorCode::LimitExceeded, u"zip.bomb"_s, {QString::number(m_packed), QString::number(m_read)});
    bytes.truncate(got);
    return bytes;
}

ZipReader::ZipReader(zip *archive, qint64 size)
    : m_archive(archive)
    , m_size(size)
{
}

ZipReader::~ZipReader()
{
    if (m_archive)
        zip_discard(m_archive);
}

ZipReader::ZipReader(ZipReader &&other) noexcept
    : m_archive(std::exchange(other.m_archive, nullptr))
    , m_size(other.m_size)
{
}

Result<ZipReader> ZipReader::open(const QByteArray &bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *const source
        = zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
    if (!source) {
        zip_error_fini(&error);
        return fail(ErrorCode::Internal, u"zip.damaged"_s);
    }
    zip_t *const archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    const QString said = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    if (!archive) {
        zip_source_free(source);
        return fail(ErrorCode::Corrupt, u"zip.damaged"_s, {}, said);
    }
    ZipReader reader(archive, bytes.size());
    if (zip_get_num_entries(archive, 0) > maxEntries)
        return fail(ErrorCode::LimitExceeded, u"zip.too_many_entries"_s, {QString::number(maxEntries)});
    return reader;
}

QStringList ZipReader::names() const
{
    QStringList list;
    const zip_int64_t count = zip_get_num_entries(m_archive, 0);
    for (zip_int64_t i = 0; i < count; ++i)
        list.append(QString::fromUtf8(zip_get_name(m_archive, static_cast<zip_uint64_t>(i), 0)));
    return list;
}

bool ZipReader::contains(const QString &name) const
{
    return zip_name_locate(m_archive, name.toUtf8().constData(), ZIP_FL_NOCASE) >= 0;
}

Result<ZipEntry> ZipReader::entry(const QString &name, qint64 maxBytes, int ratio) const
{
    // Office programs treat part names without regard to case (ECMA-376 part 2, 6.2.2).
    const zip_int64_t index = zip_name_locate(m_archive, name.toUtf8().constData(), ZIP_FL_NOCASE);
    if (index < 0)
        return fail(ErrorCode::NotFound, u"zip.no_entry"_s, {name.left(120)});
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(m_archive, static_cast<zip_uint64_t>(index), 0, &stat) != 0)
        return fail(ErrorCode::Corrupt, u"zip.damaged"_s);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
        return fail(ErrorCode::Unsupported, u"zip.encrypted"_s);
    const auto packed = static_cast<qint64>(qMin<zip_uint64_t>(stat.comp_size, static_cast<zip_uint64_t>(m_size)));
    const auto unpacked = static_cast<qint64>(qMin<zip_uint64_t>(stat.size, zip_uint64_t {1} << 50));
    if (unpacked > maxBytes || (unpacked > ratioFreeBytes && unpacked / ratio > packed))
        return fail(ErrorCode::LimitExceeded, u"zip.bomb"_s, {QString::number(packed), QString::number(unpacked)});
    zip_file_t *const file = zip_fopen_index(m_archive, static_cast<zip_uint64_t>(index), 0);
    if (!file)
        return fail(ErrorCode::Corrupt, u"zip.damaged"_s);
    return ZipEntry(file, packed, unpacked, maxBytes, ratio);
}

Result<QByteArray> ZipReader::readAll(const QString &name, qint64 maxBytes) const
{
    DW_ASSIGN(ZipEntry part, entry(name, maxBytes, smallPartRatio));
    QByteArray all;
    for (;;) {
        DW_ASSIGN(const QByteArray bytes, part.read(64 << 10));
        if (bytes.isEmpty())
            return all;
        all.append(bytes);
    }
}

} // namespace dw
