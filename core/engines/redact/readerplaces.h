#pragma once

#include "core/engines/redact/fontoracle.h"

#include <QTransform>

#include <array>
#include <optional>
#include <string>

namespace dw {

struct TextParameters;

/// A number as readers have it after reading its digits.
struct ReadNumber {
    double wide = 0; ///< Poppler: adds up the digits behind the point, each by a tenth of the one before.
    float narrow = 0; ///< MuPDF.

    static ReadNumber of(const std::string &digits);
    static ReadNumber of(double value); ///< Written as short as it can be.
};

/// Where two readers put text, to the last bit: each adds up numbers of its own width in its own order.
///
/// Both draw a letter at a quarter of a pixel. Documents whose numbers have few digits set many letters exactly on the
/// border between two quarters; there the last bit of a sum decides, and a letter that nobody touched is drawn otherwise
/// after a gap that was added up another way.
class ReaderPlaces
{
public:
    /// How a string is set. Only horizontal writing.
    struct Type {
        explicit Type(const TextParameters &text);

        ReadNumber size;
        ReadNumber scale;
        ReadNumber charSpacing;
        ReadNumber wordSpacing;
        ReadNumber rise;
    };

    /// Which part of which pixel a letter is drawn at: x and y by each reader.
    using Spot = std::array<qint64, 4>;

    void begin(); ///< BT
    void setMatrix(const std::array<ReadNumber, 6> &matrix); ///< Tm
    void setMatrix(const QTransform &matrix);
    void moveLine(ReadNumber x, ReadNumber y); ///< Td
    void space(ReadNumber number, const Type &type); ///< A number of a TJ array.
    void show(const Glyph &glyph, const Type &type);

    /// `toPixels` from the space of the content to pixels, at one pixel for a point; y grows downwards.
    Spot spot(const Type &type, const QTransform &toPixels) const;
    /// Pixels that a number of 1000 in a TJ array is worth.
    double reach(const Type &type, const QTransform &toPixels) const;
    double finest() const; ///< The distance of two places that the wider reader tells apart along the line.

    friend bool operator==(const ReaderPlaces &, const ReaderPlaces &) = default;

private:
    struct Wide {
        std::array<double, 6> matrix {1, 0, 0, 1, 0, 0};
        double lineX = 0;
        double lineY = 0;
        double x = 0;
        double y = 0;
        void shift(double dx);
        friend bool operator==(const Wide &, const Wide &) = default;
    };
    struct Narrow {
        std::array<float, 6> line {1, 0, 0, 1, 0, 0};
        std::array<float, 6> place {1, 0, 0, 1, 0, 0};
        static void shift(std::array<float, 6> &matrix, float dx, float dy);
        friend bool operator==(const Narrow &, const Narrow &) = default;
    };

    Wide m_wide;
    Narrow m_narrow;
};

} // namespace dw
