#pragma once

#include "core/base/result.h"
#include "core/domain/pdfpage.h"

#include <QJsonObject>

#include <optional>

namespace dw {

enum class RedactionLevel {
    A, ///< The text is gone; what stays is where it was.
    B, ///< The gap does not tell the width of what was removed. The default.
    C, ///< The whole line is gone.
};

enum class MarkScope {
    Place, ///< Gone from that place; the same word may stay elsewhere.
    Everywhere, ///< The word may be nowhere in the file.
};

/// One area to be removed from one page. At least one of the two rectangles is set.
struct RedactionMark {
    QString id; ///< Stable name in the report; "m1", "m2" ... when the file gives none.
    int page = 0; ///< Zero-based (marks files count from 1).
    std::optional<QRectF> userRect; ///< Default user space; wins over `displayRect`.
    std::optional<QRectF> displayRect; ///< Displayed page: points, origin top-left.
    QString word; ///< What lies under the mark, if known.
    QString reason; ///< Reason code, e.g. "client_identity"; stays a code in the report.
    QString label; ///< What is printed in the box; empty prints nothing.
    MarkScope scope = MarkScope::Place;
    std::optional<RedactionLevel> level; ///< Overrides the level of the whole redaction.

    /// The area in default user space of its page.
    QRectF area(const PdfPageInfo &info) const;
};

/// A marks file: {"pages":N,"words":[..],"marks":[{"page","rect","pdf_rect","word","reason",...}]}.
struct MarkSet {
    std::optional<int> pages; ///< How many pages the marked file has; a different file is refused.
    QStringList words; ///< The words the marks were made for; informative.
    QList<RedactionMark> marks;

    /// Refuses what is no marks file ("marks.malformed"), rectangles without area and unknown scopes or levels.
    static Result<MarkSet> fromJson(const QByteArray &json);
    static Result<MarkSet> fromJson(const QJsonObject &object);
    QJsonObject toJson() const;
};

Result<RedactionLevel> redactionLevelFromName(const QString &name);
QString nameOf(RedactionLevel level);

} // namespace dw
