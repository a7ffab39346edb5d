#include "core/desk/report/reporttables.h"

#include "core/desk/ndacover.h"
#include "core/store/store.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype gridWidth = 12; // Agreements beside each other on a page.

struct LevelCounts {
    int assets = 0;
    int sensitive = 0;
    int secrets = 0;
    int stated = 0; ///< Assets whose records are known here.
    qint64 records = 0;
};

QString basisOf(const LevelCounts &counts)
{
    return counts.stated == 0 ? u"none"_s : counts.stated < counts.assets ? u"partly"_s : u"stated"_s;
}

/// An agreement in force and its number in the list of all.
struct Agreement {
    QString id;
    QString number; ///< "N3"
};

Result<QList<Agreement>> agreementsInForce(const ReadTx &tx, const QList<Cover> &covers)
{
    QSet<QString> covering;
    for (const Cover &cover : covers)
        covering.insert(cover.nda);
    DW_ASSIGN(const auto rows, tx.query(u"SELECT id, state FROM nda t WHERE voided_at IS NULL ORDER BY t.effective_on, t.created_at, t.id"_s));
    QList<Agreement> out;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString id = rows.at(i).value(u"id"_s).toString();
        const QString state = rows.at(i).value(u"state"_s).toString();
        if (covering.contains(id) || state == "active"_L1 || state == "surviving"_L1)
            out.append({id, u'N' + QString::number(i + 1)});
    }
    return out;
}

QString codeOf(CoverKind kind)
{
    return kind == CoverKind::Signatory ? u"signed"_s : kind == CoverKind::Named ? u"named"_s : u"represented"_s;
}

/// The declared table with one column for each agreement of [first, first + gridWidth).
ReportTable gridOf(const ReportTable &declared, const QList<Agreement> &agreements, qsizetype first)
{
    ReportTable grid = declared;
    grid.columns.clear();
    for (const ReportColumn &column : declared.columns) {
        if (column.id != "n"_L1) {
            grid.columns << column;
            continue;
        }
        for (qsizetype i = first; i < agreements.size() && i < first + gridWidth; ++i) {
            ReportColumn one = column;
            one.id = agreements.at(i).number.toLower();
            one.title = {agreements.at(i).number, agreements.at(i).number};
            grid.columns << one;
        }
    }
    if (first > 0) {
        grid.id += u'_' + QString::number(first / gridWidth + 1);
        const QString from = agreements.at(first).number;
        grid.title = {grid.title.en + u" ("_s + from + u"…)"_s, grid.title.zh + u"（"_s + from + u"…）"_s};
        grid.note = {};
    }
    return grid;
}

} // namespace

Result<> fillLevelCounts(const ReadTx &tx, bool isOutsideSafe, ReportTable &table)
{
    DW_ASSIGN(const auto assets, tx.records().list(u"data_asset"_s));
    QMap<int, LevelCounts> levels;
    for (const Record &asset : assets) {
        if (asset.state == "retired"_L1)
            continue;
        LevelCounts &counts = levels[int(asset.integer(u"level"_s))];
        ++counts.assets;
        counts.sensitive += asset.flag(u"has_sensitive_pi"_s) ? 1 : 0;
        counts.secrets += asset.flag(u"trade_secret"_s) ? 1 : 0;
        if (const QVariant records = asset.value(u"record_count"_s); records.isValid() && !records.isNull()) {
            ++counts.stated;
            counts.records += records.toLongLong();
        }
    }
    for (auto it = levels.constBegin(); it != levels.constEnd(); ++it) {
        const LevelCounts &counts = it.value();
        const bool isWithheld = it.key() > 2 && (isOutsideSafe || !tx.store().isCleared(it.key()));
        const QString basis = isWithheld ? u"withheld"_s : basisOf(counts);
        QVariantMap row {{u"assets"_s, counts.assets}, {u"basis"_s, basis}, {u"sensitive"_s, counts.sensitive}, {u"secrets"_s, counts.secrets}};
        if (it.key() > 0)
            row.insert(u"level"_s, it.key());
        if (!isWithheld && counts.stated > 0)
            row.insert(u"records"_s, counts.records);
        table.rows << row;
    }
    return {};
}

Result<QList<ReportTable>> coverageGrids(const ReadTx &tx, const ReportTable &declared)
{
    DW_ASSIGN(const DealDay day, dealDay(tx));
    DW_ASSIGN(const auto covers, coverOn(tx, day));
    DW_ASSIGN(const auto agreements, agreementsInForce(tx, covers));
    DW_ASSIGN(const auto people,
        tx.query(u"SELECT p.id, p.name, (SELECT name FROM organisation o WHERE o.id = p.organisation) AS organisation, EXISTS (SELECT 1 FROM "
                 "access_grant g WHERE g.person = p.id AND g.voided_at IS NULL AND g.state = 'active') AS has_grant FROM person p WHERE "
                 "p.voided_at IS NULL AND p.state IN ('active', 'suspended') ORDER BY organisation, p.name"_s));
    QHash<QString, QVariantMap> cells; // By person.
    for (const Cover &cover : covers) {
        for (const Agreement &agreement : agreements) {
            if (agreement.id == cover.nda)
                cells[cover.person].insert(agreement.number.toLower(), codeOf(cover.kind));
        }
    }
    QList<ReportTable> grids;
    for (qsizetype first = 0; first == 0 || first < agreements.size(); first += gridWidth) {
        ReportTable grid = gridOf(declared, agreements, first);
        for (const Row &person : people) {
            QVariantMap row = cells.value(person.value(u"id"_s).toString());
            const bool isCovered = !row.isEmpty();
            const bool hasGrant = person.value(u"has_grant"_s).toBool();
            row.insert(u"person"_s, person.value(u"name"_s));
            row.insert(u"organisation"_s, person.value(u"organisation"_s));
            row.insert(u"standing"_s, hasGrant ? (isCovered ? u"covered"_s : u"gap"_s) : isCovered ? u"ready"_s : u"outside"_s);
            grid.rows << row;
        }
        grids << grid;
    }
    return grids;
}

} // namespace dw
