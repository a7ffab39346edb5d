#include "core/store/blobkeys.h"
#include "core/store/connection.h"
#include "tests/support/directorycopy.h"
#include "tests/support/pagescan.h"
#include "tests/support/testmain.h"
#include "tests/support/vaultfixture.h"

#include "core/store/keyring.h"

#include <QRandomGenerator>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::VaultFixture;

namespace {

constexpr int markerCount = 60;

QString marker(int level, int number)
{
    return u"Zq%1mk%2x"_s.arg(level).arg(number * 7919 + 104729);
}

/// One document, one client record, one finding-like text and one blob per marker and level.
void plant(Session &session, int level)
{
    Store &store = session.store();
    const auto blob = session.blobs().write(level, (marker(level, 0) + u" blob "_s).toUtf8().repeated(3000));
    QVERIFY(blob);
    const auto planted = store.write(Action {u"test.plant"_s, u"test"_s, {}, {}}, [&](WriteTx &tx) -> Result<> {
        DW_TRY(blobkeys::insert(tx, *blob));
        DW_ASSIGN(Connection * db, tx.content(level));
        for (int i = 0; i < markerCount; ++i) {
            const QString text = marker(level, i);
            DW_TRY(tx.records().insert(u"document"_s, {{u"title"_s, text}, {u"source_level"_s, qint64(level)}}));
            DW_TRY(db->run(u"INSERT INTO client_record (id, asset, import_id, row_no, level, name, extra, action) "
                           "VALUES (:id, 'a', 'i', :no, :level, :name, '{}', :action)"_s,
                {{u":id"_s, RecordId::create().toString()}, {u":no"_s, i}, {u":level"_s, level}, {u":name"_s, text},
                    {u":action"_s, tx.actionId().toString()}}));
        }
        return {};
    });
    QVERIFY2(planted, planted ? "" : qPrintable(planted.error().reason + planted.error().detail));
    // Deleted and changed content leaves pages behind: they are scanned, too.
    const auto removed = store.write(Action {u"test.remove"_s, u"test"_s, {}, {}}, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(Connection * db, tx.content(level));
        return db->run(u"DELETE FROM client_record WHERE row_no % 2 = 0"_s);
    });
    QVERIFY2(removed, removed ? "" : qPrintable(removed.error().reason + removed.error().detail));
}

/// Number of markers of a level in some bytes, in the encodings a database or program might keep them in.
int hits(const QByteArray &bytes, int level)
{
    int count = 0;
    for (int i = 0; i < markerCount; ++i) {
        const QString text = marker(level, i);
        const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        for (const QByteArray &form : {text.toUtf8(), wide, text.toUtf8().toHex(), text.toUtf8().toBase64().chopped(4)}) {
            if (bytes.contains(form))
                ++count;
        }
    }
    return count;
}

QStringList filesOf(const QString &directory)
{
    QStringList files;
    QDirIterator it(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    return files;
}

/// Everything the keys of an account open: each database page decrypted with each of its keys, each file as it lies.
QByteArray everythingWith(const Keyring &keyring, const QString &path)
{
    QByteArray all;
    for (const QString &file : filesOf(path)) {
        all += dwtest::readFile(file);
        for (int level = 2; level <= 4; ++level) {
            const SecretBytes key = keyring.levelKey(level);
            if (!key.isEmpty() && file.endsWith(".db"_L1))
                all += dwtest::decryptedPages(file, key.view());
        }
    }
    return all;
}

} // namespace

// The promise: for whom is not cleared, a level is ciphertext, names and counts included.
class TestNeedToKnow final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto session = vault.create();
        QVERIFY(VaultFixture::add(*session, u"ben"_s, Role::Reviewer, 3));
        QVERIFY(VaultFixture::add(*session, u"ann"_s, Role::Auditor, 2));
        for (int level = 2; level <= 4; ++level)
            plant(*session, level);
    }

    void noByteOfAnUnclearedLevel_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("clearance");
        QTest::newRow("auditor") << u"ann"_s << 2;
        QTest::newRow("reviewer") << u"ben"_s << 3;
        QTest::newRow("owner") << u"mia"_s << 4;
    }

    void noByteOfAnUnclearedLevel()
    {
        QFETCH(QString, name);
        QFETCH(int, clearance);
        const QByteArray passphrase = (name == u"mia"_s ? QByteArray("owner") : name.toUtf8()) + " passphrase";
        auto session = vault.unlock(name, passphrase.constData());
        QVERIFY(session);
        const auto keyring = (*session)->keys();
        session->reset(); // the write-ahead logs are folded into the files
        const QByteArray all = everythingWith(*keyring, vault.path());
        for (int level = 2; level <= 4; ++level) {
            const int found = hits(all, level);
            QVERIFY2(level <= clearance ? found >= markerCount : found == 0, qPrintable(u"level %1: %2"_s.arg(level).arg(found)));
        }
    }

    void noKeyOpensAnotherLevel()
    {
        auto session = vault.unlock(u"ben"_s, "ben passphrase");
        const auto keyring = (*session)->keys();
        session->reset();
        for (int own = 2; own <= 3; ++own) {
            const auto opened = Connection::open(vault.vault().databaseFile(4), keyring->levelKey(own), Connection::Mode::ReadOnly);
            QCOMPARE(opened.error().reason, u"store.damaged"_s);
        }
        // Nothing he holds derives it.
        QVERIFY(keyring->levelKey(4).isEmpty());
        for (const KeyEnvelope &envelope : keyring->content().envelopes) {
            if (envelope.level == 4)
                QVERIFY(!openBox(keyring->secrets().exchange, envelope.box, envelope.context(keyring->header().vault)));
        }
    }

    void theStoreSaysWithheld()
    {
        const auto session = vault.unlock(u"ben"_s, "ben passphrase");
        Store &store = (*session)->store();
        const auto content = store.read([](const ReadTx &tx) -> Result<bool> {
            DW_TRY(tx.content(4));
            return true;
        });
        QCOMPARE(content.error().reason, u"level.not_cleared"_s);
        const auto rows = store.read([](const ReadTx &tx) { return tx.records().list(u"document"_s); });
        QCOMPARE(rows->size(), 3 * markerCount);
        for (const Record &row : *rows)
            QCOMPARE(row.withheld.contains(u"title"_s), row.integer(u"source_level"_s) == 4);
    }

    void aThiefSeesNothing()
    {
        QByteArray all;
        for (const QString &file : filesOf(vault.directory.path()))
            all += dwtest::readFile(file) + file.toUtf8();
        for (int level = 2; level <= 4; ++level)
            QCOMPARE(hits(all, level), 0);
        for (const char *word : {"reviewer", "CREATE TABLE", "account", "document"})
            QVERIFY2(!all.contains(word), word);
    }

private:
    VaultFixture vault;
};

DW_TEST(TestNeedToKnow)
#include "tst_needtoknow.moc"
