#include "core/store/connection.h"
#include "tests/support/storefixture.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

const QString sampleRegisters = QStringLiteral(DW_SOURCE_DIR "/tests/core/store/registers");

Result<RecordId> add(Store &store, const QString &registerId, const QVariantMap &values)
{
    return store.write({u"record.add"_s, registerId, {}, {}}, [&](WriteTx &tx) { return tx.records().insert(registerId, values); });
}

Result<> set(Store &store, const QString &registerId, const RecordId &id, const QVariantMap &values, int version = 0)
{
    return store.write({u"record.set"_s, registerId, id.toString(), {}},
        [&](WriteTx &tx) { return tx.records().update(registerId, id, values, version); });
}

Result<Record> get(const Store &store, const QString &registerId, const RecordId &id)
{
    return store.read([&](const ReadTx &tx) { return tx.records().get(registerId, id); });
}

QByteArray bytesOf(const QString &directory, const QString &prefix)
{
    QByteArray all;
    for (const QString &name : QDir(directory).entryList({prefix + u'*'}, QDir::Files)) {
        QFile file(QDir(directory).filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

class TestStore final : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatWasWritten()
    {
        dwtest::StoreFixture fixture(sampleRegisters);
        auto store = fixture.create();
        const RecordId owner = add(*store, u"owner"_s, {{u"name"_s, u"周敏"_s}}).value();
        const auto id = add(*store, u"asset"_s,
            {{u"name"_s, u"CRM"_s}, {u"level"_s, 2}, {u"owner"_s, owner.toString()}, {u"kind"_s, u"db"_s},
                {u"tags"_s, QStringList {u"a"_s, u"b"_s}}, {u"seen"_s, true}});
        QVERIFY2(id.has_value(), qPrintable(id ? QString() : id.error().detail));
        store.reset();
        store = fixture.reopen();
        const Record record = get(*store, u"asset"_s, *id).value();
        QCOMPARE(record.text(u"name"_s), u"CRM"_s);
        QCOMPARE(record.list(u"tags"_s), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(record.value(u"seen"_s), QVariant(true));
        QCOMPARE(record.state, u"draft"_s);
        QCOMPARE(record.version, 1);
        QVERIFY(store->verifyTrail().value().isClean());
    }

    void refusesValuesThatDoNotFit()
    {
        dwtest::StoreFixture fixture(sampleRegisters);
        auto store = fixture.create();
        QCOMPARE(add(*store, u"asset"_s, {{u"kind"_s, u"cloud"_s}}).error().reason, u"record.bad_value"_s);
        QCOMPARE(add(*store, u"asset"_s, {{u"level"_s, 5}}).error().reason, u"record.bad_value"_s);
        QCOMPARE(add(*store, u"asset"_s, {{u"nope"_s, 5}}).error().reason, u"record.unknown_field"_s);
        QCOMPARE(add(*store, u"asset"_s, {{u"owner"_s, RecordId::create().toString()}}).error().reason, u"store.constraint"_s);
        QCOMPARE(add(*store, u"none"_s, {}).error().reason, u"register.unknown"_s);
        // Nothing of the refused actions stayed, the trail included.
        QCOMPARE(store->head().value().seq, 0);
    }

    void anErrorRollsEverythingBack()
    {
        dwtest::StoreFixture fixture(sampleRegisters);
        auto store = fixture.create();
        QSignalSpy committed(&store->changes(), &ChangeFeed::committed);
        const auto result = store->write({u"test"_s, {}, {}, {}}, [&](WriteTx &tx) -> Result<> {
            DW_TRY(tx.records().insert(u"owner"_s, {{u"name"_s, u"A"_s}}));
            DW_TRY(tx.records().insert(u"asset"_s, {{u"name"_s, u"secret"_s}, {u"level"_s, 4}}));
            return fail(ErrorCode::PolicyBlocked, u"test.no"_s);
        });
        QCOMPARE(result.error().reason, u"test.no"_s);
        QCOMPARE(committed.count(), 0);
        QCOMPARE(store->read([](const ReadTx &tx) { return tx.records().count(u"owner"_s); }).value(), 0);
        QCOMPARE(store->read([](const ReadTx &tx) -> Result<qint64> {
            auto rows = (*tx.content(4))->value(u"SELECT count(*) FROM sealed_value"_s);
            return rows->toLongLong();
        }).value(), 0);
        // and the writer is free again
        QVERIFY(add(*store, u"owner"_s, {{u"name"_s, u"B"_s}}));
        QCOMPARE(committed.count(), 1);
    }

    void knowsWhoChangedWhat()
    {
        dwtest::StoreFixture fixture(sampleRegisters);
        auto store = fixture.create();
        const RecordId id = add(*store, u"owner"_s, {{u"name"_s, u"old"_s}}).value();
        QVERIFY(set(*store, u"owner"_s, id, {{u"name"_s, u"new"_s}}, 1));
        QCOMPARE(set(*store, u"owner"_s, id, {{u"name"_s, u"late"_s}}, 1).error().reason, u"record.changed_meanwhile"_s);
        const auto history = store->read([&](const ReadTx &tx) { return tx.records().history(u"owner"_s, id); }).value();
        QCOMPARE(history.size(), 2);
        QCOMPARE(history.at(0).before.value(u"name"_s).toString(), u"old"_s);
        QCOMPARE(history.at(0).after.value(u"name"_s).toString(), u"new"_s);
        QCOMPARE(history.at(0).by, fixture.actor.id);
        QCOMPARE(history.at(0).auditSeq, 2);
    }

    void keepsSealedFieldsInTheFileOfTheirLevel()
    {
        dwtest::StoreFixture fixture(sampleRegisters);
        auto store = fixture.create();
        const RecordId id = add(*store, u"asset"_s, {{u"name"_s, u"Price list"_s}, {u"rows"_s, 217}, {u"level"_s, 4}, {u"id_no"_s, u"X1"_s}}).value();
        QCOMPARE(get(*store, u"asset"_s, id).value().text(u"name"_s), u"Price list"_s);
        QCOMPARE(get(*store, u"asset"_s, id).value().integer(u"rows"_s), 217);
        const auto raw = store->read([&](const ReadTx &tx) { return tx.query(u"SELECT name, rows, id_no FROM asset"_s); }).value();
        QVERIFY(raw.first().value(u"name"_s).isNull() && raw.first().value(u"rows"_s).isNull() && raw.first().value(u"id_no"_s).isNull());
        // Down to level 2: the value moves into store.db; up again: it leaves.
        QVERIFY(set(*store, u"asset"_s, id, {{u"level"_s, 2}}));
        QCOMPARE(store->read([&](const ReadTx &tx) { return tx.query(u"SELECT name FROM asset"_s); }).value().first().value(u"name"_s).toString(), u"Price list"_s);
        QVERIFY(set(*store, u"asset"_s, id, {{u"level"_s, 3}}));
        store.reset();
        store = fixture.reopen(3);
        const Record seen = get(*store, u"asset"_s, id).value();
        QCOMPARE(seen.text(u"name"_s), u"Price list"_s);
        QCOMPARE(seen.withheld, QSet<QString>({u"id_no"_s}));
        QVERIFY(store->verifyTrail().value().isClean());
        store.reset();
        store = fixture.reopen(2);
        QCOMPARE(get(*store, u"asset"_s, id).value().withheld, QSet<QString>({u"id_no"_s, u"name"_s, u"rows"_s}));
        // A value that cannot be read cannot be moved to another level either.
        QCOMPARE(set(*store, u"asset"_s, id, {{u"level"_s, 2}}).error().reason, u"level.not_cleared"_s);
    }

    void takesBackWhatAnInterruptedActionLeftInALevelFile()
    {
        dwtest::StoreFixture fixture(sampleRegisters);
        auto store = fixture.create();
        const RecordId id = add(*store, u"asset"_s, {{u"name"_s, u"first"_s}, {u"level"_s, 3}}).value();
        // Keep store.db as it is now and let an action go on: as if the process died between the two commits.
        const QString dir = fixture.directory.path();
        store.reset();
        QVERIFY(QFile::copy(dir + u"/store.db"_s, dir + u"/before"_s));
        store = fixture.reopen();
        QVERIFY(set(*store, u"asset"_s, id, {{u"name"_s, u"second"_s}}));
        store.reset();
        QVERIFY(QFile::remove(dir + u"/store.db"_s));
        QVERIFY(QFile::rename(dir + u"/before"_s, dir + u"/store.db"_s));
        store = fixture.reopen();
        QCOMPARE(get(*store, u"asset"_s, id).value().text(u"name"_s), u"first"_s);
        const auto verdict = store->verifyTrail().value();
        QVERIFY2(verdict.isClean(), qPrintable(verdict.problems.value(0).reason + verdict.problems.value(0).object));
    }

    void bulkRowsAreUndoneByTheirAction()
    {
        dwtest::StoreFixture fixture(sampleRegisters);
        auto store = fixture.create();
        const QString dir = fixture.directory.path();
        store.reset();
        QVERIFY(QFile::copy(dir + u"/store.db"_s, dir + u"/before"_s));
        store = fixture.reopen();
        QVERIFY(store->write({u"import"_s, {}, {}, {}}, [&](WriteTx &tx) -> Result<> {
            DW_ASSIGN(Connection * db, tx.content(3, u"blob_key"_s));
            DW_TRY(tx.records().insert(u"owner"_s, {{u"name"_s, u"o"_s}}));
            return db->run(u"INSERT INTO blob_key VALUES ('b1', x'00', 1, '', :a)"_s, {{u":a"_s, tx.actionId().toString()}});
        }));
        store.reset();
        QVERIFY(QFile::remove(dir + u"/store.db"_s));
        QVERIFY(QFile::rename(dir + u"/before"_s, dir + u"/store.db"_s));
        store = fixture.reopen();
        const auto left = store->read([](const ReadTx &tx) -> Result<qint64> {
            return (*tx.content(3))->value(u"SELECT count(*) FROM blob_key"_s)->toLongLong();
        });
        QCOMPARE(left.value(), 0);
    }

    void seesAnOlderFilePutBack()
    {
        dwtest::StoreFixture fixture(sampleRegisters);
        auto store = fixture.create();
        const QString dir = fixture.directory.path();
        const RecordId id = add(*store, u"asset"_s, {{u"name"_s, u"first"_s}, {u"level"_s, 3}}).value();
        store.reset();
        QVERIFY(QFile::copy(dir + u"/level3.db"_s, dir + u"/old"_s));
        store = fixture.reopen();
        QVERIFY(set(*store, u"asset"_s, id, {{u"name"_s, u"second"_s}}));
        store.reset();
        QVERIFY(QFile::remove(dir + u"/level3.db"_s));
        QVERIFY(QFile::rename(dir + u"/old"_s, dir + u"/level3.db"_s));
        store = fixture.reopen();
        const auto verdict = store->verifyTrail().value();
        QVERIFY(!verdict.isClean());
        QCOMPARE(verdict.problems.first().reason, u"trail.row_changed"_s);
        QCOMPARE(verdict.problems.first().object, u"level3/head"_s);
    }

    void theTrailCannotBeChanged()
    {
        dwtest::StoreFixture fixture(sampleRegisters);
        auto store = fixture.create();
        const RecordId id = add(*store, u"owner"_s, {{u"name"_s, u"o"_s}}).value();
        store.reset();
        auto raw = Connection::open(fixture.directory.path() + u"/store.db"_s, fixture.keys[0], Connection::Mode::ReadWrite);
        QVERIFY(raw);
        QVERIFY(!(*raw)->execute(u"UPDATE audit SET name = 'x'"_s));
        QVERIFY(!(*raw)->execute(u"DELETE FROM audit"_s));
        // Somebody with the key drops the triggers and changes a row behind the trail's back.
        QVERIFY((*raw)->execute(u"UPDATE owner SET name = 'forged'"_s));
        raw->reset();
        store = fixture.reopen();
        const auto verdict = store->verifyTrail().value();
        QCOMPARE(verdict.problems.size(), 1);
        QCOMPARE(verdict.problems.first().reason, u"trail.row_changed"_s);
        QCOMPARE(verdict.problems.first().object, u"owner/"_s + id.toString());
    }

    void damageIsCalledDamage_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("offset");
        QTest::newRow("first page") << u"store.db"_s << 40;
        QTest::newRow("schema page") << u"store.db"_s << 4096 + 100;
        QTest::newRow("level 3") << u"level3.db"_s << 100;
    }

    void damageIsCalledDamage()
    {
        QFETCH(QString, file);
        QFETCH(int, offset);
        dwtest::StoreFixture fixture(sampleRegisters);
        auto store = fixture.create();
        QVERIFY(add(*store, u"asset"_s, {{u"name"_s, u"first"_s}, {u"level"_s, 3}}));
        store.reset();
        QFile target(fixture.directory.filePath(file));
        QVERIFY(target.open(QIODevice::ReadWrite));
        target.seek(offset);
        char byte = 0;
        target.getChar(&byte);
        target.seek(offset);
        target.putChar(char(byte ^ 1));
        target.close();
        auto opened = Store::open(fixture.config(), Store::Mode::Open);
        const Error error = opened ? (*opened)->checkIntegrity().error() : opened.error();
        QCOMPARE(error.code, ErrorCode::Corrupt);
        QCOMPARE(error.reason, u"store.damaged"_s);
        QCOMPARE(error.args, QStringList {file});
    }

    void aWrongKeyOpensNothing()
    {
        dwtest::StoreFixture fixture(sampleRegisters);
        fixture.create();
        StoreConfig config = fixture.config();
        config.storeKey = randomSecret(32);
        QCOMPARE(Store::open(std::move(config), Store::Mode::Open).error().reason, u"store.damaged"_s);
    }

    void aNewerSchemaIsRefusedUntouched()
    {
        dwtest::StoreFixture fixture(sampleRegisters);
        fixture.create();
        {
            auto raw = Connection::open(fixture.directory.path() + u"/store.db"_s, fixture.keys[0], Connection::Mode::ReadWrite);
            QVERIFY((*raw)->execute(u"PRAGMA user_version=9000"_s));
        }
        QCOMPARE(Store::open(fixture.config(), Store::Mode::Open).error().reason, u"store.newer_version"_s);
    }

    void nothingIsReadableOnDisk()
    {
        dwtest::StoreFixture fixture(sampleRegisters);
        auto store = fixture.create();
        QVERIFY(add(*store, u"asset"_s, {{u"name"_s, u"MARKER-LEVEL-TWO"_s}, {u"level"_s, 2}}));
        QVERIFY(add(*store, u"asset"_s, {{u"name"_s, u"MARKER-LEVEL-FOUR"_s}, {u"level"_s, 4}}));
        QVERIFY(!bytesOf(fixture.directory.path(), u""_s).contains("MARKER"));
        QVERIFY(bytesOf(fixture.directory.path(), u"store"_s).size() > 4096); // the control: there were bytes to search
    }

    void aChangedDeclarationRebuildsTheTable()
    {
        dwtest::StoreFixture fixture(sampleRegisters);
        auto store = fixture.create();
        const RecordId id = add(*store, u"owner"_s, {{u"name"_s, u"kept"_s}}).value();
        store.reset();
        QTemporaryDir changed;
        QFile source(sampleRegisters + u"/sample.json"_s);
        QVERIFY(source.open(QIODevice::ReadOnly));
        QByteArray json = source.readAll();
        json.replace("\"required\": true}", "\"required\": true}, {\"name\": \"phone\", \"title\": {\"en\": \"Phone\", \"zh\": \"电话\"}}");
        QFile target(changed.filePath(u"sample.json"_s));
        QVERIFY(target.open(QIODevice::WriteOnly));
        target.write(json);
        target.close();
        fixture.catalogue = RegisterCatalogue::load(changed.path()).value();
        store = fixture.reopen();
        QCOMPARE(get(*store, u"owner"_s, id).value().text(u"name"_s), u"kept"_s);
        QVERIFY(set(*store, u"owner"_s, id, {{u"phone"_s, u"1"_s}}));
        QVERIFY(store->verifyTrail().value().isClean());
    }

    void readersDoNotWaitForTheWriter()
    {
        dwtest::StoreFixture fixture(sampleRegisters);
        auto store = fixture.create();
        QVERIFY(add(*store, u"owner"_s, {{u"name"_s, u"o"_s}}));
        const auto counted = store->write({u"test"_s, {}, {}, {}}, [&](WriteTx &tx) -> Result<qint64> {
            DW_TRY(tx.records().insert(u"owner"_s, {{u"name"_s, u"p"_s}}));
            return store->read([](const ReadTx &inner) { return inner.records().count(u"owner"_s); });
        });
        QCOMPARE(counted.value(), 1); // the last committed state
        QCOMPARE(store->read([](const ReadTx &tx) { return tx.records().count(u"owner"_s); }).value(), 2);
    }

    void copiesOpenWithTheSameKey()
    {
        dwtest::StoreFixture fixture(sampleRegisters);
        auto store = fixture.create();
        QVERIFY(add(*store, u"owner"_s, {{u"name"_s, u"o"_s}}));
        const QString copy = fixture.directory.filePath(u"copy.db"_s);
        QVERIFY(store->copyDatabase(u"store"_s, copy));
        auto opened = Connection::open(copy, fixture.keys[0], Connection::Mode::ReadOnly);
        QVERIFY(opened);
        QCOMPARE((*opened)->value(u"SELECT count(*) FROM owner"_s).value().toInt(), 1);
    }
};

DW_TEST(TestStore)
#include "tst_store.moc"
