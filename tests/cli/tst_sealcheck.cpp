#include "core/desk/report/reportsealer.h"
#include "tests/support/reportsample.h"
#include "tests/support/sealidentity.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

/// The program itself: exit codes, words, JSON.
class SealcheckTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void validIsZero();
    void otherFingerprintIsOne();
    void changedFileIsOne();
    void unreadableAndUsageAreTwo();
    void speaksChinese();
    void jsonIsOneObject();
    void linksNoWindow();

private:
    struct Run {
        int code;
        QString out;
        QString err;
    };
    Run run(const QStringList &arguments, const QString &locale = u"C.UTF-8"_s) const;
    QString save(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_dir;
    SealIdentity m_identity = dwtest::makeIdentity();
    QByteArray m_pdf;
};

void SealcheckTest::initTestCase()
{
    NoJobContext job;
    const auto sealed = sealReport(dwtest::sampleReport(u"both"_s, 5, m_identity.fingerprint(),
                                       certificateFingerprint(m_identity.chain.first())),
        m_identity, job);
    QVERIFY(sealed);
    m_pdf = sealed->pdf;
    save(u"r.pdf"_s, m_pdf);
}

SealcheckTest::Run SealcheckTest::run(const QStringList &arguments, const QString &locale) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, locale);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_dir.path());
    process.start(QStringLiteral(DW_BIN_DIR "/sealcheck"), arguments);
    process.waitForFinished();
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

QString SealcheckTest::save(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_dir.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return name;
}

void SealcheckTest::validIsZero()
{
    const Run plain = run({u"r.pdf"_s});
    QCOMPARE(plain.code, 0);
    QVERIFY2(plain.out.startsWith("VALID"_L1), qPrintable(plain.out));
    QVERIFY(plain.out.contains(groupedFingerprint(m_identity.fingerprint())));
    QVERIFY(plain.err.isEmpty());
    QCOMPARE(run({u"r.pdf"_s, u"--fingerprint"_s, m_identity.fingerprint()}).code, 0);
    QCOMPARE(run({u"--fingerprint"_s, groupedFingerprint(m_identity.fingerprint()), u"r.pdf"_s}).code, 0);
}

void SealcheckTest::otherFingerprintIsOne()
{
    const Run other = run({u"r.pdf"_s, u"--fingerprint"_s, QString(64, u'a')});
    QCOMPARE(other.code, 1);
    QVERIFY(other.out.startsWith("NOT VALID"_L1));
}

void SealcheckTest::changedFileIsOne()
{
    for (qsizetype at = 0; at < m_pdf.size(); at += m_pdf.size() / 9) {
        QByteArray flipped = m_pdf;
        flipped[at] = static_cast<char>(flipped.at(at) ^ 0x10);
        QCOMPARE(run({save(u"flipped.pdf"_s, flipped)}).code, 1);
    }
    QCOMPARE(run({save(u"words.txt"_s, "all fine, believe me")}).code, 1);
    QCOMPARE(run({save(u"empty.pdf"_s, {})}).code, 1);
    QCOMPARE(run({u"--trail"_s, save(u"trail.txt"_s, "no trail\n")}).code, 1);
}

void SealcheckTest::unreadableAndUsageAreTwo()
{
    const Run missing = run({u"nowhere.pdf"_s});
    QCOMPARE(missing.code, 2);
    QVERIFY(missing.out.isEmpty());
    QVERIFY(!missing.err.isEmpty());
    QCOMPARE(run({}).code, 2);
    QCOMPARE(run({u"r.pdf"_s, u"--frobnicate"_s}).code, 2);
    QCOMPARE(run({u"r.pdf"_s, u"--fingerprint"_s, u"abc"_s}).code, 2);
    QCOMPARE(run({u"r.pdf"_s, u"another.pdf"_s}).code, 2);
    QCOMPARE(run({u"."_s}).code, 2); // A directory.
    QCOMPARE(run({u"--help"_s}).code, 0);
}

void SealcheckTest::speaksChinese()
{
    QVERIFY(run({u"r.pdf"_s}, u"zh_CN.UTF-8"_s).out.startsWith(u"有效"_s));
    QVERIFY(run({u"words.txt"_s}, u"zh_CN.UTF-8"_s).out.startsWith(u"无效"_s));
}

void SealcheckTest::jsonIsOneObject()
{
    const Run good = run({u"r.pdf"_s, u"--json"_s});
    QCOMPARE(good.code, 0);
    const QJsonObject object = QJsonDocument::fromJson(good.out.toUtf8()).object();
    QVERIFY(object.value("valid"_L1).toBool());
    QCOMPARE(object.value("signer"_L1).toObject().value("certificate_sha256"_L1).toString(), m_identity.fingerprint());
    QCOMPARE(object.value("code_name"_L1).toString(), u"Kingfisher 翠鸟"_s);
    const QJsonObject bad = QJsonDocument::fromJson(run({u"words.txt"_s, u"--json"_s}).out.toUtf8()).object();
    QVERIFY(!bad.value("valid"_L1).toBool(true));
    QVERIFY(!bad.contains("code_name"_L1)); // Nothing of a file that is not to be believed.
}

void SealcheckTest::linksNoWindow()
{
    QProcess process;
    process.start(u"ldd"_s, {QStringLiteral(DW_BIN_DIR "/sealcheck")});
    if (!process.waitForFinished())
        QSKIP("ldd is not there");
    const QByteArray libraries = process.readAll();
    for (const char *unwanted : {"libQt6Gui", "libQt6Widgets", "libQt6Network", "libpoppler"})
        QVERIFY2(!libraries.contains(unwanted), unwanted);
}

DW_TEST(SealcheckTest)
#include "tst_sealcheck.moc"
