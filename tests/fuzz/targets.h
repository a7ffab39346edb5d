#pragma once

#include "core/engines/parse/pdfiumdocument.h"
#include "core/engines/parse/popplerdocument.h"
#include "core/engines/redact/redactor.h"
#include "core/engines/redact/verifier.h"

#include <QJsonArray>

namespace dwtest::fuzz {

/// The page of all targets: 72 points wide and high, small enough for thousands of drawings a minute. Its resources: fonts
/// /F1 (Helvetica), /C (Chinese, not embedded), /T (Type 3); form /X (nested, uses itself); image /I; pattern /P;
/// shading /S; graphics states /H (half see-through), /M (soft mask).
inline QByteArray page(const QByteArray &content)
{
    const auto stream = [](const QByteArray &data, const QByteArray &keys) -> QByteArray {
        return "<<" + keys + "/Length " + QByteArray::number(data.size()) + ">>stream\n" + data + "\nendstream";
    };
    const QByteArray resources = "<</Font<</F1 4 0 R/C 5 0 R/T 7 0 R>>/XObject<</X 8 0 R/I 9 0 R>>/Pattern<</P 10 0 R>>"
                                 "/Shading<</S 11 0 R>>/ExtGState<</H<</ca 0.5/CA 0.5>>/M<</SMask<</S/Luminosity/G 8 0 R>>>>>>>>";
    const QByteArray function = "/Function<</FunctionType 2/Domain[0 1]/C0[0 0 0]/C1[1 1 1]/N 1>>";
    const QList<QByteArray> objects {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/Contents 12 0 R/Resources " + resources + ">>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000"
        "/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880"
        "/Descent -120/CapHeight 880/StemV 93>>>>",
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 65/LastChar 65/Widths[1000]"
        "/Encoding<</Differences[65/a]>>/CharProcs<</a 13 0 R>>/Resources<<>>>>",
        stream("BT /F1 8 Tf 2 2 Td (form) Tj ET /X Do", "/Type/XObject/Subtype/Form/BBox[0 0 40 20]/Matrix[1 0 0 1 3 3]/Resources " + resources),
        stream("\x10\x20\x30\x40", "/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray"),
        stream("0 0 4 4 re f", "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 8 8]/XStep 8/YStep 8/Resources<<>>"),
        "<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 72 0]" + function + ">>", stream(content, {}),
        stream("1000 0 0 0 1000 1000 d1 0 0 700 700 re f", {})};
    QByteArray file = "%PDF-1.7\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const QByteArray size = QByteArray::number(objects.size() + 1);
    const QByteArray start = QByteArray::number(file.size());
    return file + "xref\n0 " + size + "\n" + table + "trailer<</Size " + size + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

inline dw::RedactionMark mark(const QRectF &area)
{
    dw::RedactionMark mark;
    mark.id = QStringLiteral("m");
    mark.userRect = area;
    mark.word = QStringLiteral("SECRETXQ");
    return mark;
}

inline bool isBlank(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || c.unicode() < 0x20; });
}

/// Any content, the whole page marked: what is left either shows no text, by a reader that took no part, or is found by the
/// verifier. False is a leak.
inline bool interpreter(const QByteArray &content)
{
    const QByteArray original = page(content);
    const dw::MarkSet marks {1, {}, {mark(QRectF(-10, -10, 92, 92))}};
    dw::NoJobContext job;
    const auto file = dw::Redactor(original, marks, {dw::RedactionLevel::A, false, {}}).run(job);
    if (!file)
        return true; // refused
    const auto reader = dw::PdfiumDocument::open(file->pdf);
    if (!reader || isBlank((*reader)->text(0)))
        return true;
    dw::Verifier::Input input {original, file->pdf, marks, {}};
    for (const QJsonValue number : file->report.value(QStringLiteral("pictures")).toArray())
        input.pictures.insert(number.toInt());
    input.boxes[0] = {QRectF(0, 0, 72, 72)};
    const auto verdict = dw::Verifier(input).run(job);
    return !verdict || !verdict->findings.isEmpty();
}

/// Any content, or any bytes, as the redacted file: it does not pass while PDFium reads the word at its place.
inline bool verifier(const QByteArray &data)
{
    const QRectF area(5, 30, 50, 12);
    const QByteArray output = data.startsWith("%PDF") ? data : page(data);
    dw::Verifier::Input input {page("BT /F1 8 Tf 6 32 Td (SECRETXQ) Tj ET BT /F1 8 Tf 6 50 Td (Other) Tj ET"), output, {1, {}, {mark(area)}}, {}};
    input.boxes[0] = {QRectF(5, 30, 50, 12)};
    dw::NoJobContext job;
    const auto verdict = dw::Verifier(input).run(job);
    if (!verdict || !verdict->findings.isEmpty())
        return true;
    const auto reader = dw::PdfiumDocument::open(output);
    const auto left = reader ? (*reader)->textIn(0, {area.adjusted(1, 2, -1, -2)}) : std::optional<QString>(QString());
    return left && isBlank(*left);
}

/// Starting points: one for each thing that content can do, and for each way of hiding.
inline QList<QByteArray> seeds()
{
    const QByteArray text = "BT /F1 8 Tf 6 32 Td (SECRETXQ) Tj ET ";
    const QByteArray other = "BT /F1 8 Tf 6 50 Td (Other) Tj ET ";
    const QByteArray box = "0 g 5 30 50 12 re f ";
    return {other + box, text + other + box, "BT 3 Tr /F1 8 Tf 6 32 Td (SECRETXQ) Tj ET " + other + box, "q 0 0 1 1 re W n " + text + "Q " + other + box,
        "BT /F1 8 Tf 14 TL 6 46 Td [(SE)-20(CRET)] TJ (XQ) ' 1 2 (ab) \" T* <414243> Tj 5 Ts 80 Tz 1 Tc 2 Tw (d e) Tj ET " + box,
        "/X Do q 0.5 0 0 0.5 20 20 cm /X Do Q " + other + box, "q 50 0 0 12 5 30 cm /I Do Q " + other,
        "q 50 0 0 12 5 30 cm BI /W 2 /H 2 /BPC 8 /CS /G /F /AHx ID 00ff00ff> EI Q " + other, "/Pattern cs /P scn 5 30 50 12 re f " + other,
        "q 5 30 50 12 re W n /S sh Q " + other, "/M gs " + text + other, "/H gs " + box + text, "BT /C 8 Tf 6 32 Td <75326D4B> Tj ET " + other,
        "BT /T 8 Tf 6 32 Td (AA) Tj ET " + other, "6 32 m 20 40 30 20 50 35 c 10 10 l b* [3 2] 1 d 2 w 0 36 m 72 36 l S " + other,
        "/Span<</ActualText(SECRETXQ)>>BDC " + other + "EMC /Note<</Txt(x)>> DP", "q q Q Q Q ET BT " + text + "BX (x) unknown EX",
        "BT /F1 8 Tf 1 0 0 -1 6 32 Tm (SECRETXQ) Tj 0 0 0 0 6 32 Tm (x) Tj ET", "BT /F1 8 Tf 6 -1 6 0 6 32 Tm (SECRETXQ) Tj ET",
        "BT /F1 -8 Tf -1 0 0 1 60 32 Tm (SECRETXQ) Tj ET " + box,
        QByteArray(40, '[') + "1" + QByteArray(40, ']') + " TJ " + text, "<</A<</B[1 2(x)]>>>> gs " + box};
}

} // namespace dwtest::fuzz
