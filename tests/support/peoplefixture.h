#pragma once

#include "tests/support/storefixture.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace dwtest {

/// A small deal in phase 3 in a real store: an own company, a bidder with a named person, an NDA, a course, a rule
/// sheet. `prepare(person)` brings somebody to where a grant can be in force.
class PeopleFixture : public StoreFixture
{
public:
    using Map = QVariantMap;

    PeopleFixture() { store = create(); }

    QString add(const char *registerId, const Map &values, const QString &id = {})
    {
        const QString name = QString::fromLatin1(registerId);
        QString added;
        inAction(registerId, [&](dw::WriteTx &tx) -> dw::Result<> {
            DW_ASSIGN(const auto row, tx.records().insert(name, values, dw::RecordId::fromText(id)));
            added = row.toString();
            return {};
        });
        return added;
    }

    void set(const char *registerId, const QString &id, const Map &values, const QString &state = {})
    {
        const QString name = QString::fromLatin1(registerId);
        inAction(registerId, [&](dw::WriteTx &tx) {
            const auto record = dw::RecordId::fromText(id);
            return state.isEmpty() ? tx.records().update(name, record, values) : tx.records().setState(name, record, state, values);
        });
    }

    /// Everything that `work` adds and sets is one action: many times faster than one for each row.
    void together(const std::function<void()> &work)
    {
        if (m_tx) {
            work();
            return;
        }
        inAction("test", [&](dw::WriteTx &tx) -> dw::Result<> {
            m_tx = &tx;
            work();
            m_tx = nullptr;
            return {};
        });
    }

    dw::Record get(const char *registerId, const QString &id) const
    {
        return store->read([&](const dw::ReadTx &tx) { return tx.records().get(QString::fromLatin1(registerId), dw::RecordId::fromText(id)); })
            .value();
    }

    QString state(const char *registerId, const QString &id) const { return get(registerId, id).state; }

    qint64 trailLength() const { return store->head().value().seq; }

    void moveTo(const QDate &day) { clock.set(QDateTime(day, QTime(2, 0), Qt::UTC)); }

    /// Own company, bidder, law firm, the two responsible people, a bidder's person; the deal is active in phase 3.
    void makeDeal()
    {
        together([this] { addDeal(); });
    }

    void addDeal()
    {
        own = add("organisation", {{u"name"_s, u"Target Co"_s}, {u"deal_role"_s, u"own"_s}, {u"country"_s, u"CN"_s}});
        bidder = add("organisation", {{u"name"_s, u"Alpha Fund"_s}, {u"deal_role"_s, u"bidder"_s}, {u"country"_s, u"CN"_s}});
        lawFirm = add("organisation", {{u"name"_s, u"Law LLP"_s}, {u"deal_role"_s, u"adviser"_s}, {u"country"_s, u"CN"_s}});
        mia = addPerson(u"Mia"_s, own, u"employee"_s);
        chen = addPerson(u"Chen"_s, own, u"employee"_s);
        li = addPerson(u"Li Wei"_s, bidder, u"bidder"_s);
        add("account", {{u"name"_s, actor.name}, {u"account_role"_s, u"deal_manager"_s}, {u"clearance"_s, 4}, {u"person"_s, mia}},
            actor.id.toString());
        otherAccount = add("account", {{u"name"_s, u"chen"_s}, {u"account_role"_s, u"compliance_officer"_s}, {u"clearance"_s, 4}, {u"person"_s, chen}});
        add("deal_settings", {{u"headcount"_s, 10}, {u"time_zone"_s, u"Asia/Shanghai"_s}, {u"charter_cadence_days"_s, 14},
            {u"training_target"_s, 90}, {u"pledge_target"_s, 90}, {u"response_workdays"_s, 15}, {u"receipt_workdays"_s, 5}});
        deal = add("deal", {{u"code_name"_s, u"Heron"_s}, {u"structure"_s, u"share"_s}, {u"current_phase"_s, u"documents"_s},
            {u"deal_manager"_s, mia}, {u"compliance_officer"_s, chen}, {u"state"_s, u"active"_s}});
        course = add("course", {{u"title"_s, u"Confidentiality"_s}, {u"kind"_s, u"onboarding"_s}, {u"validity_months"_s, 12},
            {u"mandatory_for"_s, QStringList {u"everyone"_s}}});
        session = add("training_session", {{u"course"_s, course}, {u"held_on"_s, u"2026-02-02"_s}});
        sheet = add("rule_sheet", {{u"title"_s, u"House rules"_s}, {u"sheet_version"_s, 1}, {u"rules"_s, u"Keep it in the vault."_s},
            {u"effective_on"_s, u"2026-02-01"_s}, {u"state"_s, u"issued"_s}});
        nda = add("nda", {{u"title"_s, u"NDA Alpha"_s}, {u"kind"_s, u"mutual"_s}, {u"receivers"_s, QStringList {bidder}},
            {u"disclosers"_s, QStringList {own}}, {u"purposes"_s, QStringList {u"evaluation"_s, u"due_diligence"_s}},
            {u"effective_on"_s, u"2026-02-10"_s}, {u"term_end_on"_s, u"2027-02-10"_s}, {u"survival_months"_s, 24},
            {u"representatives_rule"_s, u"named_only"_s}, {u"return_destroy_days"_s, 30}, {u"compelled_notice"_s, true}});
    }

    QString addPerson(const QString &name, const QString &organisation, const QString &employment)
    {
        return add("person", {{u"name"_s, name}, {u"organisation"_s, organisation}, {u"employment"_s, employment}, {u"clearance"_s, 4}});
    }

    void signNda()
    {
        together([this] { addSignatures(); });
    }

    void addSignatures()
    {
        add("nda_signatory", {{u"nda"_s, nda}, {u"organisation"_s, own}, {u"person"_s, mia}, {u"signed_on"_s, u"2026-02-05"_s}, {u"method"_s, u"seal"_s}});
        add("nda_signatory", {{u"nda"_s, nda}, {u"organisation"_s, bidder}, {u"person"_s, li}, {u"signed_on"_s, u"2026-02-06"_s}, {u"method"_s, u"wet"_s}});
    }

    void prepare(const QString &person)
    {
        together([&] { addPapers(person); });
    }

    void addPapers(const QString &person)
    {
        set("person", person, {{u"background_check"_s, u"passed"_s}, {u"checked_on"_s, u"2026-02-01"_s}, {u"check_valid_until"_s, u"2026-06-30"_s}});
        add("attendance", {{u"training_session"_s, session}, {u"person"_s, person}, {u"present"_s, true}, {u"passed"_s, true},
            {u"valid_until"_s, u"2026-12-31"_s}});
        add("rule_ack", {{u"rule_sheet"_s, sheet}, {u"person"_s, person}, {u"acknowledged_on"_s, u"2026-02-03"_s}});
    }

    std::unique_ptr<dw::Store> store;
    QString own, bidder, lawFirm, mia, chen, li, otherAccount, deal, course, session, sheet, nda;

private:
    void inAction(const char *what, const std::function<dw::Result<>(dw::WriteTx &)> &work)
    {
        const auto done = m_tx ? work(*m_tx) : store->write(dw::Action {u"test.write"_s, QString::fromLatin1(what), {}, {}}, work);
        if (!done)
            qFatal("%s: %s %s", what, qPrintable(done.error().reason), qPrintable(done.error().detail));
    }

    dw::WriteTx *m_tx = nullptr;
};

} // namespace dwtest
