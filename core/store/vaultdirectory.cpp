#include "core/store/vaultdirectory.h"

#include "core/store/vaultfile.h"

#include <QDir>
#include <QFileInfo>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 slotsLimit = 64 * 1024 * 1024;

QByteArray emptyCopy()
{
    return QByteArray(VaultHeader::copySize, '\0');
}

} // namespace

VaultDirectory::VaultDirectory(QString path)
    : m_path(QDir::cleanPath(std::move(path)))
{
}

QString VaultDirectory::databaseFile(int level) const
{
    return m_path + (level <= 2 ? u"/store.db"_s : u"/level%1.db"_s.arg(level));
}

bool VaultDirectory::exists() const
{
    return QFileInfo::exists(headerFile());
}

Result<> VaultDirectory::create() const
{
    const QFileInfo info(m_path);
    if (info.exists() && (!info.isDir() || !QDir(m_path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)))
        return fail(ErrorCode::Conflict, u"vault.exists"_s, {info.fileName()});
    if (!QDir().mkpath(blobDirectory()))
        return fail(ErrorCode::Io, u"file.write"_s, {info.fileName()});
    QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return {};
}

Result<VaultHeaderFile> VaultDirectory::readHeader() const
{
    auto bytes = readWholeFile(headerFile(), 1 << 20);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::NotFound, u"vault.missing"_s, {QFileInfo(m_path).fileName()});
    if (!bytes)
        return failed(bytes);
    return VaultHeaderFile::parse(*bytes);
}

Result<> VaultDirectory::writeHeader(const VaultHeader &header, const SecretBytes &macKey) const
{
    const QByteArray copy = header.toCopy(macKey);
    return replaceFile(headerFile(), copy + copy);
}

Result<> VaultDirectory::writeHeaderCopy(const VaultHeader &header, const SecretBytes &macKey) const
{
    DW_ASSIGN(const VaultHeaderFile present, readHeader());
    const QByteArray kept = present.copies.isEmpty() ? emptyCopy() : present.copies.first();
    return replaceFile(headerFile(), kept + header.toCopy(macKey));
}

Result<VaultDirectory::SlotsFile> VaultDirectory::readSlots() const
{
    const auto read = [](const QString &path) -> Result<SlotsFile> {
        DW_ASSIGN(const QByteArray bytes, readWholeFile(path, slotsLimit));
        DW_ASSIGN(Slots content, Slots::parse(bytes));
        return SlotsFile {std::move(content), bytes};
    };
    auto main = read(slotsFile());
    if (main) {
        const auto copy = readWholeFile(slotsCopyFile(), slotsLimit);
        main->needsRepair = !copy || *copy != main->bytes;
        return main;
    }
    if (main.error().code == ErrorCode::Unsupported)
        return main;
    auto copy = read(slotsCopyFile());
    if (copy) {
        copy->isFromCopy = true;
        copy->needsRepair = true;
        return copy;
    }
    if (main.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::Corrupt, u"vault.slots_missing"_s, {QFileInfo(m_path).fileName()});
    return main;
}

Result<> VaultDirectory::writeSlots(const Slots &content, const SecretBytes &macKey) const
{
    const QByteArray bytes = content.toBytes(macKey);
    DW_TRY(Slots::parse(bytes));
    DW_TRY(replaceFile(slotsFile(), bytes));
    // The new keys are in force now. A copy that could not be written is written at the next unlock.
    (void)replaceFile(slotsCopyFile(), bytes);
    return {};
}

} // namespace dw
