#include "core/desk/documents/namefinder.h"

#include <algorithm>

namespace dw {

NameFinder::NameFinder(const QList<ProtectedName> &names)
{
    m_needles.reserve(names.size());
    for (const ProtectedName &name : names) {
        const QString text = SearchText::normalised(name.text);
        if (text.size() >= 2)
            m_needles.append({text, name.kind});
    }
    std::sort(m_needles.begin(), m_needles.end(), [](const Needle &a, const Needle &b) { return a.text < b.text; });
    const auto same = [](const Needle &a, const Needle &b) { return a.text == b.text; };
    m_needles.erase(std::unique(m_needles.begin(), m_needles.end(), same), m_needles.end());
}

qsizetype NameFinder::longestAt(const SearchText &searched, qsizetype from) const
{
    // The needles that agree with the text so far form a range of the sorted list; each character narrows it.
    const QString &text = searched.text();
    auto low = m_needles.begin();
    auto high = m_needles.end();
    qsizetype best = -1;
    for (qsizetype depth = 0; low != high && from + depth < text.size(); ++depth) {
        const QChar c = text.at(from + depth);
        low = std::lower_bound(low, high, c, [depth](const Needle &needle, QChar wanted) {
            return needle.text.size() <= depth || needle.text.at(depth) < wanted;
        });
        high = std::upper_bound(low, high, c, [depth](QChar wanted, const Needle &needle) {
            return needle.text.size() > depth && wanted < needle.text.at(depth);
        });
        if (low != high && low->text.size() == depth + 1 && searched.isWhole(from, depth + 1))
            best = low - m_needles.begin();
    }
    return best;
}

QList<Finding> NameFinder::find(const PdfPageText &page, const PdfPageInfo &info, int pageNumber) const
{
    const SearchText searched(page);
    QList<Finding> findings;
    for (qsizetype at = 0; at < searched.text().size();) {
        const qsizetype index = longestAt(searched, at);
        if (index < 0) {
            ++at;
            continue;
        }
        const Needle &needle = m_needles.at(index);
        const WordHit hit = searched.hit(at, needle.text.size());
        Finding finding;
        finding.page = pageNumber;
        finding.kind = needle.kind;
        finding.value = hit.text;
        for (const QRectF &rect : hit.rects)
            finding.rects.append(info.toUser(rect));
        findings.append(finding);
        at += needle.text.size();
    }
    return findings;
}

} // namespace dw
