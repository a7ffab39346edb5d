#include "core/engines/seal/sealverifier.h"

#include "tests/support/sealsample.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

/// Qt Test stops a function after five minutes, all its rows together; this must be said before it looks.
const bool isPatient = qputenv("QTEST_FUNCTION_TIMEOUT", "3600000");

/// The promise in full: not one changed bit of a sealed report goes unseen. All of them take minutes:
/// `tst_corpus tst_sealflips refusesEveryBit`; the run of every day looks at every 17th byte.
class SealFlipsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void refusesSampledBits();
    void refusesEveryBit_data();
    void refusesEveryBit();

private:
    QStringList accepted(qsizetype first, qsizetype step) const;

    QByteArray m_pdf;
};

void SealFlipsTest::initTestCase()
{
    m_pdf = dwtest::SealSample().sealed();
    QVERIFY(verifySealedReport(m_pdf).isValid());
}

QStringList SealFlipsTest::accepted(qsizetype first, qsizetype step) const
{
    QStringList out;
    QByteArray flipped = m_pdf;
    for (qsizetype at = first; at < m_pdf.size(); at += step) {
        for (int bit = 0; bit < 8; ++bit) {
            flipped[at] = static_cast<char>(m_pdf.at(at) ^ (1 << bit));
            if (verifySealedReport(flipped).isValid())
                out << u"%1.%2"_s.arg(at).arg(bit);
        }
        flipped[at] = m_pdf.at(at);
    }
    return out;
}

void SealFlipsTest::refusesSampledBits()
{
    QCOMPARE(accepted(3, 17), QStringList());
}

/// In parts, so that one sees it move.
void SealFlipsTest::refusesEveryBit_data()
{
    QTest::addColumn<qsizetype>("part");
    for (qsizetype part = 0; part < 16; ++part)
        QTest::addRow("part %d of 16", int(part) + 1) << part;
}

void SealFlipsTest::refusesEveryBit()
{
    QFETCH(qsizetype, part);
    if (!QCoreApplication::arguments().contains("refusesEveryBit"_L1))
        QSKIP("takes minutes: run it by name");
    QCOMPARE(accepted(part, 16), QStringList());
    if (part == 15)
        qInfo("%lld bits tried", static_cast<long long>(m_pdf.size()) * 8);
}

DW_TEST(SealFlipsTest)
#include "tst_sealflips.moc"
