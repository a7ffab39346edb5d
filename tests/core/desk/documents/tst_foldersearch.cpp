#include "tests/support/documentfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace dwtest;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Is asked to stop after some files.
class StoppedJob final : public JobContext
{
public:
    explicit StoppedJob(int after)
        : m_after(after)
    {
    }
    Result<> step(qint64, qint64) override { return ++m_steps >= m_after ? Result<>(fail(ErrorCode::Cancelled, {})) : Result<>(); }

private:
    int m_after;
    int m_steps = 0;
};

} // namespace

class TestFolderSearch final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void init()
    {
        QVERIFY(QDir(m_folder.path()).removeRecursively() && QDir().mkpath(m_folder.path()));
        write(m_folder.filePath(u"a.pdf"_s), SamplePdf().page({{"mail: lin@client.example"}, {"mobile 13812345678", 72, 600}}).bytes());
        write(m_folder.filePath(u"below/b.csv"_s), "客户,电子邮箱\n甲,a@client.example\n乙,b@client.example\n");
        write(m_folder.filePath(u"c.bin"_s), "\x7f" "ELF" + QByteArray(400, '\0'));
        write(m_folder.filePath(u"d.txt"_s), "nothing\n");
    }

    void everyFileIsToldWithItsCounts()
    {
        DocumentFixture f;
        QStringList seen;
        const auto result = f.documents->folders().run(m_folder.path(), f.job, [&](const SearchedFolderFile &file) { seen.append(file.name); });
        QVERIFY2(result, qPrintable(result ? QString() : result.error().reason));
        QCOMPARE(seen, QStringList({u"a.pdf"_s, u"below/b.csv"_s, u"c.bin"_s, u"d.txt"_s}));
        QCOMPARE(result->files, 4);
        QCOMPARE(result->incomplete, 1);
        // after a restart
        const QString who = f.fixture.actor.name;
        f.become(u"other"_s, Role::DealManager, 2);
        QCOMPARE(f.documents->folders().files(result->search).value().first().name, QString()); // names are sealed
        f.become(who, Role::Owner);
        const auto files = f.documents->folders().files(result->search).value();
        QCOMPARE(files.size(), 4);
        QCOMPARE(files.at(0).counts.value(u"EMAIL"_s), 1);
        QCOMPARE(files.at(0).counts.value(u"PHONE"_s), 1);
        QVERIFY(files.at(0).isComplete);
        QCOMPARE(files.at(1).counts.value(u"EMAIL"_s), 2);
        QVERIFY(!files.at(2).isComplete && !files.at(2).isRead && !files.at(2).gaps.isEmpty());
        QVERIFY(files.at(3).isComplete);
        QCOMPARE(files.at(3).findings, 0);
        const QByteArray disk = f.everyByteOnDisk();
        QVERIFY(!disk.contains("a.pdf") && !disk.contains("client.example"));
    }

    void aStoppedSearchKeepsWhatItHad()
    {
        DocumentFixture f;
        StoppedJob job(2);
        const auto result = f.documents->folders().run(m_folder.path(), job);
        QVERIFY(result);
        QVERIFY(result->isStopped);
        QCOMPARE(result->files, 2);
        QCOMPARE(f.documents->folders().files(result->search).value().size(), 2);
        const auto row = f.store->read([&](const ReadTx &tx) { return tx.records().get(u"folder_search"_s, result->search); }).value();
        QCOMPARE(row.state, u"stopped"_s);
        QCOMPARE(row.integer(u"files_there"_s), 4);
    }

    void whatIsNoFolderIsRefused()
    {
        DocumentFixture f;
        QCOMPARE(f.documents->folders().run(m_folder.filePath(u"none"_s), f.job).error().reason, u"folder.missing"_s);
        const QTemporaryDir empty;
        QCOMPARE(f.documents->folders().run(empty.path(), f.job).error().reason, u"folder.empty"_s);
    }

    void allDocumentsAreSearched()
    {
        DocumentFixture f;
        const VersionId one = f.import(SamplePdf().page({{"about the heron affair"}}).bytes(), u"one.pdf"_s)->version;
        const VersionId two = f.import(SamplePdf().page({{"more of the heron affair"}}).bytes(), u"two.pdf"_s)->version;
        QVERIFY(f.import("\x7f" "ELF" + QByteArray(400, '\0'), u"c.bin"_s));
        QCOMPARE(f.version(one).findingsOpen + f.version(two).findingsOpen, 0);
        f.clientNames = {{u"heron affair"_s, u"COMPANY"_s}};
        const auto all = f.documents->folders().searchAll(f.job);
        QVERIFY(all);
        QCOMPARE(all->searched, 3);
        QCOMPARE(all->incomplete, 1);
        QVERIFY(all->refused.isEmpty());
        QCOMPARE(f.version(one).findingsOpen, 1);
        QCOMPARE(f.version(two).findingsOpen, 1);
    }
};

DW_TEST(TestFolderSearch)
#include "tst_foldersearch.moc"
