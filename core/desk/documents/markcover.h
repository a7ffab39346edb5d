#pragma once

#include "core/domain/document.h"

#include <QHash>

namespace dw {

/// Where accepted marks lie, by page and by height, so that it can be asked of thousands of findings which of them are
/// covered without looking at every mark.
class MarkCover
{
public:
    MarkCover() = default;
    explicit MarkCover(const QList<StoredMark> &marks);

    void add(const StoredMark &mark); ///< Marks that are not accepted cover nothing.
    void remove(const StoredMark &mark); ///< As it was added.
    bool covers(const Finding &finding) const; ///< As good as wholly; never one without a place.

private:
    struct Band {
        int page = 0;
        int number = 0;
        bool operator==(const Band &) const = default;
        friend std::size_t qHash(const Band &band, std::size_t seed = 0) { return qHashMulti(seed, band.page, band.number); }
    };

    static int bandOf(double y);
    double coveredPart(int page, const QRectF &rect) const;

    QHash<Band, QList<QRectF>> m_bands; ///< A tall mark stands in several.
};

} // namespace dw
