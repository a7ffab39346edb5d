#include "core/engines/anonymise/labeller.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestLabeller : public QObject
{
    Q_OBJECT

private slots:
    void sameValue_sameLabel();
};

void TestLabeller::sameValue_sameLabel()
{
    const SecretBytes key = SecretBytes::copyOf("0123456789abcdef");
    Labeller first(key), second(key), other(SecretBytes::copyOf("another key 0123"));
    const QString label = *first.label(u"COMPANY"_s, u"华天科技 (Acme)"_s, u"客户"_s, 8);
    QVERIFY(label.startsWith(u"客户"_s) && label.size() == 10);
    QCOMPARE(*second.label(u"COMPANY"_s, u" 華天科技 （ACME） "_s, u"客户"_s, 8), label);
    QVERIFY(*first.label(u"PERSON"_s, u"华天科技 (Acme)"_s, u"客户"_s, 8) != label);
    QVERIFY(*other.label(u"COMPANY"_s, u"华天科技 (Acme)"_s, u"客户"_s, 8) != label);
}

DW_TEST(TestLabeller)
#include "tst_labeller.moc"
