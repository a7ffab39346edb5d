// Path construction operators as one path.
#include "core/engines/redact/pathbuilder.h"
#include "core/engines/redact/unprovable.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <qpdf/QPDF.hh>

using namespace Qt::StringLiterals;
using namespace dw;

namespace {

PathBuilder built(const std::string &content)
{
    QPDF pdf;
    pdf.emptyPDF();
    PathBuilder builder;
    const ContentProgram program = ContentProgram::ofStream(pdf.newStream(content));
    for (const Operation &operation : program.operations())
        builder.add(operation);
    return builder;
}

QString refusal(const std::string &content)
{
    try {
        built(content);
    } catch (const Unprovable &unprovable) {
        return unprovable.reason;
    }
    return {};
}

} // namespace

class TestPathBuilder final : public QObject
{
    Q_OBJECT

private slots:
    void everyOperator()
    {
        const QPainterPath path = built("1 2 m 3 4 l 5 6 7 8 9 10 c 11 12 13 14 v 15 16 17 18 y h 20 20 -5 6 re").path();
        QPainterPath expected(QPointF(1, 2));
        expected.lineTo(3, 4);
        expected.cubicTo(5, 6, 7, 8, 9, 10);
        expected.cubicTo(9, 10, 11, 12, 13, 14);
        expected.cubicTo(15, 16, 17, 18, 17, 18);
        expected.closeSubpath();
        expected.moveTo(20, 20);
        for (const QPointF &point : {QPointF(15, 20), QPointF(15, 26), QPointF(20, 26), QPointF(20, 20)})
            expected.lineTo(point);
        QCOMPARE(path, expected);
    }

    void othersAreNotTaken()
    {
        PathBuilder builder;
        QVERIFY(!builder.add({"f", {}, {}}));
        QVERIFY(!builder.add({"w", {QPDFObjectHandle::newInteger(1)}, {}}));
        QVERIFY(builder.isEmpty());
    }

    void aLineOfNoLengthStays()
    {
        const QPainterPath path = built("5 5 m 5 5 l 7 7 m 8 8 l").path();
        QCOMPARE(path.elementCount(), 4);
        QVERIFY(QLineF(QPointF(path.elementAt(0)), QPointF(path.elementAt(1))).length() < 1e-5);
    }

    void refusesWhatReadersDisagreeOn()
    {
        QCOMPARE(refusal("3 4 l"), u"path_numbers"_s);
        QCOMPARE(refusal("1 m"), u"path_numbers"_s);
        QCOMPARE(refusal("(a) (b) m"), u"path_numbers"_s);
        QCOMPARE(refusal("9 9 1 2 m 3 4 l h"), QString());
        QCOMPARE(refusal("h 1 2 m"), QString());
        QCOMPARE(refusal("1 " + std::string(120, '9') + ".0 m"), u"path_numbers"_s);
    }
};

DW_TEST(TestPathBuilder)
#include "tst_pathbuilder.moc"
