#include "core/engines/find/documentnotes.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestDocumentNotes : public QObject
{
    Q_OBJECT

private slots:
    void surerNameStays();
    void stoppedRuleIsNamedOnce();
};

void TestDocumentNotes::surerNameStays()
{
    DocumentNotes notes;
    QVERIFY(notes.isEmpty());
    notes.add({u"华天"_s, u"COMPANY"_s, u"alias"_s, 0.9});
    notes.add({u"华天"_s, u"COMPANY"_s, {}, 0.5});
    notes.add({u"华天"_s, u"PERSON"_s, {}, 0.5});
    QCOMPARE(notes.names().size(), 2);
    for (const DocumentNotes::Name &name : notes.names())
        QCOMPARE(name.score, name.type == u"COMPANY" ? 0.9 : 0.5);
}

void TestDocumentNotes::stoppedRuleIsNamedOnce()
{
    DocumentNotes notes;
    notes.addStoppedRule(u"R"_s);
    notes.addStoppedRule(u"R"_s);
    QCOMPARE(notes.stoppedRules(), QStringList {u"R"_s});
}

DW_TEST(TestDocumentNotes)
#include "tst_documentnotes.moc"
