#include "app/demo/demosteps.h"

#include "app/demo/demopdf.h"
#include "app/demo/demostage.h"
#include "core/base/atomicwrite.h"
#include "core/desk/documents/documentservice.h"
#include "core/desk/releases/releaseservice.h"
#include "ui/text/releasetext.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

Result<VersionId> versionOf(DemoStage &stage, const QString &name)
{
    const QString id = stage.idOf(name);
    const auto version = stage.session().documents().version(VersionId::fromText(id));
    if (version)
        return version->id;
    DW_ASSIGN(const auto versions, stage.session().documents().versions(DocumentId::fromText(id)));
    if (versions.isEmpty())
        return fail(ErrorCode::Internal, u"demo.script"_s, {name});
    return versions.first().id;
}

Result<> importDocument(DemoStage &stage, const QJsonObject &step)
{
    DW_ASSIGN(const DemoPdf pdf, drawDemoPdf(step.value("from"_L1).toString(), stage.language()));
    DocumentImportRequest request;
    request.bytes = pdf.bytes;
    request.fileName = step.value("from"_L1).toString() + u".pdf"_s;
    request.title = stage.text(step.value("title"_L1));
    request.level = step.value("level"_L1).toInt();
    request.folder = stage.text(step.value("folder"_L1));
    for (const QJsonValue asset : step.value("assets"_L1).toArray())
        request.assets.append(AssetId::fromText(stage.idOf(asset.toString())));
    DW_ASSIGN(const DocumentImportOutcome outcome, stage.session().documents().imports().importFile(request, stage.job()));
    stage.remember(step.value("import_document"_L1).toString(), outcome.document.toString());
    stage.tell(QCoreApplication::translate("Demo", "Document: “%1” imported, %2 pages, %3 places with client information")
                   .arg(request.title, QString::number(outcome.pages), QString::number(outcome.findings)));
    return {};
}

Result<> markWords(DemoStage &stage, const QJsonObject &step)
{
    DW_ASSIGN(const VersionId version, versionOf(stage, step.value("mark_words"_L1).toString()));
    DW_ASSIGN(const DemoPdf pdf, drawDemoPdf(u"contract"_s, stage.language()));
    const QString kind = step.value("words"_L1).toString();
    const QStringList words = kind == u"clients"_s ? pdf.clients : kind == u"contacts"_s ? pdf.contacts : pdf.prices;
    for (const QString &word : words) {
        WordQuery query;
        query.text = word;
        query.match = WordMatch::Substring;
        if (const auto marked = stage.session().documents().marks().addWord(version, query, step.value("reason"_L1).toString(), stage.job()); !marked) {
            Error error = marked.error();
            error.args.append(word);
            return tl::unexpected<Error>(error);
        }
    }
    return {};
}

Result<> markArea(DemoStage &stage, const QJsonObject &step)
{
    DocumentService &documents = stage.session().documents();
    DW_ASSIGN(const VersionId id, versionOf(stage, step.value("mark_area"_L1).toString()));
    DW_ASSIGN(const DocumentVersion version, documents.version(id));
    const QJsonArray r = step.value("rect"_L1).toArray();
    const QRectF area(QPointF(r.at(0).toDouble(), r.at(1).toDouble()), QPointF(r.at(2).toDouble(), r.at(3).toDouble()));
    DW_TRY(documents.marks().addDisplayedArea(id, version.pages - 1, area, step.value("reason"_L1).toString(), stage.job()));
    return {};
}

/// The seller's and the target's own names are no client information: a person says so of each place.
Result<> dismissOwnNames(DemoStage &stage, const QJsonObject &step)
{
    DocumentService &documents = stage.session().documents();
    DW_ASSIGN(const VersionId version, versionOf(stage, step.value("own_names"_L1).toString()));
    DW_ASSIGN(const QList<Finding> found, documents.findings().found(version));
    QList<FindingId> own;
    for (const Finding &finding : found) {
        if (finding.state == FindingState::Open && finding.value.contains(step.value("containing"_L1).toString()))
            own.append(finding.id);
    }
    return own.isEmpty() ? Result<>() : documents.findings().decide(version, own, FindingState::FalsePositive);
}

Result<QList<FindingId>> openFindings(DocumentService &documents, const VersionId &version)
{
    DW_ASSIGN(const QList<Finding> found, documents.findings().found(version));
    QList<FindingId> open;
    for (const Finding &finding : found) {
        if (finding.state == FindingState::Open)
            open.append(finding.id);
    }
    return open;
}

/// What the search found and nobody has marked or dismissed yet is marked too.
Result<> markFindings(DemoStage &stage, const QJsonObject &step)
{
    DocumentService &documents = stage.session().documents();
    DW_ASSIGN(const VersionId version, versionOf(stage, step.value("mark_findings"_L1).toString()));
    DW_ASSIGN(const QList<FindingId> open, openFindings(documents, version));
    if (open.isEmpty())
        return {};
    DW_TRY(documents.findings().mark(documents.marks(), version, open, step.value("reason"_L1).toString()));
    return {};
}

