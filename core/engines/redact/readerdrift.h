#pragma once

namespace dw {

/// Readers see a letter at different places, because /Widths are read in three ways: as they are (Poppler and most
/// others), rounded to whole thousandths of an em (MuPDF), without their fractions (PDFium). In Type 3 fonts the last two
/// change sides.
///
/// Lengths along the line, counted from where a reader of the first kind has it.
struct ReaderDrift {
    double rounding = 0; ///< MuPDF.
    double cutting = 0; ///< PDFium.

    friend ReaderDrift operator+(ReaderDrift a, ReaderDrift b) { return {a.rounding + b.rounding, a.cutting + b.cutting}; }
    friend ReaderDrift operator-(ReaderDrift a, ReaderDrift b) { return {a.rounding - b.rounding, a.cutting - b.cutting}; }
    friend ReaderDrift operator*(ReaderDrift a, double factor) { return {a.rounding * factor, a.cutting * factor}; }
    friend bool operator==(const ReaderDrift &, const ReaderDrift &) = default;

    /// Of a letter in a font of size 1; `advance` as the first kind reads it.
    static ReaderDrift ofWidth(double advance);

    /// The same in a Type 3 font; `width` in its own units, `scale` of its matrix.
    static ReaderDrift ofType3Width(double width, double scale);
};

} // namespace dw
