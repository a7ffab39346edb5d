#include "core/engines/pdf/pdffile.h"

#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFWriter.hh>

#include <new>

using namespace Qt::StringLiterals;

namespace dw {

Result<std::unique_ptr<PdfFile>> PdfFile::open(const QByteArray &pdf)
{
    if (pdf.size() > largestFile)
        return fail(ErrorCode::LimitExceeded, u"pdf.too_large"_s, {QString::number(pdf.size() >> 20)});
    if (!pdf.left(4096).contains("%PDF-") && !pdf.left(1 << 20).contains(" obj"))
        return fail(ErrorCode::InvalidInput, u"pdf.not_a_pdf"_s);
    // Counted before anything reads it: the reader itself would run out of memory.
    if (const qsizetype dictionaries = pdf.count("<<"); dictionaries > mostDictionaries)
        return fail(ErrorCode::LimitExceeded, u"pdf.too_many_objects"_s, {QString::number(dictionaries)});
    return guard([&]() -> Result<std::unique_ptr<PdfFile>> {
        auto file = std::make_unique<PdfFile>();
        file->m_bytes = pdf;
        file->m_qpdf = std::make_unique<QPDF>();
        file->m_qpdf->setSuppressWarnings(true);
        file->m_qpdf->processMemoryFile(
            "input", file->m_bytes.constData(), static_cast<std::size_t>(file->m_bytes.size()), "");
        file->m_encrypted = file->m_qpdf->isEncrypted();
        const std::size_t pages = file->m_qpdf->getAllPages().size();
        if (pages == 0)
            return fail(ErrorCode::Corrupt, u"pdf.damaged"_s, {}, u"no pages"_s);
        if (pages > largestPageCount)
            return fail(ErrorCode::LimitExceeded, u"pdf.too_many_pages"_s, {QString::number(pages)});
        return file;
    });
}

Result<QByteArray> PdfFile::write(QPDF &pdf)
{
    return guard([&]() -> Result<QByteArray> {
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setStreamDataMode(qpdf_s_preserve);
        writer.setCompressStreams(true);
        writer.setPreserveUnreferencedObjects(false);
        writer.setDeterministicID(true);
        writer.write();
        const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize()));
    });
}

Error PdfFile::currentException()
{
    try {
        throw;
    } catch (const QPDFExc &error) {
        if (error.getErrorCode() == qpdf_e_password)
            return {ErrorCode::Unsupported, u"pdf.password_needed"_s, {}, {}};
        if (error.getErrorCode() == qpdf_e_unsupported)
            return {ErrorCode::Unsupported, u"pdf.unsupported"_s, {}, QString::fromUtf8(error.what()).left(200)};
        return {ErrorCode::Corrupt, u"pdf.damaged"_s, {}, QString::fromUtf8(error.what()).left(200)};
    } catch (const std::bad_alloc &) {
        return {ErrorCode::LimitExceeded, u"worker.memory"_s, {}, {}};
    } catch (const std::exception &error) {
        return {ErrorCode::Corrupt, u"pdf.damaged"_s, {}, QString::fromUtf8(error.what()).left(200)};
    } catch (...) {
        return {ErrorCode::Internal, u"pdf.damaged"_s, {}, u"unknown exception"_s};
    }
}

} // namespace dw
