#include "core/worker/redactioncall.h"

#include <QCborArray>
#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QCborArray toCbor(const QSet<int> &pages)
{
    QCborArray array;
    for (const int page : pages)
        array.append(page);
    return array;
}

/// Processor time by what there is to do: a small file that keeps a process busy for longer is not an honest one.
WorkerLimits limitsFor(const QByteArray &pdf, const MarkSet &marks, qint64 replyBytes)
{
    const qint64 seconds = std::min<qint64>(1800, 45 + pdf.size() / 1024 + marks.marks.size() / 4);
    return {int(seconds), int(seconds) * 2 + 120, replyBytes};
}

} // namespace

RedactionCall::RedactionCall(
    const WorkerClient &client, const QByteArray &pdf, const MarkSet &marks, const RedactionOptions &options)
    : m_client(client)
    , m_pdf(pdf)
    , m_marks(marks)
    , m_options(options)
{
}

Result<RedactionResult> RedactionCall::run(JobContext &job)
{
    if (m_marks.marks.isEmpty())
        return fail(ErrorCode::InvalidInput, u"redact.no_marks"_s);
    Verdict verdict;
    for (int attempt = 1; attempt <= 2; ++attempt) {
        DW_ASSIGN(const QByteArray output, build(job, attempt == 2 && m_forcedPages.isEmpty()));
        DW_ASSIGN(verdict, verify(output, job));
        if (verdict.findings.isEmpty())
            return RedactionResult {output, report(output, verdict, attempt)};
        m_firstFindings = verdict.findings;
        m_forcedPages = verdict.pages;
    }
    QStringList found = verdict.findings.mid(0, 20);
    QList<int> pages = verdict.pages.values();
    std::sort(pages.begin(), pages.end());
    for (const int page : std::as_const(pages))
        found.append(u"page: %1"_s.arg(page + 1));
    return fail(ErrorCode::VerificationFailed, u"redact.unproven"_s, found);
}

QCborMap RedactionCall::parameters() const
{
    return {{u"pdf"_s, m_pdf}, {u"marks"_s, QCborMap::fromJsonObject(m_marks.toJson())},
        {u"level"_s, nameOf(m_options.level)}};
}

Result<QByteArray> RedactionCall::build(JobContext &job, bool allPages)
{
    job.setStage(u"redact.build"_s);
    QCborMap request = parameters();
    request.insert(u"rasterise_all"_s, allPages || m_options.rasteriseAll);
    request.insert(u"rasterise"_s, toCbor(m_forcedPages));
    DW_ASSIGN(const QCborMap answer, m_client.call(u"redact.build"_s, request, job, limitsFor(m_pdf, m_marks, 1LL << 30)));
    m_buildReport = answer.value("report"_L1).toMap().toJsonObject();
    const QByteArray pdf = answer.value("pdf"_L1).toByteArray();
    if (pdf.isEmpty())
        return fail(ErrorCode::Corrupt, u"worker.protocol"_s);
    return pdf;
}

Result<RedactionCall::Verdict> RedactionCall::verify(const QByteArray &output, JobContext &job)
{
    job.setStage(u"redact.verify"_s);
    QCborMap request = parameters();
    request.insert(u"output"_s, output);
    request.insert(u"rasterised"_s, QCborArray::fromJsonArray(m_buildReport.value("pictures"_L1).toArray()));
    for (const QString &key : {u"boxes"_s, u"moved"_s})
        request.insert(key, QCborMap::fromJsonObject(m_buildReport.value(key).toObject()));
    DW_ASSIGN(const QCborMap answer, m_client.call(u"redact.verify"_s, request, job, limitsFor(m_pdf, m_marks, 64 << 20)));
    Verdict verdict;
    const QCborArray findings = answer.value("findings"_L1).toArray();
    for (const QCborValue &finding : findings)
        verdict.findings.append(finding.toString().left(300));
    const QCborArray pages = answer.value("pages"_L1).toArray();
    for (const QCborValue &page : pages)
        verdict.pages.insert(int(page.toInteger()));
    verdict.facts = answer.value("facts"_L1).toMap().toJsonObject();
    // No answer is no proof.
    if (!answer.value("complete"_L1).toBool() && verdict.findings.isEmpty())
        return fail(ErrorCode::VerificationFailed, u"redact.unproven"_s, {u"incomplete"_s});
    return verdict;
}

QJsonObject RedactionCall::report(const QByteArray &output, const Verdict &verdict, int attempt) const
{
    QJsonObject report = m_buildReport;
    QJsonObject verification = verdict.facts;
    verification.insert(u"passed"_s, true);
    verification.insert(u"attempt"_s, attempt);
    if (!m_firstFindings.isEmpty())
        verification.insert(u"first_attempt_findings"_s, QJsonArray::fromStringList(m_firstFindings));
    report.insert(u"verification"_s, verification);
    report.insert(u"input_sha256"_s, sha256(m_pdf));
    report.insert(u"output_sha256"_s, sha256(output));
    report.insert(u"engine"_s, QStringLiteral("dealward " DW_VERSION));
    return report;
}

} // namespace dw
