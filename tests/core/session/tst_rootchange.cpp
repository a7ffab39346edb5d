#include "core/store/keyring.h"
#include "core/store/rekeykeep.h"
#include "tests/support/directorycopy.h"
#include "tests/support/testmain.h"
#include "tests/support/vaultfixture.h"

#include <QFile>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::VaultFixture;

// A revoked owner knew the root key: the vault gets another, which descends from it, and nobody accepts the former.
class TestRootChange : public QObject
{
    Q_OBJECT

private slots:
    void revokingAnOwnerReplacesTheRoot()
    {
        VaultFixture vault;
        QByteArray first, certificate;
        {
            const auto mia = vault.create();
            first = mia->keys()->root()->signing.publicKey();
            certificate = mia->keys()->content().authority;
            QVERIFY(VaultFixture::add(*mia, u"olga"_s, Role::Owner, 4));
            QVERIFY(VaultFixture::add(*mia, u"ben"_s, Role::Reviewer, 3));
        }
        {
            const auto olga = vault.unlock(u"olga"_s, "olga passphrase");
            QVERIFY(olga && (*olga)->keys()->root());
            const auto mia = (*olga)->accounts().byName(u"mia"_s);
            QVERIFY((*olga)->accounts().revoke(mia->id, u"left the company"_s));
            const auto keys = (*olga)->keys();
            QVERIFY(keys->root()->signing.publicKey() != first);
            QVERIFY(keys->content().authority != certificate);
            QCOMPARE(keys->content().successions.size(), 1);
            QVERIFY(!Session::hasKeptRekey(vault.path()));
        }
        QCOMPARE(vault.unlock().error().reason, u"vault.wrong_passphrase"_s);
        // Who stays is bound to the new root at the next unlock, and goes on.
        {
            const auto ben = vault.unlock(u"ben"_s, "ben passphrase");
            QVERIFY2(ben, ben ? "" : qPrintable(ben.error().reason));
            QVERIFY((*ben)->keys()->isRootPinned());
            QVERIFY((*ben)->warnings().isEmpty());
            QVERIFY((*ben)->store().verifyTrail()->isClean());
        }
        {
            const auto recovered = Session::recover(vault.path(), SecretBytes::copyOf(vault.recoveryKey.toLatin1()), vault.options());
            QVERIFY2(recovered, recovered ? "" : qPrintable(recovered.error().reason));
            QVERIFY((*recovered)->keys()->root() && (*recovered)->keys()->isRootPinned());
        }
        const auto olga = vault.unlock(u"olga"_s, "olga passphrase");
        QVERIFY(olga && (*olga)->keys()->isRootPinned());
        QVERIFY(VaultFixture::add(**olga, u"tim"_s, Role::LegalCounsel, 4));
        QVERIFY(VaultFixture::add(**olga, u"uma"_s, Role::Owner, 4));
        QVERIFY((*olga)->accounts().revoke((*olga)->accounts().byName(u"uma"_s)->id, u"again"_s));
        QCOMPARE((*olga)->keys()->content().successions.size(), 2);
    }

    void anOwnerWhoIsOneNoLongerKnowsNoRootThatHolds()
    {
        VaultFixture vault;
        const auto mia = vault.create();
        const auto id = VaultFixture::add(*mia, u"olga"_s, Role::Owner, 4);
        const QByteArray first = mia->keys()->root()->signing.publicKey();
        AccountTerms terms;
        terms.role = Role::DealManager;
        terms.clearance = 4;
        QVERIFY(mia->accounts().change(*id, terms, u"other duties"_s));
        QVERIFY(mia->keys()->root()->signing.publicKey() != first);
        QVERIFY(mia->keys()->isCleared(4));
    }

    void aChainThatIsNotSignedIsRefused()
    {
        VaultFixture vault;
        {
            const auto mia = vault.create();
            const auto olga = VaultFixture::add(*mia, u"olga"_s, Role::Owner, 4);
            QVERIFY(mia->accounts().revoke(*olga, u"left"_s));
            Slots forged = mia->keys()->content();
            const SecretBytes mac = mia->keys()->slotsMacKey();
            QVERIFY(forged.verifyRoot(mia->keys()->header().rootPublicKey));
            forged.successions.first().signature[0] = char(forged.successions.first().signature[0] ^ 1);
            QVERIFY(!forged.verifyRoot(mia->keys()->header().rootPublicKey));
            forged = mia->keys()->content();
            forged.successions.clear();
            QVERIFY(!forged.verifyRoot(mia->keys()->header().rootPublicKey));
            const auto read = Slots::parse(mia->keys()->content().toBytes(mac));
            QVERIFY(read);
            QCOMPARE(read->successions.size(), 1);
        }
    }

    void aFailedExchangeIsTakenBack()
    {
        VaultFixture vault;
        {
            const auto mia = vault.create();
            QVERIFY(VaultFixture::add(*mia, u"ben"_s, Role::DealManager, 4));
        }
        QCOMPARE(takeBack(vault).error().reason, u"rekey.nothing_kept"_s);
        {
            const auto mia = vault.unlock();
            QVERIFY(RekeyKeep(vault.vault()).make()); // as just before the new keys are put in force
            QVERIFY((*mia)->accounts().revoke((*mia)->accounts().byName(u"ben"_s)->id, u"left"_s));
            QVERIFY(!Session::hasKeptRekey(vault.path())); // all went well: it is gone
        }
        {
            const auto mia = vault.unlock();
            QVERIFY(VaultFixture::add(**mia, u"eve"_s, Role::DealManager, 4));
        }
        QVERIFY(RekeyKeep(vault.vault()).make());
        // And now the vault itself is lost: its slots name keys that open nothing.
        for (const int level : {2, 3, 4}) {
            QFile file(vault.vault().databaseFile(level));
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.write(QByteArray(8192, 'x'));
        }
        QVERIFY(!vault.unlock());
        QVERIFY(Session::hasKeptRekey(vault.path()));
        QCOMPARE(takeBack(vault, u"eve"_s, "eve passphrase").error().reason, u"account.owner_only"_s);
        QCOMPARE(takeBack(vault, u"mia"_s, "wrong").error().reason, u"vault.wrong_passphrase"_s);
        QVERIFY(takeBack(vault));
        const auto mia = vault.unlock();
        QVERIFY2(mia, mia ? "" : qPrintable(mia.error().reason));
        QVERIFY((*mia)->store().verifyTrail()->isClean());
        QVERIFY(!Session::hasKeptRekey(vault.path())); // it opened and is sound: the copy has done its duty
    }

    void aDamagedCopyIsNotPutBack()
    {
        VaultFixture vault;
        vault.create();
        const RekeyKeep keep(vault.vault());
        QVERIFY(keep.make());
        QFile file(keep.directory().databaseFile(4));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(4096 + 100));
        file.write(QByteArray(64, 'x'));
        file.close();
        QCOMPARE(takeBack(vault).error().code, ErrorCode::Corrupt);
        QVERIFY(vault.unlock());
    }

private:
    static Result<> takeBack(const VaultFixture &vault, const QString &name = u"mia"_s, const char *passphrase = "owner passphrase")
    {
        return Session::takeBackRekey(vault.path(), name, VaultFixture::secret(passphrase), {}, vault.options());
    }
};

DW_TEST(TestRootChange)
#include "tst_rootchange.moc"
