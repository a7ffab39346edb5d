#include "app/demo/demosteps.h"

#include "app/demo/demostage.h"
#include "core/desk/clients/clientservice.h"
#include "core/engines/crypto/hash.h"
#include "core/worker/tablesession.h"

#include <QCoreApplication>
#include <QFile>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int sampleRows = 50;
constexpr int batchRows = 1000;

Result<> importClients(DemoStage &stage, const QJsonObject &step)
{
    const QString name = step.value("import_clients"_L1).toString();
    QFile file(u":/demo/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"demo.script"_s, {name});
    const QByteArray bytes = file.readAll();
    ClientService &clients = stage.session().clients();
    DW_ASSIGN(const auto list, clients.openList(bytes, {}, stage.job()));
    DW_ASSIGN(const TableBatch sample, list->next(sampleRows, stage.job()));
    DW_TRY(list->rewind(stage.job()));
    ImportRequest request;
    request.fileName = name;
    request.fileSha256 = sha256(bytes).toHex();
    request.fileSize = bytes.size();
    request.encoding = list->info().encoding;
    request.asset = AssetId::fromText(stage.idOf(step.value("asset"_L1).toString()));
    DW_ASSIGN(request.mapping, clients.mappingFor(sample));
    const TableRows rows = [&] { return list->next(batchRows, stage.job()); };
    DW_ASSIGN(const ImportOutcome outcome, clients.importRows(request, rows, stage.job()));
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
