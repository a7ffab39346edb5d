#include "app/demo/demodeal.h"

#include "app/demo/demosteps.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

const QStringList scenes {u"1_prepare"_s, u"2_negotiate"_s, u"3_documents"_s};

Result<QJsonArray> stepsOf(const QString &scene)
{
    QFile file(u":/demo/%1.json"_s.arg(scene));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"demo.script"_s, {scene});
    const QJsonArray steps = QJsonDocument::fromJson(file.readAll()).object().value("steps"_L1).toArray();
    if (steps.isEmpty())
        return fail(ErrorCode::Internal, u"demo.script"_s, {scene});
    return steps;
}

DemoSteps allSteps()
{
    DemoSteps all;
    for (const DemoSteps &group : {demoRecordSteps(), demoPeopleSteps(), demoDataSteps(), demoDocumentSteps(), demoMeasureSteps()})
        all.insert(group);
    return all;
}

Result<> playStep(DemoStage &stage, const DemoSteps &handlers, const QJsonObject &step)
{
    if (step.contains("day"_L1))
        stage.setDay(step.value("day"_L1).toInt());
    if (step.contains("as"_L1))
        DW_TRY(stage.enterAs(step.value("as"_L1).toString()));
    for (auto it = step.begin(); it != step.end(); ++it) {
        const DemoStep handler = handlers.value(it.key());
        if (handler) {
            stage.tick();
            return handler(stage, step);
        }
    }
    const bool isScene = step.contains("as"_L1) || step.contains("day"_L1);
    return isScene ? Result<>() : fail(ErrorCode::Internal, u"demo.script"_s, {step.keys().join(u' ')});
}

} // namespace

QList<DemoAccount> DemoDeal::accounts()
{
    return {{u"mia"_s, u"cedar-river-lantern-41"_s}, {u"grace"_s, u"granite-harbour-violin-58"_s},
        {u"wei"_s, u"maple-signal-orchard-27"_s}, {u"na"_s, u"copper-window-meadow-93"_s}};
}

Result<DemoResult> DemoDeal::play(const QString &directory, Language language, const SessionOptions &options, JobContext &job,
    const std::function<void(const QString &)> &tell)
{
    if (QDir(directory + u"/Cedar.dealvault"_s).exists())
        return fail(ErrorCode::Conflict, u"demo.exists"_s, {directory});
    if (!QDir().mkpath(directory))
        return fail(ErrorCode::Io, u"file.unwritable"_s, {directory});
    DemoStage stage(directory, language, options, job, tell);
    const DemoSteps handlers = allSteps();
    QJsonArray steps;
    for (const QString &scene : scenes) {
        DW_ASSIGN(const QJsonArray more, stepsOf(scene));
        for (const QJsonValue step : more)
            steps.append(step);
    }
    stage.setDay(steps.first().toObject().value("day"_L1).toInt());
    DW_TRY(stage.createVault(accounts()));
    for (qsizetype i = 0; i < steps.size(); ++i) {
        DW_TRY(job.step(i, steps.size()));
        Result<> done = playStep(stage, handlers, steps.at(i).toObject());
        if (!done) {
            Error error = done.error();
            error.detail = u"demo step %1 %2: %3 (%4) %5"_s.arg(QString::number(i + 1),
                QString::fromUtf8(QJsonDocument(steps.at(i).toObject()).toJson(QJsonDocument::Compact)).left(300),
                error.reason, error.args.join(u", "_s), error.detail);
            return tl::unexpected<Error>(error);
        }
    }
    stage.leave();
    return stage.result();
}

} // namespace dw
