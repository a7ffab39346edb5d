#pragma once

#include "core/desk/documents/documentcontext.h"
#include "core/desk/documents/documentreader.h"

namespace dw {

/// Asks the person for the passphrase again; fails when it was not given.
using Confirmation = std::function<Result<>()>;

/// The one way out besides a release: explicit, confirmed, logged.
class DocumentExport
{
public:
    DocumentExport(const DocumentContext &context, const DocumentReader &reader)
        : m_context(context)
        , m_reader(reader)
    {
    }

    /// Writes the plain bytes to `path`, whole or not at all. The trail has the entry before the file is there; a
    /// file that then could not be written gets a second entry. Refuses an existing file ("export.file_exists").
    Result<> write(const VersionId &version, const QString &path, const QString &reason, const Confirmation &confirm);

private:
    const DocumentContext &m_context;
    const DocumentReader &m_reader;
};

} // namespace dw
