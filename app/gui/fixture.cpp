#include "app/gui/fixture.h"

#include "app/gui/shots.h"
#include "core/desk/deal/dealservice.h"
#include "core/desk/registers/recordservice.h"

#include <QDate>
#include <QDir>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// A few rows of most kinds: enough to see every page with content.
Result<> fillFixture(Session &session)
{
    RecordService &records = session.records();
    NewDeal deal;
    deal.deal = {{u"code_name"_s, u"Kestrel"_s}, {u"structure"_s, u"share"_s},
        {u"purpose"_s, u"The founders sell 62 % to finance a second plant."_s}};
    const QDate today = QDate::currentDate();
    for (int i = 0; i < 5; ++i)
        deal.phases.append({today.addDays(30 * i - 20), today.addDays(30 * i + 9)});
    DW_TRY(session.deal().create(deal));
    DW_ASSIGN(const RecordId target, records.add(u"organisation"_s, {{u"name"_s, u"Qinghe Precision Co."_s}, {u"deal_role"_s, u"own"_s}}));
    DW_ASSIGN(const RecordId bidder, records.add(u"organisation"_s, {{u"name"_s, u"Northlake Capital"_s}, {u"deal_role"_s, u"bidder"_s}}));
    QList<RecordId> people;
    int i = 0;
    for (const QString &name : {u"Lin Yue"_s, u"Chen Bo"_s, u"Wang Min"_s, u"Sofia Berg"_s, u"Zhao Lei"_s, u"Martin Kolb"_s}) {
        DW_ASSIGN(const RecordId person,
            records.add(u"person"_s, {{u"name"_s, name}, {u"organisation"_s, (i < 3 ? target : bidder).toString()},
                {u"employment"_s, u"employee"_s}, {u"clearance"_s, 2 + i % 3}, {u"in_deal_team"_s, i < 3}}));
        people.append(person);
        ++i;
    }
    DW_TRY(session.deal().set(0, {{u"deal_manager"_s, people.at(0).toString()}, {u"compliance_officer"_s, people.at(1).toString()}}));
    DW_TRY(records.add(u"nda"_s, {{u"title"_s, u"Northlake NDA"_s}, {u"kind"_s, u"mutual"_s}, {u"receivers"_s, QStringList {bidder.toString()}},
        {u"purposes"_s, QStringList {u"due_diligence"_s}}, {u"effective_on"_s, today.addDays(-12).toString(Qt::ISODate)},
        {u"term_end_on"_s, today.addDays(20).toString(Qt::ISODate)}}));
    DW_TRY(records.add(u"data_asset"_s, {{u"name"_s, u"CRM customers"_s}, {u"record_count"_s, 217}, {u"level"_s, 3}, {u"level_reason"_s, u"contacts"_s}}));
    DW_TRY(records.add(u"data_asset"_s, {{u"name"_s, u"Price agreements"_s}, {u"record_count"_s, 64}, {u"level"_s, 4}, {u"level_reason"_s, u"prices"_s}}));
    for (const QString &title : {u"Scope signed off"_s, u"Teaser approved"_s, u"Data room ready"_s})
        DW_TRY(records.add(u"milestone"_s, {{u"title"_s, title}, {u"phase"_s, u"prepare"_s}, {u"due_on"_s, today.addDays(5 * ++i - 34).toString(Qt::ISODate)}}));
    return {};
}

} // namespace

Result<std::unique_ptr<Session>> openFixture(const QString &directory)
{
    NewVault vault;
    vault.path = QDir(directory).filePath(u"Kestrel"_s);
    vault.ownerName = u"Lin"_s;
    vault.passphrase = SecretBytes::copyOf("walnut harbour sixteen velvet");
    SessionOptions options;
    options.stateDirectory = QDir(directory).filePath(u"state"_s);
    DW_ASSIGN(CreatedVault made, Session::create(std::move(vault), options));
    DW_TRY(fillFixture(*made.session));
    return std::move(made.session);
}

MainWindow::Hooks guiHooks()
{
    return {};
}

} // namespace dw
