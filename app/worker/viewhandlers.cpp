#include "app/worker/viewhandlers.h"

#include "core/engines/parse/pdfiumdocument.h"
#include "core/engines/parse/popplerdocument.h"
#include "core/worker/pdfcodec.h"

#include <algorithm>
#include <cmath>

#include <sys/mman.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

/// A file of the parent's memory, as long as it is looked into.
class Mapping
{
public:
    enum class Access { Read, Write };

    Mapping() = default;
    ~Mapping() { clear(); }
    Mapping(const Mapping &) = delete;
    Mapping &operator=(const Mapping &) = delete;

    bool open(int file, Access access)
    {
        clear();
        struct stat about {};
        if (::fstat(file, &about) != 0 || about.st_size <= 0)
            return false;
        const int rights = access == Access::Write ? PROT_READ | PROT_WRITE : PROT_READ;
        void *const memory = ::mmap(nullptr, std::size_t(about.st_size), rights, MAP_SHARED, file, 0);
        if (memory == MAP_FAILED)
            return false;
        m_data = static_cast<char *>(memory);
        m_size = about.st_size;
        return true;
    }

    QByteArray bytes() const { return QByteArray::fromRawData(m_data, m_size); }
    char *data() const { return m_data; }
    qint64 size() const { return m_size; }

private:
    void clear()
    {
        if (m_data)
            ::munmap(m_data, std::size_t(m_size));
        m_data = nullptr;
        m_size = 0;
    }

    char *m_data = nullptr;
    qint64 m_size = 0;
};

/// Pictures are PDFium's, which is the quicker; boxes and words are Poppler's, which the redaction works with. Each reader
/// is there from when it is first needed.
struct ViewedPdf {
    Mapping bytes; // outlives the readers
    Mapping window;
    std::unique_ptr<PdfiumDocument> pdfium;
    std::unique_ptr<PopplerDocument> poppler;

    Result<PopplerDocument *> words()
    {
        if (!poppler) {
            DW_ASSIGN(poppler, PopplerDocument::open(bytes.bytes()));
        }
        return poppler.get();
    }
};

class ViewHandler : public RequestHandler
{
public:
    explicit ViewHandler(std::shared_ptr<ViewedPdf> view)
        : m_view(std::move(view))
    {
    }

protected:
    static int number(const QCborMap &parameters, QLatin1StringView name) { return int(std::clamp<qint64>(parameters.value(name).toInteger(-1), -1, 1'000'000)); }

    std::shared_ptr<ViewedPdf> m_view;
};

class OpenHandler final : public ViewHandler
{
public:
    using ViewHandler::ViewHandler;

    QString kind() const override { return u"view.open"_s; }
    void setFiles(std::span<const int> files) override { m_files.assign(files.begin(), files.end()); }

    Result<QCborMap> handle(const QCborMap &, JobContext &) override
    {
        m_view->pdfium.reset();
        m_view->poppler.reset();
        if (m_files.size() != 2 || !m_view->bytes.open(m_files[0], Mapping::Access::Read) || !m_view->window.open(m_files[1], Mapping::Access::Write))
            return fail(ErrorCode::InvalidInput, u"worker.protocol"_s);
        if (auto opened = PdfiumDocument::open(m_view->bytes.bytes()))
            m_view->pdfium = std::move(*opened);
        DW_ASSIGN(const PopplerDocument *poppler, m_view->words());
        // Readers that count differently may number differently: then both come from the one that marks are made with.
        if (m_view->pdfium && m_view->pdfium->pageCount() != poppler->pageCount())
            m_view->pdfium.reset();
        return QCborMap {{u"count"_s, poppler->pageCount()}};
    }

private:
    std::vector<int> m_files;
};

class PagesHandler final : public ViewHandler
{
public:
    using ViewHandler::ViewHandler;

    QString kind() const override { return u"view.pages"_s; }

    Result<QCborMap> handle(const QCborMap &parameters, JobContext &) override
    {
        DW_ASSIGN(const PopplerDocument *poppler, m_view->words());
        const int from = number(parameters, "from"_L1);
        const int count = number(parameters, "count"_L1);
        if (from < 0 || count < 1 || from + count > poppler->pageCount())
            return fail(ErrorCode::InvalidInput, u"pdf.no_such_page"_s, {QString::number(from + 1)});
        QList<PdfPageInfo> pages;
        for (int page = from; page < from + count; ++page)
            pages.append(poppler->pageInfo(page));
        return QCborMap {{u"pages"_s, pdfcodec::write(pages)}};
    }
};

class DrawHandler final : public ViewHandler
{
public:
    using ViewHandler::ViewHandler;

    QString kind() const override { return u"view.draw"_s; }

    Result<QCborMap> handle(const QCborMap &parameters, JobContext &) override
    {
        const int page = number(parameters, "page"_L1);
        const QSize size(number(parameters, "width"_L1), number(parameters, "height"_L1));
        if (size.isEmpty() || qint64(size.width()) * size.height() * 4 > m_view->window.size())
            return fail(ErrorCode::InvalidInput, u"worker.protocol"_s);
        auto *const to = reinterpret_cast<quint32 *>(m_view->window.data());
        if (m_view->pdfium && m_view->pdfium->draw(page, size, to))
            return QCborMap {};
        DW_TRY(drawWithPoppler(page, size, to));
        return QCborMap {};
    }

private:
    Result<> drawWithPoppler(int page, QSize size, quint32 *to)
    {
        DW_ASSIGN(const PopplerDocument *poppler, m_view->words());
        if (page < 0 || page >= poppler->pageCount())
            return fail(ErrorCode::InvalidInput, u"pdf.no_such_page"_s, {QString::number(page + 1)});
        const QSizeF points = poppler->pageInfo(page).displaySize();
        DW_ASSIGN(const QImage drawn, poppler->render(page, std::clamp(72 * size.width() / points.width(), 1.0, 1200.0)));
        const QImage image = drawn.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
        for (int y = 0; y < size.height(); ++y)
            to = std::copy_n(reinterpret_cast<const quint32 *>(image.constScanLine(y)), size.width(), to);
        return {};
    }
};

class TextHandler final : public ViewHandler
{
public:
    using ViewHandler::ViewHandler;

    QString kind() const override { return u"view.text"_s; }

    Result<QCborMap> handle(const QCborMap &parameters, JobContext &) override
    {
        DW_ASSIGN(const PopplerDocument *poppler, m_view->words());
        const int page = number(parameters, "page"_L1);
        if (page < 0 || page >= poppler->pageCount())
            return fail(ErrorCode::InvalidInput, u"pdf.no_such_page"_s, {QString::number(page + 1)});
        return QCborMap {{u"words"_s, pdfcodec::write(poppler->text(page, PopplerDocument::ActualText::Used))}};
    }
};

} // namespace

std::vector<std::unique_ptr<RequestHandler>> viewHandlers()
{
    const auto view = std::make_shared<ViewedPdf>();
    std::vector<std::unique_ptr<RequestHandler>> handlers;
    handlers.push_back(std::make_unique<OpenHandler>(view));
    handlers.push_back(std::make_unique<PagesHandler>(view));
    handlers.push_back(std::make_unique<DrawHandler>(view));
    handlers.push_back(std::make_unique<TextHandler>(view));
    return handlers;
}

} // namespace dw
