#include "core/base/normaltext.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestNormalText final : public QObject
{
    Q_OBJECT

private slots:
    void radicalsBecomeTheirCharacters()
    {
        QCOMPARE(compatibilityForm(QString::fromUtf8("厦\xe2\xbb\x94海纳电\xe2\xbc\xa6")), u"厦门海纳电子"_s); // U+2ED4, U+2F26
        QCOMPARE(compatibilityForm(QString(QChar(0x2EC5))), u"见"_s);
        QCOMPARE(compatibilityForm(QString(QChar(0x2EA0))), u"民"_s);
        QCOMPARE(compatibilityForm(u"客"_s + QChar(0x2F3E)), u"客户"_s);
    }

    void otherTextIsPlainNfkc()
    {
        QCOMPARE(compatibilityForm(u"ＡＢＣ１２３ ﬁ 北京"_s), u"ABC123 fi 北京"_s);
        QCOMPARE(compatibilityForm(QString(QChar(0x2E80))), QString(QChar(0x2E80))); // has no equivalent
    }
};

DW_TEST(TestNormalText)
#include "tst_normaltext.moc"
