#include "core/desk/report/reportcollector.h"

#include "core/desk/report/reporttables.h"
#include "core/store/store.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

/// What a check found, as ReportColumn::Checks has it.
QString valueOf(const CheckResult &check)
{
    if (check.outcome != CheckResult::Outcome::Passed && check.outcome != CheckResult::Outcome::Failed)
        return u"check."_s + outcomeId(check.outcome);
    if (check.population > 0)
        return u"%1/%2"_s.arg(check.population - check.violationCount).arg(check.population);
    QString value = check.value;
    value.replace(u'\n', u' ');
    return !value.isEmpty() && check.isGood() ? value : check.isGood() ? u"check.holds"_s : u"check.fails"_s;
}

QString checkValues(const MeasureStatus &row)
{
    QStringList lines;
    for (const CheckResult &check : row.checks)
        lines << check.id + u'=' + valueOf(check);
    return lines.join(u'\n');
}

QString failing(const MeasureStatus &row)
{
    QStringList ids;
    for (const CheckResult &check : row.checks) {
        if (!check.isGood())
            ids << check.id;
    }
    return ids.join(u", "_s);
}

} // namespace

Result<ReportData> ReportCollector::collect(const TrailHead &head)
{
    ReportData data;
    DW_ASSIGN(m_day, dealDay(m_tx));
    if (!m_request.until.isValid())
        m_request.until = m_day.today;
    data.request = m_request;
    data.classification = m_request.isOutsideSafe ? 2 : 3;
    data.software = u"Dealward "_s + QString::fromLatin1(DW_VERSION);
    DW_TRY(readDeal(data));
    DW_ASSIGN(m_status, m_measures.status(m_tx));
    DW_TRY(readPhases(data));
    conclude(data);
    DW_TRY(readSigners(data));
    DW_TRY(readSections(data, head));
    if (m_request.isOutsideSafe) {
        DW_ASSIGN(const OutsideFilter filter, OutsideFilter::load());
        data.leftOut = filter.leftOut();
        DW_TRY(mask(data, filter));
    }
    return data;
}

Result<> ReportCollector::readDeal(ReportData &data)
{
    DW_ASSIGN(const auto deals, m_tx.query(u"SELECT code_name, current_phase FROM deal WHERE voided_at IS NULL"_s));
    if (deals.isEmpty())
        return fail(ErrorCode::PolicyBlocked, u"report.no_deal"_s);
    data.codeName = deals.first().value(u"code_name"_s).toString();
    data.phase = deals.first().value(u"current_phase"_s).toString();
    DW_ASSIGN(const auto settings, m_tx.query(u"SELECT time_zone FROM deal_settings WHERE voided_at IS NULL"_s));
    if (!settings.isEmpty())
        data.timeZone = settings.first().value(u"time_zone"_s).toString();
    return {};
}

/// The five phases with the decision that left each, and every readiness that a gate decision recorded.
Result<> ReportCollector::readPhases(ReportData &data)
{
    DW_ASSIGN(const auto rows, m_tx.query(u"SELECT phase, gate, state, left_at FROM deal_phase WHERE voided_at IS NULL"_s));
    DW_ASSIGN(const auto events,
        m_tx.query(u"SELECT e.gate, e.kind, e.decided_at, e.readiness, (SELECT coalesce((SELECT p.name FROM person p WHERE p.id = a.person), a.name) "
                    "FROM account a WHERE a.id = e.decided_by) AS who FROM gate_event e WHERE e.voided_at IS NULL AND e.decided_at IS NOT NULL ORDER BY e.decided_at"_s));
    for (const PhaseDecl &decl : m_measures.catalogue().phases()) {
        if (decl.order == 0)
            continue;
        ReportPhase phase {decl.title, decl.gate, u"not_started"_s, 0, {}, -1};
        for (const Row &row : rows) {
            if (row.value(u"phase"_s).toString() == decl.id)
                phase.state = row.value(u"state"_s).toString();
        }
        for (const Row &event : events) {
            if (event.value(u"gate"_s).toString() != decl.gate || !event.value(u"kind"_s).toString().startsWith("pass"_L1)
                || !phase.state.startsWith("passed"_L1))
                continue;
            phase.decidedAt = event.value(u"decided_at"_s).toLongLong();
            phase.decidedBy = event.value(u"who"_s).toString();
            phase.readiness = event.value(u"readiness"_s).isNull() ? -1 : event.value(u"readiness"_s).toInt();
        }
        data.phases << phase;
    }
    for (const Row &event : events) {
        if (event.value(u"readiness"_s).isNull())
            continue;
        const bool isPass = event.value(u"kind"_s).toString().startsWith("pass"_L1);
        data.trend.append({event.value(u"decided_at"_s).toLongLong(), event.value(u"readiness"_s).toInt(),
            isPass ? event.value(u"gate"_s).toString() : QString()});
    }
    return {};
}

