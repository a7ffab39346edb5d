#pragma once

#include "core/engines/find/finder.h"
#include "core/engines/find/pagefinder.h"
#include "core/worker/workerclient.h"

#include <functional>

namespace dw {

/// What was found in one text, page or row of a table.
struct TextFindings {
    struct Item {
        FoundSpan span;
        QString text;
        QList<QRectF> rects; ///< Displayed page, points, origin top-left; pages only.
    };

    QString id; ///< "FILE", "FILE#page", "FILE#row" or "FILE#sheet!row".
    int page = 0; ///< From 1; 0 where there are no pages.
    QList<Item> items;
};

/// Searches files of every kind that can be read, and says of the others why not. PDF and tables are read in the
/// worker. A "problem" is a part of a file that was not read, so nothing is known about it.
class FileSearch
{
public:
    using Take = std::function<void(const TextFindings &)>;

    FileSearch(const Finder &finder, const WorkerClient &worker) : m_finder(finder), m_worker(worker) {}

    /// Hands every text of the file to `take`, in order. Problems do not end the search.
    Result<> search(const QString &path, const Take &take, JobContext &job);

    /// Lines of {"id","text"}; a line that is none is a problem.
    Result<> searchLines(const QString &name, const QByteArray &bytes, const Take &take);

    const QList<Error> &problems() const { return m_problems; }

private:
    Result<> searchPdf(const QString &name, const QByteArray &bytes, const Take &take, JobContext &job);
    Result<> searchTable(const QString &name, const QByteArray &bytes, const Take &take, JobContext &job);
    Result<> searchSheet(const QString &name, const QByteArray &bytes, int sheet, const Take &take, JobContext &job);
    Result<> searchText(const QString &name, const QByteArray &bytes, const Take &take);
    void searchOne(const QString &id, const QString &text, const Take &take) const;
    void noteUnreadParts(const QString &name, const QByteArray &workbook);
    void problem(const QString &reason, const QStringList &args);

    const Finder &m_finder;
    const WorkerClient &m_worker;
    QList<Error> m_problems;
};

} // namespace dw
