#pragma once

#include "core/domain/filetext.h"
#include "core/engines/find/pagefinder.h"

#include <functional>

namespace dw {

struct FileFinding;

/// Searches the texts of one file one after the other and then once more for what any of them has told. Holds back what it has
/// searched until finish(), or until so much has come that it must let go: what comes later tells that nothing any more.
class DocumentSweep
{
public:
    using Take = std::function<void(const FileText &text, const QList<FileFinding> &findings)>;

    static constexpr qsizetype mostHeld = 64 << 20; ///< Bytes, about.

    DocumentSweep(const Finder &finder, Take take);

    void add(FileText text);
    void finish();

    /// The user's rules that took too long on this file.
    QStringList stoppedRules() const { return m_notes.stoppedRules(); }

private:
    /// A text, a page, or one cell of a row, and the words before it that are its heading.
    struct Unit {
        qsizetype column = -1;
        QString heading;
        PageSearch::Found found; ///< Of text and cells only `whole`, heading included.
    };
    struct Held {
        FileText text;
        QList<Unit> units;
    };

    void letGo();
    void searchRow(Held &held);
    QString headingOf(const FileText &row, qsizetype column) const;
    QList<FileFinding> pageFindings(const Held &held, const NameDictionary *noted) const;
    QList<FileFinding> textFindings(const Held &held, const NameDictionary *noted) const;
    QList<FileFinding> rowFindings(const Held &held, const NameDictionary *noted) const;

    const Finder &m_finder;
    const Take m_take;
    DocumentNotes m_notes;
    std::vector<Held> m_held;
    qsizetype m_heldBytes = 0;
    QStringList m_headings; ///< Of the table whose rows come.
};

} // namespace dw
