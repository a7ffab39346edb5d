#include "core/desk/documents/redactionrun.h"

#include "core/desk/documents/documentlevels.h"
#include "core/desk/documents/documentrows.h"
#include "core/desk/documents/markbook.h"
#include "core/desk/documents/redactionreasons.h"
#include "core/desk/documents/workerfailure.h"
#include "core/engines/crypto/hash.h"
#include "core/store/blobkeys.h"
#include "core/worker/workerclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

/// What is to be done, as it was when it began.
struct RedactionRun::Plan {
    DocumentVersion source;
    QList<StoredMark> marks;
    MarkSet set;
};

namespace {

/// "check: what" -> "check": what stands in store.db for everyone tells nothing of the content.
QJsonArray checkNames(const QStringList &findings)
{
    QStringList names;
    for (const QString &finding : findings) {
        const QString name = finding.section(u':', 0, 0).trimmed().left(60);
        if (!name.isEmpty() && name != u"page"_s && !names.contains(name))
            names.append(name);
    }
    return QJsonArray::fromStringList(names);
}

/// "page: 3" -> 3: where it did not hold.
QJsonArray pagesOf(const QStringList &findings)
{
    QJsonArray pages;
    for (const QString &finding : findings) {
        if (finding.startsWith(u"page: "_s))
            pages.append(finding.mid(6).toInt());
    }
    return pages;
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue item : array)
        list.append(item.toString());
    return list;
}

/// {"3":"layer_off","4":"layer_off"} -> {"layer_off":[[3,4]]}: ids and page numbers only, whatever the worker wrote.
QJsonObject pagesByReason(const QJsonObject &reasons)
{
    static const QRegularExpression id(u"^[a-z_]{1,40}$"_s);
    QMap<int, QString> ordered;
    for (auto reason = reasons.begin(); reason != reasons.end(); ++reason) {
        const int page = reason.key().toInt();
        if (page > 0)
            ordered.insert(page, id.match(reason->toString()).hasMatch() ? reason->toString() : u"other"_s);
    }
    QMap<QString, QJsonArray> spans;
    for (const auto &[page, reason] : ordered.asKeyValueRange()) {
        QJsonArray &list = spans[reason];
        const QJsonArray last = list.isEmpty() ? QJsonArray() : list.at(list.size() - 1).toArray();
        if (last.at(1).toInt() == page - 1 && !last.isEmpty())
            list.replace(list.size() - 1, QJsonArray {last.at(0), page});
        else
            list.append(QJsonArray {page, page});
    }
    QJsonObject result;
    for (const auto &[reason, list] : spans.asKeyValueRange())
        result.insert(reason, list);
    return result;
}

/// Of the engine's report, what says how it was proven: names of checks, counts, and which pages became pictures and why.
QJsonObject publicFacts(const QJsonObject &report)
{
    const QJsonObject facts = report.value("verification"_L1).toObject();
    QJsonObject details;
    for (const QLatin1StringView key : {"attempt"_L1, "pages_read"_L1, "pages_drawn"_L1, "pages_second_reader"_L1, "words_sought"_L1, "marks"_L1, "checks"_L1}) {
        if (facts.contains(key))
            details.insert(key, facts.value(key));
    }
    if (facts.contains("first_attempt_findings"_L1))
        details.insert(u"first_attempt"_s, checkNames(strings(facts.value("first_attempt_findings"_L1))));
    details.insert(u"pictures"_s, report.value("pictures"_L1).toArray().size());
    details.insert(u"page_reasons"_s, pagesByReason(report.value("page_reasons"_L1).toObject()));
    details.insert(u"engine"_s, report.value("engine"_L1).toString().left(60));
    return details;
}

int countOf(const QJsonObject &report, QLatin1StringView key)
{
    const QJsonValue value = report.value(key);
    return value.isArray() ? int(value.toArray().size()) : value.toInt();
}

} // namespace

