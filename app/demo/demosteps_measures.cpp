#include "app/demo/demosteps.h"

#include "app/demo/demostage.h"
#include "core/base/atomicwrite.h"
#include "core/desk/accounts/accountservice.h"
#include "core/desk/backup/backupservice.h"
#include "core/desk/documents/documentservice.h"
#include "core/desk/measures/gateservice.h"
#include "core/desk/report/reportservice.h"
#include "ui/text/idtext.h"

#include <QCoreApplication>
#include <QDir>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

RecordId idOf(const DemoStage &stage, const QJsonObject &step, const char *key)
{
    return RecordId::fromText(stage.idOf(step.value(QLatin1StringView(key)).toString()));
}

Result<> sign(DemoStage &stage, const QJsonObject &step)
{
    const QString measure = step.value("sign"_L1).toString();
    DW_TRY(stage.session().measures().sign(measure, {}, stage.text(step.value("note"_L1)), idOf(stage, step, "paper")));
    return {};
}

Result<> signNil(DemoStage &stage, const QJsonObject &step)
{
    DW_TRY(stage.session().measures().signNil(step.value("sign_nil"_L1).toString(), stage.text(step.value("note"_L1)), idOf(stage, step, "paper")));
    return {};
}

/// A gate that cannot pass is a fault of the script: its red rows are named.
Result<> passGate(DemoStage &stage, const QString &gate, const QString &note)
{
    if (const auto passed = stage.session().gates().pass(gate, note); !passed) {
        const auto status = stage.session().measures().status();
        for (const MeasureStatus &measure : status ? status->measures : QList<MeasureStatus>()) {
            if (measure.status == Status::Red && measure.blocksOpenGate)
                stage.tell(u"    %1: %2 %3"_s.arg(measure.id, measure.reasons.value(0).id, measure.reasons.value(0).args.join(u", "_s)));
        }
        return failed(passed);
    }
    stage.tell(QCoreApplication::translate("Demo", "%1: passed, snapshot signed").arg(idtext::gate(gate)));
    return {};
}

Result<> gate(DemoStage &stage, const QJsonObject &step)
{
    const QString name = step.value("name"_L1).toString();
    const QString note = stage.text(step.value("note"_L1));
    if (step.value("gate"_L1).toString() == u"request"_s)
        return stage.session().gates().request(name, note);
    return passGate(stage, name, note);
}

Result<> approveException(DemoStage &stage, const QJsonObject &step)
{
    return stage.session().measures().approveException(idOf(stage, step, "approve_exception"));
}

Result<> verifyEvidence(DemoStage &stage, const QJsonObject &)
{
    DW_TRY(stage.session().documents().evidence().verifyBytes(stage.job()));
    return {};
}

Result<> addAccount(DemoStage &stage, const QJsonObject &step)
{
    const QString name = step.value("account"_L1).toString();
    AccountTerms terms;
    if (!roleFromId(step.value("role"_L1).toString(), &terms.role))
        return fail(ErrorCode::Internal, u"demo.script"_s, {name});
    terms.clearance = step.value("clearance"_L1).toInt();
    terms.person = PersonId::fromText(stage.idOf(step.value("person"_L1).toString()));
    Credentials credentials;
    credentials.accountName = name;
    credentials.passphrase = SecretBytes::copyOf(stage.passphraseOf(name).toUtf8());
    DW_TRY(stage.session().accounts().add(terms, credentials));
    return {};
}

Result<> linkAccount(DemoStage &stage, const QJsonObject &step)
{
    DW_ASSIGN(const AccountCard card, stage.session().accounts().byName(step.value("link_account"_L1).toString()));
    return stage.session().accounts().linkPerson(card.id, PersonId::fromText(stage.idOf(step.value("person"_L1).toString())));
}

Result<> backup(DemoStage &stage, const QJsonObject &step)
{
    const QString directory = stage.directory() + u"/backups"_s;
    QDir().mkpath(directory);
    DW_ASSIGN(const BackupEntry made, stage.session().backup().make(directory, stage.job()));
    if (step.value("drill"_L1).toBool())
        DW_TRY(stage.session().backup().drill(made.path, stage.job()));
    return {};
}

Result<> report(DemoStage &stage, const QJsonObject &step)
{
    ReportRequest request;
    request.kind = step.value("report"_L1).toString();
    DW_ASSIGN(const SealedReport issued, stage.session().report().make(request, stage.job()));
    const QString path = QDir(stage.directory()).filePath(u"report.pdf"_s);
    DW_TRY(writeFileAtomically(path, issued.pdf));
    stage.result().reportPdf = path;
    stage.tell(QCoreApplication::translate("Demo", "Sealed report: %1").arg(issued.reportNo));
    return {};
}

} // namespace

DemoSteps demoMeasureSteps()
{
    return {{u"sign"_s, sign}, {u"sign_nil"_s, signNil}, {u"gate"_s, gate}, {u"approve_exception"_s, approveException},
        {u"verify_evidence"_s, verifyEvidence}, {u"account"_s, addAccount}, {u"link_account"_s, linkAccount}, {u"backup"_s, backup},
        {u"report"_s, report}};
}

} // namespace dw
