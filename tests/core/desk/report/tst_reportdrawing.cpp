#include "core/desk/report/reportdrawing.h"

#include "core/base/canonicaljson.h"
#include "core/desk/report/reportsealer.h"
#include "tests/support/pdfa.h"
#include "tests/support/reportsample.h"
#include "tests/support/sealidentity.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class ReportDrawingTest : public QObject
{
    Q_OBJECT

private slots:
    void sealsInEveryLanguage_data();
    void sealsInEveryLanguage();
    void keepsTheRulesOfPdfA3();
    void hasAStructure();
    void rulesCanBeBroken();
    void sameDataSameBytes();
    void saysWhatWasLeftOut();
    void fortyPagesInASecond();
    void stopsWhenAsked();

private:
    static ReportData sample(const SealIdentity &identity, const QString &language, int rows)
    {
        return dwtest::sampleReport(
            language, rows, identity.fingerprint(), certificateFingerprint(identity.chain.first()));
    }
};

void ReportDrawingTest::sealsInEveryLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("wanted");
    QTest::newRow("en") << u"en"_s << QStringList {u"Client-data inventory"_s, u"Met with exceptions"_s, u"客户"_s};
    QTest::newRow("zh") << u"zh"_s << QStringList {u"客户数据清点"_s, u"高度敏感"_s, u"附例外符合"_s};
    QTest::newRow("both") << u"both"_s << QStringList {u"客户数据清点"_s, u"Client-data inventory"_s, u"高度敏感"_s};
}

void ReportDrawingTest::sealsInEveryLanguage()
{
    QFETCH(QString, language);
    QFETCH(QStringList, wanted);
    const SealIdentity identity = dwtest::makeIdentity();
    NoJobContext job;
    const auto sealed = sealReport(sample(identity, language, 40), identity, job);
    QVERIFY2(sealed, sealed ? "" : qPrintable(sealed.error().reason + u' ' + sealed.error().args.join(u' ') + sealed.error().detail));
    QVERIFY(sealed->verdict.isValid());
    QVERIFY(sealed->pages > 5);
    const QString text = readPageTexts(sealed->pdf)->join(u'\n');
    for (const QString &one : wanted)
        QVERIFY2(text.contains(one), qPrintable(one));
    QVERIFY(!text.contains(QChar::ReplacementCharacter));
    if (QStandardPaths::findExecutable(u"pdfsig"_s).isEmpty())
        return;
    QTemporaryDir dir;
    QFile file(dir.filePath(u"r.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(sealed->pdf);
    file.close();
    QProcess process;
    process.start(u"pdfsig"_s, {u"-nocert"_s, file.fileName()});
    QVERIFY(process.waitForFinished());
    const QString out = QString::fromUtf8(process.readAll());
    QVERIFY2(out.contains("Signature is Valid."_L1) && out.contains("Total document signed"_L1), qPrintable(out));
}

void ReportDrawingTest::keepsTheRulesOfPdfA3()
{
    const SealIdentity identity = dwtest::makeIdentity();
    NoJobContext job;
    for (const QString &language : {u"en"_s, u"zh"_s, u"both"_s}) {
        const auto sealed = sealReport(sample(identity, language, 30), identity, job);
        QVERIFY(sealed);
        QCOMPARE(dwtest::pdfaFaults(sealed->pdf).join(u"; "_s), QString());
    }
}

void ReportDrawingTest::hasAStructure()
{
    const SealIdentity identity = dwtest::makeIdentity();
    NoJobContext job;
    for (const QString &language : {u"en"_s, u"both"_s}) {
        const auto sealed = sealReport(sample(identity, language, 60), identity, job);
        QVERIFY(sealed);
        QCOMPARE(dwtest::tagFaults(sealed->pdf).join(u"; "_s), QString());
    }
}

/// The lists above say something: each change breaks a rule that they know.
void ReportDrawingTest::rulesCanBeBroken()
{
    const SealIdentity identity = dwtest::makeIdentity();
    NoJobContext job;
    const auto sealed = sealReport(sample(identity, u"both"_s, 5), identity, job);
    QVERIFY(sealed);
    const std::pair<QByteArray, QByteArray> changes[] {{"<pdfaid:part>3", "<pdfaid:part>1"}, {"/OutputIntents", "/OutputIntentz"},
        {"/AFRelationship", "/AFRelationshiq"}, {"/ToUnicode", "/ToUnicodx"}, {"/F 132", "/F 130"}, {"/CreationDate", "/CreationDatf"}};
    for (const auto &[from, to] : changes) {
        QByteArray broken = sealed->pdf;
        QVERIFY2(broken.contains(from), from.constData());
        broken.replace(from, to);
        QVERIFY2(!dwtest::pdfaFaults(broken).isEmpty(), from.constData());
    }
    for (const auto &[from, to] : {std::pair<QByteArray, QByteArray> {"/Marked true", "/Marked null"}, {"/S /TD", "/S /TF"}, {"/ParentTree ", "/ParentTref "}}) {
        QByteArray broken = sealed->pdf;
        QVERIFY2(broken.contains(from), from.constData());
        broken.replace(from, to);
        QVERIFY2(!dwtest::tagFaults(broken).isEmpty(), from.constData());
    }
}

void ReportDrawingTest::sameDataSameBytes()
{
    const SealIdentity identity = dwtest::makeIdentity();
    const ReportData data = sample(identity, u"both"_s, 12);
    NoJobContext job;
    const auto one = sealReport(data, identity, job);
    const auto two = sealReport(data, identity, job);
    QVERIFY(one && two);
    QCOMPARE(one->json, two->json);
    QCOMPARE(data.dataSha256(), QString::fromLatin1(sha256(canonicalJson(data.dataJson())).toHex()));
}

void ReportDrawingTest::saysWhatWasLeftOut()
{
    const SealIdentity identity = dwtest::makeIdentity();
    ReportData data = sample(identity, u"en"_s, 3);
    data.request.isOutsideSafe = true;
    data.leftOut = {u"speakup"_s, u"audit_finding.condition_found"_s};
    NoJobContext job;
    const auto sealed = sealReport(data, identity, job);
    QVERIFY(sealed);
    QVERIFY(readPageTexts(sealed->pdf)->join(u'\n').contains("audit_finding.condition_found"_L1));
    QCOMPARE(sealed->verdict.report.value("variant"_L1).toString(), u"outside_safe"_s);
}

void ReportDrawingTest::fortyPagesInASecond()
{
    const SealIdentity identity = dwtest::makeIdentity();
    const ReportData data = sample(identity, u"both"_s, 560);
    NoJobContext job;
    QElapsedTimer timer;
    timer.start();
    const auto sealed = sealReport(data, identity, job);
    QVERIFY(sealed);
    qInfo("%d pages, %lld ms, %lld bytes", sealed->pages, timer.elapsed(), static_cast<long long>(sealed->pdf.size()));
    QVERIFY(sealed->pages >= 40);
}

void ReportDrawingTest::stopsWhenAsked()
{
    class Stopping final : public JobContext
    {
    public:
        Result<> step(qint64 done, qint64) override
        {
            return done < 2 ? Result<>() : fail(ErrorCode::Cancelled);
        }
    } job;
    const SealIdentity identity = dwtest::makeIdentity();
    const auto sealed = sealReport(sample(identity, u"en"_s, 3), identity, job);
    QVERIFY(!sealed);
    QCOMPARE(sealed.error().code, ErrorCode::Cancelled);
}

DW_TEST(ReportDrawingTest)
#include "tst_reportdrawing.moc"
