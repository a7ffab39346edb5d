#pragma once

#include "core/desk/deal/dealservice.h"
#include "core/desk/measures/gateservice.h"
#include "core/desk/measures/measureservice.h"
#include "core/desk/people/peopleservice.h"
#include "core/desk/registers/bookrules.h"
#include "core/desk/registers/recordservice.h"
#include "core/worker/workerclient.h"
#include "tests/support/storefixture.h"

#include <map>

using namespace Qt::StringLiterals;

namespace dwtest {

/// One account's services over the shared vault files.
struct Desk {
    Desk(dw::StoreConfig config, dw::Store::Mode mode, const dw::MeasureCatalogue &catalogue)
        : store(StoreFixture::take(dw::Store::open(std::move(config), mode)))
        , records(*store, worker, catalogue.ids())
        , deal(*store, records)
        , measures(*store, catalogue)
        , gates(*store, measures)
        , people(*store)
    {
        dw::addBookRules(records);
    }

    std::unique_ptr<dw::Store> store;
    dw::WorkerClient worker {QStringLiteral(DW_BIN_DIR "/dealward-worker")};
    dw::RecordService records;
    dw::DealService deal;
    dw::MeasureService measures;
    dw::GateService gates;
    dw::PeopleService people;
};

/// A real store with an account for each role, each with its own key, and the services of the desk over it. Rows
/// go in through RecordService, so that roles and rules are at work; `raw` writes what only programs write.
class DealFixture : public StoreFixture
{
public:
    using Map = QVariantMap;

    DealFixture()
    {
        auto loaded = dw::MeasureCatalogue::load();
        if (!loaded)
            qFatal("measures: %s", qPrintable(loaded.error().detail));
        measures = *loaded;
        for (const dw::Role role : {dw::Role::Owner, dw::Role::DealManager, dw::Role::ComplianceOfficer, dw::Role::LegalCounsel,
                 dw::Role::Reviewer, dw::Role::Auditor}) {
            Account account;
            account.actor = {dw::AccountId::create(), dw::roleId(role), role, 4};
            account.key = dw::SigningKey::generate();
            m_accounts.insert_or_assign(role, std::move(account));
        }
        Desk &owner = as(dw::Role::Owner);
        for (const auto &[role, account] : m_accounts)
            raw(owner, u"account"_s, {{u"name"_s, account.actor.name}, {u"account_role"_s, dw::roleId(role)}, {u"clearance"_s, 4}}, account.actor.id.toString());
    }

    Desk &as(dw::Role role)
    {
        auto &desk = m_desks[role];
        if (!desk) {
            dw::StoreConfig own = config();
            own.actor = m_accounts.at(role).actor;
            own.sign = [this, role](const QByteArray &message) { return m_accounts.at(role).key.sign(message); };
            own.publicKeyOf = [this](const dw::AccountId &id) {
                for (const auto &[ignored, account] : m_accounts) {
                    if (account.actor.id == id)
                        return account.key.publicKey();
                }
                return QByteArray();
            };
            desk = std::make_unique<Desk>(std::move(own), m_isMade ? dw::Store::Mode::Open : dw::Store::Mode::Create, measures);
            m_isMade = true;
        }
        return *desk;
    }

    Desk &owner() { return as(dw::Role::Owner); }
    Desk &manager() { return as(dw::Role::DealManager); }
    Desk &officer() { return as(dw::Role::ComplianceOfficer); }
    Desk &counsel() { return as(dw::Role::LegalCounsel); }
    Desk &reviewer() { return as(dw::Role::Reviewer); }

    QString accountId(dw::Role role) const { return m_accounts.at(role).actor.id.toString(); }
    QString today() { return owner().deal.today().value().toString(Qt::ISODate); }
    QString day(int offset) { return owner().deal.today().value().addDays(offset).toString(Qt::ISODate); }

    /// Adds through the service of whoever asks; ends the test program with the reason when it is refused.
    QString add(Desk &desk, const QString &registerId, const Map &values)
    {
        const auto added = desk.records.add(registerId, values);
        if (!added)
            qFatal("add %s: %s %s %s", qPrintable(registerId), qPrintable(added.error().reason), qPrintable(added.error().args.join(u' ')), qPrintable(added.error().detail));
        return added->toString();
    }

    void set(Desk &desk, const QString &registerId, const QString &id, const Map &values)
    {
        check(desk.records.set(registerId, dw::RecordId::fromText(id), 0, values), registerId);
    }

    void move(Desk &desk, const QString &registerId, const QString &id, const QString &transition, const Map &values = {}, const QString &reason = {})
    {
        check(desk.records.transition(registerId, dw::RecordId::fromText(id), transition, values, reason), registerId + u' ' + transition);
    }

    /// A row that only the program writes, or fields that only it may set.
    QString raw(Desk &desk, const QString &registerId, const Map &values, const QString &id = {})
    {
        const auto added = desk.store->write(dw::Action {u"test.add"_s, registerId, {}, {}},
            [&](dw::WriteTx &tx) { return tx.records().insert(registerId, values, dw::RecordId::fromText(id)); });
        if (!added)
            qFatal("raw %s: %s %s", qPrintable(registerId), qPrintable(added.error().reason), qPrintable(added.error().detail));
        return added->toString();
    }

    void rawSet(Desk &desk, const QString &registerId, const QString &id, const Map &values, const QString &state = {})
    {
        const auto record = dw::RecordId::fromText(id);
        check(desk.store->write(dw::Action {u"test.set"_s, registerId, id, {}},
                  [&](dw::WriteTx &tx) {
                      return state.isEmpty() ? tx.records().update(registerId, record, values)
                                             : tx.records().setState(registerId, record, state, values);
                  }),
            registerId);
    }

    /// Evidence with bytes that were hashed and checked.
    QString evidence(const QString &kind, const QString &title)
    {
        const QString id = raw(owner(), u"evidence"_s, {{u"title"_s, title}, {u"kind"_s, kind}, {u"sha256"_s, QString(64, u'a')},
            {u"file_size"_s, 1000}, {u"collected_on"_s, today()}, {u"retain_until"_s, day(4000)}});
        raw(owner(), u"fact"_s, {{u"name"_s, u"evidence.bytes_match"_s}, {u"subject"_s, id}, {u"holds"_s, true}, {u"measured_at"_s, clock.nowMs()}});
        return id;
    }

    void backUp()
    {
        raw(owner(), u"backup_run"_s, {{u"kind"_s, u"manual"_s}, {u"finished_at"_s, clock.nowMs()}, {u"outcome"_s, u"ok"_s}, {u"encrypted"_s, true},
            {u"restore_tested_at"_s, clock.nowMs()}, {u"restore_outcome"_s, u"ok"_s}});
    }

    void advanceDays(int days) { clock.advance(days * 86'400'000LL); }

    static void check(const dw::Result<> &done, const QString &what)
    {
        if (!done)
            qFatal("%s: %s %s %s", qPrintable(what), qPrintable(done.error().reason), qPrintable(done.error().args.join(u' ')), qPrintable(done.error().detail));
    }

    dw::MeasureCatalogue measures;

private:
    struct Account {
        dw::Actor actor;
        dw::SigningKey key;
    };

    std::map<dw::Role, Account> m_accounts;
    std::map<dw::Role, std::unique_ptr<Desk>> m_desks;
    bool m_isMade = false;
};

} // namespace dwtest
