#pragma once

#include "core/engines/find/cues.h"
#include "core/engines/find/documentnotes.h"
#include "core/engines/find/mappedtext.h"
#include "core/engines/find/span.h"

#include <string_view>

namespace dw {

/// Finds candidates of some types in one text, in time linear in its length. Stateless after construction: any
/// number of threads may scan at once. Overlaps between scanners are the Finder's business.
class Scanner
{
public:
    virtual ~Scanner() = default;

    virtual void scan(const MappedText &text, QList<FoundSpan> &found) const = 0;

    /// Second thoughts: `found` is what is left of all scanners' findings after overlaps. Names and values noted
    /// here are then looked for in the whole document and marked "propagated".
    virtual void learn(const MappedText &text, const QList<FoundSpan> &found, DocumentNotes &notes) const
    {
        Q_UNUSED(text)
        Q_UNUSED(found)
        Q_UNUSED(notes)
    }

    /// A cue word that was met. `distance`: characters between it and the candidate; -1 if there is none.
    struct Cue {
        qsizetype distance = -1;
        std::u32string_view word = {};
        explicit operator bool() const { return distance >= 0; }
        QString text() const { return QString::fromUcs4(word.data(), qsizetype(word.size())); }
    };

protected:
    /// The span of the places [from, to).
    static FoundSpan span(const MappedText &text, qsizetype from, qsizetype to, const QString &type, double score,
        QStringView reason = found::shape, const QString &evidence = {});

    /// The nearest of the words that begins before `at`, within `window` characters of the same sentence; of Latin
    /// letters: that ends there. Words are folded (lower case, simplified). Of words that end together the longest;
    /// Latin words only as whole words.
    static Cue cueBefore(const MappedText &text, qsizetype at, qsizetype window, const Cues &words);
    /// The same to the right of the place `from` (the first after the candidate).
    static Cue cueAfter(const MappedText &text, qsizetype from, qsizetype window, std::initializer_list<std::u32string_view> words);

    static constexpr qsizetype nearby = 16;
};

} // namespace dw
