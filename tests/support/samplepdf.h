#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace dwtest {

/// A line of Helvetica text on a sample page.
struct SampleLine {
    QByteArray text; ///< Latin-1, without brackets or backslashes.
    double x = 72;
    double y = 700;
    double size = 12;
};

/// A small PDF 1.4 of A4 pages, written by hand: what is in it is known to the byte.
class SamplePdf
{
public:
    SamplePdf &page(const QList<SampleLine> &lines)
    {
        QByteArray content;
        for (const SampleLine &line : lines) {
            content += "BT /F1 " + QByteArray::number(line.size) + " Tf " + QByteArray::number(line.x) + ' '
                + QByteArray::number(line.y) + " Td (" + line.text + ") Tj ET\n";
        }
        m_contents.append(content);
        return *this;
    }

    /// Chinese text in a predefined font that is not embedded; `utf16` as the bytes of UniGB-UCS2-H.
    SamplePdf &chinesePage(const QList<QString> &lines)
    {
        QByteArray content;
        int y = 700;
        for (const QString &line : lines) {
            QByteArray hex;
            for (const QChar c : line)
                hex += QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
            content += "BT /F2 12 Tf 72 " + QByteArray::number(y) + " Td <" + hex + "> Tj ET\n";
            y -= 24;
        }
        m_contents.append(content);
        return *this;
    }

    SamplePdf &author(const QByteArray &name)
    {
        m_author = name;
        return *this;
    }

    QByteArray bytes() const
    {
        QList<QByteArray> objects;
        QByteArray kids;
        for (qsizetype i = 0; i < m_contents.size(); ++i)
            kids += QByteArray::number(7 + 2 * i) + " 0 R ";
        objects.append("<</Type/Catalog/Pages 2 0 R>>");
        objects.append("<</Type/Pages/Count " + QByteArray::number(m_contents.size()) + "/Kids[" + kids + "]>>");
        objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        objects.append("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>");
        objects.append("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
                       "/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>");
        objects.append("<</Producer(sample)" + (m_author.isEmpty() ? QByteArray() : "/Author(" + m_author + ")") + ">>");
        for (qsizetype i = 0; i < m_contents.size(); ++i) {
            objects.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents "
                + QByteArray::number(8 + 2 * i) + " 0 R>>");
            objects.append("<</Length " + QByteArray::number(m_contents.at(i).size()) + ">>stream\n" + m_contents.at(i) + "\nendstream");
        }
        QByteArray file = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
        QByteArray table = "0000000000 65535 f \n";
        for (qsizetype i = 0; i < objects.size(); ++i) {
            table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
            file += QByteArray::number(i + 1) + " 0 obj" + objects.at(i) + "endobj\n";
        }
        const QByteArray start = QByteArray::number(file.size());
        const QByteArray count = QByteArray::number(objects.size() + 1);
        file += "xref\n0 " + count + '\n' + table + "trailer<</Size " + count + "/Root 1 0 R/Info 6 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
        return file;
    }

private:
    QList<QByteArray> m_contents;
    QByteArray m_author;
};

} // namespace dwtest
