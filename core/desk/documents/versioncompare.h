#pragma once

#include "core/base/jobcontext.h"
#include "core/desk/documents/documentcontext.h"
#include "core/desk/documents/documentreader.h"
#include "core/domain/markset.h"

#include <QMap>
#include <QSet>

#include <optional>

namespace dw {

/// Where a redaction was meant to change pages, by page from zero; displayed page, points, origin top-left.
struct RedactedAreas {
    QMap<int, QList<QRectF>> marks; ///< The marked areas and the boxes drawn over them.
    QMap<int, QList<QRectF>> moved; ///< Lines whose survivors were set anew, so that the gap tells nothing.
    QSet<int> pictures; ///< Pages that became pictures.

    void add(const RedactedAreas &other);
    QList<QRectF> expected(int page) const { return marks.value(page) + moved.value(page); }
};

/// One page of two versions.
struct PageComparison {
    enum class Kind {
        Same, ///< Drawn and compared: no difference outside the expected areas.
        Changed, ///< There are some, see `places`.
        Resized, ///< The page has another size.
        OnlyBefore,
        OnlyAfter,
        NotMeasured, ///< A page could not be drawn, see `error`.
    };

    int page = 0; ///< Zero-based.
    Kind kind = Kind::Same;
    bool isPicture = false; ///< Became a picture, and was compared coarsely.
    bool isRedacted = false; ///< Bears marks.
    qint64 outside = 0; ///< Pixels outside the expected areas that differ, at VersionCompare::dpi.
    QList<QRectF> places; ///< Displayed page of the version before, points.
    std::optional<Error> error;
};

/// All pages of two versions.
struct Comparison {
    QList<PageComparison> pages;

    int count(PageComparison::Kind kind) const;
    /// Every page of both was drawn and compared.
    bool isMeasured() const { return !pages.isEmpty() && count(PageComparison::Kind::NotMeasured) == 0; }
    /// Measured, and nothing differs outside the expected areas.
    bool isSameOutside() const { return isMeasured() && count(PageComparison::Kind::Same) == pages.size(); }
};

/// Compares two versions page by page, as they are seen.
class VersionCompare
{
public:
    static constexpr double dpi = 72;

    explicit VersionCompare(const DocumentContext &context)
        : m_context(context)
    {
    }

    /// What the redaction that made this version was meant to change; empty for versions that no redaction made.
    /// `pages`: of the version it was made from, or of itself; a redaction keeps their sizes.
    Result<RedactedAreas> areas(const VersionId &version, const QList<PdfPageInfo> &pages) const;
    static RedactedAreas areasOf(const MarkSet &marks, const QJsonObject &report, const QList<PdfPageInfo> &pages);

    /// Draws every page of both in their workers. A page that cannot be drawn is NotMeasured; only a stop fails.
    static Result<Comparison> run(OpenVersion &before, OpenVersion &after, const RedactedAreas &areas, JobContext &job);

private:
    const DocumentContext &m_context;
};

} // namespace dw