/// Red is judged over the measures that count for the open gate or an earlier one, as readiness is.
void ReportCollector::conclude(ReportData &data) const
{
    data.measures = int(m_status.measures.size());
    data.readiness = m_status.readiness.score;
    const int gate = std::max(1, gateOrder(m_status.gate));
    bool hasRed = false;
    for (const MeasureStatus &row : m_status.measures) {
        data.green += row.status == Status::Green || row.status == Status::GreenSigned ? 1 : 0;
        data.amber += row.status == Status::Amber ? 1 : 0;
        data.red += row.status == Status::Red ? 1 : 0;
        data.notApplicable += row.status == Status::NotApplicable ? 1 : 0;
        data.exceptions += row.exception.isNull() ? 0 : 1;
        const MeasureDecl *decl = m_measures.catalogue().find(row.id);
        const int due = decl == nullptr || decl->blocksGate.isEmpty() ? 0 : gateOrder(decl->blocksGate);
        hasRed = hasRed || (row.status == Status::Red && due <= gate);
    }
    data.outcome = hasRed ? u"not_met"_s : data.amber > 0 || data.exceptions > 0 ? u"met_with_exceptions"_s : u"met"_s;
}

Result<> ReportCollector::readSigners(ReportData &data)
{
    DW_ASSIGN(const auto rows,
        m_tx.query(u"SELECT p.name, p.job_title FROM deal d JOIN person p ON p.id = d.deal_manager WHERE d.voided_at IS NULL"_s));
    const QString job = rows.value(0).value(u"job_title"_s).toString();
    data.signers.append({{u"Prepared"_s, u"编制"_s}, rows.value(0).value(u"name"_s).toString(), {}, 0, {job, job}});
    return {};
}

/// Titles of the papers that stand behind a row's signatures; what is filed at level 3 or 4 is only counted.
Result<QHash<QString, QString>> ReportCollector::evidenceOfMeasures() const
{
    DW_ASSIGN(const auto rows,
        m_tx.query(u"SELECT s.measure AS measure, group_concat(DISTINCT coalesce(e.title, '—')) AS titles FROM signature s JOIN evidence e ON "
                   "e.id = s.evidence WHERE s.withdrawn_at IS NULL AND s.measure IS NOT NULL AND e.voided_at IS NULL GROUP BY s.measure"_s));
    QHash<QString, QString> out;
    for (const Row &row : rows)
        out.insert(row.value(u"measure"_s).toString(), row.value(u"titles"_s).toString().replace(u',', u"; "_s));
    return out;
}

Result<> ReportCollector::fillMeasures(ReportTable &table)
{
    DW_ASSIGN(const auto evidence, evidenceOfMeasures());
    const bool isAll = table.id == "all"_L1;
    for (const MeasureStatus &row : m_status.measures) {
        const MeasureDecl *decl = m_measures.catalogue().find(row.id);
        if (decl == nullptr || (!isAll && row.status != Status::Red && row.status != Status::Amber))
            continue;
        QVariantMap cells {{u"no"_s, u"%1.%2"_s.arg(decl->section).arg(decl->item)}, {u"measure"_s, row.id},
            {u"status"_s, statusId(row.status)}, {u"checks"_s, checkValues(row)}, {u"failing"_s, failing(row)},
            {u"gate"_s, decl->blocksGate}, {u"evidence"_s, evidence.value(row.id)}};
        if (row.dueOn.isValid())
            cells.insert(u"due_on"_s, row.dueOn.toString(Qt::ISODate));
        if (!row.signature.isNull()) {
            cells.insert(u"signed_by"_s, row.signedBy);
            cells.insert(u"signed_at"_s, row.signedAt);
        }
        for (const StatusReason &reason : row.reasons) {
            if (reason.id == "exception"_L1)
                cells.insert(u"exception"_s, reason.args.value(0));
        }
        table.rows << cells;
    }
    if (!isAll) { // Red first.
        std::stable_sort(table.rows.begin(), table.rows.end(), [](const QVariantMap &a, const QVariantMap &b) {
            return a.value(u"status"_s).toString() > b.value(u"status"_s).toString();
        });
    }
    return {};
}

