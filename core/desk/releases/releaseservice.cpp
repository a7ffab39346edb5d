#include "core/desk/releases/releaseservice.h"

#include "core/base/canonicaljson.h"
#include "core/desk/people/peopleservice.h"
#include "core/desk/releases/conditions.h"
#include "core/desk/releases/packagefolder.h"
#include "core/desk/releases/watermark.h"
#include "core/desk/rows.h"
#include "core/engines/crypto/hash.h"

#include <QJsonDocument>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

// What is stored with a release, and in the trail with a refusal.
QByteArray storedForm(const ReleaseQuestion &question, const ReleaseVerdict &verdict)
{
    QJsonObject json {{"version"_L1, question.version.toString()}, {"recipient"_L1, question.person.toString()},
        {"purpose"_L1, question.purpose}, {"channel"_L1, question.channel.toString()}, {"conditions"_L1, toJson(verdict.conditions)},
        {"clock_behind"_L1, verdict.isClockBehind}};
    if (verdict.isClockBehind)
        json.insert("last_entry_at"_L1, verdict.lastEntryAt);
    return canonicalJson(json);
}

ReleaseVerdict verdictFrom(const QJsonObject &json)
{
    ReleaseVerdict verdict;
    verdict.conditions = conditionsFromJson(json.value("conditions"_L1).toArray());
    verdict.isClockBehind = json.value("clock_behind"_L1).toBool();
    verdict.lastEntryAt = json.value("last_entry_at"_L1).toString();
    return verdict;
}

tl::unexpected<Error> refused(const ReleaseVerdict &verdict)
{
    if (verdict.isClockBehind)
        return fail(ErrorCode::PolicyBlocked, u"release.clock_behind"_s, {verdict.lastEntryAt});
    return fail(ErrorCode::PolicyBlocked, u"release.refused"_s, verdict.failingNumbers());
}

QString refOf(const Condition &condition)
{
    return condition.ok ? condition.fix.id : QString();
}

} // namespace

ReleaseService::ReleaseService(Store &store, PeopleService &people, PackageBuilder &packages)
    : m_store(store)
    , m_people(people)
    , m_packages(packages)
{
    if (auto calendar = WorkCalendar::load())
        m_calendar = std::move(*calendar);
}

Result<> ReleaseService::permit(const QString &action) const
{
    const Role role = m_store.actor().role;
    if (role == Role::Owner || role == Role::DealManager || role == Role::ComplianceOfficer || role == Role::LegalCounsel)
        return {};
    return fail(ErrorCode::NotPermitted, u"release.role"_s, {action, roleId(role)});
}

Result<ReleaseVerdict> ReleaseService::evaluate(const ReleaseQuestion &question) const
{
    DW_ASSIGN(const Ceiling ceiling, Ceiling::load());
    return m_store.read([&](const ReadTx &tx) -> Result<ReleaseVerdict> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        return judge(tx, day, question, ceiling);
    });
}

Result<> ReleaseService::refuse(const ReleaseQuestion &question, const ReleaseVerdict &verdict)
{
    const Action action {
        u"release.refuse"_s, u"doc_version"_s, question.version.toString(), QString::fromUtf8(storedForm(question, verdict))};
    return m_store.write(action, [](WriteTx &) -> Result<> { return {}; });
}

