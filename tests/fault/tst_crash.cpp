#include "core/desk/backup/backupservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/store/blobkeys.h"
#include "tests/support/childprocess.h"
#include "tests/support/testmain.h"
#include "tests/support/vaultfixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::ChildProcess;
using dwtest::VaultFixture;

namespace {

/// Documents of level 2, 3 and 4 in turn, every fifth with a blob; each commit is reported. Never returns by itself.
void writeForever(const VaultFixture &vault, qint64 number, const std::function<void(qint64)> &report)
{
    auto session = vault.unlock();
    if (!session)
        return;
    Store &store = (*session)->store();
    for (;; ++number) {
        const int level = 2 + int(number % 3);
        const auto written = store.write(Action {u"test.write"_s, u"document"_s, {}, {}}, [&](WriteTx &tx) -> Result<> {
            if (number % 5 == 0) {
                DW_ASSIGN(const StoredBlob blob, (*session)->blobs().write(level, QByteArray(100'000, 'b')));
                DW_TRY(blobkeys::insert(tx, blob));
            }
            DW_TRY(tx.records().insert(
                u"document"_s, {{u"title"_s, QString::number(number)}, {u"source_level"_s, qint64(level)}}));
            return {};
        });
        if (!written)
            return;
        report(number);
    }
}

/// Numbers of the documents, sealed titles of level 3 and 4 included.
QSet<qint64> numbers(Session &session)
{
    QSet<qint64> result;
    const auto rows = session.store().read([](const ReadTx &tx) { return tx.records().list(u"document"_s); });
    for (const Record &row : rows.value_or(QList<Record>()))
        result.insert(row.value(u"title"_s).isNull() ? -1 : row.text(u"title"_s).toLongLong());
    return result;
}

/// Says 1 when the account is there and 2 when its keys have been taken from it.
void addAndRevoke(const VaultFixture &vault, const QString &name, Role role, const std::function<void(qint64)> &report)
{
    auto session = vault.unlock();
    if (!session)
        return;
    const auto id = VaultFixture::add(**session, name, role, 4);
    if (!id)
        return;
    report(1);
    if ((*session)->accounts().revoke(*id, u"left"_s))
        report(2);
}

} // namespace

// No acknowledged commit is lost when the process dies at any moment.
class TestCrash final : public QObject
{
    Q_OBJECT

private slots:
    void killedWritersLoseNothing()
    {
        constexpr int kills = 50;
        VaultFixture vault;
        vault.create();
        QSet<qint64> acknowledged;
        qint64 next = 1;
        for (int kill = 1; kill <= kills; ++kill) {
            ChildProcess child([&](const auto &report) { writeForever(vault, next, report); });
            const int wanted = QRandomGenerator::global()->bounded(1, 15);
            for (int i = 0; i < wanted; ++i) {
                const qint64 number = child.next();
                QVERIFY(number > 0);
                acknowledged.insert(number);
            }
            child.letRun(QRandomGenerator::global()->bounded(4000));
            child.kill();
            for (qint64 number = child.next(); number > 0; number = child.next())
                acknowledged.insert(number);
            next += 1000;

            const auto session = vault.unlock();
            QVERIFY2(session, session ? "" : qPrintable(session.error().reason + session.error().detail));
            const QSet<qint64> present = numbers(**session);
            QVERIFY((acknowledged - present).isEmpty());
            QVERIFY(present.size() - acknowledged.size() <= kill); // at most one commit each that could not be reported
            QVERIFY(!present.contains(-1)); // no row whose sealed part is missing
            const auto sound = (*session)->store().checkIntegrity();
            QVERIFY2(sound, sound ? "" : qPrintable(sound.error().detail));
            if (kill % 10 == 0)
                QVERIFY((*session)->store().verifyTrail()->isClean());
        }
        QVERIFY(acknowledged.size() >= kills);
    }

    void killedReKeysLeaveAVaultThatOpens()
    {
        VaultFixture vault;
        vault.create();
        for (int kill = 0; kill < 12; ++kill) {
            ChildProcess child([&](const auto &report) { addAndRevoke(vault, u"user%1"_s.arg(kill), Role::Reviewer, report); });
            QCOMPARE(child.next(), 1);
            child.letRun(kill * 9000 + QRandomGenerator::global()->bounded(9000));
            child.kill();
            const auto session = vault.unlock();
            QVERIFY2(session, session ? "" : qPrintable(session.error().reason + session.error().detail));
            QVERIFY((*session)->store().checkIntegrity());
            QVERIFY((*session)->store().verifyTrail()->isClean());
            const auto card = (*session)->accounts().byName(u"user%1"_s.arg(kill));
            QVERIFY(card);
            const auto unfinished = (*session)->accounts().unfinishedRevocations();
            if (!unfinished.isEmpty()) {
                QVERIFY((*session)->warnings().contains(u"account.revocation_unfinished"_s));
                QVERIFY((*session)->accounts().revoke(unfinished.first(), u"completed"_s));
            }
        }
    }

    // The same for an owner, whose root key is replaced too; and the recovery key still opens what is left.
    void killedRootChangesLeaveAVaultThatOpens()
    {
        VaultFixture vault;
        vault.create();
        for (int kill = 0; kill < 8; ++kill) {
            ChildProcess child([&](const auto &report) { addAndRevoke(vault, u"owner%1"_s.arg(kill), Role::Owner, report); });
            QCOMPARE(child.next(), 1);
            child.letRun(kill * 14000 + QRandomGenerator::global()->bounded(14000));
            child.kill();
            const auto session = vault.unlock();
            QVERIFY2(session, session ? "" : qPrintable(session.error().reason + session.error().detail));
            QVERIFY((*session)->store().checkIntegrity());
            QVERIFY((*session)->store().verifyTrail()->isClean());
            QVERIFY(!Session::hasKeptRekey(vault.path()));
            const auto unfinished = (*session)->accounts().unfinishedRevocations();
            if (!unfinished.isEmpty())
                QVERIFY((*session)->accounts().revoke(unfinished.first(), u"completed"_s));
        }
        const auto recovered = Session::recover(vault.path(), SecretBytes::copyOf(vault.recoveryKey.toLatin1()), vault.options());
        QVERIFY2(recovered, recovered ? "" : qPrintable(recovered.error().reason));
        QVERIFY((*recovered)->keys()->root());
    }

    void killedFilingsLoseNothingAndFileNothingTwice()
    {
        VaultFixture vault;
        QVERIFY(VaultFixture::add(*vault.create(), u"ben"_s, Role::DealManager, 2));
        QSet<QString> written;
        constexpr int kills = 12;
        for (int kill = 0; kill < kills; ++kill) {
            {
                const auto ben = vault.unlock(u"ben"_s, "ben passphrase");
                QVERIFY2(ben, ben ? "" : qPrintable(ben.error().reason + ben.error().detail));
                for (int i = 0; i < 3; ++i) {
                    const QString facts = u"facts %1 %2"_s.arg(kill).arg(i);
                    QVERIFY((*ben)->records().add(u"incident"_s,
                        {{u"title"_s, u"Seen"_s}, {u"kind"_s, u"rumour"_s}, {u"level"_s, 3 + i % 2}, {u"facts"_s, facts}}));
                    written.insert(facts);
                }
            }
            ChildProcess child([&](const auto &report) {
                report(1);
                const auto mia = vault.unlock(); // files what waits
                report(2);
            });
            QCOMPARE(child.next(), 1);
            child.letRun(QRandomGenerator::global()->bounded(120'000));
            child.kill();
        }
        const auto mia = vault.unlock();
        QVERIFY2(mia, mia ? "" : qPrintable(mia.error().reason + mia.error().detail));
        QVERIFY((*mia)->filed().held.isEmpty());
        QVERIFY((*mia)->waitingEntries()->isEmpty());
        QSet<QString> present;
        const auto incidents = (*mia)->records().list(u"incident"_s);
        QVERIFY(incidents);
        for (const Record &incident : *incidents)
            present.insert(incident.text(u"facts"_s));
        QCOMPARE(present, written);
        const auto filings = (*mia)->store().read([](const ReadTx &tx) { return tx.query(u"SELECT 1 FROM audit WHERE name = 'inbox.file'"_s); });
        QCOMPARE(filings->size(), kills * 3);
        QVERIFY((*mia)->store().verifyTrail()->isClean());
    }

    void aKilledBackupIsNoBackup()
    {
        VaultFixture vault;
        {
            const auto session = vault.create();
            for (int i = 0; i < 10; ++i)
                QVERIFY((*session).blobs().write(2, QByteArray(300'000, 'b')));
        }
        const QString root = vault.directory.filePath(u"stick"_s);
        for (int kill = 0; kill < 6; ++kill) {
            ChildProcess child([&](const auto &report) {
                auto session = vault.unlock();
                if (!session)
                    return;
                report(1);
                NoJobContext job;
                (void)(*session)->backup().make(root, job);
            });
            QCOMPARE(child.next(), 1);
            child.letRun(kill * 15'000);
            child.kill();
            const auto session = vault.unlock();
            QVERIFY(session);
            NoJobContext job;
            for (const BackupEntry &entry : (*session)->backup().list(root))
                QVERIFY((*session)->backup().verify(entry.path, job));
        }
    }

    void aSecondProcessIsToldWhoHoldsTheVault()
    {
        VaultFixture vault;
        vault.create();
        ChildProcess holder([&](const auto &report) {
            const auto session = vault.unlock();
            report(session ? 1 : 2);
            ::pause();
        });
        QCOMPARE(holder.next(), 1);
        const auto second = vault.unlock();
        QCOMPARE(second.error().reason, u"vault.in_use"_s);
        QVERIFY(second.error().args.value(1).toLongLong() > 0);
        QVERIFY(second.error().args.value(1) != QString::number(QCoreApplication::applicationPid()));
        holder.kill();
        QVERIFY(vault.unlock()); // a dead holder holds nothing
    }
};

DW_TEST(TestCrash)
#include "tst_crash.moc"