Result<RedactionRun::Plan> RedactionRun::prepare(const VersionId &id) const
{
    return m_context.store.read([&](const ReadTx &tx) -> Result<Plan> {
        DW_TRY(documentrows::mustBeAllowed(tx, u"document"_s));
        Plan plan;
        DW_ASSIGN(plan.source, documentrows::version(tx, id));
        DW_TRY(documentrows::mustBeCleared(tx, plan.source.level));
        DW_TRY(documentrows::mustBeOpen(plan.source));
        DW_TRY(mustNotBeStopped(tx, plan.source.document));
        if (!plan.source.isViewable())
            return fail(ErrorCode::Unsupported, u"document.not_viewable"_s, {plan.source.inspectionReason});
        DW_ASSIGN(plan.marks, MarkBook::load(tx, plan.source));
        const auto undecided = std::count_if(plan.marks.begin(), plan.marks.end(), [](const StoredMark &mark) { return mark.state == MarkState::Proposed; });
        if (undecided > 0)
            return fail(ErrorCode::PolicyBlocked, u"redact.undecided_marks"_s, {QString::number(undecided)});
        DW_ASSIGN(const auto reasons, RedactionReasons::all(tx));
        plan.set = MarkBook::toMarkSet(plan.marks, plan.source.pages, reasons);
        if (plan.set.marks.isEmpty())
            return fail(ErrorCode::InvalidInput, u"redact.no_marks"_s);
        return plan;
    });
}

Result<RedactionOutcome> RedactionRun::run(const VersionId &id, const RedactionChoice &choice, JobContext &job)
{
    DW_ASSIGN(const Plan plan, prepare(id));
    const auto work = [&]() -> Result<RedactionOutcome> {
        DW_ASSIGN(const SecretBytes bytes, m_reader.bytes(plan.source));
        const QByteArray pdf = QByteArray::fromRawData(bytes.view().data(), bytes.view().size());
        DW_ASSIGN(const RedactionResult result, m_context.worker.redact(pdf, plan.set, {choice.level, choice.rasteriseAll}, job));
        job.setStage(u"redact.find"_s);
        DW_ASSIGN(const VersionSearch found, m_findings.search({result.pdf, u"redacted.pdf"_s}, job));
        // A file of our own making on which the reader dies is not handed to anybody.
        for (const SearchGap &gap : found.gaps) {
            if (gap.reason == u"find.page_unread"_s || gap.reason.startsWith(u"worker."_s))
                return fail(ErrorCode::Corrupt, u"worker.crashed"_s);
        }
        if (found.pages != plan.source.pages)
            return fail(ErrorCode::VerificationFailed, u"redact.unproven"_s, {u"page_count: %1 of %2"_s.arg(found.pages).arg(plan.source.pages)});
        DW_TRY(job.step(1, 1));
        job.setStage(u"document.store"_s);
        return writeVersion(plan, choice, result.pdf, result.report, found);
    };
    const Result<RedactionOutcome> outcome = work();
    if (!outcome && (outcome.error().code == ErrorCode::VerificationFailed || isWorkerFailure(outcome.error())))
        DW_TRY(writeFailure(plan, outcome.error()));
    return outcome;
}

Result<> RedactionRun::writeFailure(const Plan &plan, const Error &error)
{
    const Action action {u"document.redact_failed"_s, u"doc_version"_s, plan.source.id.toString(), error.reason};
    return m_context.store.write(action, [&](WriteTx &tx) -> Result<> {
        const QJsonObject details {{u"reason"_s, error.reason}, {u"marks"_s, plan.set.marks.size()}, {u"checks"_s, checkNames(error.args)},
            {u"pages"_s, pagesOf(error.args)}};
        DW_TRY(tx.records().insert(u"verification"_s,
            {{u"doc_version"_s, plan.source.id.toString()}, {u"sha256"_s, plan.source.sha256}, {u"result"_s, u"fail"_s},
                {u"text_hits"_s, error.args.size()}, {u"image_text_hits"_s, 0}, {u"metadata_findings"_s, 0}, {u"hidden_objects"_s, 0},
                {u"annots_removed"_s, 0}, {u"searched_terms"_s, plan.set.words.size()}, {u"engines"_s, QStringList()},
                {u"verified_at"_s, tx.now()}, {u"details"_s, compact(details)}}));
        return {};
    });
}

