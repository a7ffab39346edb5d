#include "app/demo/demosteps.h"

#include "app/demo/demostage.h"
#include "core/desk/accounts/accountservice.h"
#include "core/desk/deal/dealservice.h"
#include "core/desk/documents/documentservice.h"
#include "core/desk/measures/measureservice.h"
#include "core/desk/registers/recordservice.h"

#include <QJsonArray>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

// Evidence of the demo is kept four years: longer than the three that impact assessments ask for.
constexpr int retentionDays = 4 * 365;

/// "register/@name" or "register/id".
Result<std::pair<QString, RecordId>> target(const DemoStage &stage, const QString &text)
{
    const QString name = text.section(u'/', 1);
    const RecordId id = RecordId::fromText(stage.knows(name) ? stage.idOf(name) : name);
    if (id.isNull())
        return fail(ErrorCode::Internal, u"demo.script"_s, {text});
    return std::pair {text.section(u'/', 0, 0), id};
}

RecordId idOf(const DemoStage &stage, const QJsonValue &name)
{
    return RecordId::fromText(stage.idOf(name.toString()));
}

Result<> add(DemoStage &stage, const QJsonObject &step)
{
    const QString registerId = step.value("add"_L1).toString();
    RecordService &records = stage.session().records();
    DW_ASSIGN(QVariantMap values, records.defaults(registerId));
    values.insert(stage.values(step.value("values"_L1).toObject()));
    DW_ASSIGN(const RecordId id, records.add(registerId, values));
    if (step.contains("id"_L1))
        stage.remember(step.value("id"_L1).toString(), id.toString());
    return {};
}

Result<> set(DemoStage &stage, const QJsonObject &step)
{
    return stage.session().records().set(step.value("set"_L1).toString(), idOf(stage, step.value("of"_L1)), 0,
        stage.values(step.value("values"_L1).toObject()));
}

Result<> transition(DemoStage &stage, const QJsonObject &step)
{
    DW_ASSIGN(const auto record, target(stage, step.value("of"_L1).toString()));
    return stage.session().records().transition(record.first, record.second, step.value("do"_L1).toString(),
        stage.values(step.value("values"_L1).toObject()), stage.text(step.value("reason"_L1)));
}

Result<> deal(DemoStage &stage, const QJsonObject &step)
{
    NewDeal deal;
    deal.deal = stage.values(step.value("deal"_L1).toObject());
    deal.settings = stage.values(step.value("settings"_L1).toObject());
    for (const QJsonValue phase : step.value("phases"_L1).toArray())
        deal.phases.append({stage.day().addDays(phase.toArray().at(0).toInt()), stage.day().addDays(phase.toArray().at(1).toInt())});
    DW_ASSIGN(const RecordId id, stage.session().deal().create(deal));
    stage.remember(u"deal"_s, id.toString());
    return {};
}

Result<> dealDo(DemoStage &stage, const QJsonObject &step)
{
    DealService &deals = stage.session().deal();
    if (step.value("deal_do"_L1).toString() == u"activate"_s)
        return deals.activate();
    DW_TRY(deals.lockScope());
    return {};
}

/// One accountable person for every measure, by the function that answers for it.
Result<> raci(DemoStage &stage, const QJsonObject &step)
{
    const QJsonObject holders = step.value("raci"_L1).toObject();
    for (const MeasureDecl &measure : stage.session().measures().catalogue().measures()) {
        const QString person = stage.idOf(holders.value(measure.role).toString());
        DW_TRY(stage.session().records().add(u"raci"_s, {{u"measure"_s, measure.id}, {u"person"_s, person}, {u"raci_role"_s, u"A"_s}}));
    }
    return {};
}

/// Every mandatory clause is in the contract.
Result<> clauses(DemoStage &stage, const QJsonObject &step)
{
    RecordService &records = stage.session().records();
    const RegisterDecl *decl = records.catalogue().find(u"contract_clause");
    int number = 0;
    for (const ChoiceDecl &clause : decl->field(u"clause_code")->choices) {
        DW_TRY(records.add(u"contract_clause"_s,
            {{u"third_party"_s, stage.idOf(step.value("clauses"_L1).toString())}, {u"clause_code"_s, clause.id}, {u"mandatory"_s, true},
                {u"present"_s, true}, {u"text_ref"_s, u"§ %1"_s.arg(++number)}}));
    }
    return {};
}

Result<> forPeople(DemoStage &stage, const QJsonObject &step, const std::function<Result<>(const QString &)> &work)
{
    for (const QJsonValue person : step.value("people"_L1).toArray())
        DW_TRY(work(stage.idOf(person.toString())));
    return {};
}

Result<> attend(DemoStage &stage, const QJsonObject &step)
{
    return forPeople(stage, step, [&](const QString &person) -> Result<> {
        DW_TRY(stage.session().records().add(u"attendance"_s,
            {{u"training_session"_s, stage.idOf(step.value("attend"_L1).toString())}, {u"person"_s, person}, {u"present"_s, true},
                {u"passed"_s, true}, {u"test_score"_s, 90}, {u"signed"_s, true}, {u"valid_until"_s, stage.text(step.value("valid_until"_L1))}}));
        return {};
    });
}

Result<> acknowledgeRules(DemoStage &stage, const QJsonObject &step)
{
    return forPeople(stage, step, [&](const QString &person) -> Result<> {
        DW_TRY(stage.session().records().add(u"rule_ack"_s,
            {{u"rule_sheet"_s, stage.idOf(step.value("ack_rules"_L1).toString())}, {u"person"_s, person},
                {u"acknowledged_on"_s, stage.day().toString(Qt::ISODate)}, {u"method"_s, u"paper"_s}}));
        return {};
    });
}

Result<> evidence(DemoStage &stage, const QJsonObject &step)
{
    EvidenceDraft draft;
    draft.title = stage.text(step.value("title"_L1));
    draft.kind = step.value("kind"_L1).toString();
    draft.fileName = draft.kind + u".txt"_s;
    draft.bytes = (draft.title + u"\n"_s + stage.day().toString(Qt::ISODate) + u"\n"_s).toUtf8();
    draft.collectedOn = stage.day();
    draft.retainUntil = stage.day().addDays(retentionDays);
    if (step.contains("link"_L1)) {
        DW_ASSIGN(const auto record, target(stage, step.value("link"_L1).toString()));
        draft.links.append(record.first + u'/' + record.second.toString());
    }
    DW_ASSIGN(const RecordId id, stage.session().documents().evidence().add(draft));
    stage.remember(step.value("evidence"_L1).toString(), id.toString());
    return {};
}

} // namespace

DemoSteps demoRecordSteps()
{
    return {{u"add"_s, add}, {u"set"_s, set}, {u"do"_s, transition}, {u"deal"_s, deal}, {u"deal_do"_s, dealDo}, {u"raci"_s, raci},
        {u"clauses"_s, clauses}, {u"attend"_s, attend}, {u"ack_rules"_s, acknowledgeRules}, {u"evidence"_s, evidence}};
}

} // namespace dw
