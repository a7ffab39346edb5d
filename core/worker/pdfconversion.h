#pragma once

#include "core/worker/workerclient.h"

namespace dw {

/// Makes PDFs of what is no PDF. Pictures and mail are read in the worker; office files are given to LibreOffice, if it
/// is there, in a worker of its own that lives in its own user, network, mount and process namespaces with a file
/// system in memory. Where the kernel does not allow that nothing is started.
class PdfConversion
{
public:
    enum class Way { None, Picture, Mail, Office };

    explicit PdfConversion(const WorkerClient &worker)
        : m_worker(worker)
    {
    }

    /// By type as DocumentImport::mimeOf gives it, and the ending of the name.
    static Way wayOf(const QString &mime, const QString &fileName);

    /// The bytes of the PDF. Refusals: "convert.no_way", "convert.no_converter" (no LibreOffice), "convert.no_namespaces",
    /// "convert.failed" {how}, and what else the worker says of such a file.
    Result<QByteArray> toPdf(const QByteArray &file, const QString &mime, const QString &fileName, JobContext &job) const;

private:
    const WorkerClient &m_worker;
};

} // namespace dw
