#include "core/engines/crypto/aead.h"
#include "core/engines/crypto/exchange.h"
#include "core/engines/crypto/hash.h"
#include "core/engines/crypto/kdf.h"
#include "core/engines/crypto/merkle.h"
#include "core/engines/crypto/random.h"
#include "core/engines/crypto/signing.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

SecretBytes secretHex(const char *text)
{
    return SecretBytes::copyOf(hex(text));
}

} // namespace

// Against published vectors: FIPS 180-4, RFC 4231, 5869, 7748, 8032, 6962 (test tree of the CT project),
// draft-irtf-cfrg-xchacha-03 A.3.1 and the test suite of the Argon2 reference code.
class TestCrypto final : public QObject
{
    Q_OBJECT

private slots:
    void sha256Vectors()
    {
        QCOMPARE(sha256("abc"), hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha256({}), hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        Sha256 pieces;
        pieces.update("a");
        pieces.update({});
        pieces.update("bc");
        QCOMPARE(pieces.finish(), sha256("abc"));
        QCOMPARE(pieces.finish(), sha256({}));
    }

    void hmacAndHkdfVectors()
    {
        QCOMPARE(hmacSha256(QByteArrayView("Jefe"), "what do ya want for nothing?"),
            hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        const SecretBytes key
            = hkdf(SecretBytes::copyOf(QByteArray(22, '\x0b')), hex("000102030405060708090a0b0c"), hex("f0f1f2f3f4f5f6f7f8f9"), 42);
        QCOMPARE(key.view().toByteArray(),
            hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"));
    }

    void xchachaVector()
    {
        const SecretBytes key = secretHex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
        const QByteArray nonce = hex("404142434445464748494a4b4c4d4e4f5051525354555657");
        const QByteArray aad = hex("50515253c0c1c2c3c4c5c6c7");
        const QByteArray plain("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the "
                               "future, sunscreen would be it.");
        const QByteArray expected = nonce
            + hex("bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39"
                  "ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                  "21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49");
        const auto sealed = aeadSealWithNonce(key, nonce, plain, aad);
        QVERIFY(sealed);
        QCOMPARE(*sealed, expected);
        QCOMPARE(*aeadOpen(key, *sealed, aad), plain);
    }

    void aeadRefusesEveryFlip()
    {
        const SecretBytes key = randomSecret();
        const QByteArray sealed = *aeadSeal(key, "twelve bytes", "place");
        QCOMPARE(*aeadOpen(key, sealed, "place"), QByteArray("twelve bytes"));
        for (qsizetype i = 0; i < sealed.size() * 8; ++i) {
            QByteArray bad = sealed;
            bad[i / 8] = static_cast<char>(bad[i / 8] ^ (1 << (i % 8)));
            QVERIFY(!aeadOpen(key, bad, "place"));
        }
        for (qsizetype i = 0; i < sealed.size(); ++i)
            QVERIFY(!aeadOpen(key, sealed.first(i), "place"));
        const auto moved = aeadOpen(key, sealed, "another place");
        QVERIFY(!moved);
        QCOMPARE(moved.error().reason, u"crypto.not_authentic"_s);
        QVERIFY(!aeadOpen(randomSecret(), sealed, "place"));
        QVERIFY(!aeadSeal(randomSecret(16), "x", "place"));
        QCOMPARE(aeadOpen(key, *aeadSeal(key, {}, {}), {}).value(), QByteArray());
    }

    void argon2Vectors()
    {
        const SecretBytes password = SecretBytes::copyOf("password");
        const KdfLimits loose {{8, 1, 1}, {128 * 1024, 4, 4}};
        QCOMPARE(argon2id(password, "somesalt", {256, 2, 1}, loose)->view().toByteArray(),
            hex("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"));
        QCOMPARE(argon2id(password, "somesalt", {65536, 2, 1}, loose)->view().toByteArray(),
            hex("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"));
    }

    void kdfParametersOutsideTheLimitsAreRefused()
    {
        const SecretBytes password = SecretBytes::copyOf("password");
        const auto reason = [&](const KdfParams &params) {
            const auto result = argon2id(password, "somesalt", params);
            return result ? QString() : result.error().reason;
        };
        QCOMPARE(reason({256 * 1024 - 1, 3, 1}), u"kdf.below_floor"_s);
        QCOMPARE(reason({256 * 1024, 2, 1}), u"kdf.below_floor"_s);
        QCOMPARE(reason({256 * 1024, 3, 0}), u"kdf.below_floor"_s);
        QCOMPARE(reason({4 * 1024 * 1024 + 1, 3, 1}), u"kdf.above_ceiling"_s);
        QCOMPARE(reason({256 * 1024, 17, 1}), u"kdf.above_ceiling"_s);
        QCOMPARE(reason({0xffffffff, 0xffffffff, 0xffffffff}), u"kdf.above_ceiling"_s);
        QVERIFY(checkKdfParams({}));
        QVERIFY(checkKdfParams({4 * 1024 * 1024, 16, 1}));
    }

    void ed25519Vectors()
    {
        const auto first = SigningKey::fromSeed(secretHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        QCOMPARE(first->publicKey(), hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        QCOMPARE(first->sign({}),
            hex("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"));
        const auto second = SigningKey::fromSeed(secretHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        QCOMPARE(second->publicKey(), hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
        QVERIFY(verifySignature(second->publicKey(), "r",
            hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")));
    }

    void signaturesBindMessageAndKey()
    {
        const SigningKey key = SigningKey::generate();
        const QByteArray signature = key.sign("message");
        QVERIFY(verifySignature(key.publicKey(), "message", signature));
        QVERIFY(!verifySignature(key.publicKey(), "massage", signature));
        QVERIFY(!verifySignature(SigningKey::generate().publicKey(), "message", signature));
        QVERIFY(!verifySignature(key.publicKey(), "message", signature.first(63)));
        for (qsizetype i = 0; i < signature.size() * 8; ++i) {
            QByteArray bad = signature;
            bad[i / 8] = static_cast<char>(bad[i / 8] ^ (1 << (i % 8)));
            QVERIFY(!verifySignature(key.publicKey(), "message", bad));
        }
        QCOMPARE(SigningKey::fromSeed(key.seed())->publicKey(), key.publicKey());
        QVERIFY(!SigningKey::fromSeed(SecretBytes(31)));
    }

    void aSecondFormOfASignatureIsRefused()
    {
        // S + L verifies in lax libraries; L little endian is added to the second half.
        const QByteArray order = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        const SigningKey key = SigningKey::generate();
        QByteArray signature = key.sign("message");
        int carry = 0;
        for (int i = 0; i < 32; ++i) {
            const int sum = static_cast<uchar>(signature[32 + i]) + static_cast<uchar>(order[i]) + carry;
            signature[32 + i] = static_cast<char>(sum & 0xff);
            carry = sum >> 8;
        }
        QVERIFY(!verifySignature(key.publicKey(), "message", signature));
    }

    void x25519Vector()
    {
        const auto bob = ExchangeKey::fromSecret(secretHex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
        QCOMPARE(bob->publicKey(), hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"));
        const auto shared = bob->agree(hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"));
        QCOMPARE(shared->view().toByteArray(), hex("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742"));
    }

    void boxesOpenOnlyForTheirKeyAndPlace()
    {
        const ExchangeKey key = ExchangeKey::generate();
        const QByteArray box = *sealBox(key.publicKey(), "level key", "vault|3");
        QCOMPARE(openBox(key, box, "vault|3")->view().toByteArray(), QByteArray("level key"));
        QVERIFY(box != *sealBox(key.publicKey(), "level key", "vault|3"));
        QVERIFY(!openBox(key, box, "vault|4"));
        QVERIFY(!openBox(ExchangeKey::generate(), box, "vault|3"));
        for (qsizetype i = 0; i < box.size(); ++i) {
            QByteArray bad = box;
            bad[i] = static_cast<char>(bad[i] ^ 1);
            QVERIFY(!openBox(key, bad, "vault|3"));
            QVERIFY(!openBox(key, box.first(i), "vault|3"));
        }
    }

    void publicKeysOfSmallOrderAreRefused()
    {
        for (const char *point : {"00", "01", "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                 "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"}) {
            const auto sealed = sealBox(hex(point).leftJustified(32, '\0'), "x", {});
            QVERIFY(!sealed);
            QCOMPARE(sealed.error().reason, u"crypto.weak_public_key"_s);
        }
        QVERIFY(!sealBox(QByteArray(31, 'x'), "x", {}));
    }

    void merkleTree()
    {
        QList<QByteArray> leaves;
        QCOMPARE(merkleRoot(leaves), sha256({}));
        const QList<QByteArray> roots {hex("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
            hex("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
            hex("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
            hex("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
            hex("4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
            hex("76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
            hex("ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
            hex("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")};
        const char *inputs[] = {"", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f"};
        for (int i = 0; i < 8; ++i) {
            leaves.append(hex(inputs[i]));
            QCOMPARE(merkleRoot(leaves), roots.at(i));
        }
    }

    void comparesInConstantTime()
    {
        QVERIFY(constantTimeEquals("same", "same"));
        QVERIFY(!constantTimeEquals("same", "Same"));
        QVERIFY(!constantTimeEquals("same", "sam"));
        QVERIFY(randomBytes(16) != randomBytes(16));
    }
};

DW_TEST(TestCrypto)
#include "tst_crypto.moc"
