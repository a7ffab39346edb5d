#include "core/desk/report/reportsealer.h"

#include "core/base/canonicaljson.h"
#include "core/desk/report/reportdrawing.h"
#include "core/desk/report/reportwords.h"
#include "core/engines/seal/pdfa3.h"
#include "core/engines/seal/pdfsigner.h"
#include "core/engines/seal/sealdrawing.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

QDateTime madeAt(const ReportData &data)
{
    return QDateTime::fromMSecsSinceEpoch(data.madeAt, Qt::UTC);
}

DocumentFacts facts(const ReportData &data, const ReportWords &words, const ReportLanguage &language)
{
    DocumentFacts out;
    out.title = language(words[QString(u"kind."_s + data.request.kind)]) + u" "_s + data.codeName;
    out.author = data.issuerName;
    out.subject = language(words[u"cover.subtitle"]);
    out.language = language.tag();
    out.created = madeAt(data);
    out.documentId = data.id;
    return out;
}

Result<SignOptions> signOptions(
    const ReportData &data, const DrawnReport &drawn, const ReportWords &words, const ReportLanguage &language)
{
    const QTimeZone zone(data.timeZone.toLatin1());
    const QDateTime local = zone.isValid() ? madeAt(data).toTimeZone(zone) : madeAt(data);
    SealWords seal;
    seal.heading = language(words[u"seal.heading"]);
    seal.signerName = data.issuerName;
    const QString role = u"role."_s + data.issuerRole;
    if (words.has(role))
        seal.lines << language(words[role]);
    seal.lines << local.toString(u"yyyy-MM-dd HH:mm "_s) + (zone.isValid() ? data.timeZone : u"UTC"_s);
    seal.fingerprint = data.certificate;
    SignOptions options;
    options.signerName = data.issuerName;
    options.reason = language(words[QString(u"kind."_s + data.request.kind)]) + u' ' + data.codeName;
    options.time = madeAt(data);
    DW_ASSIGN(options.seal.drawing, drawSeal(seal, drawn.sealRect.size()));
    options.seal.page = 0;
    options.seal.rect = drawn.sealRect;
    return options;
}

} // namespace

Result<SealedBytes> sealReport(const ReportData &data, const SealIdentity &identity, JobContext &job)
{
    constexpr int steps = 4;
    DW_ASSIGN(const ReportWords words, ReportWords::load());
    const ReportLanguage language(data.request.language);
    job.setStage(u"report.draw"_s);
    DW_TRY(job.step(0, steps));
    DW_ASSIGN(const DrawnReport drawn, drawReport(data, data.dataSha256()));
    DW_TRY(job.step(1, steps));
    DW_ASSIGN(PdfA3 document, PdfA3::open(drawn.pdf));
    SealedBytes out;
    out.pages = drawn.pages;
    out.json = canonicalJson(data.toJson(drawn.pages, pageTextsSha256(document.pageTexts())));
    const AssociatedFile file {
        u"report.json"_s, u"Data of this report"_s, u"application/json"_s, out.json, madeAt(data)};
    DW_ASSIGN(const QByteArray finished, document.finish(facts(data, words, language), drawn.bookmarks, file, drawn.tags));
    job.setStage(u"report.seal"_s);
    DW_TRY(job.step(2, steps));
    DW_ASSIGN(const SignOptions options, signOptions(data, drawn, words, language));
    DW_ASSIGN(out.pdf, signPdf(finished, identity, options));
    job.setStage(u"report.verify"_s);
    DW_TRY(job.step(3, steps));
    out.verdict = verifySealedReport(out.pdf, {identity.fingerprint()});
    if (const SealCheck *failure = out.verdict.firstFailure())
        return fail(ErrorCode::VerificationFailed, u"report.self_check"_s, {failure->id, failure->reason}, failure->detail);
    DW_TRY(job.step(steps, steps));
    return out;
}

} // namespace dw
