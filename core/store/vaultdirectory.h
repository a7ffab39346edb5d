#pragma once

#include "core/base/result.h"
#include "core/store/slots.h"
#include "core/store/vaultheader.h"

#include <QString>

namespace dw {

/// The directory Name.dealvault/ and its two small files. Knows where everything lies; opens nothing.
class VaultDirectory
{
public:
    explicit VaultDirectory(QString path);

    const QString &path() const { return m_path; }
    QString headerFile() const { return m_path + QStringLiteral("/header.bin"); }
    QString slotsFile() const { return m_path + QStringLiteral("/slots.bin"); }
    /// The same bytes again: used when slots.bin is damaged, and only then.
    QString slotsCopyFile() const { return m_path + QStringLiteral("/slots.copy"); }
    QString databaseFile(int level) const; ///< store.db up to level 2, level3.db, level4.db
    QString blobDirectory() const { return m_path + QStringLiteral("/blobs"); }
    QString lockFile() const { return m_path + QStringLiteral("/lock"); }

    bool exists() const; ///< Whether there is a header.

    /// Makes the directories of a new vault. Conflict "vault.exists" when something is there already.
    Result<> create() const;

    Result<VaultHeaderFile> readHeader() const; ///< NotFound "vault.missing", and the errors of parse().

    /// Both copies, one after the other, so that a crash leaves at least one whole.
    Result<> writeHeader(const VaultHeader &header, const SecretBytes &macKey) const;

    /// Replaces the older (or damaged) copy alone: the other stays valid until the new keys are in force.
    Result<> writeHeaderCopy(const VaultHeader &header, const SecretBytes &macKey) const;

    struct SlotsFile {
        Slots content;
        QByteArray bytes;
        bool isFromCopy = false; ///< slots.bin itself was damaged or gone.
        bool needsRepair = false; ///< The two files are not the same.
    };
    Result<SlotsFile> readSlots() const;
    Result<> writeSlots(const Slots &content, const SecretBytes &macKey) const;

private:
    QString m_path;
};

} // namespace dw
