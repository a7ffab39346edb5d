// Numbers as content streams take them.
#include "core/engines/redact/operands.h"
#include "core/engines/redact/unprovable.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace dw;

namespace {

QString refusal(double value)
{
    try {
        (void)operands::number(value);
    } catch (const Unprovable &unprovable) {
        return unprovable.reason;
    }
    return {};
}

Operation operation(const std::string &operands)
{
    return {"cm", QPDFObjectHandle::parse("[" + operands + "]").getArrayAsVector(), {}};
}

} // namespace

class TestOperands final : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreShort_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("whole") << 1200.0 << 5 << "1200"_ba;
        QTest::addRow("zero") << 0.0 << 5 << "0"_ba;
        QTest::addRow("minus zero") << -0.0 << 5 << "0"_ba;
        QTest::addRow("rounds to minus zero") << -0.000004 << 5 << "0"_ba;
        QTest::addRow("rounds up") << 0.000006 << 5 << "0.00001"_ba;
        QTest::addRow("no exponent, small") << 1e-7 << 9 << "0.0000001"_ba;
        QTest::addRow("no exponent, large") << 123456789.5 << 5 << "123456789.5"_ba;
        QTest::addRow("negative") << -2.50 << 5 << "-2.5"_ba;
        QTest::addRow("carry") << 9.999999 << 5 << "10"_ba;
        QTest::addRow("no decimals") << 100.0 << 0 << "100"_ba; // the zeros before the point are worth something
        QTest::addRow("longest") << -999999999.123456789 << 9 << "-999999999.123456836"_ba;
    }

    void numbersAreShort()
    {
        QFETCH(double, value);
        QFETCH(int, decimals);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(operands::number(value, decimals)), text);
    }

    void shortestIsExact()
    {
        for (const double value : {0.1, -12.25, 1.0 / 3, 595.27559, 1e-9, 2.0, 1e-300})
            QCOMPARE(std::stod(operands::shortest(value)), value);
        QCOMPARE(operands::shortest(0.1), "0.1");
        QCOMPARE(operands::shortest(-120), "-120");
        QCOMPARE(operands::shortest(1e-7), "0.0000001");
    }

    void numbersThatReadersDisagreeAboutAreRefused()
    {
        QCOMPARE(refusal(1e9), u"content_numbers"_s);
        QCOMPARE(refusal(-1e300), u"content_numbers"_s);
        QCOMPARE(refusal(std::numeric_limits<double>::infinity()), u"content_numbers"_s);
        QCOMPARE(refusal(std::numeric_limits<double>::quiet_NaN()), u"content_numbers"_s);
        QCOMPARE(refusal(999'999'999), QString());
    }

    void theLastNumbersCount()
    {
        const std::vector<double> numbers = operands::numbers(operation("9 (text) 2 0 /Name 0 3 10.5 -20"));
        QCOMPARE(numbers, (std::vector<double> {9, 2, 0, 0, 3, 10.5, -20}));
        QCOMPARE(operands::matrix(numbers), QTransform(2, 0, 0, 3, 10.5, -20));
        QCOMPARE(operands::matrix(std::vector<double> {2, 0, 0, 2, 5}), QTransform());
        QCOMPARE(operands::matrix(QPDFObjectHandle::parse("[2 0 0 3 4 5]")), QTransform(2, 0, 0, 3, 4, 5));
        QCOMPARE(operands::matrix(QPDFObjectHandle::newNull()), QTransform());
    }

    void rectanglesAreNormalised()
    {
        QCOMPARE(operands::rectangle(QPDFObjectHandle::parse("[100 200 10 20]")), QRectF(10, 20, 90, 180));
        QVERIFY(operands::rectangle(QPDFObjectHandle::parse("[1 2 3]")).isNull());
        QVERIFY(operands::rectangle(QPDFObjectHandle::parse("[1 2 3 /A]")).isNull());
        QVERIFY(operands::rectangle(QPDFObjectHandle::newInteger(4)).isNull());
    }
};

DW_TEST(TestOperands)
#include "tst_operands.moc"
