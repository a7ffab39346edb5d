#include "core/session/session.h"

#include "core/store/keyring.h"
#include "tests/support/directorycopy.h"
#include "tests/support/testmain.h"
#include "tests/support/vaultfixture.h"

#include <QDirIterator>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::copyDirectory;
using dwtest::readFile;
using dwtest::VaultFixture;

class TestSession final : public QObject
{
    Q_OBJECT

private slots:
    void createsLocksAndUnlocks()
    {
        VaultFixture vault;
        {
            const auto session = vault.create();
            QCOMPARE(session->actor().name, u"mia"_s);
            QCOMPARE(session->actor().role, Role::Owner);
            QCOMPARE(session->actor().clearance, 4);
            QVERIFY(session->keys()->root());
            QCOMPARE(vault.recoveryKey.size(), 9 * 7 + 8);
        }
        for (const QString &file : {u"header.bin"_s, u"slots.bin"_s, u"store.db"_s, u"level3.db"_s, u"level4.db"_s})
            QVERIFY2(QFile::exists(vault.path() + u'/' + file), qPrintable(file));
        auto again = vault.unlock();
        QVERIFY(again);
        QVERIFY((*again)->warnings().isEmpty());
        QVERIFY((*again)->store().verifyTrail()->isClean());
        const auto rows = (*again)->store().read([](const ReadTx &tx) { return tx.records().list(u"account"_s); });
        QCOMPARE(rows->size(), 2); // the owner and the recovery slot
    }

    void measuresItself()
    {
        VaultFixture vault;
        const auto session = vault.create();
        const auto facts = session->store().read([](const ReadTx &tx) { return tx.records().list(u"fact"_s); });
        QStringList names;
        for (const Record &fact : *facts) {
            QVERIFY2(fact.flag(u"holds"_s), qPrintable(fact.text(u"name"_s)));
            names.append(fact.text(u"name"_s));
        }
        names.sort();
        QCOMPARE(names, (QStringList {u"app.version"_s, u"vault.blobs_encrypted"_s, u"vault.cipher"_s, u"vault.format"_s, u"vault.kdf"_s}));
    }

    void accountNamesAreComparedLeniently()
    {
        VaultFixture vault;
        vault.create();
        QVERIFY(vault.unlock(u"  MIA "_s));
    }

