#include "core/store/blobstore.h"
#include "core/store/connection.h"
#include "core/store/keyring.h"
#include "tests/support/childprocess.h"
#include "tests/support/directorycopy.h"
#include "tests/support/testmain.h"
#include "tests/support/vaultfixture.h"

#include <QRandomGenerator>
#include <QTest>

#include <sys/mount.h>
#include <sys/resource.h>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::ChildProcess;
using dwtest::VaultFixture;

namespace {

Result<> addDocument(Session &session, int number)
{
    return session.store().write(Action {u"test.write"_s, u"document"_s, {}, {}}, [&](WriteTx &tx) -> Result<> {
        const QString title = QString::number(number) + QString(2000, u'x');
        DW_TRY(tx.records().insert(u"document"_s, {{u"title"_s, title}, {u"source_level"_s, qint64(2 + number % 3)}}));
        return {};
    });
}

qint64 countDocuments(Session &session)
{
    return session.store().read([](const ReadTx &tx) { return tx.records().count(u"document"_s, {}); }).value_or(-1);
}

/// A small file system of its own; needs root.
class SmallDisk
{
public:
    explicit SmallDisk(const char *size)
        : m_mounted(::mount("tmpfs", QFile::encodeName(m_directory.path()).constData(), "tmpfs", 0, size) == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(QFile::encodeName(m_directory.path()).constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_mounted; }
    QString path(const QString &name) const { return m_directory.filePath(name); }

private:
    QTemporaryDir m_directory;
    bool m_mounted;
};

} // namespace

// Full disks and damaged files: what was acknowledged is there, and damage is called damage.
class TestDisk final : public QObject
{
    Q_OBJECT

private slots:
    void aFullDiskLosesNothing()
    {
        const SmallDisk disk("size=24m");
        if (!disk.isMounted())
            QSKIP("only root can mount a small file system");
        VaultFixture vault;
        const QString path = disk.path(u"Heron.dealvault"_s);
        const auto created
            = Session::create({path, u"mia"_s, VaultFixture::secret("owner passphrase"), {}}, vault.options());
        QVERIFY2(created, created ? "" : qPrintable(created.error().reason));
        const QString ballast = disk.path(u"ballast"_s);
        QFile file(ballast);
        QVERIFY(file.open(QIODevice::WriteOnly));
        while (file.write(QByteArray(64 * 1024, 'x')) == 64 * 1024 && file.flush()) { }
        file.resize(qMax<qint64>(0, file.size() - 512 * 1024));
        file.close();

        int written = 0;
        Result<> done;
        while ((done = addDocument(*created->session, written)) && written < 5000)
            ++written;
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Io);
        QCOMPARE(done.error().reason, u"store.disk_full"_s);
        QCOMPARE(countDocuments(*created->session), written); // reading still works
        QVERIFY(!created->session->blobs().write(2, QByteArray(4 << 20, 'b')));
        QVERIFY(created->session->blobs().list().isEmpty());

        QVERIFY(QFile::remove(ballast));
        QVERIFY(addDocument(*created->session, written)); // and writing, as soon as there is room
        QVERIFY(created->session->store().verifyTrail()->isClean());
        QVERIFY(created->session->store().checkIntegrity());
        QCOMPARE(countDocuments(*created->session), written + 1);
    }

    void aFileSizeLimitIsAFullDisk()
    {
        VaultFixture vault;
        vault.create();
        ChildProcess child([&](const auto &report) {
            auto session = vault.unlock();
            if (!session)
                return;
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit {400 * 1024, 400 * 1024};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            int written = 0;
            Result<> done;
            while ((done = addDocument(**session, written)) && written < 5000)
                ++written;
            report(written);
            report(!done && done.error().reason == u"store.disk_full"_s ? 1 : 0);
            report(countDocuments(**session));
        });
        const qint64 written = child.next();
        QVERIFY(written >= 0);
        QCOMPARE(child.next(), 1);
        QCOMPARE(child.next(), written);
        child.wait();
        const auto session = vault.unlock();
        QVERIFY(session);
        QCOMPARE(countDocuments(**session), written);
        QVERIFY((*session)->store().verifyTrail()->isClean());
    }

