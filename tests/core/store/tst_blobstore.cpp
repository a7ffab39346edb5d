#include "core/store/blobstore.h"

#include "core/engines/crypto/hash.h"
#include "core/engines/crypto/random.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

BlobRef ref(const StoredBlob &blob)
{
    return {blob.id, blob.level, blob.key.clone(), blob.size, blob.sha256};
}

QByteArray content(qsizetype size)
{
    return randomBytes(size);
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class StopAt final : public JobContext
{
public:
    explicit StopAt(int steps)
        : m_left(steps)
    {
    }
    Result<> step(qint64, qint64) override
    {
        return m_left-- > 0 ? Result<>() : fail(ErrorCode::Cancelled, u"job.cancelled"_s);
    }

private:
    int m_left;
};

} // namespace

class TestBlobStore final : public QObject
{
    Q_OBJECT

private slots:
    void roundTripsAtTheEdgesOfChunks()
    {
        QTemporaryDir dir;
        const BlobStore store(dir.path(), VaultId::create());
        for (const qsizetype size : {qsizetype(0), qsizetype(1), qsizetype(65535), qsizetype(65536), qsizetype(65537),
                 qsizetype(131072), qsizetype(200000)}) {
            const QByteArray bytes = content(size);
            const auto blob = store.write(4, bytes);
            QVERIFY(blob);
            QCOMPARE(blob->size, size);
            QCOMPARE(blob->sha256, sha256(bytes));
            QCOMPARE(*store.readAll(ref(*blob)), bytes);
            QVERIFY(size < 16 || !read(store.path(blob->id)).contains(bytes.left(16)));
        }
        QCOMPARE(store.list().size(), 7);
    }

    void anyFlippedByteIsDamage()
    {
        QTemporaryDir dir;
        const BlobStore store(dir.path(), VaultId::create());
        const auto blob = store.write(3, content(300));
        const QString path = store.path(blob->id);
        const QByteArray good = read(path);
        for (qsizetype at = 0; at < good.size(); ++at) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 16);
            write(path, bad);
            const auto opened = store.readAll(ref(*blob));
            QVERIFY(!opened);
            QCOMPARE(opened.error().reason, u"blob.damaged"_s);
            QCOMPARE(opened.error().args, QStringList {blob->id.toString()});
        }
        for (qsizetype size = 0; size < good.size(); size += 7) {
            write(path, good.first(size));
            QVERIFY(!store.readAll(ref(*blob)));
        }
        write(path, good + 'x');
        QVERIFY(!store.readAll(ref(*blob)));
        write(path, good);
        QVERIFY(store.readAll(ref(*blob)));
    }

    void chunksCannotBeMovedDroppedOrExchanged()
    {
        QTemporaryDir dir;
        const BlobStore store(dir.path(), VaultId::create());
        const auto blob = store.write(3, content(3 * BlobStore::chunkSize));
        const QString path = store.path(blob->id);
        const QByteArray good = read(path);
        constexpr qsizetype sealed = BlobStore::chunkSize + 40;
        const QByteArray head = good.first(8);
        const QByteArray a = good.mid(8, sealed);
        const QByteArray b = good.mid(8 + sealed, sealed);
        const QByteArray c = good.mid(8 + 2 * sealed, sealed);
        QCOMPARE(head + a + b + c, good);
        for (const QByteArray &bad : {QByteArray(head + b + a + c), QByteArray(head + a + a + c), QByteArray(head + a + c + c),
                 QByteArray(head + a + b), QByteArray(head + a + c), QByteArray(head + a + b + c + c)}) {
            write(path, bad);
            QVERIFY(!store.readAll(ref(*blob)));
            // Even if the row were changed to fit the shorter file.
            BlobRef shorter = ref(*blob);
            shorter.size = (bad.size() - 8) / sealed * BlobStore::chunkSize;
            QVERIFY(!store.readAll(shorter));
        }
    }

    void aBlobBelongsToItsVaultLevelAndId()
    {
        QTemporaryDir dir;
        const BlobStore store(dir.path(), VaultId::create());
        const auto one = store.write(3, content(100));
        const auto two = store.write(3, content(100));
        BlobRef wrong = ref(*one);
        wrong.level = 4;
        QVERIFY(!store.readAll(wrong));
        wrong = ref(*one);
        wrong.key = two->key.clone();
        QVERIFY(!store.readAll(wrong));
        wrong = ref(*one);
        wrong.sha256 = sha256("other");
        QVERIFY(!store.readAll(wrong));
        QVERIFY(!BlobStore(dir.path(), VaultId::create()).readAll(ref(*one)));
        write(store.path(one->id), read(store.path(two->id)));
        QVERIFY(!store.readAll(ref(*one)));
        QVERIFY(store.remove(one->id));
        QCOMPARE(store.readAll(ref(*one)).error().reason, u"blob.missing"_s);
    }

    void aStoppedWriteLeavesNothing()
    {
        QTemporaryDir dir;
        const BlobStore store(dir.path(), VaultId::create());
        const QByteArray bytes = content(5 * BlobStore::chunkSize);
        for (int steps = 0; steps < 5; ++steps) {
            QBuffer source;
            source.setData(bytes);
            QVERIFY(source.open(QIODevice::ReadOnly));
            StopAt job(steps);
            const auto blob = store.write(2, source, job);
            QVERIFY(!blob);
            QCOMPARE(blob.error().code, ErrorCode::Cancelled);
        }
        QVERIFY(store.list().isEmpty());
        QVERIFY(QDir(dir.path()).entryList({u"*.new"_s}, QDir::Files).isEmpty());
    }
};

DW_TEST(TestBlobStore)
#include "tst_blobstore.moc"
