#include "core/desk/documents/documentexport.h"

#include "core/base/atomicwrite.h"
#include "core/desk/documents/documentlevels.h"
#include "core/desk/documents/documentrows.h"

#include <QFileInfo>

namespace dw {

using namespace Qt::StringLiterals;

Result<> DocumentExport::write(const VersionId &id, const QString &path, const QString &reason, const Confirmation &confirm)
{
    if (QFileInfo::exists(path))
        return fail(ErrorCode::Conflict, u"export.file_exists"_s, {QFileInfo(path).fileName()});
    DW_ASSIGN(const DocumentVersion version, m_context.store.read([&](const ReadTx &tx) -> Result<DocumentVersion> {
        DW_TRY(documentrows::mustBeAllowed(tx, u"document"_s, {Role::Owner, Role::DealManager, Role::ComplianceOfficer, Role::LegalCounsel}));
        DW_ASSIGN(const DocumentVersion wanted, documentrows::version(tx, id));
        DW_TRY(mustNotBeStopped(tx, wanted.document));
        return wanted;
    }));
    DW_ASSIGN(const SecretBytes bytes, m_reader.bytes(version));
    if (!confirm)
        return fail(ErrorCode::NotPermitted, u"export.not_confirmed"_s);
    DW_TRY(confirm());
    const auto log = [&](const QString &name) {
        return m_context.store.write(Action {name, u"doc_version"_s, id.toString(), reason}, [](WriteTx &) -> Result<> { return {}; });
    };
    DW_TRY(log(u"document.export"_s));
    const Result<> written = writeFileAtomically(path, QByteArray::fromRawData(bytes.view().data(), bytes.view().size()));
    if (!written)
        DW_TRY(log(u"document.export_failed"_s));
    return written;
}

} // namespace dw
