#pragma once

#include "core/base/jobcontext.h"
#include "core/base/result.h"
#include "core/base/secretbytes.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <utility>

namespace dw {

/// What is to be packed for one recipient.
struct PackageOrder {
    VersionId version;
    QString sha256; ///< Of the version, hex: what was approved. Other bytes are refused.
    QString fileName; ///< Of the PDF in the package; neutral, without the deal's true name.
    QString watermarkId; ///< "W-7F3K-22QD"
    QString watermarkLine; ///< Recipient and purpose, as printed on each page.
    SecretBytes password;
    QDateTime time; ///< UTC.
    QString trailHead; ///< Hex.
    QList<std::pair<QString, QString>> facts; ///< For VERIFY.txt.
};

struct PackageFile {
    QString name;
    QByteArray bytes;
};

struct BuiltPackage {
    QList<PackageFile> files; ///< The first one is the document, whose hash identifies the copy.
    QString sha256; ///< Of the first file, hex.
};

/// Makes the protected, marked and signed copy that leaves. Errors: "package.changed" when the stored bytes are
/// not those that were approved, "package.not_a_pdf", and those of the seal.
class PackageBuilder
{
public:
    virtual ~PackageBuilder() = default;
    virtual Result<BuiltPackage> build(const PackageOrder &order, JobContext &job) = 0;
};

} // namespace dw