    void refusesWrongPassphraseAndUnknownAccountAlike()
    {
        VaultFixture vault;
        vault.create();
        const auto wrong = vault.unlock(u"mia"_s, "owner Passphrase");
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(wrong.error().reason, u"vault.wrong_passphrase"_s);
        const auto unknown = vault.unlock(u"nobody"_s);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error(), wrong.error());
    }

    void refusesToOverwriteAndToOpenNothing()
    {
        VaultFixture vault;
        const auto missing = vault.unlock();
        QCOMPARE(missing.error().reason, u"vault.missing"_s);
        vault.create();
        const auto twice = Session::create({vault.path(), u"eve"_s, VaultFixture::secret("x"), {}}, vault.options());
        QVERIFY(!twice);
        QCOMPARE(twice.error().reason, u"vault.exists"_s);
        QVERIFY(vault.unlock());
    }

    void aWeakPassphraseMakesNoVault()
    {
        VaultFixture vault;
        SessionOptions options = vault.options();
        options.passphraseFloor = 40;
        const auto weak = Session::create({vault.path(), u"mia"_s, VaultFixture::secret("password1234"), {}}, options);
        QCOMPARE(weak.error().reason, u"passphrase.too_weak"_s);
        const auto tooShort = Session::create({vault.path(), u"mia"_s, VaultFixture::secret("x9$Lq"), {}}, options);
        QCOMPARE(tooShort.error().reason, u"passphrase.too_short"_s);
        QVERIFY(!QFile::exists(vault.path()));
        // What it costs by default cannot be lowered by a file.
        options.kdfLimits = {};
        const auto cheap
            = Session::create({vault.path(), u"mia"_s, VaultFixture::secret("vexed-otter-plum-96-sill"), {}}, options);
        QCOMPARE(cheap.error().reason, u"kdf.below_floor"_s);
        QVERIFY(!QFile::exists(vault.path()));
    }

    void aKeyFileIsPartOfTheKey()
    {
        VaultFixture vault;
        {
            auto created = Session::create(
                {vault.path(), u"mia"_s, VaultFixture::secret("owner passphrase"), "key file content"}, vault.options());
            QVERIFY(created);
        }
        QCOMPARE(vault.unlock().error().reason, u"vault.key_file_needed"_s);
        const auto other
            = Session::unlock(vault.path(), u"mia"_s, VaultFixture::secret("owner passphrase"), "another", vault.options());
        QCOMPARE(other.error().reason, u"vault.wrong_passphrase"_s);
        QVERIFY(Session::unlock(
            vault.path(), u"mia"_s, VaultFixture::secret("owner passphrase"), "key file content", vault.options()));
    }

    void aSecondWriterIsToldWhoHoldsIt()
    {
        VaultFixture vault;
        const auto session = vault.create();
        const auto second = vault.unlock();
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Locked);
        QCOMPARE(second.error().reason, u"vault.in_use"_s);
        QCOMPARE(second.error().args.value(1), QString::number(QCoreApplication::applicationPid()));
    }

    void anOlderCopyIsLoudAndStandsInTheTrail()
    {
        VaultFixture vault;
        vault.create();
        const QString old = vault.directory.filePath(u"old"_s);
        copyDirectory(vault.path(), old);
        QVERIFY(vault.unlock());
        copyDirectory(old, vault.path());
        {
            const auto session = vault.unlock();
            QVERIFY(session);
            QVERIFY((*session)->warnings().contains(u"trail.older_than_seen"_s));
            const auto entries = (*session)->store().read([](const ReadTx &tx) {
                return tx.query(u"SELECT name FROM audit ORDER BY seq DESC LIMIT 1"_s);
            });
            QCOMPARE(entries->first().value(u"name"_s).toString(), u"vault.unlock_older_copy"_s);
        }
        const auto calm = vault.unlock();
        QVERIFY(calm);
        QVERIFY((*calm)->warnings().isEmpty());
    }

    void aForkedTrailIsRefused()
    {
        VaultFixture vault;
        vault.create();
        const QString other = vault.directory.filePath(u"other"_s);
        copyDirectory(vault.path(), other);
        QVERIFY(vault.unlock());
        {
            // Another computer goes on with its copy.
            SessionOptions elsewhere = vault.options();
            elsewhere.stateDirectory = vault.directory.filePath(u"elsewhere"_s);
            vault.clock.advance(1000);
            for (int i = 0; i < 2; ++i)
                QVERIFY(Session::unlock(other, u"mia"_s, VaultFixture::secret("owner passphrase"), {}, elsewhere));
        }
        copyDirectory(other, vault.path());
        const auto forked = vault.unlock();
        QVERIFY(!forked);
        QCOMPARE(forked.error().reason, u"trail.forked"_s);
    }

    void aTamperedDeviceMemoryIsSaid()
    {
        VaultFixture vault;
        vault.create();
        QDirIterator it(vault.directory.filePath(u"state/heads"_s), QDir::Files);
        QVERIFY(it.hasNext());
        const QString path = it.next();
        QVERIFY(!QFileInfo(path).fileName().contains(u"Heron"_s));
        QByteArray bytes = readFile(path);
        QVERIFY(!bytes.contains("mia"));
        bytes[bytes.indexOf("\"seq\":") + 6] = '9';
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto session = vault.unlock();
        QVERIFY(session);
        QVERIFY((*session)->warnings().contains(u"device.tampered"_s));
    }

    void damageOfADatabaseIsCalledDamage()
    {
        VaultFixture vault;
        vault.create();
        for (const QString &name : {u"store.db"_s, u"level3.db"_s, u"level4.db"_s}) {
            const QString path = vault.path() + u'/' + name;
            const QByteArray good = readFile(path);
            QByteArray bad = good;
            bad[100] = static_cast<char>(bad[100] ^ 1);
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(bad);
            file.close();
            const auto session = vault.unlock();
            QVERIFY(!session);
            QCOMPARE(session.error().reason, u"store.damaged"_s);
            QCOMPARE(session.error().args, QStringList {name});
            QVERIFY(!session.error().detail.contains(u"memory"_s));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(good);
        }
        QVERIFY(vault.unlock());
    }

    void recoversWithTheRecoveryKey()
    {
        VaultFixture vault;
        vault.create();
        const SecretBytes typed = SecretBytes::copyOf(vault.recoveryKey.toLower().replace(u'-', u' ').toLatin1());
        {
            auto session = Session::recover(vault.path(), typed, vault.options());
            QVERIFY(session);
            QCOMPARE((*session)->actor().role, Role::Recovery);
            const auto mia = (*session)->accounts().byName(u"mia"_s);
            QVERIFY((*session)->accounts().resetPassphrase(
                mia->id, {{}, VaultFixture::secret("a new passphrase"), {}}, u"forgotten"_s));
        }
        QVERIFY(!vault.unlock());
        auto session = vault.unlock(u"mia"_s, "a new passphrase");
        QVERIFY2(session, qPrintable(session ? QString() : session.error().detail));
        QVERIFY((*session)->store().verifyTrail()->isClean()); // entries by the former key, too
        QCOMPARE((*session)->accounts().byName(u"mia"_s)->formerSigningKeys.size(), 1);

        const auto fresh = (*session)->accounts().replaceRecoveryKey(u"read out on the phone"_s);
        QVERIFY(fresh);
        session->reset();
        QCOMPARE(Session::recover(vault.path(), typed, vault.options()).error().reason, u"recovery.wrong_key"_s);
        QVERIFY(Session::recover(vault.path(), *fresh, vault.options()));
    }

    void wrongRecoveryKeysSayWhere()
    {
        VaultFixture vault;
        vault.create();
        const auto reason = [&](const QString &text) {
            return Session::recover(vault.path(), SecretBytes::copyOf(text.toLatin1()), vault.options()).error();
        };
        QCOMPARE(reason(vault.recoveryKey.chopped(1)).reason, u"recovery.length"_s);
        QString bad = vault.recoveryKey;
        bad[17] = u'!';
        QCOMPARE(reason(bad), (Error {ErrorCode::InvalidInput, u"recovery.character"_s, {u"3"_s}, {}}));
        bad = vault.recoveryKey;
        bad.replace(0, 7, bad.mid(8, 7));
        const Error swapped = reason(bad);
        QVERIFY(swapped.reason == u"recovery.group"_s || swapped.reason == u"recovery.checksum"_s);
    }
};

DW_TEST(TestSession)
#include "tst_session.moc"
