// Every fact on which a grant or a release is judged has its sentence.
#include "tests/lint/sources.h"
#include "tests/support/testmain.h"
#include "ui/text/releasetext.h"

#include <QRegularExpression>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestReleaseWords final : public QObject
{
    Q_OBJECT

private slots:
    void everyFactHasItsSentence()
    {
        static const QRegularExpression fact(u"(?:fact = |\\? |: |return )u\"([a-z_]+\\.[a-z0-9_]+)\"_s"_s);
        QStringList ids;
        for (const QString &file : dwtest::sourceFiles({u"core/desk"_s})) {
            const QString name = file.section(u'/', -1);
            if (!name.startsWith(u"conditions"_s) && !name.startsWith(u"standing"_s) && name != u"preconditions.cpp"_s)
                continue;
            auto it = fact.globalMatch(dwtest::sourceText(file));
            while (it.hasNext())
                ids.append(it.next().captured(1));
        }
        // Those that are put together from a state.
        for (const char *id : {"person.suspended", "person.left", "person.withdrawn", "check.none", "check.requested", "check.failed", "check.waived",
                 "organisation.frozen", "organisation.ended", "version.draft", "version.scanned", "version.in_review", "version.rejected",
                 "version.superseded", "version.erased", "grant.requested", "grant.approved", "grant.suspended", "grant.revoked", "grant.refused"})
            ids.append(QString::fromLatin1(id));
        ids.removeDuplicates();
        QVERIFY(ids.size() > 70);
        QStringList missing;
        for (const QString &id : ids) {
            if (!releasetext::hasWords(id))
                missing.append(id);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void aLineSaysNumberOutcomeAndFact()
    {
        Condition condition;
        condition.number = 3;
        condition.id = u"nda"_s;
        condition.fact = u"nda.other_purpose"_s;
        condition.args = {u"Li Wei"_s, u"NDA Alpha"_s, u"financing"_s};
        QCOMPARE(releasetext::conditionLine(condition), u" 3 FAILS  NDA: “NDA Alpha” binds Li Wei, but not for this purpose: financing."_s);
        condition.fact = u"grant.suspended"_s;
        condition.args = {u"Li Wei"_s, u"background_check"_s, u"training"_s};
        QCOMPARE(releasetext::conditionFact(condition), u"The grant of Li Wei is suspended: Background check, Training and rules."_s);
        condition.fact = u"check.waived"_s;
        condition.exceptionId = u"x"_s;
        QVERIFY(releasetext::conditionFact(condition).endsWith(u"(Carried by an approved exception.)"_s));
    }
};

DW_TEST(TestReleaseWords)
#include "tst_releasewords.moc"
