#include "tests/support/cli.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString passphrase = u"amber-station-violet-63"_s;

} // namespace

/// The vault, its accounts and its records, as typed.
class TestVaultCommand final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_cli.setUser(u"mia"_s, passphrase);
        const auto made = m_cli.onVault({u"vault"_s, u"create"_s, m_cli.path(u"Cedar"_s)});
        QVERIFY2(made.exitCode == 0, qUtf8Printable(made.complaint()));
        m_vault = m_cli.path(u"Cedar.dealvault"_s);
        QVERIFY(QFile::exists(m_vault + u"/header.bin"_s));
        m_recoveryKey = made.text().section(u'\n', -1);
    }

    void helpNamesEveryCommand()
    {
        const auto help = m_cli.run({u"help"_s});
        QCOMPARE(help.exitCode, 0);
        for (const char *name : {"vault", "account", "record", "document", "sign", "gate", "import", "status", "find", "redact",
                 "inspect", "anonymise", "release", "trace", "report", "demo"})
            QVERIFY2(help.text().contains(u"dealward-cli "_s + QString::fromLatin1(name)), name);
    }

    void wrongUseIsExitTwo()
    {
        QCOMPARE(m_cli.run({}).exitCode, 2);
        QCOMPARE(m_cli.run({u"nonsense"_s}).exitCode, 2);
        QCOMPARE(m_cli.run({u"vault"_s}).exitCode, 2);
        QCOMPARE(m_cli.run({u"vault"_s, u"info"_s, m_vault, u"--frobnicate"_s}).exitCode, 2);
        QVERIFY(m_cli.run({u"vault"_s, u"info"_s, m_vault}).complaint().contains(u"--user"_s));
    }

    void aSecondVaultInTheSamePlaceIsRefused()
    {
        const auto again = m_cli.onVault({u"vault"_s, u"create"_s, m_vault});
        QCOMPARE(again.exitCode, 2);
        QCOMPARE(m_cli.onVault({u"vault"_s, u"check"_s, m_vault}).exitCode, 0);
    }

    void aWrongPassphraseOpensNothing()
    {
        dwtest::Cli other;
        other.setUser(u"mia"_s, u"not-the-passphrase-11"_s);
        const auto run = other.onVault({u"vault"_s, u"info"_s, m_vault});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.complaint().contains(u"passphrase"_s));
        QVERIFY(run.out.isEmpty());
    }

    void recordsOfEveryRegisterAreReached()
    {
        const auto added = m_cli.onVault({u"record"_s, u"add"_s, m_vault, u"organisation"_s, u"name=北辰资本"_s, u"deal_role=bidder"_s});
        QVERIFY2(added.exitCode == 0, qUtf8Printable(added.complaint()));
        // A reference is given by the name of what it refers to.
        QCOMPARE(m_cli.onVault({u"record"_s, u"add"_s, m_vault, u"person"_s, u"name=Tom"_s, u"organisation=北辰资本"_s, u"clearance=3"_s}).exitCode, 0);
        const auto shown = m_cli.onVault({u"record"_s, u"show"_s, m_vault, u"person"_s, u"Tom"_s, u"--json"_s});
        QCOMPARE(shown.exitCode, 0);
        QCOMPARE(shown.json().object()["values"_L1]["clearance"_L1].toInt(), 3);
        QCOMPARE(m_cli.onVault({u"record"_s, u"set"_s, m_vault, u"person"_s, u"Tom"_s, u"clearance=2"_s}).exitCode, 0);
        const auto listed = m_cli.onVault({u"record"_s, u"list"_s, m_vault, u"person"_s, u"--json"_s});
        QCOMPARE(listed.json().array().size(), 1);
        QCOMPARE(listed.json().array().at(0)["values"_L1]["clearance"_L1].toInt(), 2);
    }

    void badRecordsAreRefusedWithTheirReason()
    {
        QCOMPARE(m_cli.onVault({u"record"_s, u"add"_s, m_vault, u"nothing"_s, u"a=b"_s}).exitCode, 2);
        const auto level = m_cli.onVault({u"record"_s, u"add"_s, m_vault, u"person"_s, u"name=X"_s, u"organisation=北辰资本"_s, u"clearance=9"_s});
        QCOMPARE(level.exitCode, 2);
        QVERIFY(!level.complaint().isEmpty());
        QCOMPARE(m_cli.onVault({u"record"_s, u"show"_s, m_vault, u"person"_s, u"Nobody"_s}).exitCode, 2);
    }

    void csvGoesOutAndComesIn()
    {
        const QString file = m_cli.path(u"organisations.csv"_s);
        QCOMPARE(m_cli.onVault({u"record"_s, u"export"_s, m_vault, u"organisation"_s, file}).exitCode, 0);
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QVERIFY(csv.readAll().contains("北辰资本"));
        QFile more(m_cli.path(u"more.csv"_s));
        QVERIFY(more.open(QIODevice::WriteOnly));
        more.write("name,deal_role\nHengxin,adviser\nBad,emperor\n");
        more.close();
        const auto dry = m_cli.onVault({u"record"_s, u"import"_s, m_vault, u"organisation"_s, more.fileName(), u"--dry-run"_s});
        QCOMPARE(dry.exitCode, 1);
        QCOMPARE(m_cli.onVault({u"record"_s, u"list"_s, m_vault, u"organisation"_s, u"--json"_s}).json().array().size(), 1);
        QCOMPARE(m_cli.onVault({u"record"_s, u"import"_s, m_vault, u"organisation"_s, more.fileName()}).exitCode, 1);
        QCOMPARE(m_cli.onVault({u"record"_s, u"list"_s, m_vault, u"organisation"_s, u"--json"_s}).json().array().size(), 2);
    }

    void accountsHaveTheirOwnPassphrases()
    {
        const QString hers = u"quartz-lagoon-timber-88"_s;
        const auto added = m_cli.onVault({u"account"_s, u"add"_s, m_vault, u"grace"_s, u"--role"_s, u"compliance_officer"_s, u"--clearance"_s, u"3"_s,
            u"--new-passphrase-file"_s, m_cli.passphraseFile(hers)});
        QVERIFY2(added.exitCode == 0, qUtf8Printable(added.complaint()));
        dwtest::Cli grace;
        grace.setUser(u"grace"_s, hers);
        const auto info = grace.onVault({u"vault"_s, u"info"_s, m_vault, u"--json"_s});
        QVERIFY2(info.exitCode == 0, qUtf8Printable(info.complaint()));
        QCOMPARE(info.json().object()["clearance"_L1].toInt(), 3);
        // Only the owner manages accounts.
        const auto refused = grace.onVault({u"account"_s, u"revoke"_s, m_vault, u"mia"_s, u"--note"_s, u"x"_s});
        QCOMPARE(refused.exitCode, 1);
        const QString fresh = u"walnut-meteor-canal-19"_s;
        QCOMPARE(grace.onVault({u"account"_s, u"passphrase"_s, m_vault, u"--new-passphrase-file"_s, grace.passphraseFile(fresh)}).exitCode, 0);
        QCOMPARE(grace.onVault({u"vault"_s, u"info"_s, m_vault}).exitCode, 2);
        grace.setUser(u"grace"_s, fresh);
        QCOMPARE(grace.onVault({u"vault"_s, u"info"_s, m_vault}).exitCode, 0);
        QCOMPARE(m_cli.onVault({u"account"_s, u"revoke"_s, m_vault, u"grace"_s, u"--note"_s, u"left"_s}).exitCode, 0);
        QVERIFY(grace.onVault({u"vault"_s, u"info"_s, m_vault}).exitCode != 0);
    }

    void aKeyFileIsAskedForBesideThePassphrase()
    {
        const QString made = m_cli.path(u"ben.key"_s), his = u"garnet-willow-engine-42"_s;
        const QStringList add {u"account"_s, u"add"_s, m_vault, u"ben"_s, u"--role"_s, u"reviewer"_s, u"--clearance"_s, u"2"_s,
            u"--new-passphrase-file"_s, m_cli.passphraseFile(his), u"--make-key-file"_s, made};
        const auto added = m_cli.onVault(add);
        QVERIFY2(added.exitCode == 0, qUtf8Printable(added.complaint()));
        QFile file(made);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.size() > 64);
        QVERIFY(!(file.permissions() & (QFile::ReadOther | QFile::ReadGroup)));
        dwtest::Cli ben;
        ben.setUser(u"ben"_s, his);
        const QStringList info {u"vault"_s, u"info"_s, m_vault};
        QVERIFY(ben.onVault(info).complaint().contains(u"key file"_s));
        QCOMPARE(ben.onVault(info + QStringList {u"--key-file"_s, made}).exitCode, 0);
        const QString wrong = m_cli.passphraseFile(u"not a key"_s);
        QVERIFY(ben.onVault(info + QStringList {u"--key-file"_s, wrong}).exitCode != 0);
        // A file that is there is never overwritten: it may be somebody's key.
        const auto again = ben.onVault({u"account"_s, u"passphrase"_s, m_vault, u"--key-file"_s, made, u"--make-key-file"_s, made,
            u"--new-passphrase-file"_s, ben.passphraseFile(u"lantern-copper-tide-51"_s)});
        QVERIFY(again.exitCode != 0);
        // Any file that never changes will do, and none at all again.
        const QString fresh = u"lantern-copper-tide-51"_s;
        QCOMPARE(ben.onVault({u"account"_s, u"passphrase"_s, m_vault, u"--key-file"_s, made, u"--new-key-file"_s, wrong,
                     u"--new-passphrase-file"_s, ben.passphraseFile(fresh)}).exitCode, 0);
        ben.setUser(u"ben"_s, fresh);
        QVERIFY(ben.onVault(info + QStringList {u"--key-file"_s, made}).exitCode != 0);
        QCOMPARE(ben.onVault(info + QStringList {u"--key-file"_s, wrong}).exitCode, 0);
        QCOMPARE(ben.onVault({u"account"_s, u"passphrase"_s, m_vault, u"--key-file"_s, wrong,
                     u"--new-passphrase-file"_s, ben.passphraseFile(his)}).exitCode, 0);
        ben.setUser(u"ben"_s, his);
        QCOMPARE(ben.onVault(info).exitCode, 0);
    }

    void undoRekeySaysWhenNothingIsKept()
    {
        const auto run = m_cli.onVault({u"vault"_s, u"undo-rekey"_s, m_vault});
        QVERIFY(run.exitCode != 0);
        QVERIFY2(!run.complaint().isEmpty() && !run.complaint().contains(u"rekey.nothing_kept"_s), qUtf8Printable(run.complaint()));
    }

    void theRecoveryKeyGivesANewPassphrase()
    {
        const QString fresh = u"saddle-comet-harvest-70"_s;
        const auto run = m_cli.run({u"account"_s, u"recover"_s, m_vault, u"mia"_s, u"--recovery-key-file"_s, m_cli.passphraseFile(m_recoveryKey),
            u"--new-passphrase-file"_s, m_cli.passphraseFile(fresh), u"--note"_s, u"forgotten"_s});
        QVERIFY2(run.exitCode == 0, qUtf8Printable(run.complaint()));
        m_cli.setUser(u"mia"_s, fresh);
        QCOMPARE(m_cli.onVault({u"vault"_s, u"check"_s, m_vault}).exitCode, 0);
    }

private:
    dwtest::Cli m_cli;
    QString m_vault;
    QString m_recoveryKey;
};

DW_TEST(TestVaultCommand)
#include "tst_vaultcommand.moc"
