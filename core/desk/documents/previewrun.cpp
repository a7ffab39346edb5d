#include "core/desk/documents/previewrun.h"

#include "core/desk/documents/documentrows.h"
#include "core/desk/documents/markbook.h"
#include "core/engines/crypto/hash.h"
#include "core/worker/workerclient.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

struct Planned {
    DocumentVersion source;
    MarkSet set;
    int undecided = 0;
};

Result<Planned> plan(const DocumentContext &context, const VersionId &id)
{
    return context.store.read([&](const ReadTx &tx) -> Result<Planned> {
        Planned planned;
        DW_ASSIGN(planned.source, documentrows::version(tx, id));
        DW_TRY(documentrows::mustBeCleared(tx, planned.source.level));
        if (!planned.source.isViewable())
            return fail(ErrorCode::Unsupported, u"document.not_viewable"_s, {planned.source.inspectionReason});
        DW_ASSIGN(const auto marks, MarkBook::load(tx, planned.source));
        planned.undecided = int(std::count_if(marks.begin(), marks.end(), [](const StoredMark &mark) { return mark.state == MarkState::Proposed; }));
        DW_ASSIGN(const auto reasons, RedactionReasons::all(tx));
        planned.set = MarkBook::toMarkSet(marks, planned.source.pages, reasons);
        if (planned.set.marks.isEmpty())
            return fail(ErrorCode::InvalidInput, u"redact.no_marks"_s);
        return planned;
    });
}

} // namespace

Result<RedactionPreview> PreviewRun::run(const VersionId &source, const RedactionChoice &choice, JobContext &job) const
{
    DW_ASSIGN(const Planned planned, plan(m_context, source));
    DW_ASSIGN(const SecretBytes bytes, m_reader.bytes(planned.source));
    const QByteArray pdf = QByteArray::fromRawData(bytes.view().data(), bytes.view().size());
    if (planned.source.level >= 3) {
        const Action action {u"document.preview"_s, u"doc_version"_s, source.toString(), {}};
        DW_TRY(m_context.store.write(action, [](WriteTx &) -> Result<> { return {}; }));
    }
    DW_ASSIGN(const RedactionResult result, m_context.worker.redact(pdf, planned.set, {choice.level, choice.rasteriseAll}, job));
    DocumentVersion shown = planned.source;
    shown.kind = u"redacted"_s;
    shown.derivedFrom = planned.source.id;
    shown.id = {};
    shown.blob = {};
    shown.sha256 = QString::fromLatin1(sha256(result.pdf).toHex());
    shown.size = result.pdf.size();
    shown.safeLevel = nameOf(choice.level);
    RedactionPreview preview;
    DW_ASSIGN(SharedBytes held, SharedBytes::copyOf(result.pdf));
    preview.file = std::make_shared<OpenVersion>(m_context.worker, shown, std::move(held));
    DW_ASSIGN(const auto pages, preview.file->pages(job));
    preview.areas = VersionCompare::areasOf(planned.set, result.report, pages);
    preview.report = result.report;
    preview.marks = int(planned.set.marks.size());
    preview.undecided = planned.undecided;
    return preview;
}

} // namespace dw
