// What an operator does not read does not stay beside it.
#include "core/engines/redact/operandrules.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

class TestOperandRules final : public QObject
{
    Q_OBJECT

    static Operation operation(const QByteArray &operands, const QByteArray &name)
    {
        Operation result {name.toStdString(), QPDFObjectHandle::parse("[" + operands.toStdString() + "]").getArrayAsVector(), {}};
        return result;
    }

    static QByteArray text(const Operation &operation)
    {
        std::string result;
        ContentProgram::write(operation, result);
        return QByteArray::fromStdString(result).trimmed();
    }

private slots:
    void whatIsReadStays_data()
    {
        QTest::addColumn<QByteArray>("operands");
        QTest::addColumn<QByteArray>("name");
        for (const auto &[operands, name] : std::initializer_list<std::pair<const char *, const char *>> {{"1 0 0 1 5 6", "cm"}, {"10 20.5 3 4", "re"},
                 {"[ 3 1 ] 0", "d"}, {"/F1 12", "Tf"}, {"(text)", "Tj"}, {"[ (a) -20 (b) ]", "TJ"}, {"1 2 (text)", "\""}, {"/P1", "scn"},
                 {"0.1 0.2 0.3 /P1", "scn"}, {"0.1 0.2 0.3 0.4", "scn"}, {"", "h"}, {"", "q"}, {"/X", "Do"}, {"500 0 0 0 10 10", "d1"}})
            QTest::addRow("%s", name) << QByteArray(operands) << QByteArray(name);
    }

    void whatIsReadStays()
    {
        QFETCH(QByteArray, operands);
        QFETCH(QByteArray, name);
        Operation given = operation(operands, name);
        QVERIFY(operandrules::isClean(given));
        const QByteArray before = text(given);
        operandrules::clean(given);
        QCOMPARE(text(given), before);
    }

    void whatIsNotReadGoes_data()
    {
        QTest::addColumn<QByteArray>("operands");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("text before numbers") << "(secret) 1 2 3 4"_ba << "re"_ba << "1 2 3 4 re"_ba;
        QTest::newRow("numbers before numbers") << "83 69 1 2 3 4"_ba << "re"_ba << "1 2 3 4 re"_ba;
        QTest::newRow("text in a dash") << "[3 (secret) /Secret 1] 0"_ba << "d"_ba << "[ 3 0 0 1 ] 0 d"_ba;
        QTest::newRow("a name between letters") << "[(a) /Secret -20 (b)]"_ba << "TJ"_ba << "[ (a) -20 (b) ] TJ"_ba;
        QTest::newRow("two texts") << "(secret) (shown)"_ba << "Tj"_ba << "(shown) Tj"_ba;
        QTest::newRow("two names") << "/Secret /X"_ba << "Do"_ba << "/X Do"_ba;
        QTest::newRow("text for nothing") << "(secret)"_ba << "q"_ba << "q"_ba;
        QTest::newRow("a dictionary") << "<</Who (secret)>> 1"_ba << "w"_ba << "1 w"_ba;
        QTest::newRow("truth") << "true 1"_ba << "g"_ba << "1 g"_ba;
    }

    void whatIsNotReadGoes()
    {
        QFETCH(QByteArray, operands);
        QFETCH(QByteArray, name);
        Operation given = operation(operands, name);
        QVERIFY(!operandrules::isClean(given));
        operandrules::clean(given);
        QTEST(text(given), "left");
        QVERIFY(operandrules::isClean(given));
    }
};

DW_TEST(TestOperandRules)
#include "tst_operandrules.moc"
