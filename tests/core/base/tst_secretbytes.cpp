#include "core/base/secretbytes.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

class TestSecretBytes final : public QObject
{
    Q_OBJECT

private slots:
    void growsAndKeepsItsPrefix()
    {
        SecretBytes secret = SecretBytes::copyOf("abc");
        secret.append(QByteArray(10'000, 'x'));
        QCOMPARE(secret.size(), size_t(10'003));
        QVERIFY(secret.view().first(3) == QByteArrayView("abc"));
        secret.resize(3);
        QVERIFY(secret.equals(SecretBytes::copyOf("abc")));
        QVERIFY(!secret.equals(SecretBytes::copyOf("abd")));
    }

    void wipesWhatItGivesUp()
    {
        SecretBytes secret = SecretBytes::copyOf("secret!");
        const std::uint8_t *tail = secret.data() + 3;
        secret.resize(3);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(int(tail[i]), 0);
    }

    void movingLeavesNothingBehind()
    {
        SecretBytes a = SecretBytes::copyOf("key");
        const SecretBytes b = std::move(a);
        QVERIFY(a.isEmpty());
        QCOMPARE(b.size(), size_t(3));
    }
};

DW_TEST(TestSecretBytes)
#include "tst_secretbytes.moc"
