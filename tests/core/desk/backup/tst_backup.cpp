#include "core/desk/backup/backupservice.h"

#include "core/desk/backup/syncfolder.h"
#include "core/store/blobkeys.h"
#include "tests/support/directorycopy.h"
#include "tests/support/testmain.h"
#include "tests/support/vaultfixture.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::VaultFixture;

namespace {

void addDocument(Session &session, int level, const QByteArray &bytes)
{
    const auto blob = session.blobs().write(level, bytes);
    QVERIFY(blob);
    const auto added = session.store().write(Action {u"test.add"_s, u"document"_s, {}, {}}, [&](WriteTx &tx) -> Result<> {
        DW_TRY(blobkeys::insert(tx, *blob));
        DW_TRY(tx.records().insert(u"document"_s, {{u"title"_s, u"Contract"_s}, {u"source_level"_s, qint64(level)}}));
        return {};
    });
    QVERIFY(added);
}

QStringList files(const QString &directory)
{
    QStringList result;
    QDirIterator it(directory, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        result.append(it.next());
    result.sort();
    return result;
}

QVariant fact(Session &session, const QString &name)
{
    const auto rows = session.store().read([&](const ReadTx &tx) {
        return tx.query(u"SELECT holds FROM fact WHERE name = :n"_s, {{u":n"_s, name}});
    });
    return rows && !rows->isEmpty() ? rows->first().value(u"holds"_s) : QVariant();
}

class CopyJob final : public JobContext
{
public:
    Result<> step(qint64, qint64) override { return ++steps > stopAt ? fail(ErrorCode::Cancelled, u"job.cancelled"_s) : Result<>(); }
    int steps = 0;
    int stopAt = 1 << 30;
};

} // namespace

class TestBackup final : public QObject
{
    Q_OBJECT

private slots:
    void makesVerifiesDrillsAndRestores()
    {
        VaultFixture vault;
        auto session = vault.create();
        for (int level = 2; level <= 4; ++level)
            addDocument(*session, level, QByteArray(100'000 * level, char('a' + level)));
        NoJobContext job;
        const QString root = vault.directory.filePath(u"stick"_s);
        const auto made = session->backup().make(root, job);
        QVERIFY2(made, made ? "" : qPrintable(made.error().reason + made.error().detail));
        QVERIFY(QFileInfo(made->path).fileName().endsWith(u".dealbackup"_s));
        QCOMPARE(session->backup().list(root).size(), 1);
        QCOMPARE(fact(*session, u"backup.last"_s), QVariant(1));
        const auto drilled = session->backup().drill(made->path, job);
        QVERIFY2(drilled, drilled ? "" : qPrintable(drilled.error().reason + drilled.error().detail));
        QCOMPARE(drilled->documents, 3);
        QVERIFY(drilled->trailEntries >= 4);
        QCOMPARE(fact(*session, u"backup.restore_test"_s), QVariant(1));
        const auto runs = session->store().read([](const ReadTx &tx) { return tx.records().list(u"backup_run"_s); });
        QCOMPARE(runs->size(), 1);
        QCOMPARE(runs->first().text(u"outcome"_s), u"ok"_s);
        QCOMPARE(runs->first().text(u"restore_outcome"_s), u"ok"_s);
        QCOMPARE(runs->first().text(u"sha256"_s), made->sha256);
        QVERIFY(session->store().verifyTrail()->isClean());
        session.reset();

        // The laptop is gone; so is what this computer remembers.
        QVERIFY(QDir(vault.path()).removeRecursively());
        QVERIFY(BackupService::restore(made->path, vault.path(), job));
        QCOMPARE(BackupService::restore(made->path, vault.path(), job).error().reason, u"vault.exists"_s);
        const auto restored = vault.unlock();
        QVERIFY(restored);
        QVERIFY((*restored)->warnings().contains(u"trail.older_than_seen"_s));
        QVERIFY((*restored)->store().verifyTrail()->isClean());
        const auto documents
            = (*restored)->store().read([](const ReadTx &tx) { return tx.records().count(u"document"_s, {}); });
        QCOMPARE(*documents, 3);
    }

    void isCompleteAlsoForWhoIsNotCleared()
    {
        VaultFixture vault;
        auto session = vault.create();
        QVERIFY(VaultFixture::add(*session, u"ben"_s, Role::Reviewer, 3));
        addDocument(*session, 4, "level four");
        session.reset();
        NoJobContext job;
        const QString root = vault.directory.filePath(u"stick"_s);
        QString path;
        {
            const auto ben = vault.unlock(u"ben"_s, "ben passphrase");
            const auto made = (*ben)->backup().make(root, job);
            QVERIFY2(made, made ? "" : qPrintable(made.error().reason + made.error().detail));
            path = made->path;
            const auto drilled = (*ben)->backup().drill(path, job);
            QVERIFY2(drilled, drilled ? "" : qPrintable(drilled.error().reason + drilled.error().detail));
        }
        const auto mia = vault.unlock();
        const auto drilled = (*mia)->backup().drill(path, job);
        QVERIFY2(drilled, drilled ? "" : qPrintable(drilled.error().reason + drilled.error().detail));
        QCOMPARE(drilled->documents, 1);
    }

    void everyChangedMissingOrExchangedFileIsFound()
    {
        VaultFixture vault;
        const auto session = vault.create();
        addDocument(*session, 3, "some bytes");
        NoJobContext job;
        const QString root = vault.directory.filePath(u"stick"_s);
        const auto made = session->backup().make(root, job);
        QVERIFY(made);
        for (const QString &path : files(made->path)) {
            const QByteArray good = dwtest::readFile(path);
            for (const qsizetype at : {qsizetype(0), good.size() / 2, good.size() - 1}) {
                QByteArray bad = good;
                bad[at] = static_cast<char>(bad[at] ^ 1);
                dwtest::writeFile(path, bad);
                QVERIFY2(!session->backup().verify(made->path, job), qPrintable(path));
            }
            dwtest::writeFile(path, good.chopped(1));
            QVERIFY2(!session->backup().verify(made->path, job), qPrintable(path));
            QVERIFY(QFile::remove(path));
            QVERIFY2(!session->backup().verify(made->path, job), qPrintable(path));
            dwtest::writeFile(path, good);
        }
        QVERIFY(session->backup().verify(made->path, job));
        // A failed drill is recorded as failed.
        const QString path = made->path + u"/store.db"_s;
        const QByteArray good = dwtest::readFile(path);
        dwtest::writeFile(path, good.chopped(4096));
        const auto drilled = session->backup().drill(made->path, job);
        QCOMPARE(drilled.error().reason, u"backup.file_changed"_s);
        QCOMPARE(fact(*session, u"backup.restore_test"_s), QVariant(0));
        // Nor is it restored.
        const QString elsewhere = vault.directory.filePath(u"Other.dealvault"_s);
        QCOMPARE(BackupService::restore(made->path, elsewhere, job).error().reason, u"backup.file_changed"_s);
        QVERIFY(!QFileInfo::exists(elsewhere));
    }

    void aManifestOfAnotherHandIsRefused()
    {
        VaultFixture vault;
        VaultFixture other;
        const auto session = vault.create();
        const auto stranger = other.create();
        NoJobContext job;
        const auto made = session->backup().make(vault.directory.filePath(u"stick"_s), job);
        QVERIFY(made);
        QCOMPARE(stranger->backup().verify(made->path, job).error().reason, u"backup.other_vault"_s);
        // Signed anew by somebody who is no account of this vault.
        auto manifest = BackupManifest::read(made->path);
        QVERIFY(manifest);
        const auto bytes = manifest->finish(*stranger->keys());
        dwtest::writeFile(made->path + u"/manifest.json"_s, *bytes);
        QCOMPARE(session->backup().verify(made->path, job).error().reason, u"backup.signature"_s);
        // A manifest cannot name files outside.
        QByteArray evil = *bytes;
        evil.replace("\"path\":\"store.db\"", "\"path\":\"../../x\"");
        QCOMPARE(BackupManifest::parse(evil).error().reason, u"backup.malformed"_s);
        QVERIFY(QFile::remove(made->path + u"/manifest.json"_s));
        QCOMPARE(session->backup().verify(made->path, job).error().reason, u"backup.unfinished"_s);
        QVERIFY(session->backup().list(vault.directory.filePath(u"stick"_s)).isEmpty());
    }

    void backupsOfBeforeNewKeysStillOpen()
    {
        VaultFixture vault;
        const auto session = vault.create();
        const AccountId ben = *VaultFixture::add(*session, u"ben"_s, Role::Reviewer, 4);
        NoJobContext job;
        const QString root = vault.directory.filePath(u"stick"_s);
        const auto before = session->backup().make(root, job);
        QVERIFY(before);
        QVERIFY(session->accounts().revoke(ben, u"left"_s));
        const auto after = session->backup().make(root, job);
        QVERIFY(after);
        QVERIFY(session->backup().drill(before->path, job));
        QVERIFY(session->backup().drill(after->path, job));
        QCOMPARE(session->backup().list(root).size(), 2);
    }

    void rotationKeepsTheNewest()
    {
        VaultFixture vault;
        const auto session = vault.create();
        NoJobContext job;
        const QString root = vault.directory.filePath(u"stick"_s);
        QStringList made;
        for (int i = 0; i < 4; ++i) {
            vault.clock.advance(60'000);
            made.append(session->backup().make(root, job)->path);
        }
        QCOMPARE(*session->backup().rotate(root, 2), 2);
        QVERIFY(!QFileInfo::exists(made.at(0)) && !QFileInfo::exists(made.at(1)));
        QCOMPARE(session->backup().list(root).first().path, made.at(3));
    }

    void stoppedOrMisplacedBackupsLeaveNothing()
    {
        VaultFixture vault;
        const auto session = vault.create();
        addDocument(*session, 2, "bytes");
        CopyJob job;
        job.stopAt = 0;
        const QString root = vault.directory.filePath(u"stick"_s);
        const auto stopped = session->backup().make(root, job);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY(files(root).isEmpty());
        QCOMPARE(fact(*session, u"backup.last"_s), QVariant(0));
        NoJobContext calm;
        QCOMPARE(session->backup().make(vault.path() + u"/blobs/x"_s, calm).error().reason, u"backup.inside_vault"_s);
    }

    void auditorsMakeNone()
    {
        VaultFixture vault;
        vault.create();
        {
            const auto session = vault.unlock();
            QVERIFY(VaultFixture::add(**session, u"ann"_s, Role::Auditor, 2));
        }
        const auto ann = vault.unlock(u"ann"_s, "ann passphrase");
        NoJobContext job;
        QCOMPARE((*ann)->backup().make(vault.directory.filePath(u"x"_s), job).error().reason, u"backup.role"_s);
    }

    void synchronisedFoldersAreRecognised()
    {
        QTemporaryDir dir;
        for (const auto &[folder, provider] : {std::pair {u"Dropbox"_s, u"dropbox"_s}, {u"OneDrive - Firm"_s, u"onedrive"_s},
                 {u"Nextcloud"_s, u"nextcloud"_s}, {u"iCloud Drive"_s, u"icloud"_s}, {u"work"_s, u""_s},
                 {u"dropboxer"_s, u""_s}}) {
            const QString path = dir.filePath(folder + u"/deals/Heron.dealvault"_s);
            QVERIFY(QDir().mkpath(path));
            QCOMPARE(syncfolder::providerOf(path), provider);
        }
        QVERIFY(QDir().mkpath(dir.filePath(u"work/.stfolder"_s)));
        QCOMPARE(syncfolder::providerOf(dir.filePath(u"work/deals/Heron.dealvault"_s)), u"syncthing"_s);
        VaultFixture vault;
        auto created = Session::create({dir.filePath(u"Nextcloud/A"_s), u"mia"_s, VaultFixture::secret("owner passphrase"), {}},
            vault.options());
        QVERIFY(created);
        QVERIFY(created->session->warnings().contains(u"vault.synchronised_folder"_s));
    }
};

DW_TEST(TestBackup)
#include "tst_backup.moc"
