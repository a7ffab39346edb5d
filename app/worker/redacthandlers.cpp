#include "app/worker/redacthandlers.h"

#include "core/engines/redact/inspector.h"
#include "core/engines/redact/redactor.h"
#include "core/engines/redact/verifier.h"

#include <QCborArray>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

QSet<int> pages(const QCborValue &value)
{
    QSet<int> result;
    const QCborArray array = value.toArray();
    for (const QCborValue &page : array)
        result.insert(int(page.toInteger(-1)));
    return result;
}

/// {"1":[[x0,y0,x1,y1],..]} with pages from 1. What is no rectangle allows nothing and is left out.
QMap<int, QList<QRectF>> rectangles(const QCborValue &value)
{
    QMap<int, QList<QRectF>> result;
    const QCborMap map = value.toMap();
    for (const auto &[page, list] : map) {
        const QCborArray array = list.toArray();
        for (const QCborValue &item : array) {
            const QCborArray n = item.toArray();
            const QRectF rect(QPointF(n.at(0).toDouble(), n.at(1).toDouble()), QPointF(n.at(2).toDouble(), n.at(3).toDouble()));
            if (n.size() == 4 && rect.isValid())
                result[page.toString().toInt() - 1].append(rect);
        }
    }
    return result;
}

Result<MarkSet> marksOf(const QCborMap &parameters)
{
    return MarkSet::fromJson(parameters.value("marks"_L1).toMap().toJsonObject());
}

} // namespace

QString BuildRedactionHandler::kind() const
{
    return u"redact.build"_s;
}

Result<QCborMap> BuildRedactionHandler::handle(const QCborMap &parameters, JobContext &context)
{
    DW_ASSIGN(const MarkSet marks, marksOf(parameters));
    RedactorOptions options;
    DW_ASSIGN(options.level, redactionLevelFromName(parameters.value("level"_L1).toString()));
    options.allPages = parameters.value("rasterise_all"_L1).toBool();
    options.pages = pages(parameters.value("rasterise"_L1));
    DW_ASSIGN(const RedactedFile file, Redactor(parameters.value("pdf"_L1).toByteArray(), marks, options).run(context));
    return QCborMap {{u"pdf"_s, file.pdf}, {u"report"_s, QCborMap::fromJsonObject(file.report)}};
}

QString VerifyRedactionHandler::kind() const
{
    return u"redact.verify"_s;
}

Result<QCborMap> VerifyRedactionHandler::handle(const QCborMap &parameters, JobContext &context)
{
    DW_ASSIGN(const MarkSet marks, marksOf(parameters));
    Verifier verifier({parameters.value("pdf"_L1).toByteArray(), parameters.value("output"_L1).toByteArray(), marks,
        pages(parameters.value("rasterised"_L1)), rectangles(parameters.value("boxes"_L1)), rectangles(parameters.value("moved"_L1))});
    DW_ASSIGN(const Verifier::Verdict verdict, verifier.run(context));
    QCborArray places;
    for (const int page : verdict.pages)
        places.append(page);
    return QCborMap {{u"findings"_s, QCborArray::fromStringList(verdict.findings)}, {u"pages"_s, places},
        {u"facts"_s, QCborMap::fromJsonObject(verdict.facts)}, {u"complete"_s, true}};
}

QString InspectPdfHandler::kind() const
{
    return u"pdf.inspect"_s;
}

Result<QCborMap> InspectPdfHandler::handle(const QCborMap &parameters, JobContext &context)
{
    DW_ASSIGN(const QJsonObject facts, Inspector(parameters.value("pdf"_L1).toByteArray()).run(context));
    return QCborMap {{u"facts"_s, QCborMap::fromJsonObject(facts)}};
}

} // namespace dw
