#pragma once

#include "core/base/result.h"
#include "core/engines/seal/pdftags.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace dw {

/// A line of the outline. `top` = distance from the page's bottom in points.
struct Bookmark {
    QString title;
    int page = 0; ///< 0 = first.
    double top = 0;
    int depth = 0; ///< 0 = chapter, 1 = below the last chapter.
};

/// What turns a drawing into a document of record.
struct DocumentFacts {
    QString title;
    QString author;
    QString subject;
    QString language; ///< RFC 5646: "en", "zh-CN".
    QDateTime created; ///< UTC.
    QString documentId; ///< The report's id (UUID).
};

/// A file carried inside (associated file, relationship Data).
struct AssociatedFile {
    QString name;
    QString description;
    QString mimeType;
    QByteArray bytes;
    QDateTime modified;
};

/// Takes the PDF/A-1b drawing of a QPdfWriter and makes it a file built to the rules of PDF/A-3b: repaired
/// ToUnicode maps (QPdfWriter names some ideographs by their Kangxi radicals), XMP of part 3, language,
/// bookmarks, structure, one associated file. Works in memory.
class PdfA3
{
public:
    static Result<PdfA3> open(const QByteArray &drawing); ///< "seal.unreadable_pdf"

    PdfA3(PdfA3 &&) noexcept;
    PdfA3 &operator=(PdfA3 &&) noexcept;
    ~PdfA3();

    QStringList pageTexts() const; ///< As the verifier will read them (see readPageTexts).

    /// Once. Also fails with "seal.tags" {page} when `tags` were not kept for this drawing.
    Result<QByteArray> finish(const DocumentFacts &facts, const QList<Bookmark> &bookmarks, const AssociatedFile &file,
        const PdfTags &tags = {});

private:
    struct Private;
    explicit PdfA3(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

/// The text that each page shows, in the order it is drawn, by our own reader: content streams, forms, fonts
/// with ToUnicode. A character without one becomes U+FFFD. Independent of Poppler's versions.
Result<QStringList> readPageTexts(const QByteArray &pdf);

/// SHA-256 in lower-case hex over the pages' texts, each ended by a form feed.
QString pageTextsSha256(const QStringList &pages);

} // namespace dw
