#include "app/worker/gaphandler.h"

#include "core/engines/parse/gapfit.h"

#include <QCborArray>

using namespace Qt::StringLiterals;

namespace dw {

QString GapHandler::kind() const
{
    return u"pdf.gaps"_s;
}

Result<QCborMap> GapHandler::handle(const QCborMap &parameters, JobContext &)
{
    const qint64 page = parameters.value("page"_L1).toInteger(-1);
    if (!m_open->document || page < 0 || page >= m_open->document->pageCount())
        return fail(ErrorCode::InvalidInput, u"pdf.no_such_page"_s, {QString::number(page + 1)});
    QList<QRectF> areas;
    const QCborArray given = parameters.value("areas"_L1).toArray();
    for (const QCborValue &item : given) {
        const QCborArray n = item.toArray();
        areas.append(QRectF(QPointF(n.at(0).toDouble(), n.at(1).toDouble()), QPointF(n.at(2).toDouble(), n.at(3).toDouble())));
    }
    QStringList names;
    const QCborArray wanted = parameters.value("names"_L1).toArray();
    for (const QCborValue &name : wanted)
        names.append(name.toString());
    QCborArray fits;
    const QList<GapFit> found = m_open->document->gapFits(int(page), areas, names);
    for (const GapFit &fit : found)
        fits.append(QCborArray {fit.removed, fit.em, fit.font, fit.measured, fit.fitExact, fit.fitBox});
    return QCborMap {{u"fits"_s, fits}};
}

} // namespace dw
