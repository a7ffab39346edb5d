#include "core/store/inbox.h"

#include "core/store/connection.h"
#include "core/store/letter.h"
#include "tests/support/storefixture.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

/// Two accounts of one vault: one below, who writes, one cleared, who files.
class UpwardFixture : public dwtest::StoreFixture
{
public:
    UpwardFixture()
    {
        create().reset();
        below();
    }

    void below() { open(2); }
    void above(int clearance = 4) { open(clearance); }

    void open(int clearance)
    {
        store.reset();
        clock.advance(60'000);
        store = reopen(clearance);
    }

    Result<RecordId> report(const QString &facts, int level = 4)
    {
        return store->write(Action {u"test.report"_s, u"incident"_s, {}, {}}, [&](WriteTx &tx) {
            return tx.records().insert(u"incident"_s,
                {{u"title"_s, u"Something in the lift"_s}, {u"kind"_s, u"rumour"_s}, {u"severity"_s, u"3"_s}, {u"involves_pi"_s, true},
                    {u"level"_s, level}, {u"facts"_s, facts}});
        });
    }

    Result<> set(const RecordId &id, const QVariant &facts)
    {
        return store->write(Action {u"test.set"_s, u"incident"_s, id.toString(), {}},
            [&](WriteTx &tx) { return tx.records().update(u"incident"_s, id, {{u"facts"_s, facts}}); });
    }

    Record incident(const RecordId &id) const
    {
        return *store->read([&](const ReadTx &tx) { return tx.records().get(u"incident"_s, id); });
    }

    QList<WaitingEntry> waiting() const
    {
        return *store->read([](const ReadTx &tx) { return Inbox::waiting(tx); });
    }

    /// Changes the open database behind the program's back.
    void meddle(const QString &sql)
    {
        store.reset();
        const auto raw = Connection::open(directory.filePath(u"store.db"_s), keys[0], Connection::Mode::ReadWrite);
        if (!raw || !(*raw)->execute(sql))
            qFatal("meddle");
    }

    void copy(const QString &from, const QString &to)
    {
        QFile::remove(directory.filePath(to));
        if (!QFile::copy(directory.filePath(from), directory.filePath(to)))
            qFatal("copy");
    }

    int filings() const
    {
        return store->read([](const ReadTx &tx) { return tx.query(u"SELECT 1 FROM audit WHERE name = 'inbox.file'"_s); })->size();
    }

    bool isClean() const
    {
        const auto verdict = store->verifyTrail();
        for (const auto &problem : verdict->problems)
            qWarning() << problem.reason << problem.object;
        return verdict->isClean();
    }

    std::unique_ptr<Store> store;
};

} // namespace

class TestInbox : public QObject
{
    Q_OBJECT

private slots:
    void isSealedThenFiledOnce()
    {
        UpwardFixture f;
        QSignalSpy committed(&f.store->changes(), &ChangeFeed::committed);
        const auto id = f.report(u"Zhang talked about the price"_s);
        QVERIFY(id);
        const auto changes = committed.first().first().value<ChangeSet>();
        QVERIFY(std::any_of(changes.begin(), changes.end(), [](const Change &c) { return c.registerId == u"inbox"_s && c.operation == Operation::Added; }));
        QVERIFY(f.incident(*id).withheld.contains(u"facts"_s) && f.incident(*id).text(u"facts"_s).isEmpty());
        QCOMPARE(f.waiting().size(), 1);
        QVERIFY(f.isClean());
        QCOMPARE(f.file(*f.store)->entries, 0); // the writer cannot file it either
        f.above(3);
        QCOMPARE(f.file(*f.store)->entries, 0);
        f.above();
        QVERIFY(f.incident(*id).text(u"facts"_s).isEmpty());
        const auto filed = f.file(*f.store);
        QCOMPARE(filed->entries, 1);
        QVERIFY(filed->held.isEmpty());
        QCOMPARE(f.incident(*id).text(u"facts"_s), u"Zhang talked about the price"_s);
        QVERIFY(f.waiting().isEmpty());
        QCOMPARE(f.filings(), 1);
        QCOMPARE(f.file(*f.store)->entries, 0);
        QVERIFY(f.isClean());
        f.below();
        QVERIFY(f.incident(*id).text(u"facts"_s).isEmpty());
    }

    void eachToItsOwnLevel()
    {
        UpwardFixture f;
        const RecordId three = *f.report(u"three"_s, 3);
        const RecordId four = *f.report(u"four"_s, 4);
        f.above(3);
        QCOMPARE(f.file(*f.store)->entries, 1);
        QCOMPARE(f.incident(three).text(u"facts"_s), u"three"_s);
        QCOMPARE(f.waiting().size(), 1);
        f.above(4);
        QCOMPARE(f.file(*f.store)->entries, 1);
        QCOMPARE(f.incident(four).text(u"facts"_s), u"four"_s);
    }

    void laterValuesWin()
    {
        UpwardFixture f;
        const RecordId id = *f.report(u"first"_s);
        QVERIFY(f.set(id, u"second"_s));
        f.above();
        QCOMPARE(f.file(*f.store)->entries, 2);
        QCOMPARE(f.incident(id).text(u"facts"_s), u"second"_s);
        f.below();
        QVERIFY(f.set(id, QVariant()));
        f.above();
        QCOMPARE(f.file(*f.store)->entries, 1);
        QVERIFY(f.incident(id).text(u"facts"_s).isEmpty());
        QVERIFY(f.isClean());
    }

