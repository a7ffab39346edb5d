#pragma once

#include "core/engines/find/namedictionary.h"
#include "core/engines/find/rulescanner.h"

#include <memory>

namespace dw {

struct FinderOptions {
    QList<DictionaryName> names = {}; ///< Of the vault, of a dictionary file, of the user's term lists.
    bool allAmounts = false; ///< Every sum of money, not only those in the context of a deal.
    QList<FinderRule> rules = {}; ///< The user's own patterns.
    bool withPossible = false; ///< Also what failed its checksum (isPossibleOnly()): to show, not to count.
};

/// Finds client information in texts: normalises, runs every scanner, settles overlaps, then looks for what one
/// place has told in all others. Any thread may ask.
class Finder
{
public:
    explicit Finder(const FinderOptions &options = {});

    /// One text that is a document by itself. `stopped`, if given, is told the rules that took too long.
    QList<FoundSpan> find(const MappedText &text, QStringList *stopped = nullptr) const;
    QList<FoundSpan> find(QStringView text) const;
    QList<FoundSpan> find(const QString &text) const;

    /// A table's cell: the heading of its column is read as the words before it.
    QList<FoundSpan> findInCell(QStringView cell, QStringView heading) const;

    /// A document of several texts: first findFirst() on each, with the same notes, then findAgain() on each with
    /// what findFirst() gave. The result is whole without findAgain() too, but for what other texts have told.
    QList<FoundSpan> findFirst(const MappedText &text, DocumentNotes &notes) const;
    QList<FoundSpan> findAgain(const MappedText &text, QList<FoundSpan> found, const NameDictionary &noted) const;
    /// The dictionary for findAgain(): made once for all texts of a document.
    static NameDictionary noted(const DocumentNotes &notes);

private:
    void learnValues(const MappedText &text, const QList<FoundSpan> &found, DocumentNotes &notes) const;

    std::vector<std::unique_ptr<Scanner>> m_scanners;
    std::unique_ptr<RuleScanner> m_rules;
    bool m_withPossible = false;
};

} // namespace dw
