#pragma once

#include "core/engines/find/finder.h"
#include "core/worker/filesession.h"

#include <functional>

namespace dw {

/// Client information in a file: what it is, and where it stands.
struct FileFinding {
    FoundSpan span; ///< In the text that it stands in; see FileFinder::Take.
    QString text; ///< As it stands there.
    QString part; ///< See FileText; empty where a file has no parts.
    QString kind; ///< See FileText.
    QString at; ///< See FileText; of a cell "Sheet!B7", of a Word table "t2r3c1".
    int page = 0; ///< From 1; 0 where there are no pages.
    QList<QRectF> rects; ///< Pages only. Displayed page, points, origin top-left; one for each word or line it lies on.
    bool isRecognised = false; ///< Read off a picture: letters may be mistaken.
};

/// All that was found in a file and what of it could not be read. Only when `unread` is empty has all of it been searched:
/// "nothing found" may be said then and never otherwise.
struct FileFindings {
    QString kind; ///< "pdf", "package", "table", "text", "picture".
    int pages = 0; ///< Of a PDF.
    QList<PdfPageInfo> pageInfos; ///< Of a PDF, those that were read: to bring rectangles into default user space.
    QList<FileFinding> findings; ///< In the order of the file.
    QList<Error> unread;

    bool isComplete() const { return unread.isEmpty(); }
};

/// Searches any file that can be read: PDF, scans, pictures, Word, Excel, PowerPoint, lists, text, archives. The file is read in
/// dealward-worker; the finder with its dictionary stays in this process. Names that one place of the file tells are
/// looked for in all of it. Blocks: call it from a job.
class FileFinder
{
public:
    /// The findings of one text, in order: a page, a paragraph, a row. Called for texts without findings too. Offsets of the
    /// spans are code points of the text; of a row its cells have a tab between them.
    using Take = std::function<void(const FileText &text, const QList<FileFinding> &findings)>;

    FileFinder(const Finder &finder, const WorkerClient &client, FileSession::Pictures pictures = FileSession::Pictures::Recognised)
        : m_finder(finder)
        , m_client(client)
        , m_pictures(pictures)
    {
    }

    /// `name` is for messages and for the kinds of plain text. Fails with Cancelled and when nothing at all of the file can be
    /// read ("find.kind_unread", "find.encrypted_office", "find.old_office", "pdf.password_needed", "pdf.damaged" ...):
    /// nothing is known about it then.
    Result<FileFindings> find(const QByteArray &bytes, const QString &name, JobContext &job, const Take &take = {}) const;

private:
    const Finder &m_finder;
    const WorkerClient &m_client;
    const FileSession::Pictures m_pictures;
};

} // namespace dw
