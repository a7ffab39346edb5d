#include "core/desk/documents/markcover.h"

#include <algorithm>
#include <cmath>

namespace dw {

namespace {

constexpr double bandHeight = 36; // points; a few lines of text
constexpr double farthest = 15'000; // no page is larger: what lies beyond stands in the last band
constexpr double enough = 0.9; // of the area of a finding
constexpr double thin = 0.5; // points around a place without size

/// The part of a band that can hold something of `rect`.
QRectF within(const QRectF &rect, int band, int first, int last)
{
    const double top = band == first ? rect.top() : std::max(rect.top(), band * bandHeight);
    const double bottom = band == last ? rect.bottom() : std::min(rect.bottom(), (band + 1) * bandHeight);
    return {rect.left(), top, rect.width(), bottom - top};
}

/// What these cover together; where they overlap counts once.
double unionArea(const QList<QRectF> &rects)
{
    QList<double> edges;
    for (const QRectF &rect : rects)
        edges += {rect.left(), rect.right()};
    std::sort(edges.begin(), edges.end());
    QList<QRectF> fromTop = rects;
    std::sort(fromTop.begin(), fromTop.end(), [](const QRectF &a, const QRectF &b) { return a.top() < b.top(); });
    double area = 0;
    for (qsizetype i = 1; i < edges.size(); ++i) {
        const double wide = edges.at(i) - edges.at(i - 1);
        double covered = 0;
        double below = -1e9;
        for (const QRectF &rect : std::as_const(fromTop)) {
            if (wide <= 0 || rect.left() > edges.at(i - 1) || rect.right() < edges.at(i))
                continue;
            covered += std::max(0.0, rect.bottom() - std::max(below, rect.top()));
            below = std::max(below, rect.bottom());
        }
        area += wide * covered;
    }
    return area;
}

} // namespace

MarkCover::MarkCover(const QList<StoredMark> &marks)
{
    for (const StoredMark &mark : marks)
        add(mark);
}

int MarkCover::bandOf(double y)
{
    return int(std::floor(std::clamp(y, -farthest, farthest) / bandHeight));
}

void MarkCover::add(const StoredMark &mark)
{
    if (mark.state != MarkState::Accepted)
        return;
    for (int band = bandOf(mark.area.top()); band <= bandOf(mark.area.bottom()); ++band)
        m_bands[{mark.page, band}].append(mark.area);
}

void MarkCover::remove(const StoredMark &mark)
{
    if (mark.state != MarkState::Accepted)
        return;
    for (int band = bandOf(mark.area.top()); band <= bandOf(mark.area.bottom()); ++band) {
        const auto held = m_bands.find({mark.page, band});
        if (held == m_bands.end())
            continue;
        held->removeOne(mark.area);
        if (held->isEmpty())
            m_bands.erase(held);
    }
}

double MarkCover::coveredPart(int page, const QRectF &rect) const
{
    const int first = bandOf(rect.top());
    const int last = bandOf(rect.bottom());
    double covered = 0;
    for (int band = first; band <= last; ++band) { // each band counts what lies in it, so that nothing counts twice
        const auto held = m_bands.constFind({page, band});
        if (held == m_bands.cend())
            continue;
        const QRectF part = within(rect, band, first, last);
        QList<QRectF> common;
        for (const QRectF &mark : *held) {
            if (mark.contains(part)) {
                common = {part};
                break;
            }
            if (const QRectF shared = mark.intersected(part); !shared.isEmpty())
                common.append(shared);
        }
        covered += unionArea(common);
    }
    return covered;
}

bool MarkCover::covers(const Finding &finding) const
{
    return !finding.rects.isEmpty() && std::all_of(finding.rects.begin(), finding.rects.end(), [&](const QRectF &rect) {
        const QRectF place = rect.isEmpty() ? rect.adjusted(-thin, -thin, thin, thin) : rect;
        return coveredPart(finding.page, place) >= enough * place.width() * place.height() - 1e-9;
    });
}

} // namespace dw