// What goes on the copy and into VERIFY.txt; the document is named by its number, the deal by its code name.
Result<PackageOrder> ReleaseService::order(const ReleaseQuestion &question, const QString &watermarkId) const
{
    return m_store.read([&](const ReadTx &tx) -> Result<PackageOrder> {
        DW_ASSIGN(const Row version, rowOf(tx, u"doc_version"_s, question.version.toString()));
        DW_ASSIGN(const Row document, rowOf(tx, u"document"_s, textOf(version, "document"_L1)));
        DW_ASSIGN(const DealDay day, dealDay(tx));
        DW_ASSIGN(const Row deal, rowOf(tx, u"deal"_s, day.deal.toString()));
        DW_ASSIGN(const Standing standing, Standing::of(tx, day, question.person.toString()));
        if (textOf(version, "mime"_L1) != "application/pdf"_L1)
            return fail(ErrorCode::Unsupported, u"package.not_a_pdf"_s, {textOf(version, "mime"_L1)});
        PackageOrder order;
        order.version = question.version;
        order.sha256 = textOf(version, "sha256"_L1);
        const QString number = textOf(document, "doc_no"_L1).isEmpty() ? u"D"_s : textOf(document, "doc_no"_L1);
        order.fileName = packagefolder::safeName(u"%1-v%2.pdf"_s.arg(number, textOf(version, "version_no"_L1)));
        order.watermarkId = watermarkId;
        order.watermarkLine = watermark::line(standing.name(), textOf(standing.organisation(), "name"_L1), day.today);
        order.password = watermark::password();
        order.time = tx.store().clock().nowUtc();
        DW_ASSIGN(const auto head, tx.query(u"SELECT hash FROM audit ORDER BY seq DESC LIMIT 1"_s));
        order.trailHead = QString::fromLatin1(head.value(0).value(u"hash"_s).toByteArray().toHex());
        order.facts = {{u"Deal"_s, textOf(deal, "code_name"_L1)}, {u"Document"_s, number},
            {u"Version"_s, textOf(version, "version_no"_L1)}, {u"Recipient"_s, standing.name()},
            {u"Organisation"_s, textOf(standing.organisation(), "name"_L1)}, {u"Purpose"_s, question.purpose},
            {u"Source SHA-256"_s, order.sha256}};
        return order;
    });
}

Result<RecordId> ReleaseService::writeLedger(
    WriteTx &tx, const ReleaseQuestion &question, const ReleaseVerdict &verdict, const Copy &copy) const
{
    DW_ASSIGN(const DealDay day, dealDay(tx));
    DW_ASSIGN(const Row version, rowOf(tx, u"doc_version"_s, question.version.toString()));
    DW_ASSIGN(const Row document, rowOf(tx, u"document"_s, textOf(version, "document"_L1)));
    DW_ASSIGN(const Standing standing, Standing::of(tx, day, question.person.toString()));
    const bool identifies = identifiesPeople(version, document);
    const QString treatment = textOf(version, "treatment"_L1);
    const QByteArray results = storedForm(question, verdict);
    QString basis = question.legalBasis;
    if (!identifies)
        basis = treatment == "anonymised"_L1 ? u"anonymised"_s : u"none_needed"_s;
    QVariantMap values {{u"doc_version"_s, question.version.toString()}, {u"document"_s, textOf(document, "id"_L1)},
        {u"recipient"_s, question.person.toString()}, {u"purpose"_s, question.purpose}, {u"channel"_s, question.channel.toString()},
        {u"phase"_s, day.phase}, {u"level"_s, version.value(u"source_level"_s)}, {u"treatment"_s, treatment},
        {u"sha256"_s, textOf(version, "sha256"_L1)}, {u"nda"_s, refOf(verdict.conditions.at(2))},
        {u"access_grant"_s, refOf(verdict.conditions.at(3))}, {u"identifiable_pi"_s, identifies}, {u"legal_basis"_s, basis},
        {u"watermark_id"_s, copy.watermarkId}, {u"watermark_text"_s, copy.watermarkLine}, {u"package_name"_s, copy.packageName},
        {u"package_sha256"_s, copy.packageSha256}, {u"password_route"_s, question.passwordRoute},
        {u"conditions"_s, QString::fromUtf8(results)}, {u"conditions_hash"_s, QString::fromLatin1(sha256(results).toHex())}};
    if (!standing.organisationId().isEmpty())
        values.insert(u"organisation"_s, standing.organisationId());
    if (!question.legalEvidence.isNull())
        values.insert(u"legal_evidence"_s, question.legalEvidence.toString());
    if (question.returnDueOn.isValid())
        values.insert(u"return_due_on"_s, question.returnDueOn.toString(Qt::ISODate));
    if (standing.isAbroad()) {
        DW_ASSIGN(const QString opinion, crossBorderOpinion(tx, day));
        if (!opinion.isEmpty())
            values.insert(u"opinion"_s, opinion);
    }
    DW_ASSIGN(const RecordId id, tx.records().insert(u"release"_s, values));
    tx.setObject(u"release"_s, id);
    return id;
}

