#include "app/worker/warmup.h"

#include "core/engines/parse/pdfiumdocument.h"
#include "core/engines/parse/popplerdocument.h"

#include <QFont>
#include <QFontMetrics>
#include <QStringEncoder>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

/// Cross-reference tables are left out: both readers rebuild them.
QByteArray builtInPage()
{
    return "%PDF-1.4\n"
           "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
           "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 60]/Contents 4 0 R/Resources<</Font<</A 5 0 R/B 6 0 R/C 8 0 R/D 9 0 R>>>>>>endobj\n"
           "4 0 obj<</Length 124>>stream\n"
           "BT /A 9 Tf 5 40 Td (Aa) Tj /C 9 Tf 20 0 Td (Bb) Tj /D 9 Tf 20 0 Td (Cc) Tj ET BT /B 9 Tf 5 20 Td <4E2D6587> Tj ET                \n"
           "endstream endobj\n"
           "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
           "6 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[7 0 R]>>endobj\n"
           "7 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000"
           "/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/StemV 93>>>>endobj\n"
           "8 0 obj<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>endobj\n"
           "9 0 obj<</Type/Font/Subtype/Type1/BaseFont/Courier>>endobj\n"
           "trailer<</Root 1 0 R/Size 10>>\n%%EOF\n";
}

/// Qt converts and blends large pictures in its thread pool and waits for it for ever. A thread that cannot be started when a
/// file has eaten the memory must be there from the beginning and stay.
void startPool()
{
    QThreadPool *const pool = QThreadPool::globalInstance();
    pool->setMaxThreadCount(1);
    pool->setExpiryTimeout(-1);
    pool->start([] {});
    pool->waitForDone();
}

} // namespace

void warmUp()
{
    startPool();
    const QByteArray page = builtInPage();
    if (const auto document = PopplerDocument::open(page)) {
        (void)(*document)->text(0);
        (void)(*document)->render(0, 50);
    }
    if (const auto document = PdfiumDocument::open(page)) {
        (void)(*document)->text(0);
        (void)(*document)->render(0, QSize(90, 60));
    }
    QFont font(u"sans-serif"_s);
    (void)QFontMetrics(font).horizontalAdvance(u"Aa中文"_s);
    for (const char *name : {"GBK", "Big5", "Shift_JIS", "EUC-KR"}) { // their tables are files of ICU
        QStringEncoder encoder(name);
        const QByteArray bytes = encoder.encode(u"中"_s);
        Q_UNUSED(bytes)
    }
}

} // namespace dw
