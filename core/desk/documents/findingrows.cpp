#include "core/desk/documents/findingrows.h"

#include "core/store/connection.h"
#include "core/store/transaction.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace dw::findingrows {

using namespace Qt::StringLiterals;

namespace {

QString rectsToText(const QList<QRectF> &rects)
{
    QJsonArray array;
    for (const QRectF &rect : rects)
        array.append(QJsonArray {rect.left(), rect.top(), rect.right(), rect.bottom()});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<QRectF> rectsFromText(const QString &text)
{
    QList<QRectF> rects;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue item : array) {
        const QJsonArray n = item.toArray();
        rects.append(QRectF(QPointF(n.at(0).toDouble(), n.at(1).toDouble()), QPointF(n.at(2).toDouble(), n.at(3).toDouble())));
    }
    return rects;
}

FindingState stateOf(const QString &name)
{
    for (const FindingState state : {FindingState::Redacted, FindingState::FalsePositive, FindingState::Accepted}) {
        if (nameOf(state) == name)
            return state;
    }
    return FindingState::Open;
}

Finding findingOf(const QVariantMap &row)
{
    Finding finding;
    finding.id = FindingId::fromText(row.value(u"id"_s).toString());
    finding.page = row.value(u"page"_s).toInt();
    finding.kind = row.value(u"kind"_s).toString();
    finding.value = row.value(u"value"_s).toString();
    finding.rects = rectsFromText(row.value(u"rects"_s).toString());
    finding.place = row.value(u"place"_s).toString();
    finding.score = row.value(u"score"_s).toDouble();
    finding.why = row.value(u"why"_s).toString();
    finding.cue = row.value(u"cue"_s).toString();
    finding.sub = row.value(u"sub"_s).toString();
    finding.state = stateOf(row.value(u"state"_s).toString());
    finding.decidedBy = AccountId::fromText(row.value(u"decided_by"_s).toString());
    finding.decidedAt = row.value(u"decided_at"_s).toLongLong();
    return finding;
}

QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariantMap columnsOf(const VersionId &version, const Finding &finding)
{
    return {{u"id"_s, finding.id.toString()}, {u"version"_s, version.toString()}, {u"page"_s, finding.page}, {u"kind"_s, finding.kind},
        {u"value"_s, finding.value}, {u"rects"_s, rectsToText(finding.rects)}, {u"score"_s, finding.score},
        {u"place"_s, orNull(finding.place)}, {u"why"_s, orNull(finding.why)}, {u"cue"_s, orNull(finding.cue)},
        {u"sub"_s, orNull(finding.sub)}, {u"state"_s, nameOf(finding.state)}, {u"decided_by"_s, finding.decidedBy.isNull() ? QVariant() : finding.decidedBy.toString()},
        {u"decided_at"_s, finding.decidedAt == 0 ? QVariant() : finding.decidedAt}};
}

} // namespace

Result<QList<Finding>> list(Connection &db, const VersionId &version)
{
    DW_ASSIGN(const auto rows, db.rows(u"SELECT * FROM finding WHERE version = :v ORDER BY id"_s, {{u":v"_s, version.toString()}}));
    QList<Finding> findings;
    findings.reserve(rows.size());
    std::transform(rows.begin(), rows.end(), std::back_inserter(findings), findingOf);
    const auto place = [](const Finding &finding) {
        const QRectF rect = finding.rects.value(0);
        return std::tuple(finding.page, -rect.bottom(), rect.left());
    };
    std::stable_sort(findings.begin(), findings.end(), [&](const Finding &a, const Finding &b) { return place(a) < place(b); });
    return findings;
}

Result<> put(Connection &db, const VersionId &version, const Finding &finding)
{
    const QVariantMap row = columnsOf(version, finding);
    QVariantMap parameters;
    for (auto it = row.cbegin(); it != row.cend(); ++it)
        parameters.insert(u':' + it.key(), it.value());
    return db.run(u"INSERT OR REPLACE INTO finding (id, version, page, kind, value, rects, score, place, why, cue, sub, state, decided_by, decided_at) "
                  "VALUES (:id, :version, :page, :kind, :value, :rects, :score, :place, :why, :cue, :sub, :state, :decided_by, :decided_at)"_s,
        parameters);
}

Result<> add(WriteTx &tx, const DocumentVersion &version, const Finding &finding)
{
    return tx.put(version.level, u"finding"_s, columnsOf(version.id, finding));
}

Result<> replace(Connection &db, const VersionId &version, const QList<Finding> &findings)
{
    DW_TRY(db.run(u"DELETE FROM finding WHERE version = :v"_s, {{u":v"_s, version.toString()}}));
    for (const Finding &finding : findings)
        DW_TRY(put(db, version, finding));
    return {};
}

} // namespace dw::findingrows
