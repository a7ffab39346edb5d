#pragma once

#include <QByteArray>
#include <QList>

namespace dwtest {

/// Small PDF files for tests: fonts /F1 (Helvetica) and /C (UniGB-UCS2-H, not embedded), pages of 612 x 792.
class PdfMaker
{
public:
    /// `extra` goes into the page's dictionary, `resources` into its resources, `fonts` beside F1 and C. Returns the
    /// page's object number.
    int addPage(const QByteArray &content, const QByteArray &extra = {}, const QByteArray &resources = {}, const QByteArray &fonts = {})
    {
        const int stream = addStream(content);
        const int page = add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents " + QByteArray::number(stream)
            + " 0 R/Resources<</Font<</F1 3 0 R/C 4 0 R" + fonts + ">>" + resources + ">>" + extra + ">>");
        m_pages.append(page);
        return page;
    }

    /// Returns the object's number.
    int add(const QByteArray &body)
    {
        m_objects.append(body);
        return int(m_objects.size()) + firstFree - 1;
    }

    int addStream(const QByteArray &data, const QByteArray &keys = {})
    {
        return add("<<" + keys + "/Length " + QByteArray::number(data.size()) + ">>stream\n" + data + "\nendstream");
    }

    QByteArray bytes(const QByteArray &catalog = {}, const QByteArray &trailer = {}) const
    {
        QByteArray kids;
        for (const int page : m_pages)
            kids += QByteArray::number(page) + " 0 R ";
        QList<QByteArray> all {"<</Type/Catalog/Pages 2 0 R" + catalog + ">>",
            "<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(m_pages.size()) + ">>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>",
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000"
            "/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880"
            "/Descent -120/CapHeight 880/StemV 93>>>>"};
        all += m_objects;
        QByteArray file = "%PDF-1.7\n";
        QByteArray table = "0000000000 65535 f \n";
        for (qsizetype i = 0; i < all.size(); ++i) {
            table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
            file += QByteArray::number(i + 1) + " 0 obj\n" + all.at(i) + "\nendobj\n";
        }
        const QByteArray size = QByteArray::number(all.size() + 1);
        const QByteArray start = QByteArray::number(file.size());
        return file + "xref\n0 " + size + "\n" + table + "trailer<</Size " + size + "/Root 1 0 R" + trailer + ">>\nstartxref\n" + start + "\n%%EOF\n";
    }

private:
    static constexpr int firstFree = 6;

    QList<QByteArray> m_objects;
    QList<int> m_pages;
};

} // namespace dwtest
