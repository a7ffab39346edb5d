#pragma once

#include "core/engines/find/chartable.h"
#include "core/engines/find/leads.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dw {

/// A text made comparable, with the way back to its source. NFKC (so full width digits are digits), without
/// zero-width characters and without the spaces and single line breaks that extractors put between two Han
/// characters (or a Han and a digit at the end of a line). One element is one character. Offsets into the source
/// are Unicode code points; all others, "places", count elements of this text.
class MappedText
{
public:
    explicit MappedText(const QString &source);
    explicit MappedText(QStringView source);

    const std::u32string &text() const { return m_text; }
    /// As text(), place by place, but in lower case, simplified and with one kind of middle dot and space: what
    /// words are looked for in.
    const std::u32string &folded() const { return m_folded; }

    qsizetype size() const { return qsizetype(m_text.size()); }
    /// U+0000 outside the text.
    char32_t at(qsizetype i) const { return i >= 0 && i < size() ? m_text[std::size_t(i)] : U'\0'; }
    char32_t foldedAt(qsizetype i) const { return i >= 0 && i < size() ? m_folded[std::size_t(i)] : U'\0'; }
    /// CharKind bits; 0 outside the text.
    quint16 kinds(qsizetype i) const { return i >= 0 && i < size() ? m_kinds[std::size_t(i)] : quint16(0); }
    bool is(qsizetype i, quint16 anyOf) const { return (kinds(i) & anyOf) != 0; }
    const std::vector<quint16> &allKinds() const { return m_kinds; }

    /// Longest stretches of ASCII letters and digits, in order: what most scanners walk over instead of characters.
    struct Run {
        quint32 from = 0, to = 0; ///< Places, end exclusive.
        quint32 digits = 0; ///< How many of them are digits.
        qsizetype size() const { return qsizetype(to - from); }
    };
    const std::vector<Run> &runs() const { return m_runs; }
    /// Made when first asked for: one thread at a time.
    const Leads &leads() const { return m_leads ? *m_leads : m_leads.emplace(m_folded); }
    /// Whether `word`, which is folded, stands at `place`.
    bool startsWith(qsizetype place, std::u32string_view word) const;

    /// Where the character begins and ends in the source.
    qsizetype sourceStart(qsizetype place) const;
    qsizetype sourceEnd(qsizetype place) const;
    /// The place of the first character that ends after this offset of the source: the way in from a FoundSpan.
    qsizetype placeOf(qsizetype sourceOffset) const;

    qsizetype sourceSize() const { return m_sourceSize; } ///< Code points of the source.
    /// The source itself between two of its offsets.
    QString sourceText(qsizetype start, qsizetype end) const;

private:
    /// From the place `at` on, places and offsets run side by side from `start`; or all stand for [start, end).
    struct Stretch {
        quint32 at = 0, start = 0, end = 0; ///< end 0: side by side.
    };

    void read(QStringView source);
    qsizetype readPlain(QStringView source, qsizetype unit);
    void reserve(std::size_t more);
    void note(quint32 start, quint32 end);
    qsizetype normaliseSegment(QStringView source, qsizetype unit);
    void append(char32_t c, quint32 start, quint32 end);
    quint16 closeGap(quint16 kinds, bool isSticky);
    void makeRuns();
    const Stretch &stretchOf(qsizetype place) const;
    qsizetype unitOf(qsizetype offset) const;

    QString m_source;
    std::vector<quint32> m_pairs; ///< Offsets of the characters that are two UTF-16 units.
    std::u32string m_text, m_folded;
    std::vector<quint16> m_kinds;
    std::vector<Stretch> m_stretches;
    std::vector<Run> m_runs;
    mutable std::optional<Leads> m_leads;
    std::size_t m_size = 0; ///< Of the text while it is read; the vectors are larger.
    bool m_isSticky = false; ///< The last character before the gap lets no space stand.
    std::size_t m_gap = 0; ///< How many blanks and breaks the text ends with while it is read.
    int m_gapBreaks = 0;
    quint32 m_offset = 0; ///< Code points read.
    qsizetype m_sourceSize = 0;
};

bool isHan(char32_t c);
inline bool isAsciiDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
inline bool isAsciiLetter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
inline bool isAsciiAlnum(char32_t c) { return isAsciiDigit(c) || isAsciiLetter(c); }

/// One character for comparing names: lower case, traditional as simplified, every space alike.
char32_t foldedForNames(char32_t c);

} // namespace dw
