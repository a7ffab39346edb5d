// Hashes of what pages draw with: what was cut may not be in the new file as it was.
#include "core/engines/redact/streamprints.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::PdfMaker;

class TestStreamPrints final : public QObject
{
    Q_OBJECT

    static QByteArray hash(const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256); }

    static std::unique_ptr<QPDF> opened(const QByteArray &file)
    {
        auto pdf = std::make_unique<QPDF>();
        pdf->setSuppressWarnings(true);
        pdf->processMemoryFile("in", file.constData(), std::size_t(file.size()));
        return pdf;
    }

    const QByteArray m_one = "0 g 10 10 100 100 re f % the first page of two, long enough";
    const QByteArray m_two = "1 g 10 10 100 100 re f % the second page of two, long enough";
    const QByteArray m_form = "0.5 g 0 0 9 9 re f % a form, drawn by the first page, long enough";

private slots:
    void onlyTheAskedPages()
    {
        PdfMaker maker;
        const QByteArray form = QByteArray::number(maker.addStream(m_form, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"));
        maker.addPage(m_one, {}, "/XObject<</X " + form + " 0 R>>");
        maker.addPage(m_two);
        const QByteArray file = maker.bytes();
        const auto pdf = opened(file);
        const QSet<QByteArray> first = streamprints::ofPages(*pdf, {0});
        QVERIFY(first.contains(hash(m_one)) && first.contains(hash(m_form)));
        QVERIFY(!first.contains(hash(m_two)));
        QCOMPARE(streamprints::ofPages(*pdf, {1}), QSet<QByteArray> {hash(m_two)});
        QVERIFY(streamprints::ofPages(*pdf, {7, -1}).isEmpty());
        const QSet<QByteArray> all = streamprints::ofAll(*pdf);
        QVERIFY(all.contains(hash(m_one)) && all.contains(hash(m_two)) && all.contains(hash(m_form)));
    }

    void storedAndDecoded()
    {
        PdfMaker maker;
        const QByteArray stored = m_one.toHex() + '>';
        maker.addPage("q Q");
        const int object = maker.addStream(stored, "/Filter/ASCIIHexDecode");
        const QByteArray file = maker.bytes();
        const auto pdf = opened(file);
        const QSet<QByteArray> prints = streamprints::ofObjects(*pdf, {object});
        QCOMPARE(prints, (QSet<QByteArray> {hash(stored), hash(m_one)}));
    }

    void shortAndEvenOnesSayNothing()
    {
        PdfMaker maker;
        maker.addPage("0 g 10 10 100 100 re f");
        const int black = maker.addStream(QByteArray(400, '\0'));
        const QByteArray file = maker.bytes();
        const auto pdf = opened(file);
        QVERIFY(streamprints::ofPages(*pdf, {0}).isEmpty());
        QVERIFY(streamprints::ofObjects(*pdf, {black}).isEmpty());
    }

    void fontsAreLeftOut()
    {
        PdfMaker maker;
        const QByteArray program = QByteArray("%!PS-AdobeFont-1.0: ").leftJustified(200, 'x');
        const QByteArray file = QByteArray::number(maker.addStream(program));
        const QByteArray font = QByteArray::number(maker.add("<</Type/Font/Subtype/Type1/BaseFont/X/FontDescriptor<</FontFile " + file + " 0 R>>>>"));
        maker.addPage("q Q", {}, {}, "/X " + font + " 0 R");
        const QByteArray bytes = maker.bytes();
        const auto pdf = opened(bytes);
        QVERIFY(streamprints::ofPages(*pdf, {0}).isEmpty());
    }
};

DW_TEST(TestStreamPrints)
#include "tst_streamprints.moc"
