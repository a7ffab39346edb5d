#include "tests/support/cli.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

class TestAnonymiseCommand : public QObject
{
    Q_OBJECT

private slots:
    void labels_areTheSameEverywhere();
    void originalLeft_writesNothing();
    void refusals();

private:
    QString write(const QString &name, const QByteArray &bytes);

    dwtest::Cli m_cli;
};

QString TestAnonymiseCommand::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_cli.path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

void TestAnonymiseCommand::labels_areTheSameEverywhere()
{
    const QString list = write(u"list.csv"_s, "客户,收入\n华天科技,300\n红杉,100\n华天科技,100\n");
    const QString policy = write(u"p.json"_s, "{\"columns\":{\"客户\":{\"operator\":\"label\",\"prefix\":\"客户\"},\"收入\":{\"operator\":\"share\"}}}");
    const QString key = write(u"key"_s, "a key of more than sixteen bytes");
    const QString csv = m_cli.path(u"out.csv"_s), xlsx = m_cli.path(u"out.xlsx"_s), second = m_cli.path(u"second.csv"_s);
    for (const QString &out : {csv, xlsx, second}) {
        const auto run = m_cli.run({u"anonymise"_s, out == second ? csv : list, out, u"--policy"_s,
            out == second ? write(u"keep.json"_s, "{\"columns\":{\"客户\":{\"operator\":\"keep\"}}}") : policy, u"--key-file"_s, key});
        QVERIFY2(run.exitCode == 0, run.err.constData());
    }
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(!lines.join().contains("华天"));
    QCOMPARE(lines[1].split(',').first(), lines[3].split(',').first());
    QVERIFY(lines[1].contains("60.0%"));
    QVERIFY(QFile::exists(xlsx));
}

void TestAnonymiseCommand::originalLeft_writesNothing()
{
    const QString list = write(u"notes.csv"_s, "客户,备注\n华天科技,与华天 科技相识多年\n");
    const QString policy = write(u"leak.json"_s, "{\"columns\":{\"客户\":{\"operator\":\"remove\"}},\"others\":\"keep\"}");
    const QString out = m_cli.path(u"leak.csv"_s);
    const auto run = m_cli.run({u"anonymise"_s, list, out, u"--policy"_s, policy});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(!QFile::exists(out));
    QVERIFY(run.complaint().contains(u"row 2, column 1"_s));
}

void TestAnonymiseCommand::refusals()
{
    const QString list = write(u"small.csv"_s, "a\n1\n");
    QCOMPARE(m_cli.run({u"anonymise"_s, list, m_cli.path(u"o.csv"_s)}).exitCode, 2);
    const QString policy = write(u"bad.json"_s, "{\"columns\":{\"b\":{\"operator\":\"mask\"}}}");
    QCOMPARE(m_cli.run({u"anonymise"_s, list, m_cli.path(u"o.csv"_s), u"--policy"_s, policy}).exitCode, 2);
    QCOMPARE(m_cli.run({u"anonymise"_s, list, list, u"--policy"_s, policy}).exitCode, 2);
    const QString key = write(u"short"_s, "short");
    QCOMPARE(m_cli.run({u"anonymise"_s, list, m_cli.path(u"o.csv"_s), u"--policy"_s, policy, u"--key-file"_s, key}).exitCode, 2);
}

DW_TEST(TestAnonymiseCommand)
#include "tst_anonymisecommand.moc"