Result<RedactionOutcome> RedactionRun::writeVersion(const Plan &plan, const RedactionChoice &choice, const QByteArray &pdf,
    const QJsonObject &report, const VersionSearch &found)
{
    const DocumentVersion &source = plan.source;
    DW_ASSIGN(const StoredBlob blob, m_context.blobs.write(source.level, pdf));
    const QString hash = QString::fromLatin1(blob.sha256.toHex());
    const Action action {u"document.redact"_s, u"document"_s, source.document.toString(), {}};
    const auto stored = m_context.store.write(action, [&](WriteTx &tx) -> Result<RedactionOutcome> {
        DW_ASSIGN(const DocumentVersion now, documentrows::version(tx, source.id));
        if (now.sha256 != source.sha256 || now.isClosed())
            return fail(ErrorCode::Conflict, u"record.changed_meanwhile"_s, {u"doc_version"_s, source.id.toString()});
        DW_TRY(blobkeys::insert(tx, blob));
        DW_ASSIGN(const int number, documentrows::nextVersionNumber(tx, source.document));
        const QJsonObject planned {{u"marks"_s, plan.set.toJson()}, {u"report"_s, report}};
        DW_ASSIGN(const RecordId row, tx.records().insert(u"doc_version"_s,
            {{u"document"_s, source.document.toString()}, {u"version_no"_s, number}, {u"kind"_s, u"redacted"_s},
                {u"treatment"_s, u"redacted"_s}, {u"source_level"_s, source.level}, {u"prepared_by"_s, tx.actor().id.toString()},
                {u"prepared_at"_s, tx.now()}, {u"derived_from"_s, source.id.toString()}, {u"blob"_s, blob.id.toString()},
                {u"sha256"_s, hash}, {u"file_size"_s, pdf.size()}, {u"pages"_s, source.pages}, {u"mime"_s, source.mime},
                {u"redaction_plan"_s, compact(planned)}, {u"safe_level"_s, nameOf(choice.level)},
                {u"inspection"_s, inspection::clean.toString()}, {u"findings_total"_s, 0}, {u"findings_open"_s, 0},
                {u"findings_pi"_s, 0}, {u"identifiable_pi"_s, false}}));
        DW_ASSIGN(const RecordId verification, tx.records().insert(u"verification"_s,
            {{u"doc_version"_s, row.toString()}, {u"sha256"_s, hash}, {u"result"_s, u"pass"_s}, {u"text_hits"_s, 0},
                {u"image_text_hits"_s, 0}, {u"metadata_findings"_s, 0}, {u"hidden_objects"_s, 0},
                {u"annots_removed"_s, countOf(report, "annotations_removed"_L1)},
                {u"searched_terms"_s, std::max(int(plan.set.words.size()), report.value("verification"_L1).toObject().value("words_sought"_L1).toInt())},
                {u"engines"_s, strings(report.value("verification"_L1).toObject().value("readers"_L1))},
                {u"verified_at"_s, tx.now()}, {u"details"_s, compact(publicFacts(report))}}));
        DW_ASSIGN(const DocumentVersion fresh, documentrows::version(tx, row.as<VersionTag>()));
        DW_TRY(FindingBook::settleRedacted(tx, now, plan.marks));
        DW_TRY(FindingBook::store(tx, fresh, found));
        RedactionOutcome outcome;
        DW_ASSIGN(outcome.version, documentrows::version(tx, fresh.id));
        DW_ASSIGN(const Record verified, tx.records().get(u"verification"_s, verification));
        outcome.verification = documentrows::verificationOf(verified);
        outcome.report = report;
        return outcome;
    });
    if (!stored)
        (void)m_context.blobs.remove(blob.id);
    return stored;
}

} // namespace dw
