#include "core/engines/seal/releasepackage.h"

#include "core/engines/crypto/hash.h"
#include "core/engines/seal/pdfa3.h"
#include "core/engines/seal/pdfsigner.h"
#include "tests/support/sealsample.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class ReleasePackageTest : public QObject
{
    Q_OBJECT

private slots:
    void everyPageShowsTheMark();
    void opensWithThePasswordAlone();
    void verifyTextNamesWhatCounts();
    void stepsGiveTheSameKindOfPackage();
    void refusesWhatIsNoPdf();
    void stopsWhenAsked();

private:
    static PackageRequest request()
    {
        PackageRequest out;
        out.pdf = dwtest::drawPages({{u"Quarterly figures 季度数据"_s}, {u"Second page"_s}, {u"Third page"_s}});
        out.fileName = u"D-0012-v3.pdf"_s;
        out.watermark = {u"W-7F3K-22QD"_s, u"仅供 李伟 Li Wei 审阅"_s};
        out.password = SecretBytes::copyOf("river stone 42");
        out.signerName = u"Mia"_s;
        out.reason = u"Release"_s;
        out.time = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
        out.auditHead = QString(64, u'b');
        out.facts = {{u"Purpose / 用途"_s, u"due diligence"_s}};
        return out;
    }
    static QString run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        process.waitForFinished();
        return QString::fromUtf8(process.readAll());
    }
};

void ReleasePackageTest::everyPageShowsTheMark()
{
    const PackageRequest wanted = request();
    const auto marked = addWatermark(wanted.pdf, *drawWatermark(wanted.watermark), wanted.watermark.id);
    QVERIFY(marked);
    const auto texts = readPageTexts(*marked);
    QCOMPARE(texts->size(), 3);
    for (const QString &text : *texts) {
        QVERIFY2(text.contains("W-7F3K-22QD"_L1), qPrintable(text));
        QVERIFY(text.contains(u"仅供 李伟 Li Wei 审阅"_s));
    }
    QVERIFY(texts->first().contains(u"季度数据"_s)); // What was there stays there.
    const auto plain = addWatermark(wanted.pdf, *drawWatermark({u"W-1"_s, {}}), u"W-1"_s);
    QVERIFY(readPageTexts(*plain)->first().contains("W-1"_L1));
}

void ReleasePackageTest::opensWithThePasswordAlone()
{
    NoJobContext job;
    const auto package = buildPackage(request(), dwtest::makeIdentity(), job);
    QVERIFY(package);
    QVERIFY(findSignature(package->pdf));
    QVERIFY(!readPageTexts(package->pdf)); // Not without it.
    if (QStandardPaths::findExecutable(u"pdfsig"_s).isEmpty() || QStandardPaths::findExecutable(u"qpdf"_s).isEmpty())
        QSKIP("pdfsig or qpdf is not installed");
    QTemporaryDir dir;
    QFile file(dir.filePath(u"p.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(package->pdf);
    file.close();
    const QString signature = run(u"pdfsig"_s, {u"-nocert"_s, u"-upw"_s, u"river stone 42"_s, file.fileName()});
    QVERIFY2(signature.contains("Signature is Valid."_L1), qPrintable(signature));
    QVERIFY2(signature.contains("Total document signed"_L1), qPrintable(signature));
    const QString encryption = run(u"qpdf"_s, {u"--show-encryption"_s, u"--password=river stone 42"_s, file.fileName()});
    QVERIFY2(encryption.contains("R = 6"_L1) && encryption.contains("AESv3"_L1), qPrintable(encryption));
    QVERIFY(run(u"qpdf"_s, {u"--check"_s, u"--password=wrong"_s, file.fileName()}).contains("invalid password"_L1));
}

void ReleasePackageTest::verifyTextNamesWhatCounts()
{
    NoJobContext job;
    const SealIdentity identity = dwtest::makeIdentity();
    const PackageRequest wanted = request();
    const auto package = buildPackage(wanted, identity, job);
    QVERIFY(package);
    const QString text = QString::fromUtf8(package->verify);
    QCOMPARE(package->pdfSha256, QString::fromLatin1(sha256(package->pdf).toHex()));
    QCOMPARE(package->sourceSha256, QString::fromLatin1(sha256(wanted.pdf).toHex()));
    QCOMPARE(package->verifySha256, QString::fromLatin1(sha256(package->verify).toHex()));
    for (const QString &part : {package->pdfSha256, wanted.fileName, wanted.watermark.id, wanted.auditHead, u"due diligence"_s, groupedFingerprint(identity.fingerprint()), u"核验说明"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    QVERIFY(!text.contains("river stone"_L1)); // The password goes another way.
}

void ReleasePackageTest::stepsGiveTheSameKindOfPackage()
{
    const PackageRequest wanted = request();
    SignOptions options;
    options.signerName = wanted.signerName;
    options.time = wanted.time;
    options.password = wanted.password.clone();
    const auto marked = addWatermark(wanted.pdf, *drawWatermark(wanted.watermark), wanted.watermark.id);
    const auto prepared = preparePdf(*marked, options);
    QVERIFY(prepared);
    const auto package = finishPackage(*prepared, wanted, dwtest::makeIdentity());
    QVERIFY(package);
    QCOMPARE(package->pdf.size(), prepared->size());
    QCOMPARE(finishPackage("unprepared", wanted, dwtest::makeIdentity()).error().reason, u"seal.not_prepared"_s);
}

void ReleasePackageTest::refusesWhatIsNoPdf()
{
    PackageRequest wanted = request();
    wanted.pdf = "PK\x03\x04 a workbook";
    NoJobContext job;
    QCOMPARE(buildPackage(wanted, dwtest::makeIdentity(), job).error().reason, u"seal.unreadable_pdf"_s);
}

void ReleasePackageTest::stopsWhenAsked()
{
    class Stopping final : public JobContext
    {
    public:
        Result<> step(qint64, qint64) override { return fail(ErrorCode::Cancelled); }
    } job;
    QCOMPARE(buildPackage(request(), dwtest::makeIdentity(), job).error().code, ErrorCode::Cancelled);
}

DW_TEST(ReleasePackageTest)
#include "tst_releasepackage.moc"
