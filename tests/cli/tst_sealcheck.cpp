#include "core/desk/report/reportsealer.h"
#include "core/engines/crypto/hash.h"
#include "core/engines/crypto/timestamp.h"
#include "core/engines/seal/pdfsigner.h"
#include "tests/support/reportsample.h"
#include "tests/support/sealidentity.h"
#include "tests/support/testmain.h"
#include "tests/support/timestamper.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
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
    void hostileFilesAreOne_data();
    void hostileFilesAreOne();
    void timestampComesBeside();
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
    QByteArray otherReport() const;
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
    if (process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, {}};
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

/// Another sound report by the same signer.
QByteArray SealcheckTest::otherReport() const
{
    NoJobContext job;
    ReportData data = dwtest::sampleReport(
        u"both"_s, 5, m_identity.fingerprint(), certificateFingerprint(m_identity.chain.first()));
    data.outcome = u"met"_s;
    const auto sealed = sealReport(data, m_identity, job);
    return sealed ? sealed->pdf : QByteArray();
}

/// What somebody could make of a report with an editor. The file is written once for both languages.
void SealcheckTest::hostileFilesAreOne_data()
{
    QTest::addColumn<QByteArray>("pdf");
    const auto row = [](const QString &name, const QByteArray &pdf) { QTest::newRow(qPrintable(name)) << pdf; };
    for (int i = 0; i < 16; ++i)
        row(u"cut off at %1/16"_s.arg(i), m_pdf.left(m_pdf.size() * i / 16));
    for (const qsizetype missing : {1, 2, 7, 30, 400})
        row(u"%1 bytes missing"_s.arg(missing), m_pdf.chopped(missing));
    QRandomGenerator random(20261123);
    for (int i = 0; i < 24; ++i) {
        const qsizetype at = random.bounded(int(m_pdf.size()));
        QByteArray flipped = m_pdf;
        flipped[at] = static_cast<char>(flipped.at(at) ^ (1 << random.bounded(8)));
        row(u"a bit at %1"_s.arg(at), flipped);
    }
    for (const char *more : {"\n", " ", "%%EOF\n", "% all approved\n", "1 0 obj\n<<>>\nendobj\n"})
        row(u"appended %1"_s.arg(qsizetype(QByteArrayView(more).size())), m_pdf + more);
    const QByteArray start = m_pdf.mid(m_pdf.lastIndexOf("startxref\n") + 10).split('\n').first();
    row(u"incremental update"_s, m_pdf + "9 0 obj\n<</Type/Page>>\nendobj\nxref\n9 1\n" + QByteArray::number(m_pdf.size()).rightJustified(10, '0')
            + " 00000 n \ntrailer <</Size 10/Root 1 0 R/Prev " + start + ">>\nstartxref\n" + QByteArray::number(m_pdf.size() + 32) + "\n%%EOF\n");
    QByteArray two = m_pdf;
    row(u"two ByteRanges"_s, two.replace("/Type /Catalog", "/ByteRange [1]"));
    const QByteArray other = otherReport();
    const auto mine = findSignature(m_pdf);
    const auto theirs = findSignature(other);
    QVERIFY(mine && theirs);
    QByteArray borrowed = m_pdf;
    const qsizetype hole = mine->holeEnd - mine->holeBegin;
    row(u"another report's signature"_s, borrowed.replace(mine->holeBegin, hole, other.mid(theirs->holeBegin, hole)));
    const auto dataOf = [](const QByteArray &pdf) { return pdf.indexOf("stream\n", pdf.indexOf("/Type /EmbeddedFile")) + 7; };
    const qsizetype size = m_pdf.indexOf("endstream", dataOf(m_pdf)) - dataOf(m_pdf);
    QByteArray swapped = m_pdf;
    row(u"another report's data"_s, swapped.replace(dataOf(m_pdf), size, other.mid(dataOf(other), size)));
}

void SealcheckTest::hostileFilesAreOne()
{
    QFETCH(QByteArray, pdf);
    const QString name = save(u"hostile.pdf"_s, pdf);
    const bool isChinese = qHash(pdf) % 2 == 0; // Either language for about half of them.
    const Run found = run({name}, isChinese ? u"zh_CN.UTF-8"_s : u"C.UTF-8"_s);
    QCOMPARE(found.code, 1);
    QVERIFY2(found.out.startsWith(isChinese ? u"无效"_s : u"NOT VALID"_s), qPrintable(found.out));
    QCOMPARE(found.out.count(u"✗ "_s), 1);
    const QString why = found.out.section(u"✗ "_s, 1).section(u'\n', 1, 1).trimmed(); // The sentence below what failed.
    QVERIFY2(why.size() > 8 && !why.contains("seal."_L1) && !why.contains("cms."_L1), qPrintable(found.out));
    QVERIFY(found.err.isEmpty());
}

void SealcheckTest::timestampComesBeside()
{
    dwtest::Timestamper authority;
    if (!authority.isReady())
        QSKIP("no openssl program");
    QProcess asking;
    asking.setWorkingDirectory(m_dir.path());
    asking.start(QStringLiteral(DW_BIN_DIR "/dealward-cli"), {u"report"_s, u"stamp-request"_s, u"r.pdf"_s, u"r.tsq"_s});
    QVERIFY(asking.waitForFinished() && asking.exitCode() == 0);
    QFile request(m_dir.filePath(u"r.tsq"_s));
    QVERIFY(request.open(QIODevice::ReadOnly));
    const QByteArray reply = authority.reply(request.readAll());
    save(u"r.tsr"_s, reply);
    const Run good = run({u"r.pdf"_s, u"--timestamp"_s, u"r.tsr"_s});
    QCOMPARE(good.code, 0);
    QVERIFY2(good.out.contains("Clock of the Test"_L1), qPrintable(good.out));
    save(u"other.pdf"_s, otherReport());
    QCOMPARE(run({u"other.pdf"_s}).code, 0);
    const Run wrong = run({u"other.pdf"_s, u"--timestamp"_s, u"r.tsr"_s});
    QCOMPARE(wrong.code, 1);
    QVERIFY2(wrong.out.startsWith("NOT VALID"_L1) && wrong.out.contains("for another file"_L1), qPrintable(wrong.out));
    save(u"rubbish.tsr"_s, "later");
    QCOMPARE(run({u"r.pdf"_s, u"--timestamp"_s, u"rubbish.tsr"_s, u"--json"_s}).code, 1);
    QCOMPARE(run({u"r.pdf"_s, u"--timestamp"_s, u"nowhere.tsr"_s}).code, 2);
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
