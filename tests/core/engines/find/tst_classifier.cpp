#include "core/engines/find/classifier.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestClassifier final : public QObject
{
    Q_OBJECT

    const Classifier rules = Classifier::load().value();

private slots:
    void theHighestFindingDecides()
    {
        const ClassProposal proposal = rules.propose({{u"USCC"_s, 2}, {u"PHONE"_s, 4}}, {});
        QCOMPARE(proposal.level, 3);
        QVERIFY(!proposal.isBlocked);
        QCOMPARE(proposal.tags, QStringList({u"identity"_s, u"personal"_s}));
        QCOMPARE(proposal.evidence.size(), 2);
        QCOMPARE(proposal.evidence.first(), (ClassProposal::Evidence {u"kind"_s, u"PHONE"_s, 4, 3}));
        QCOMPARE(rules.propose({}, {}).level, 1);
        QCOMPARE(rules.propose({{u"USCC"_s, 1}}, {}).level, 2);
        QCOMPARE(rules.propose({{u"Project name"_s, 1}}, {}).level, 3); // a category of the deal's own
    }

    void volumeRaisesToFour()
    {
        QCOMPARE(rules.propose({{u"PERSON"_s, 60}, {u"COMPANY"_s, 39}}, {}).level, 3);
        const ClassProposal names = rules.propose({{u"PERSON"_s, 60}, {u"COMPANY"_s, 40}}, {});
        QCOMPARE(names.level, 4);
        QCOMPARE(names.evidence.first(), (ClassProposal::Evidence {u"volume_names"_s, {}, 100, 4}));
        QCOMPARE(rules.propose({{u"CN_ID"_s, 9}}, {}).level, 3);
        QCOMPARE(rules.propose({{u"CN_ID"_s, 6}, {u"BANK_CARD"_s, 4}}, {}).level, 4);
        // the deal's own limits
        QCOMPARE(rules.propose({{u"PERSON"_s, 20}}, {}, 20, 5).level, 4);
        QCOMPARE(rules.propose({{u"CN_ID"_s, 9}}, {}, 20, 50).level, 3);
    }

    void knowsWhatTellsAboutAPerson()
    {
        for (const QString &type : {u"PERSON"_s, u"CN_ID"_s, u"PHONE"_s, u"EMAIL"_s, u"ADDRESS"_s, u"BIRTH_DATE"_s, u"BANK_CARD"_s, u"BANK_ACCOUNT"_s, u"PASSPORT"_s, u"HKMO_PERMIT"_s,
                 u"TW_PERMIT"_s, u"PERM_RES_ID"_s, u"HKID"_s, u"TW_ID"_s, u"PLATE"_s, u"WECHAT"_s, u"QQ"_s, u"IMEI"_s, u"IP"_s, u"US_SSN"_s})
            QVERIFY2(rules.isPersonal(type), qPrintable(type));
        for (const QString &type : {u"COMPANY"_s, u"AMOUNT"_s, u"USCC"_s, u"CONTRACT_NO"_s, u"URL"_s, u"Project name"_s})
            QVERIFY2(!rules.isPersonal(type), qPrintable(type));
    }

    void markingsBlock()
    {
        const ClassProposal proposal = rules.propose({{u"PHONE"_s, 1}}, {u"机密"_s});
        QVERIFY(proposal.isBlocked);
        QCOMPARE(proposal.evidence.first().reason, u"marking"_s);
    }

    void markingsAreSeen_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("markings");
        QTest::newRow("with its star") << u"关于转让的报告 机密★十年"_s << QStringList {u"机密"_s};
        QTest::newRow("alone on its line") << u"某公司\n绝密\n报告"_s << QStringList {u"绝密"_s};
        QTest::newRow("set apart") << u"秘 密"_s << QStringList {u"秘密"_s};
        QTest::newRow("after its cue") << u"密级：机密级"_s << QStringList {u"机密"_s};
        QTest::newRow("trade secret") << u"双方对商业秘密负有保密义务，泄露机密者承担责任。"_s << QStringList();
        QTest::newRow("heading") << u"三、商业秘密"_s << QStringList();
        QTest::newRow("a law's words") << u"国家秘密分为绝密、机密、秘密三级。"_s << QStringList();
        QTest::newRow("none") << u"The parties keep all secrets."_s << QStringList();
    }

    void markingsAreSeen()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, markings);
        QCOMPARE(rules.markingsIn(text), markings);
    }

    void aMissingResourceIsAnError()
    {
        QVERIFY(!Classifier::load(u":/rules/none.json"_s));
    }
};

DW_TEST(TestClassifier)
#include "tst_classifier.moc"
