#pragma once

#include "core/worker/filefinder.h"

#include <functional>

namespace dw {

/// What was found in one text, page or row of a table.
struct TextFindings {
    QString id; ///< "FILE", "FILE#page", "FILE#row", "FILE#sheet!row" or "FILE#part:place".
    QString kind; ///< See FileText.
    int page = 0; ///< From 1; 0 where there are no pages.
    bool isRecognised = false; ///< Read off a picture.
    QList<FileFinding> items;

    /// A file's own sentences, as against its settings and the like, which nobody asks about when they are clean.
    bool isContent() const { return kind == QStringView(u"page") || kind == QStringView(u"text") || kind == QStringView(u"cell"); }
};

/// Searches files and whole folders. A "problem" is a file or a part of one that was not read, so nothing is known about it.
class FileSearch
{
public:
    using Take = std::function<void(const TextFindings &)>;

    FileSearch(const Finder &finder, const WorkerClient &worker) : m_finder(finder), m_files(finder, worker) {}

    /// Hands every text of the file to `take`, in order. Problems do not end the search.
    Result<> search(const QString &path, const Take &take, JobContext &job);

    /// Lines of {"id","text"}; a line that is none is a problem.
    Result<> searchLines(const QString &name, const QByteArray &bytes, const Take &take);

    const QList<Error> &problems() const { return m_problems; }

    /// The files that a name stands for: itself, or of a folder all files in it and below, sorted; links are not followed.
    static QStringList filesOf(const QString &path);

private:
    const Finder &m_finder;
    FileFinder m_files;
    QList<Error> m_problems;
};

} // namespace dw