/// What the search still shows after the redaction is looked at, and stays by decision.
Result<> keepRest(DemoStage &stage, const QJsonObject &step)
{
    DocumentService &documents = stage.session().documents();
    DW_ASSIGN(const VersionId version, versionOf(stage, step.value("keep_rest"_L1).toString()));
    DW_ASSIGN(const QList<FindingId> open, openFindings(documents, version));
    return open.isEmpty() ? Result<>() : documents.findings().decide(version, open, FindingState::Accepted);
}

Result<> redact(DemoStage &stage, const QJsonObject &step)
{
    DocumentService &documents = stage.session().documents();
    DW_ASSIGN(const VersionId source, versionOf(stage, step.value("redact"_L1).toString()));
    DW_ASSIGN(const RedactionOutcome outcome, documents.redaction().run(source, {}, stage.job()));
    stage.remember(step.value("as_version"_L1).toString(), outcome.version.id.toString());
    const QString path = QDir(stage.directory()).filePath(u"redacted.pdf"_s);
    DW_TRY(documents.exports().write(outcome.version.id, path, u"demo"_s, [] { return Result<>(); }));
    stage.result().redactedPdf = path;
    stage.tell(QCoreApplication::translate("Demo", "Redaction: verified by a second process, nothing of %1 terms was found").arg(outcome.verification.searchedTerms));
    return {};
}

Result<> submit(DemoStage &stage, const QJsonObject &step)
{
    DW_ASSIGN(const VersionId version, versionOf(stage, step.value("submit"_L1).toString()));
    return stage.session().documents().reviews().request(version);
}

Result<> approve(DemoStage &stage, const QJsonObject &step)
{
    DW_ASSIGN(const VersionId version, versionOf(stage, step.value("approve_version"_L1).toString()));
    DW_TRY(stage.session().documents().reviews().approve(version, stage.text(step.value("note"_L1))));
    return {};
}

Result<ReleaseQuestion> question(DemoStage &stage, const QJsonObject &step, const char *versionKey)
{
    ReleaseQuestion question;
    DW_ASSIGN(question.version, versionOf(stage, step.value(QLatin1StringView(versionKey)).toString()));
    question.person = PersonId::fromText(stage.idOf(step.value("to"_L1).toString()));
    question.purpose = step.value("purpose"_L1).toString();
    question.channel = RecordId::fromText(stage.idOf(step.value("channel"_L1).toString()));
    return question;
}

void tellConditions(DemoStage &stage, const ReleaseVerdict &verdict)
{
    for (const Condition &condition : verdict.conditions)
        stage.tell(u"    "_s + releasetext::conditionLine(condition));
}

Result<> refused(DemoStage &stage, const QJsonObject &step)
{
    DW_ASSIGN(const ReleaseQuestion asked, question(stage, step, "refused"));
    DW_ASSIGN(const ReleaseVerdict verdict, stage.session().releases().evaluate(asked));
    const auto made = stage.session().releases().release(asked, stage.directory() + u"/package"_s, stage.job());
    if (made)
        return fail(ErrorCode::Internal, u"demo.script"_s, {}, u"a release that had to be refused was made"_s);
    stage.tell(QCoreApplication::translate("Demo", "Release refused; these conditions hold, and these do not:"));
    tellConditions(stage, verdict);
    return {};
}

Result<> release(DemoStage &stage, const QJsonObject &step)
{
    DW_ASSIGN(const ReleaseQuestion asked, question(stage, step, "version"));
    const QString directory = stage.directory() + u"/package"_s;
    QDir().mkpath(directory);
    const auto made = stage.session().releases().release(asked, directory, stage.job());
    if (!made) {
        if (const auto verdict = stage.session().releases().evaluate(asked))
            tellConditions(stage, *verdict);
        return failed(made);
    }
    stage.remember(step.value("release"_L1).toString(), made->id.toString());
    stage.result().packageFiles = made->files;
    stage.tell(QCoreApplication::translate("Demo", "Release made: all fourteen conditions hold, watermark %1").arg(made->watermarkId));
    return {};
}

Result<> receipt(DemoStage &stage, const QJsonObject &step)
{
    return stage.session().releases().recordReceipt(ReleaseId::fromText(stage.idOf(step.value("receipt"_L1).toString())), stage.day(), {});
}

} // namespace

DemoSteps demoDocumentSteps()
{
    return {{u"import_document"_s, importDocument}, {u"mark_words"_s, markWords}, {u"mark_area"_s, markArea}, {u"own_names"_s, dismissOwnNames}, {u"mark_findings"_s, markFindings}, {u"keep_rest"_s, keepRest}, {u"redact"_s, redact},
        {u"submit"_s, submit}, {u"approve_version"_s, approve}, {u"refused"_s, refused}, {u"release"_s, release}, {u"receipt"_s, receipt}};
}

} // namespace dw
