#include "core/desk/documents/documentlevels.h"

#include "core/desk/documents/documentrows.h"
#include "core/desk/documents/findingmemory.h"
#include "core/desk/documents/findingrows.h"
#include "core/desk/documents/markrows.h"
#include "core/desk/documents/pagetexts.h"
#include "core/store/blobkeys.h"
#include "core/store/blobstore.h"
#include "core/store/connection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QString toJson(const ClassProposal &proposal)
{
    QJsonArray evidence;
    for (const ClassProposal::Evidence &one : proposal.evidence)
        evidence.append(QJsonObject {{u"reason"_s, one.reason}, {u"what"_s, one.what}, {u"count"_s, one.count}, {u"level"_s, one.level}});
    const QJsonObject object {{u"level"_s, proposal.level}, {u"blocked"_s, proposal.isBlocked}, {u"evidence"_s, evidence},
        {u"tags"_s, QJsonArray::fromStringList(proposal.tags)}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ClassProposal fromJson(const QString &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    ClassProposal proposal;
    proposal.level = object.value("level"_L1).toInt(1);
    proposal.isBlocked = object.value("blocked"_L1).toBool();
    proposal.tags = object.value("tags"_L1).toVariant().toStringList();
    const QJsonArray evidence = object.value("evidence"_L1).toArray();
    for (const QJsonValue item : evidence) {
        const QJsonObject one = item.toObject();
        proposal.evidence.append({one.value("reason"_L1).toString(), one.value("what"_L1).toString(), one.value("count"_L1).toInt(), one.value("level"_L1).toInt()});
    }
    return proposal;
}

/// Different values by type, of what is taken for client information.
QHash<QString, int> valuesOf(const QList<Finding> &findings)
{
    QHash<QString, QSet<QString>> values;
    for (const Finding &finding : findings) {
        if (!finding.isPossible() && finding.state != FindingState::FalsePositive)
            values[finding.kind].insert(findingmemory::keyOf(finding));
    }
    QHash<QString, int> counts;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        counts.insert(it.key(), int(it->size()));
    return counts;
}

} // namespace

Result<> mustNotBeStopped(const ReadTx &tx, const DocumentId &document)
{
    DW_ASSIGN(const Record row, tx.records().get(u"document"_s, documentrows::rowId(document)));
    if (row.state == u"stopped"_s)
        return fail(ErrorCode::PolicyBlocked, u"document.state_secret"_s, {row.text(u"doc_no"_s)});
    return {};
}

Result<> DocumentLevels::propose(WriteTx &tx, const DocumentVersion &version, const QList<Finding> &findings, const QStringList &markings)
{
    if (version.treatment != u"none"_s)
        return {}; // what was treated says nothing about its source
    DW_ASSIGN(const Classifier rules, Classifier::load());
    DW_ASSIGN(const auto settings, tx.records().first(u"deal_settings"_s));
    const int names = settings ? int(settings->integer(u"volume_subjects"_s)) : 0;
    const int sensitive = settings ? int(settings->integer(u"volume_sensitive"_s)) : 0;
    const ClassProposal proposal = rules.propose(valuesOf(findings), markings, names, sensitive);
    const RecordId id = documentrows::rowId(version.document);
    DW_ASSIGN(const Record row, tx.records().get(u"document"_s, id));
    const QVariantMap values {{u"proposed_level"_s, proposal.level}, {u"level_proposal"_s, toJson(proposal)}, {u"level_tags"_s, proposal.tags}};
    if (proposal.isBlocked && row.state == u"open"_s && !row.flag(u"stop_lifted"_s))
        return tx.records().setState(u"document"_s, id, u"stopped"_s, values);
    return tx.records().update(u"document"_s, id, values);
}

Result<std::optional<ClassProposal>> DocumentLevels::proposal(const DocumentId &document) const
{
    return m_context.store.read([&](const ReadTx &tx) -> Result<std::optional<ClassProposal>> {
        DW_ASSIGN(const Record row, tx.records().get(u"document"_s, documentrows::rowId(document)));
        if (row.text(u"level_proposal"_s).isEmpty())
            return std::optional<ClassProposal>();
        return std::optional(fromJson(row.text(u"level_proposal"_s)));
    });
}

/// A version on its way to another level: its bytes are there already, under that level's keys.
struct DocumentLevels::Move {
    DocumentVersion version;
    std::optional<StoredBlob> blob;
};

Result<std::vector<DocumentLevels::Move>> DocumentLevels::copies(const DocumentId &document, int level)
{
    DW_ASSIGN(const auto versions, m_context.store.read([&](const ReadTx &tx) { return documentrows::versions(tx, document); }));
    std::vector<Move> moves;
    for (const DocumentVersion &version : versions) {
        Move move {version, {}};
        if (!version.blob.isNull() && version.state != u"erased"_s) {
            DW_ASSIGN(const SecretBytes bytes, m_reader.bytes(version));
            DW_ASSIGN(move.blob, m_context.blobs.write(level, QByteArray::fromRawData(bytes.view().data(), bytes.view().size())));
        }
        moves.push_back(std::move(move));
    }
    return moves;
}

Result<> DocumentLevels::move(WriteTx &tx, const Move &move, int level) const
{
    const DocumentVersion &version = move.version;
    QVariantMap values {{u"source_level"_s, level}};
    if (move.blob) {
        DW_TRY(blobkeys::insert(tx, *move.blob));
        DW_TRY(blobkeys::erase(tx, version.level, version.blob));
        values.insert(u"blob"_s, move.blob->id.toString());
    }
    DW_TRY(tx.records().update(u"doc_version"_s, documentrows::rowId(version.id), values));
    DW_ASSIGN(Connection * from, tx.content(version.level));
    DW_ASSIGN(Connection * to, tx.content(level));
    if (from == to)
        return {};
    DW_ASSIGN(const QList<StoredMark> marks, markrows::list(*from, version.id));
    DW_ASSIGN(const QList<Finding> findings, findingrows::list(*from, version.id));
    for (const StoredMark &mark : marks) {
        DW_TRY(markrows::put(*to, version.id, mark));
        DW_TRY(markrows::remove(*from, mark.id));
    }
    DW_TRY(findingrows::replace(*to, version.id, findings));
    DW_TRY(findingrows::replace(*from, version.id, {}));
    DW_ASSIGN(const pagetexts::Texts texts, pagetexts::list(*from, version.id));
    DW_TRY(pagetexts::replace(*to, version.id, texts));
    return pagetexts::replace(*from, version.id, {});
}

Result<> DocumentLevels::decide(const DocumentId &document, int level, const QString &reason)
{
    if (level < 1 || level > 4)
        return fail(ErrorCode::InvalidInput, u"record.bad_value"_s, {u"source_level"_s});
    DW_ASSIGN(const Record before, m_context.store.read([&](const ReadTx &tx) -> Result<Record> {
        DW_TRY(documentrows::mustBeAllowed(tx, u"document"_s, {Role::Owner, Role::DealManager, Role::ComplianceOfficer, Role::LegalCounsel}));
        DW_TRY(mustNotBeStopped(tx, document));
        DW_ASSIGN(const Record row, tx.records().get(u"document"_s, documentrows::rowId(document)));
        DW_TRY(documentrows::mustBeCleared(tx, level));
        DW_TRY(documentrows::mustBeCleared(tx, int(row.integer(u"source_level"_s))));
        if (level < row.integer(u"proposed_level"_s) && reason.trimmed().isEmpty())
            return fail(ErrorCode::PolicyBlocked, u"document.level_reason"_s, {QString::number(row.integer(u"proposed_level"_s))});
        return row;
    }));
    const bool isMoving = before.integer(u"source_level"_s) != level;
    std::vector<Move> moves;
    if (isMoving) {
        DW_ASSIGN(moves, copies(document, level));
    }
    const Action action {u"document.level"_s, u"document"_s, document.toString(), reason.trimmed()};
    const Result<> done = m_context.store.write(action, [&](WriteTx &tx) -> Result<> {
        for (const Move &one : moves) {
            DW_ASSIGN(const DocumentVersion now, documentrows::version(tx, one.version.id));
            if (now.blob != one.version.blob || now.level != one.version.level)
                return fail(ErrorCode::Conflict, u"record.changed_meanwhile"_s, {u"doc_version"_s, now.id.toString()});
            DW_TRY(move(tx, one, level));
        }
        return tx.records().update(u"document"_s, before.id,
            {{u"source_level"_s, level}, {u"level_decided_by"_s, tx.actor().id.toString()}, {u"level_decided_at"_s, tx.now()}}, before.version);
    });
    // Bytes whose key is gone, or never came, are noise: they need not stay.
    for (const Move &one : moves) {
        if (one.blob)
            (void)m_context.blobs.remove(done ? one.version.blob : one.blob->id);
    }
    return done;
}

} // namespace dw
