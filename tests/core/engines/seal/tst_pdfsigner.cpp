#include "core/engines/seal/pdfsigner.h"

#include "core/engines/seal/sealverifier.h"
#include "tests/support/sealsample.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class PdfSignerTest : public QObject
{
    Q_OBJECT

private slots:
    void verifierAccepts();
    void pdfsigAgrees();
    void passwordAndSignatureTogether();
    void sameInputSameBytesBeforeTheSeal();
    void refusesWhatItCannotSign();

private:
    static QString run(const QString &program, const QStringList &arguments);
    static QString save(const QTemporaryDir &dir, const QByteArray &bytes);
};

QString PdfSignerTest::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAll());
}

QString PdfSignerTest::save(const QTemporaryDir &dir, const QByteArray &bytes)
{
    QFile file(dir.filePath(u"report.pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

void PdfSignerTest::verifierAccepts()
{
    const dwtest::SealSample sample;
    const QByteArray pdf = sample.sealed();
    const SealResult result = verifySealedReport(pdf);
    const SealCheck *failure = result.firstFailure();
    QVERIFY2(result.isValid(), failure ? qPrintable(failure->id + u' ' + failure->reason + u' ' + failure->detail) : "");
    QCOMPARE(result.pages, 2);
    QCOMPARE(result.signer.commonName, u"Chen Jing"_s);
    QVERIFY(verifySealedReport(pdf, {groupedFingerprint(sample.identity.fingerprint())}).isValid());
    QVERIFY(verifySealedReport(pdf, {result.authorityFingerprint}).isValid());
    const SealResult other = verifySealedReport(pdf, {QString(64, u'0')});
    QCOMPARE(other.firstFailure()->reason, u"seal.fingerprint"_s);
}

void PdfSignerTest::pdfsigAgrees()
{
    if (QStandardPaths::findExecutable(u"pdfsig"_s).isEmpty())
        QSKIP("pdfsig is not installed");
    QTemporaryDir dir;
    const QString path = save(dir, dwtest::SealSample().sealed());
    const QString out = run(u"pdfsig"_s, {u"-nocert"_s, path});
    QVERIFY2(out.contains("Signature is Valid."_L1), qPrintable(out));
    QVERIFY2(out.contains("Total document signed"_L1), qPrintable(out));
    QVERIFY2(out.contains("ETSI.CAdES.detached"_L1), qPrintable(out));
    if (QStandardPaths::findExecutable(u"qpdf"_s).isEmpty())
        return;
    const QString checked = run(u"qpdf"_s, {u"--check"_s, path});
    QVERIFY2(checked.contains("No syntax or stream encoding errors"_L1), qPrintable(checked));
}

void PdfSignerTest::passwordAndSignatureTogether()
{
    dwtest::SealSample sample;
    sample.password = SecretBytes::copyOf("correct horse");
    const QByteArray pdf = sample.sealed();
    QVERIFY(!pdf.contains("Kingfisher"));
    QCOMPARE(verifySealedReport(pdf).firstFailure()->reason, u"seal.encrypted"_s);
    if (QStandardPaths::findExecutable(u"pdfsig"_s).isEmpty())
        QSKIP("pdfsig is not installed");
    QTemporaryDir dir;
    const QString path = save(dir, pdf);
    const QString out = run(u"pdfsig"_s, {u"-nocert"_s, u"-upw"_s, u"correct horse"_s, path});
    QVERIFY2(out.contains("Signature is Valid."_L1), qPrintable(out));
    QVERIFY2(out.contains("Total document signed"_L1), qPrintable(out));
    QVERIFY(!run(u"pdfsig"_s, {u"-nocert"_s, path}).contains("Signature is Valid."_L1));
}

void PdfSignerTest::sameInputSameBytesBeforeTheSeal()
{
    const dwtest::SealSample sample;
    const QByteArray finished = sample.finished();
    const QByteArray one = *preparePdf(finished, sample.options());
    QCOMPARE(one.size(), preparePdf(finished, sample.options())->size());
    const QByteArray sealed = *completePdf(one, sample.identity);
    QCOMPARE(sealed.size(), one.size());
    QCOMPARE(sealed, *completePdf(one, sample.identity)); // RFC 6979: no randomness in the signature.
}

void PdfSignerTest::refusesWhatItCannotSign()
{
    const dwtest::SealSample sample;
    QCOMPARE(signPdf("not a PDF", sample.identity, sample.options()).error().reason, u"seal.unreadable_pdf"_s);
    QCOMPARE(signPdf(sample.sealed(), sample.identity, sample.options()).error().reason, u"seal.signed_already"_s);
    SignOptions options = sample.options();
    options.seal.page = 7;
    QCOMPARE(signPdf(sample.finished(), sample.identity, options).error().reason, u"seal.no_such_page"_s);
    QCOMPARE(completePdf(sample.finished(), sample.identity).error().reason, u"seal.not_prepared"_s);
    QCOMPARE(completePdf(sample.sealed(), sample.identity).error().reason, u"seal.not_prepared"_s);
}

DW_TEST(PdfSignerTest)
#include "tst_pdfsigner.moc"