Result<> ReportCollector::fillHeads(ReportTable &table, const TrailHead &head)
{
    DW_ASSIGN(const auto rows, m_tx.query(u"SELECT count(*) AS n, min(at) AS first, max(at) AS last, coalesce(max(seq), 0) - count(*) AS gaps FROM audit"_s));
    const Row row = rows.value(0);
    table.rows << QVariantMap {{u"entries"_s, row.value(u"n"_s)}, {u"first_at"_s, row.value(u"first"_s)},
        {u"last_at"_s, row.value(u"last"_s)}, {u"gaps"_s, row.value(u"gaps"_s)},
        {u"head_sha256"_s, QString::fromLatin1(head.hash.toHex())},
        {u"merkle_sha256"_s, QString::fromLatin1(head.merkleRoot.toHex())}};
    return {};
}

Result<> ReportCollector::fillAnnex(ReportTable &table)
{
    if (table.id == "glossary"_L1) {
        QFile file(u":/report/glossary.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Internal, u"report.layout"_s, {file.fileName()});
        const auto both = [](const QJsonValue &value) {
            return QString(value.toObject().value("en"_L1).toString() + u" · "_s + value.toObject().value("zh"_L1).toString());
        };
        const QJsonArray words = QJsonDocument::fromJson(file.readAll()).array();
        for (const QJsonValue &word : words)
            table.rows << QVariantMap {{u"word"_s, both(word.toObject().value("word"_L1))},
                {u"meaning"_s, both(word.toObject().value("meaning"_L1))}};
    } else if (table.id == "statutes"_L1) {
        QMap<QString, QStringList> pointers;
        for (const MeasureDecl &measure : m_measures.catalogue().measures()) {
            for (const QString &legal : measure.legal)
                pointers[legal] << measure.id;
        }
        for (auto it = pointers.begin(); it != pointers.end(); ++it)
            table.rows << QVariantMap {{u"statute"_s, it.key()}, {u"measures"_s, it.value().join(u", "_s)}};
    } else {
        const std::pair<QString, QString> parts[] {{u"Dealward"_s, QString::fromLatin1(DW_VERSION)}, {u"Qt"_s, QString::fromLatin1(qVersion())},
            {u"report.json"_s, u"dealward.report/1"_s}, {u"Audit trail"_s, u"dealward.trail/1"_s}};
        for (const auto &[part, version] : parts)
            table.rows << QVariantMap {{u"part"_s, part}, {u"version"_s, version}};
    }
    return {};
}

/// SQLite has no truth values: 0 and 1 become them where the column says so. Empty texts are nothing.
void ReportCollector::convert(ReportTable &table)
{
    for (QVariantMap &row : table.rows) {
        for (const ReportColumn &column : table.columns) {
            QVariant &value = row[column.id];
            if (column.kind == ReportColumn::Bool && !value.isNull())
                value = value.toLongLong() != 0;
            else if (value.typeId() == QMetaType::QString && value.toString().isEmpty())
                value = QVariant();
        }
    }
}

/// Whole days where the deal is.
QVariantMap ReportCollector::period() const
{
    const QDateTime begin = m_request.from.isValid() ? m_request.from.startOfDay(m_day.zone) : QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    const QDateTime end = m_request.until.addDays(1).startOfDay(m_day.zone);
    return {{u":from_ms"_s, begin.toMSecsSinceEpoch()}, {u":until_ms"_s, end.toMSecsSinceEpoch() - 1},
        {u":from_day"_s, m_request.from.isValid() ? m_request.from.toString(Qt::ISODate) : u"0000"_s},
        {u":until_day"_s, m_request.until.toString(Qt::ISODate)}};
}

/// The tables that are no SELECT.
Result<> ReportCollector::fillOwn(const QString &section, ReportTable &table, const TrailHead &head)
{
    if (section == "measures"_L1)
        return fillMeasures(table);
    if (section == "assets"_L1)
        return fillLevelCounts(m_tx, m_request.isOutsideSafe, table);
    return section == "audit_trail"_L1 ? fillHeads(table, head) : fillAnnex(table);
}

Result<> ReportCollector::readTable(ReportSection &section, const TableLayout &layout, const TrailHead &head)
{
    if (section.id == "ndas"_L1 && layout.table.isGrid) {
        DW_ASSIGN(const auto grids, coverageGrids(m_tx, layout.table));
        section.tables << grids;
        return {};
    }
    ReportTable table = layout.table;
    if (layout.sql.isEmpty()) {
        DW_TRY(fillOwn(section.id, table, head));
    } else {
        DW_ASSIGN(const auto rows, m_tx.query(layout.sql, period()));
        for (const Row &row : rows)
            table.rows << row;
    }
    if (!layout.outsideSql.isEmpty()) {
        DW_ASSIGN(const auto outside, m_tx.query(layout.outsideSql, period()));
        table.outside = outside.value(0).value(u"n"_s).toInt();
    }
    convert(table);
    section.tables << table;
    return {};
}

Result<> ReportCollector::readSections(ReportData &data, const TrailHead &head)
{
    DW_ASSIGN(ReportLayout layout, ReportLayout::load(m_tx.store().catalogue(), m_measures.catalogue()));
    if (m_request.isOutsideSafe) {
        DW_ASSIGN(const OutsideFilter filter, OutsideFilter::load());
        data.leftOutWords = layout.wordsOf(filter);
        layout = layout.filtered(filter);
    }
    for (const SectionLayout &one : layout.sections()) {
        ReportSection section = one.section;
        for (const TableLayout &table : one.tables)
            DW_TRY(readTable(section, table, head));
        data.sections << section;
    }
    return {};
}

/// Every name of a masked register becomes a code that stays the same over reports, wherever it stands: also in
/// free text, when the name is long enough not to be part of other words.
Result<> ReportCollector::mask(ReportData &data, const OutsideFilter &filter) const
{
    QMap<QString, QString> codes;
    for (auto it = filter.masks.begin(); it != filter.masks.end(); ++it) {
        DW_ASSIGN(const auto rows, m_tx.query(u"SELECT id, name FROM "_s + it.key()));
        for (const Row &row : rows) {
            const QString code = it.value() + u'-' + row.value(u"id"_s).toString().right(6).toUpper();
            if (!codes.contains(row.value(u"name"_s).toString()))
                codes.insert(row.value(u"name"_s).toString(), code);
        }
    }
    QStringList names = codes.keys();
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    const auto masked = [&](QString text) {
        if (const auto exact = codes.constFind(text); exact != codes.constEnd())
            return *exact;
        for (const QString &name : std::as_const(names)) {
            const bool isIdeographic = !name.isEmpty() && name.at(0).unicode() >= 0x2e80;
            if (name.size() >= (isIdeographic ? 2 : 4))
                text.replace(name, codes.value(name));
        }
        return text;
    };
    for (ReportSection &section : data.sections) {
        for (ReportTable &table : section.tables) {
            for (QVariantMap &row : table.rows) {
                for (const ReportColumn &column : std::as_const(table.columns)) {
                    if (column.kind == ReportColumn::Text && row.value(column.id).typeId() == QMetaType::QString)
                        row[column.id] = masked(row.value(column.id).toString());
                }
            }
        }
    }
    for (ReportPhase &phase : data.phases)
        phase.decidedBy = masked(phase.decidedBy);
    for (ReportSigner &signer : data.signers)
        signer.name = masked(signer.name);
    return {};
}

} // namespace dw
