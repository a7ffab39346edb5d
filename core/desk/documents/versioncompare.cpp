#include "core/desk/documents/versioncompare.h"

#include "core/desk/documents/documentrows.h"
#include "core/desk/documents/picturecompare.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr double lineReach = 3; ///< Points that a box in a picture may reach above and below its mark.

/// {"1":[[x0,y0,x1,y1],..]}, pages from 1, into areas by page from zero.
void addRectangles(const QJsonObject &object, QMap<int, QList<QRectF>> &to)
{
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QJsonArray rectangles = entry->toArray();
        for (const QJsonValue item : rectangles) {
            const QJsonArray n = item.toArray();
            const QRectF rect(QPointF(n.at(0).toDouble(), n.at(1).toDouble()), QPointF(n.at(2).toDouble(), n.at(3).toDouble()));
            if (n.size() == 4 && entry.key().toInt() > 0)
                to[entry.key().toInt() - 1].append(rect.normalized());
        }
    }
}

PageComparison onlyIn(int page, PageComparison::Kind kind)
{
    PageComparison only;
    only.page = page;
    only.kind = kind;
    return only;
}

Result<PageComparison> comparePage(OpenVersion &before, OpenVersion &after, int page, const RedactedAreas &areas, JobContext &job)
{
    PageComparison compared;
    compared.page = page;
    compared.isPicture = areas.pictures.contains(page);
    compared.isRedacted = areas.marks.contains(page);
    const auto draw = [&](OpenVersion &version) -> Result<PdfPicture> { return version.picture(page, VersionCompare::dpi, job); };
    const Result<PdfPicture> first = draw(before);
    const Result<PdfPicture> second = first ? draw(after) : first;
    if (!second) {
        if (second.error().code == ErrorCode::Cancelled)
            return failed(second);
        compared.kind = PageComparison::Kind::NotMeasured;
        compared.error = second.error();
        return compared;
    }
    const auto care = compared.isPicture ? PictureCompare::Care::Coarse : PictureCompare::Care::Exact;
    const PictureDifference found = PictureCompare::compare(*first, *second, areas.expected(page), VersionCompare::dpi, care);
    compared.outside = found.outside;
    compared.places = found.places;
    if (found.sizesDiffer)
        compared.kind = PageComparison::Kind::Resized;
    else if (found.outside > 0)
        compared.kind = PageComparison::Kind::Changed;
    return compared;
}

} // namespace

void RedactedAreas::add(const RedactedAreas &other)
{
    for (const auto &[page, areas] : other.marks.asKeyValueRange())
        marks[page] += areas;
    for (const auto &[page, areas] : other.moved.asKeyValueRange())
        moved[page] += areas;
    pictures += other.pictures;
}

int Comparison::count(PageComparison::Kind kind) const
{
    return int(std::count_if(pages.begin(), pages.end(), [&](const PageComparison &page) { return page.kind == kind; }));
}

RedactedAreas VersionCompare::areasOf(const MarkSet &marks, const QJsonObject &report, const QList<PdfPageInfo> &pages)
{
    RedactedAreas areas;
    for (const RedactionMark &mark : marks.marks) {
        if (mark.page >= 0 && mark.page < pages.size())
            areas.marks[mark.page].append(mark.displayRect && !mark.userRect ? *mark.displayRect : pages.at(mark.page).toDisplay(mark.area(pages.at(mark.page))));
    }
    addRectangles(report.value("boxes"_L1).toObject(), areas.marks);
    addRectangles(report.value("moved"_L1).toObject(), areas.moved);
    const QJsonArray pictures = report.value("pictures"_L1).toArray();
    for (const QJsonValue value : pictures) {
        const int page = value.toInt(-1);
        areas.pictures.insert(page);
        // The boxes of a picture are as wide as they must be to hide a width; they stay in their lines.
        const double width = page >= 0 && page < pages.size() ? pages.at(page).displaySize().width() : 0;
        for (const QRectF &mark : areas.marks.value(page))
            areas.moved[page].append(QRectF(0, mark.top() - lineReach, width, mark.height() + 2 * lineReach));
    }
    return areas;
}

Result<RedactedAreas> VersionCompare::areas(const VersionId &version, const QList<PdfPageInfo> &pages) const
{
    DW_ASSIGN(const QString planned, m_context.store.read([&](const ReadTx &tx) -> Result<QString> {
        DW_ASSIGN(const Record row, tx.records().get(u"doc_version"_s, documentrows::rowId(version)));
        return row.text(u"redaction_plan"_s);
    }));
    const QJsonObject plan = QJsonDocument::fromJson(planned.toUtf8()).object();
    if (plan.isEmpty())
        return RedactedAreas();
    DW_ASSIGN(const MarkSet marks, MarkSet::fromJson(plan.value("marks"_L1).toObject()));
    return areasOf(marks, plan.value("report"_L1).toObject(), pages);
}

Result<Comparison> VersionCompare::run(OpenVersion &before, OpenVersion &after, const RedactedAreas &areas, JobContext &job)
{
    DW_ASSIGN(const QList<PdfPageInfo> first, before.pages(job));
    DW_ASSIGN(const QList<PdfPageInfo> second, after.pages(job));
    const qsizetype both = std::min(first.size(), second.size());
    Comparison comparison;
    for (qsizetype page = 0; page < std::max(first.size(), second.size()); ++page) {
        DW_TRY(job.step(page, std::max(first.size(), second.size())));
        if (page >= both) {
            comparison.pages.append(onlyIn(int(page), page < first.size() ? PageComparison::Kind::OnlyBefore : PageComparison::Kind::OnlyAfter));
            continue;
        }
        DW_ASSIGN(const PageComparison compared, comparePage(before, after, int(page), areas, job));
        comparison.pages.append(compared);
    }
    return comparison;
}

} // namespace dw
