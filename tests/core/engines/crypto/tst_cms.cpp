#include "core/engines/crypto/cms.h"

#include "tests/support/sealidentity.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class CmsTest : public QObject
{
    Q_OBJECT

private slots:
    void comesBack();
    void refusesAnotherContent();
    void refusesEveryFlippedBit();
    void refusesTrailingBytesAndTruncation();
    void opensslAgrees();

private:
    static QByteArray digest(QByteArrayView content)
    {
        return QCryptographicHash::hash(content.toByteArray(), QCryptographicHash::Sha256);
    }
};

void CmsTest::comesBack()
{
    const SealIdentity identity = dwtest::makeIdentity();
    const auto cms = signCms(digest("content"), identity);
    QVERIFY(cms);
    const auto contents = verifyCms(*cms, digest("content"));
    QVERIFY(contents);
    QCOMPARE(contents->certificate, identity.certificate);
    QCOMPARE(contents->chain, identity.chain);
    QVERIFY(cms->size() < 2048);
    QVERIFY(!cms->contains(QByteArray::fromHex("06092a864886f70d010905"))); // No signing time.
}

void CmsTest::refusesAnotherContent()
{
    const auto cms = signCms(digest("content"), dwtest::makeIdentity());
    QCOMPARE(verifyCms(*cms, digest("Content")).error().reason, u"cms.digest"_s);
    QCOMPARE(verifyCms(*cms, {}).error().reason, u"cms.digest"_s);
    QVERIFY(!signCms("short", dwtest::makeIdentity()));
}

void CmsTest::refusesEveryFlippedBit()
{
    const QByteArray content = digest("content");
    const auto cms = signCms(content, dwtest::makeIdentity());
    for (qsizetype bit = 0; bit < cms->size() * 8; ++bit) {
        QByteArray flipped = *cms;
        flipped[bit / 8] = static_cast<char>(flipped.at(bit / 8) ^ (1 << (bit % 8)));
        QVERIFY2(!verifyCms(flipped, content), qPrintable(u"bit %1"_s.arg(bit)));
    }
}

void CmsTest::refusesTrailingBytesAndTruncation()
{
    const QByteArray content = digest("content");
    const auto cms = signCms(content, dwtest::makeIdentity());
    QVERIFY(!verifyCms(*cms + '\0', content));
    for (qsizetype size = 0; size < cms->size(); ++size)
        QVERIFY(!verifyCms(cms->left(size), content));
}

void CmsTest::opensslAgrees()
{
    const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
    if (openssl.isEmpty())
        QSKIP("openssl is not installed");
    QTemporaryDir dir;
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(dir.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    const SealIdentity identity = dwtest::makeIdentity();
    QVERIFY(write(u"content"_s, "content"));
    QVERIFY(write(u"cms.der"_s, *signCms(digest("content"), identity)));
    QVERIFY(write(u"ca.pem"_s,
        "-----BEGIN CERTIFICATE-----\n" + identity.chain.first().toBase64() + "\n-----END CERTIFICATE-----\n"));
    QProcess process;
    process.setWorkingDirectory(dir.path());
    process.start(openssl, {u"cms"_s, u"-verify"_s, u"-cades"_s, u"-binary"_s, u"-inform"_s, u"DER"_s, u"-in"_s,
                               u"cms.der"_s, u"-content"_s, u"content"_s, u"-CAfile"_s, u"ca.pem"_s, u"-purpose"_s,
                               u"any"_s});
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

DW_TEST(CmsTest)
#include "tst_cms.moc"
