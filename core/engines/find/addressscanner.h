#pragma once

#include "core/engines/find/charset.h"
#include "core/engines/find/scanner.h"
#include "core/engines/find/wordset.h"

namespace dw {

/// Chinese addresses, from the first name of a region to the last number of a door, a room or a building:
/// 湖南省长沙市岳麓区麓谷大道88号3栋1单元502室. Without a number only after a word such as 住址. Bare regions are none.
class AddressScanner final : public Scanner
{
public:
    AddressScanner();
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;

    static CharSet roads(); ///< Characters at which it has to look.

private:
    struct Number {
        qsizetype to = 0; ///< 0: there is none.
        bool takesRoom = false; ///< A bare number may follow: 4单元|1843.
    };

    Number numberAt(const MappedText &text, qsizetype at) const;
    qsizetype afterRest(const MappedText &text, Number number) const;
    qsizetype startOf(const MappedText &text, qsizetype road) const;
    qsizetype judgeRoad(const MappedText &text, qsizetype road, QList<FoundSpan> &found) const;
    qsizetype judgePlain(const MappedText &text, qsizetype road, QList<FoundSpan> &found) const;
    qsizetype judgeCue(const MappedText &text, qsizetype after, QList<FoundSpan> &found) const;

    WordSet m_units, m_buildings, m_cues, m_ends;
    std::vector<quint8> m_roads; ///< By character less 0x4E00: 1 ends the name of a road or place, 2 ends a cue, 4 ends an address without a number.
};

} // namespace dw
