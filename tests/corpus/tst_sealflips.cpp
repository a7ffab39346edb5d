#include "core/engines/seal/sealverifier.h"

#include "tests/support/sealsample.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

/// The promise in full: not one changed bit of a sealed report goes unseen. All of them take minutes:
/// `tst_corpus tst_sealflips refusesBits:all`; the run of every day looks at every 17th byte.
class SealFlipsTest : public QObject
{
    Q_OBJECT

private slots:
    void refusesBits_data();
    void refusesBits();
};

void SealFlipsTest::refusesBits_data()
{
    QTest::addColumn<qsizetype>("step");
    QTest::newRow("every 17th byte") << qsizetype(17);
    QTest::newRow("all") << qsizetype(1);
}

void SealFlipsTest::refusesBits()
{
    QFETCH(qsizetype, step);
    if (step == 1 && !QCoreApplication::arguments().contains("refusesBits:all"_L1))
        QSKIP("takes minutes: run it by name");
    const QByteArray pdf = dwtest::SealSample().sealed();
    QVERIFY(verifySealedReport(pdf).isValid());
    int tried = 0;
    QStringList accepted;
    for (qsizetype at = 0; at < pdf.size(); at += step) {
        for (int bit = 0; bit < 8; ++bit, ++tried) {
            QByteArray flipped = pdf;
            flipped[at] = static_cast<char>(flipped.at(at) ^ (1 << bit));
            if (verifySealedReport(flipped).isValid())
                accepted << u"%1.%2"_s.arg(at).arg(bit);
        }
    }
    qInfo("%d bits of %lld bytes tried", tried, static_cast<long long>(pdf.size()));
    QVERIFY2(accepted.isEmpty(), qPrintable(accepted.join(u' ')));
}

DW_TEST(SealFlipsTest)
#include "tst_sealflips.moc"
