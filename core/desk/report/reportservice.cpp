#include "core/desk/report/reportservice.h"

#include "core/base/canonicaljson.h"
#include "core/desk/report/reportcollector.h"
#include "core/desk/report/reportsealer.h"
#include "core/engines/crypto/hash.h"
#include "core/engines/seal/auditheadclaim.h"
#include "core/engines/seal/trailverifier.h"
#include "core/store/store.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

Result<> checkRequest(const ReportRequest &request)
{
    const bool isKind = QStringList {u"gate"_s, u"periodic"_s, u"incident"_s, u"final"_s}.contains(request.kind);
    const bool isLanguage = QStringList {u"en"_s, u"zh"_s, u"both"_s}.contains(request.language);
    const bool isGate = request.gate.isEmpty() || (request.kind == "gate"_L1 && gateOrder(request.gate) > 0);
    if (!isKind || !isLanguage || !isGate)
        return fail(ErrorCode::InvalidInput, u"report.kind"_s, {request.kind, request.gate, request.language});
    return {};
}

/// Code name without anything a file system or a nosy onlooker could trip over.
QString fileName(const ReportData &data, const QDate &day)
{
    QString name;
    for (const QChar c : data.codeName)
        name += c.isLetterOrNumber() ? c : u'-';
    return name + u'-' + data.request.kind + (data.request.gate.isEmpty() ? QString() : u'-' + data.request.gate)
        + (data.request.isOutsideSafe ? u"-outside"_s : QString()) + u'-' + day.toString(u"yyyyMMdd"_s) + u".pdf"_s;
}

} // namespace

struct ReportService::Private {
    Store &store;
    const MeasureService &measures;
    std::function<Result<SealIdentity>()> identity;

    Result<ReportData> collect(const ReportRequest &request) const;
    Result<QString> issuerName() const;
    Result<> complete(ReportData &data, const SealIdentity &identity, const TrailHead &head) const;
    Result<> enter(SealedReport &report, const ReportData &data, const TrailHead &head);
};

Result<ReportData> ReportService::Private::collect(const ReportRequest &request) const
{
    DW_TRY(checkRequest(request));
    DW_ASSIGN(const TrailHead head, store.head());
    ReportRequest asked = request;
    DW_ASSIGN(ReportData data, store.read([&](const ReadTx &tx) -> Result<ReportData> {
        if (asked.kind == "gate"_L1 && asked.gate.isEmpty()) {
            DW_ASSIGN(const DealStatus status, measures.status(tx));
            asked.gate = status.gate;
        }
        return ReportCollector(tx, measures, asked).collect(head);
    }));
    data.madeAt = store.clock().nowMs();
    return data;
}

/// The person behind the account, as others know them; the account's name where it has no person.
Result<QString> ReportService::Private::issuerName() const
{
    return store.read([this](const ReadTx &tx) -> Result<QString> {
        DW_ASSIGN(const auto rows,
            tx.query(u"SELECT p.name AS name FROM account a JOIN person p ON p.id = a.person WHERE a.id = :a"_s,
                {{u":a"_s, store.actor().id.toString()}}));
        return rows.isEmpty() ? store.actor().name : rows.first().value(u"name"_s).toString();
    });
}

/// Who issues it, with what certificate, and the signed head of the trail.
Result<> ReportService::Private::complete(ReportData &data, const SealIdentity &seal, const TrailHead &head) const
{
    data.id = RecordId::create().toString();
    DW_ASSIGN(data.issuerName, issuerName());
    data.issuerRole = roleId(store.actor().role);
    data.certificate = seal.fingerprint();
    if (!seal.chain.isEmpty())
        data.authority = certificateFingerprint(seal.chain.last());
    const QByteArray key = store.publicKeyOf(store.actor().id).left(32);
    const AuditHeadClaim claim {store.vault().toString(), head.seq, head.hash, head.merkleRoot, head.at};
    data.audit = signAuditHead(claim, key, [this](const QByteArray &bytes) { return store.sign(bytes); });
    data.signers.append({{u"Reviewed and sealed"_s, u"复核并签章"_s}, data.issuerName, data.certificate, data.madeAt});
    data.signers.append({{u"Counsel (optional)"_s, u"法律顾问（可选）"_s}, {}, {}, 0});
    data.signers.append({{u"Auditor (optional)"_s, u"审计师（可选）"_s}, {}, {}, 0});
    return {};
}

/// What went out of a level's own file with the report.
static QString disclosed(const ReportData &data)
{
    QStringList levels;
    for (const ReportSection &section : data.sections) {
        for (const ReportTable &table : section.tables) {
            if (section.id != "assets"_L1 || table.id != "by_level"_L1)
                continue;
            for (const QVariantMap &row : table.rows) {
                if (row.value(u"level"_s).toInt() > 2 && !row.value(u"records"_s).isNull())
                    levels << row.value(u"level"_s).toString();
            }
        }
    }
    return levels.isEmpty() ? QString() : u", record counts of level "_s + levels.join(u" and "_s);
}

