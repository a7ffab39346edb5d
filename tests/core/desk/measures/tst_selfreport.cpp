#include "core/desk/measures/selfreport.h"
#include "tests/support/storefixture.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

bool holds(const Store &store, const QString &name)
{
    return store
        .read([&](const ReadTx &tx) -> Result<bool> {
            RecordFilter filter;
            filter.equals.insert(u"name"_s, name);
            DW_ASSIGN(const auto row, tx.records().first(u"fact"_s, filter));
            return row && row->flag(u"holds"_s);
        })
        .value();
}

} // namespace

class TestSelfReport final : public QObject
{
    Q_OBJECT

private slots:
    void looksAtTheFilesThemselves()
    {
        dwtest::StoreFixture f;
        auto store = f.create();
        const SelfReport report {f.directory.path(), true, u"Argon2id"_s, true, u"format 1"_s, u"0.1.0"_s};
        QVERIFY(writeSelfReport(*store, report));
        for (const auto &name : {u"vault.cipher"_s, u"vault.blobs_encrypted"_s, u"vault.kdf"_s, u"vault.format"_s, u"app.version"_s})
            QVERIFY2(holds(*store, name), qPrintable(name));
        const qint64 entries = store->head()->seq;
        QVERIFY(writeSelfReport(*store, report));
        QCOMPARE(store->head()->seq, entries); // the same facts, the same day: nothing to write
        QVERIFY(QDir(f.directory.path()).mkpath(u"blobs/aa"_s));
        QFile blob(f.directory.filePath(u"blobs/aa/x"_s));
        QVERIFY(blob.open(QIODevice::WriteOnly));
        blob.write("%PDF-1.7 in the clear");
        blob.close();
        QFile database(f.directory.filePath(u"level9.db"_s));
        QVERIFY(database.open(QIODevice::WriteOnly));
        database.write(QByteArray("SQLite format 3\0", 16));
        database.close();
        QVERIFY(writeSelfReport(*store, report));
        QVERIFY(!holds(*store, u"vault.blobs_encrypted"_s));
        QVERIFY(!holds(*store, u"vault.cipher"_s));
    }
};

DW_TEST(TestSelfReport)
#include "tst_selfreport.moc"
