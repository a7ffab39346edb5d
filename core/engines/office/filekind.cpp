#include "core/engines/office/filekind.h"

#include <QFileInfo>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// A name in the directory of a compound file (MS-CFB 2.6.1), which is UTF-16.
bool hasStream(const QByteArray &bytes, const char *name)
{
    QByteArray wide;
    for (const char *c = name; *c; ++c) {
        wide.append(*c);
        wide.append('\0');
    }
    return bytes.contains(wide);
}

tl::unexpected<Error> compoundFile(const QByteArray &bytes, const QString &name)
{
    if (hasStream(bytes, "EncryptedPackage"))
        return fail(ErrorCode::Unsupported, u"find.encrypted_office"_s, {name});
    for (const char *stream : {"WordDocument", "Workbook", "PowerPoint Document", "Book"}) {
        if (hasStream(bytes, stream))
            return fail(ErrorCode::Unsupported, u"find.old_office"_s, {name});
    }
    return fail(ErrorCode::Unsupported, u"find.kind_unread"_s, {name});
}

bool isPicture(const QByteArray &bytes)
{
    for (const auto &magic : {"\x89PNG"_ba, "\xFF\xD8\xFF"_ba, "II*\0"_ba, "MM\0*"_ba, "GIF8"_ba}) {
        if (bytes.startsWith(magic))
            return true;
    }
    return bytes.startsWith("BM") && bytes.left(4096).contains('\0');
}

/// Bytes that some encoding would take for text.
bool isOtherBinary(const QByteArray &bytes)
{
    for (const auto &magic : {"{\\rtf"_ba, "\x1F\x8B"_ba, "Rar!"_ba, "7z\xBC\xAF"_ba, "\x7F" "ELF"_ba, "SQLite format 3"_ba, "MZ\x90"_ba, "wOFF"_ba}) {
        if (bytes.startsWith(magic))
            return true;
    }
    return bytes.startsWith("RIFF") || bytes.mid(4, 4) == "ftyp";
}

} // namespace

Result<FileKind> fileKind(const QByteArray &bytes, const QString &name)
{
    const QString suffix = QFileInfo(name).suffix().toLower();
    if (bytes.left(1024).contains("%PDF-"))
        return FileKind::Pdf;
    if (bytes.startsWith("\xD0\xCF\x11\xE0"))
        return compoundFile(bytes, name);
    if (bytes.startsWith("PK\x03\x04"))
        return FileKind::Package;
    if (isPicture(bytes))
        return FileKind::Picture;
    const bool needsPackage = QStringList {u"docx"_s, u"docm"_s, u"xlsx"_s, u"xlsm"_s, u"pptx"_s, u"pdf"_s}.contains(suffix);
    if (isOtherBinary(bytes) || (needsPackage && !bytes.isEmpty()))
        return fail(ErrorCode::Unsupported, u"find.kind_unread"_s, {name});
    return suffix == "csv"_L1 || suffix == "tsv"_L1 ? FileKind::Table : FileKind::Text;
}

QString nameOf(FileKind kind)
{
    switch (kind) {
    case FileKind::Pdf:
        return u"pdf"_s;
    case FileKind::Package:
        return u"package"_s;
    case FileKind::Table:
        return u"table"_s;
    case FileKind::Text:
        return u"text"_s;
    case FileKind::Picture:
        return u"picture"_s;
    }
    return {};
}

} // namespace dw