Result<MadeRelease> ReleaseService::release(const ReleaseQuestion &question, const QString &directory, JobContext &job)
{
    DW_TRY(permit(u"release"_s));
    DW_TRY(m_people.refresh()); // grants as of today, not as of the last unlock
    DW_ASSIGN(ReleaseVerdict verdict, evaluate(question));
    if (!verdict.isAllowed()) {
        DW_TRY(refuse(question, verdict));
        return refused(verdict);
    }
    DW_ASSIGN(PackageOrder order, this->order(question, watermark::newId()));
    DW_ASSIGN(const BuiltPackage package, m_packages.build(order, job));
    DW_ASSIGN(PackageFolder folder, PackageFolder::stage(directory, order.watermarkId, package.files));
    const Copy copy {order.watermarkId, order.watermarkLine, folder.name(), package.sha256};
    DW_ASSIGN(const Ceiling ceiling, Ceiling::load());
    const Action prepare {u"release.prepare"_s, u"release"_s, {}, order.watermarkId};
    const auto row = m_store.write(prepare, [&](WriteTx &tx) -> Result<RecordId> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        // Again: building took time, and somebody may have frozen the bidder meanwhile.
        DW_ASSIGN(verdict, judge(tx, day, question, ceiling));
        if (!verdict.isAllowed())
            return refused(verdict);
        return writeLedger(tx, question, verdict, copy);
    });
    if (!row) {
        if (row.error().code == ErrorCode::PolicyBlocked)
            DW_TRY(refuse(question, verdict));
        return failed(row);
    }
    const auto published = folder.publish();
    if (!published) {
        const Action undo {u"release.not_written"_s, u"release"_s, row->toString(), {}};
        DW_TRY(m_store.write(undo, [&](WriteTx &tx) { return tx.records().voidRow(u"release"_s, *row, published.error().reason); }));
        return failed(published);
    }
    const Action handOver {u"release.make"_s, u"release"_s, row->toString(), order.watermarkId};
    const Result<> done = m_store.write(handOver, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        return tx.records().setState(u"release"_s, *row, u"released"_s,
            {{u"released_at"_s, tx.now()}, {u"released_on"_s, day.isoToday()}, {u"released_by"_s, tx.actor().id.toString()}});
    });
    DW_TRY(done);
    return MadeRelease {row->as<ReleaseTag>(), order.watermarkId, folder.files(), package.sha256, std::move(order.password), verdict};
}

Result<ReleaseVerdict> ReleaseService::storedVerdict(const ReleaseId &release) const
{
    return m_store.read([&](const ReadTx &tx) -> Result<ReleaseVerdict> {
        DW_ASSIGN(const Record record, tx.records().get(u"release"_s, release.as<RecordTag>()));
        return verdictFrom(QJsonDocument::fromJson(record.text(u"conditions"_s).toUtf8()).object());
    });
}

Result<QList<RefusedRelease>> ReleaseService::refusals() const
{
    return m_store.read([&](const ReadTx &tx) -> Result<QList<RefusedRelease>> {
        DW_ASSIGN(const auto rows, tx.query(u"SELECT at, entry FROM audit WHERE name = 'release.refuse' ORDER BY seq DESC"_s));
        QList<RefusedRelease> list;
        for (const Row &row : rows) {
            const QJsonObject entry = QJsonDocument::fromJson(row.value(u"entry"_s).toString().toUtf8()).object();
            const QJsonObject note = QJsonDocument::fromJson(entry.value("note"_L1).toString().toUtf8()).object();
            RefusedRelease one;
            one.at = row.value(u"at"_s).toLongLong();
            one.by = entry.value("actor_name"_L1).toString();
            one.version = VersionId::fromText(note.value("version"_L1).toString());
            DW_ASSIGN(const Row person, rowOf(tx, u"person"_s, note.value("recipient"_L1).toString()));
            one.recipient = textOf(person, "name"_L1);
            one.verdict = verdictFrom(note);
            list.append(one);
        }
        return list;
    });
}

} // namespace dw