    void flippedBytesAreDamage()
    {
        VaultFixture vault;
        std::array<SecretBytes, 3> keys;
        {
            const auto session = vault.create();
            for (int i = 0; i < 60; ++i)
                QVERIFY(addDocument(*session, i));
            for (int level = 2; level <= 4; ++level)
                keys.at(size_t(level - 2)) = session->keys()->levelKey(level);
        }
        for (int level = 2; level <= 4; ++level) {
            const QString path = vault.vault().databaseFile(level);
            const QByteArray good = dwtest::readFile(path);
            const SecretBytes &key = keys.at(size_t(level - 2));
            const auto check = [&]() -> Result<> {
                DW_ASSIGN(const auto db, Connection::open(path, key, Connection::Mode::ReadOnly));
                return db->checkIntegrity();
            };
            QVERIFY(check());
            for (int flip = 0; flip < 120; ++flip) {
                QByteArray bad = good;
                const auto at = flip < 40 ? flip * 2 : QRandomGenerator::global()->bounded(int(good.size()));
                bad[at] = static_cast<char>(bad[at] ^ (1 << (flip % 8)));
                dwtest::writeFile(path, bad);
                const auto sound = check();
                QVERIFY2(!sound, qPrintable(QString::number(at)));
                QCOMPARE(sound.error().code, ErrorCode::Corrupt);
                QCOMPARE(sound.error().reason, u"store.damaged"_s);
            }
            for (const qsizetype size : {qsizetype(0), qsizetype(100), qsizetype(4096), good.size() - 4096, good.size() - 1}) {
                dwtest::writeFile(path, good.first(size));
                const auto sound = check();
                QVERIFY2(!sound, qPrintable(QString::number(size)));
                QCOMPARE(sound.error().reason, u"store.damaged"_s);
            }
            dwtest::writeFile(path, good);
            QVERIFY(check());
        }
        QVERIFY(vault.unlock());
    }

    // SQLCipher does not notice an older page of the same file: the trail must, where it changes anything.
    void anOlderPageIsNoticedOrWithoutEffect()
    {
        VaultFixture vault;
        {
            const auto session = vault.create();
            for (int i = 0; i < 30; ++i)
                QVERIFY(addDocument(*session, i));
        }
        const QString path = vault.vault().databaseFile(2);
        const QByteArray older = dwtest::readFile(path);
        {
            const auto session = vault.unlock();
            const auto rows = (*session)->store().read([](const ReadTx &tx) { return tx.records().list(u"document"_s); });
            const auto changed = (*session)->store().write(Action {u"test.change"_s, u"document"_s, {}, {}}, [&](WriteTx &tx) -> Result<> {
                for (const Record &record : *rows)
                    DW_TRY(tx.records().update(u"document"_s, record.id, {{u"folder"_s, u"moved"_s}}));
                return {};
            });
            QVERIFY2(changed, changed ? "" : qPrintable(changed.error().reason + changed.error().detail));
        }
        const QByteArray newer = dwtest::readFile(path);
        const auto dump = [&]() -> Result<QByteArray> {
            SessionOptions options = vault.options();
            options.stateDirectory = vault.directory.filePath(u"other-state"_s);
            QDir(options.stateDirectory).removeRecursively();
            DW_ASSIGN(const auto session,
                Session::unlock(vault.path(), u"mia"_s, VaultFixture::secret("owner passphrase"), {}, options));
            DW_TRY(session->store().checkIntegrity());
            DW_ASSIGN(const TrailVerdict verdict, session->store().verifyTrail());
            if (!verdict.isClean())
                return fail(ErrorCode::VerificationFailed, verdict.problems.first().reason);
            const auto text = session->store().read([](const ReadTx &tx) {
                return tx.query(u"SELECT group_concat(id || folder || row_version) AS t FROM (SELECT * FROM document ORDER BY id)"_s);
            });
            DW_TRY(text);
            return text->first().value(u"t"_s).toString().toUtf8();
        };
        const auto expected = dump();
        QVERIFY2(expected, expected ? "" : qPrintable(expected.error().reason));
        int noticed = 0;
        int tried = 0;
        constexpr qsizetype page = 4096;
        for (qsizetype at = page; at + page <= qMin(older.size(), newer.size()); at += page) {
            if (older.mid(at, page) == newer.mid(at, page))
                continue;
            ++tried;
            QByteArray spliced = newer;
            spliced.replace(at, page, older.mid(at, page));
            dwtest::writeFile(path, spliced);
            const auto found = dump();
            if (found)
                QCOMPARE(*found, *expected);
            else
                ++noticed;
            for (const char *suffix : {"-wal", "-shm"})
                QFile::remove(path + QLatin1StringView(suffix));
        }
        QVERIFY(tried >= 5);
        QVERIFY(noticed * 2 > tried);
    }
};

DW_TEST(TestDisk)
#include "tst_disk.moc"
