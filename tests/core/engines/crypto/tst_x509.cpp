#include "core/engines/crypto/x509.h"

#include "core/engines/crypto/pkcs12.h"
#include "tests/support/sealidentity.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class X509Test : public QObject
{
    Q_OBJECT

private slots:
    void saysWhoItBelongsTo();
    void keyComesBackFromItsPkcs8();
    void refusesWeakKeys();
    void chainHoldsAndBreaks();
    void refusesAnAuthorityThatIsNotTheKeys();
    void signatureHasOneForm();
    void refusesFlippedCertificates();
    void importsPkcs12();
};

void X509Test::saysWhoItBelongsTo()
{
    const SealIdentity identity = dwtest::makeIdentity(u"陈静"_s);
    const auto info = readCertificate(identity.certificate);
    QVERIFY(info);
    QCOMPARE(info->commonName, u"陈静"_s);
    QCOMPARE(info->organisation, u"Kingfisher"_s);
    QCOMPARE(info->issuerName, u"Dealward vault"_s);
    QCOMPARE(info->notBefore, dwtest::tenYears().from);
    QCOMPARE(info->notAfter, dwtest::tenYears().until);
    QCOMPARE(info->publicKey, identity.key.publicKey());
    QVERIFY(!info->isAuthority);
    QVERIFY(!info->isSelfSigned);
    QCOMPARE(info->fingerprint.size(), 64);
    QCOMPARE(groupedFingerprint(u"0011aabbccdd"_s), u"0011 AABB CCDD"_s);
    const auto authority = readCertificate(identity.chain.first());
    QVERIFY(authority->isAuthority);
    QVERIFY(authority->isSelfSigned);
}

void X509Test::keyComesBackFromItsPkcs8()
{
    const SealKey key = SealKey::generate();
    const auto again = SealKey::fromPkcs8(key.toPkcs8());
    QVERIFY(again);
    QCOMPARE(again->publicKey(), key.publicKey());
    const auto bad = SealKey::fromPkcs8(SecretBytes::copyOf("not a key"));
    QVERIFY(!bad);
    QCOMPARE(bad.error().reason, u"x509.key"_s);
}

void X509Test::refusesWeakKeys()
{
    // RFC 8410's example of an Ed25519 key: well-formed, but not for PDF signatures.
    const QByteArray ed25519 = QByteArray::fromBase64("MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC");
    const auto key = SealKey::fromPkcs8(SecretBytes::copyOf(ed25519));
    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::Unsupported);
}

void X509Test::chainHoldsAndBreaks()
{
    const SealIdentity one = dwtest::makeIdentity();
    const SealIdentity two = dwtest::makeIdentity();
    QVERIFY(isChain(one.certificate, one.chain));
    QVERIFY(isChain(one.certificate, {}));
    QVERIFY(!isChain(one.certificate, two.chain)); // Same names, another key.
    QVERIFY(!isChain(one.chain.first(), {one.certificate}));
}

void X509Test::refusesAnAuthorityThatIsNotTheKeys()
{
    const SealKey key = SealKey::generate();
    const SealIdentity other = dwtest::makeIdentity();
    const auto result = issueCertificate(key, other.chain.first(), key.publicKey(), {u"A"_s, {}}, dwtest::tenYears());
    QVERIFY(!result);
    QCOMPARE(result.error().reason, u"x509.authority"_s);
}

void X509Test::signatureHasOneForm()
{
    const SealIdentity identity = dwtest::makeIdentity();
    for (int i = 0; i < 40; ++i) {
        const QByteArray message = "message " + QByteArray::number(i);
        const auto signature = identity.key.sign(message);
        QVERIFY(signature);
        QVERIFY(verifyWithCertificate(identity.certificate, message, *signature));
        QVERIFY(!verifyWithCertificate(identity.certificate, "another", *signature));
        QVERIFY(!verifyWithCertificate(identity.certificate, message, *signature + '\0'));
        for (qsizetype bit = 0; i == 0 && bit < signature->size() * 8; ++bit) {
            QByteArray flipped = *signature;
            flipped[bit / 8] = static_cast<char>(flipped.at(bit / 8) ^ (1 << (bit % 8)));
            QVERIFY2(!verifyWithCertificate(identity.certificate, message, flipped), qPrintable(QString::number(bit)));
        }
    }
}

void X509Test::refusesFlippedCertificates()
{
    const SealIdentity identity = dwtest::makeIdentity();
    int unread = 0;
    for (qsizetype bit = 0; bit < identity.certificate.size() * 8; ++bit) {
        QByteArray flipped = identity.certificate;
        flipped[bit / 8] = static_cast<char>(flipped.at(bit / 8) ^ (1 << (bit % 8)));
        if (!readCertificate(flipped))
            ++unread;
        QVERIFY(certificateFingerprint(flipped) != identity.fingerprint());
    }
    QVERIFY(unread > 0);
    QCOMPARE(readCertificate({}).error().reason, u"x509.malformed"_s);
    QCOMPARE(readCertificate(identity.certificate + "x").error().reason, u"x509.malformed"_s);
}

void X509Test::importsPkcs12()
{
    const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
    if (openssl.isEmpty())
        QSKIP("openssl is not installed");
    QTemporaryDir dir;
    const auto run = [&](const QStringList &arguments) {
        QProcess process;
        process.setWorkingDirectory(dir.path());
        process.start(openssl, arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    };
    QVERIFY(run({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, u"k.pem"_s, u"-out"_s,
        u"c.pem"_s, u"-days"_s, u"30"_s, u"-subj"_s, u"/CN=Outside Counsel/O=Firm"_s}));
    QVERIFY(run({u"pkcs12"_s, u"-export"_s, u"-inkey"_s, u"k.pem"_s, u"-in"_s, u"c.pem"_s, u"-out"_s, u"i.p12"_s,
        u"-passout"_s, u"pass:secret"_s}));
    QFile file(dir.filePath(u"i.p12"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const auto identity = importPkcs12(bytes, SecretBytes::copyOf("secret"));
    QVERIFY(identity);
    QCOMPARE(readCertificate(identity->certificate)->commonName, u"Outside Counsel"_s);
    QVERIFY(verifyWithCertificate(identity->certificate, "text", *identity->key.sign("text")));
    QCOMPARE(importPkcs12(bytes, SecretBytes::copyOf("wrong")).error().reason, u"pkcs12.passphrase"_s);
    QCOMPARE(importPkcs12("rubbish", SecretBytes::copyOf("secret")).error().reason, u"pkcs12.malformed"_s);
}

DW_TEST(X509Test)
#include "tst_x509.moc"