/// The row, and with it the trail's entry, which names the head that the report carries.
Result<> ReportService::Private::enter(SealedReport &report, const ReportData &data, const TrailHead &head)
{
    const Action action {u"report.seal"_s, u"sealed_report"_s, data.id, u"head "_s + hex(head.hash) + disclosed(data)};
    return store.write(action, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const qint64 count, tx.records().count(u"sealed_report"_s, {{}, true, {}, false, -1}));
        report.reportNo = u"R-%1"_s.arg(count + 1, 4, 10, QChar(u'0'));
        QVariantMap values {{u"report_no"_s, report.reportNo}, {u"kind"_s, data.request.kind},
            {u"outside_safe"_s, data.request.isOutsideSafe}, {u"language"_s, data.request.language},
            {u"issued_at"_s, data.madeAt}, {u"issued_by"_s, store.actor().id.toString()},
            {u"file_name"_s, report.fileName}, {u"sha256"_s, report.sha256}, {u"json_sha256"_s, report.dataSha256},
            {u"certificate_fingerprint"_s, report.fingerprint}, {u"verified"_s, report.verdict.isValid()},
            {u"readiness"_s, data.readiness}};
        if (!data.request.gate.isEmpty())
            values.insert(u"gate"_s, data.request.gate);
        DW_ASSIGN(report.record, tx.records().insert(u"sealed_report"_s, values, *RecordId::parse(data.id)));
        return {};
    });
}

ReportService::ReportService(Store &store, const MeasureService &measures, const GateService &,
    std::function<Result<SealIdentity>()> identity)
    : d(new Private {store, measures, std::move(identity)})
{
}

ReportService::~ReportService() = default;

Result<ReportData> ReportService::collect(const ReportRequest &request) const
{
    return d->collect(request);
}

Result<SealedReport> ReportService::make(const ReportRequest &request, JobContext &job)
{
    DW_ASSIGN(const SealIdentity identity, d->identity());
    return makeWith(request, identity, job);
}

Result<SealedReport> ReportService::makeWith(const ReportRequest &request, const SealIdentity &identity, JobContext &job)
{
    const Role role = d->store.actor().role;
    if (role == Role::Auditor || role == Role::Recovery || role == Role::Reviewer)
        return fail(ErrorCode::NotPermitted, u"report.not_permitted"_s, {roleId(role)});
    job.setStage(u"report.collect"_s);
    DW_ASSIGN(const TrailHead head, d->store.head());
    DW_ASSIGN(ReportData data, d->collect(request));
    DW_TRY(d->complete(data, identity, head));
    DW_ASSIGN(SealedBytes sealed, sealReport(data, identity, job));
    SealedReport report;
    report.pdf = std::move(sealed.pdf);
    report.pages = sealed.pages;
    report.verdict = std::move(sealed.verdict);
    report.sha256 = hex(sha256(report.pdf));
    report.dataSha256 = data.dataSha256();
    report.fingerprint = data.certificate;
    report.fileName = fileName(data, d->store.clock().nowUtc().date());
    DW_TRY(d->enter(report, data, head));
    return report;
}

Result<QByteArray> ReportService::exportTrail() const
{
    DW_ASSIGN(const TrailHead head, d->store.head());
    return d->store.read([&](const ReadTx &tx) -> Result<QByteArray> {
        DW_ASSIGN(const auto rows, tx.query(u"SELECT entry, hash, signature, actor FROM audit ORDER BY seq"_s));
        QJsonObject keys;
        const auto list = [&](const QString &id) { keys.insert(id, hex(d->store.publicKeyOf(AccountId::fromText(id)))); };
        list(d->store.actor().id.toString());
        for (const Row &row : rows) {
            if (!keys.contains(row.value(u"actor"_s).toString()))
                list(row.value(u"actor"_s).toString());
        }
        const QJsonObject stated {{u"seq"_s, head.seq}, {u"hash"_s, hex(head.hash)}, {u"merkle_root"_s, hex(head.merkleRoot)}};
        QByteArray out = trailExportHeader(d->store.vault().toString(), keys, stated, d->store.actor().id.toString(),
            [this](const QByteArray &bytes) { return d->store.sign(bytes); });
        for (const Row &row : rows)
            out += trailExportLine(QJsonDocument::fromJson(row.value(u"entry"_s).toString().toUtf8()).object(),
                row.value(u"hash"_s).toByteArray(), row.value(u"signature"_s).toByteArray());
        return out;
    });
}

} // namespace dw
