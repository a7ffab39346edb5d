#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <qpdf/QPDF.hh>

#include <memory>

namespace dw {

/// A PDF opened with qpdf. The bytes live as long as the object. Everything that calls into qpdf goes through
/// guard(): its exceptions end there.
class PdfFile
{
public:
    static constexpr qint64 largestFile = 512LL << 20;
    static constexpr std::size_t largestPageCount = 20'000;
    /// Written out in the bytes; each becomes about two kilobytes of memory, which a hostile file can have for 40 bytes.
    static constexpr qsizetype mostDictionaries = 600'000;

    /// Repairs what qpdf can repair. Fails with "pdf.not_a_pdf", "pdf.password_needed", "pdf.damaged",
    /// "pdf.too_large", "pdf.too_many_objects" or "pdf.too_many_pages". A file that opens without a password is decrypted.
    static Result<std::unique_ptr<PdfFile>> open(const QByteArray &pdf);

    QPDF &qpdf() { return *m_qpdf; }
    const QByteArray &bytes() const { return m_bytes; }
    bool isEncrypted() const { return m_encrypted; }

    /// A new single-revision file: streams compressed, orphans gone, /ID made from the content.
    static Result<QByteArray> write(QPDF &pdf);

    /// Runs `work` and turns what qpdf (or the allocator) throws into errors: "pdf.damaged", "worker.memory".
    template <typename Work>
    static auto guard(Work &&work) -> decltype(work())
    {
        try {
            return work();
        } catch (...) {
            return tl::unexpected<Error>(currentException());
        }
    }

private:
    static Error currentException();

    QByteArray m_bytes;
    std::unique_ptr<QPDF> m_qpdf;
    bool m_encrypted = false;
};

} // namespace dw
