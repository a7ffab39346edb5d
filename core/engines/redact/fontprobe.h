#pragma once

#include <qpdf/QPDF.hh>

#include <map>
#include <string>
#include <vector>

class QByteArray;

namespace dw {

/// A small PDF that holds nothing but fonts, for a reader to open them from: their dictionaries by an allow-list, their
/// programs and CMaps byte for byte.
class FontProbe
{
public:
    FontProbe();

    /// Beyond this a new probe is begun.
    static constexpr std::size_t fullAt = 64 << 20;

    bool isFull() const { return m_bytes > fullAt; }
    bool isEmpty() const { return m_fonts.empty(); }

    /// Adds a font. Answers the numbers (positions in the file's list) that must all turn out to be fonts for this one
    /// to be known: its own first, then one for each CMap that its embedded CMap builds on.
    /// Throws what qpdf throws for broken objects.
    std::vector<std::size_t> add(QPDFObjectHandle font);

    QByteArray write();

private:
    QPDFObjectHandle copy(QPDFObjectHandle source, int depth);
    QPDFObjectHandle copyStream(QPDFObjectHandle source, int depth);
    std::size_t append(QPDFObjectHandle font);
    std::size_t addTester(const std::string &cmap, QPDFObjectHandle systemInfo);

    QPDF m_pdf;
    std::vector<QPDFObjectHandle> m_fonts;
    std::map<QPDFObjGen, QPDFObjectHandle> m_streams;
    std::size_t m_bytes = 0;
};

} // namespace dw
