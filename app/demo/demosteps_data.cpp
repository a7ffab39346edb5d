#include "app/demo/demosteps.h"

#include "app/clientlistimport.h"
#include "app/demo/demostage.h"
#include "core/desk/clients/clientservice.h"

#include <QFile>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

Result<> importClients(DemoStage &stage, const QJsonObject &step)
{
    const QString name = step.value("import_clients"_L1).toString();
    QFile file(u":/demo/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"demo.script"_s, {name});
    ClientListImport import;
    import.bytes = file.readAll();
    import.fileName = name;
    import.asset = AssetId::fromText(stage.idOf(step.value("asset"_L1).toString()));
    DW_ASSIGN(const ImportOutcome outcome, importClientList(stage.session().clients(), import, stage.job()));
    stage.tell(QCoreApplication::translate("Demo", "Client list: %1 of %2 rows imported, %3 need attention")
                   .arg(outcome.imported).arg(outcome.rows).arg(outcome.rejected + outcome.warned));
    return {};
}

Result<> decideLevel(DemoStage &stage, const QJsonObject &step)
{
    return stage.session().clients().decideLevel(
        RecordId::fromText(stage.idOf(step.value("decide"_L1).toString())), step.value("level"_L1).toInt(),
        stage.text(step.value("reason"_L1)));
}

Result<> reviewAsset(DemoStage &stage, const QJsonObject &step)
{
    return stage.session().clients().review(RecordId::fromText(stage.idOf(step.value("review_asset"_L1).toString())));
}

} // namespace

DemoSteps demoDataSteps()
{
    return {{u"import_clients"_s, importClients}, {u"decide"_s, decideLevel}, {u"review_asset"_s, reviewAsset}};
}

} // namespace dw
