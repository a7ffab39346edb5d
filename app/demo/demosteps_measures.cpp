#include "app/demo/demosteps.h"

#include "app/demo/demostage.h"
#include "core/base/atomicwrite.h"
#include "core/desk/accounts/accountservice.h"
#include "core/desk/documents/documentservice.h"
#include "core/desk/measures/gateservice.h"
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
    DW_TRY(stage.session().measures().sign(measure, {}, stage.text(step.value("note"_L1)), idOf(stage, step, "evidence")));
    return {};
}

Result<> signNil(DemoStage &stage, const QJsonObject &step)
{
    DW_TRY(stage.session().measures().signNil(step.value("sign_nil"_L1).toString(), stage.text(step.value("note"_L1)), idOf(stage, step, "evidence")));
    return {};
}

/// A gate that cannot pass is a fault of the script: its red rows are named.
Result<> passGate(DemoStage &stage, const QString &gate, const QString &note)
{
    DW_TRY(stage.session().gates().pass(gate, note));
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
    return {};
}

Result<> report(DemoStage &, const QJsonObject &) { return {}; }

} // namespace

DemoSteps demoMeasureSteps()
{
    return {{u"sign"_s, sign}, {u"sign_nil"_s, signNil}, {u"gate"_s, gate}, {u"approve_exception"_s, approveException},
        {u"verify_evidence"_s, verifyEvidence}, {u"account"_s, addAccount}, {u"link_account"_s, linkAccount}, {u"backup"_s, backup},
        {u"report"_s, report}};
}

} // namespace dw