    void tampered_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("reason");
        QTest::newRow("bytes") << u"UPDATE inbox SET sealed = zeroblob(length(sealed))"_s << u"inbox.damaged"_s;
        QTest::newRow("level") << u"UPDATE inbox SET level = 3"_s << u"inbox.damaged"_s;
        QTest::newRow("kind") << u"UPDATE inbox SET kind = 'blob_key'"_s << u"inbox.damaged"_s;
        QTest::newRow("action") << u"UPDATE inbox SET action = 'nobody'"_s << u"inbox.unknown"_s;
        QTest::newRow("another's action") << u"UPDATE inbox SET action = (SELECT action FROM audit WHERE seq = 1)"_s << u"inbox.damaged"_s;
    }

    void tampered()
    {
        QFETCH(QString, sql);
        QFETCH(QString, reason);
        UpwardFixture f;
        // A first action, whose name can be borrowed, and one that stays as it is.
        const RecordId whole = *f.report(u"whole"_s, 3);
        f.above(3);
        QCOMPARE(f.file(*f.store)->entries, 1);
        f.below();
        const RecordId id = *f.report(u"facts"_s);
        f.meddle(sql);
        f.above();
        const auto filed = f.file(*f.store);
        QVERIFY(filed);
        QCOMPARE(filed->entries, 0);
        QCOMPARE(filed->held.size(), 1);
        QCOMPARE(filed->held.first().reason, reason);
        QVERIFY(f.incident(id).text(u"facts"_s).isEmpty());
        QCOMPARE(f.incident(whole).text(u"facts"_s), u"whole"_s);
        QCOMPARE(f.waiting().size(), 1); // kept
        QVERIFY(!f.store->verifyTrail()->isClean());
    }

    void aForeignLetterIsNotFiled()
    {
        UpwardFixture f;
        const RecordId id = RecordId::create();
        const Letter letter {u"blob_key"_s, {u"id"_s, u"key"_s, u"size"_s, u"sha256"_s, u"action"_s}, {{u"x"_s, QByteArray("k"), 1, u""_s, u""_s}}};
        const QByteArray sealed = *sealBox(f.inboxes[1].publicKey(), letter.toBytes(), Letter::purpose(id, u"made-up"_s));
        f.meddle(u"INSERT INTO inbox (id, level, kind, sealed, action) VALUES ('%1', 4, 'blob_key', x'%2', 'made-up')"_s.arg(id.toString(), QString::fromLatin1(sealed.toHex())));
        f.above();
        const auto filed = f.file(*f.store);
        QCOMPARE(filed->entries, 0);
        QCOMPARE(filed->held.first().reason, u"inbox.unknown"_s);
    }

    // Killed after level4.db was written and before store.db was: the letter still waits, and is filed then.
    void interruptedBetweenTheFiles()
    {
        UpwardFixture f;
        const RecordId id = *f.report(u"facts"_s);
        f.store.reset();
        f.copy(u"store.db"_s, u"before"_s);
        f.above();
        QCOMPARE(f.file(*f.store)->entries, 1);
        f.store.reset();
        f.copy(u"before"_s, u"store.db"_s);
        f.above();
        QVERIFY(f.incident(id).text(u"facts"_s).isEmpty());
        QCOMPARE(f.file(*f.store)->entries, 1);
        QCOMPARE(f.incident(id).text(u"facts"_s), u"facts"_s);
        QCOMPARE(f.filings(), 1);
        QVERIFY(f.isClean());
    }

    // The same older store.db, but only after the level's file went on: then it is a rollback, not a crash.
    void anOlderStoreIsNotFiledAgain()
    {
        UpwardFixture f;
        const RecordId id = *f.report(u"facts"_s);
        f.store.reset();
        f.copy(u"store.db"_s, u"before"_s);
        f.above();
        QCOMPARE(f.file(*f.store)->entries, 1);
        QVERIFY(f.set(id, u"corrected"_s));
        QVERIFY(f.set(id, u"corrected again"_s));
        f.store.reset();
        f.copy(u"before"_s, u"store.db"_s);
        f.above();
        const auto filed = f.file(*f.store);
        QCOMPARE(filed->entries, 0);
        QCOMPARE(filed->held.value(0).reason, u"inbox.filed_before"_s);
    }

    void sizesTellLittle()
    {
        const auto sizeOf = [](int length) {
            const Letter letter {u"sealed_value"_s, {u"value"_s}, {{QString(length, u'x')}}};
            return letter.toBytes().size();
        };
        QCOMPARE(sizeOf(1), sizeOf(2000));
        QCOMPARE(sizeOf(2000) % 4096, 0);
    }

    void onlyContentTablesAreWrittenFromBelow()
    {
        UpwardFixture f;
        const auto tried = f.store->write(Action {u"test"_s, {}, {}, {}},
            [](WriteTx &tx) { return tx.put(4, u"level_head"_s, {{u"id"_s, 1}}); });
        QCOMPARE(tried.error().reason, u"level.not_cleared"_s);
        const QByteArray bytes = Letter {u"level_head"_s, {u"id"_s}, {{1}}}.toBytes();
        QCOMPARE(Letter::parse(bytes).error().reason, u"inbox.damaged"_s);
        for (qsizetype length = 0; length < 20; ++length)
            QVERIFY(!Letter::parse(Letter {u"finding"_s, {u"id"_s}, {{u"abc"_s}}}.toBytes().left(length)));
    }
};

DW_TEST(TestInbox)
#include "tst_inbox.moc"
