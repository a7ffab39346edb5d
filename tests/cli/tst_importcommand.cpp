#include "tests/support/cli.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

class TestImportCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void dryRun_writesNothing();
    void import_andUndo();
    void mapping_file();
    void refusals_data();
    void refusals();

private:
    QString write(const QString &name, const QByteArray &bytes);

    dwtest::Cli m_cli;
    QString m_vault;
    QString m_list;
};

QString TestImportCommand::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_cli.path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

void TestImportCommand::initTestCase()
{
    m_cli.setUser(u"mia"_s, u"correct horse battery staple 9"_s);
    m_vault = m_cli.path(u"deal.dealvault"_s);
    const auto made = m_cli.onVault({u"vault"_s, u"create"_s, m_vault});
    QVERIFY2(made.exitCode == 0, made.err.constData());
    m_list = write(u"list.csv"_s, "客户名称,联系人,密级\n上海天远公司,刘澜,内部\n,无名,内部\n王磊,,公开\n");
}

void TestImportCommand::dryRun_writesNothing()
{
    const auto run = m_cli.onVault({u"import"_s, u"clients"_s, m_vault, m_list, u"--dry-run"_s});
    QCOMPARE(run.exitCode, 1); // a row would be left out
    QVERIFY(run.text().contains(u"2 of 3 would be imported, 1 need attention"_s));
    QVERIFY(run.complaint().contains(u"Row 3"_s));
    QVERIFY(m_cli.onVault({u"record"_s, u"list"_s, m_vault, u"client_import"_s}).text().isEmpty());
    QVERIFY(m_cli.onVault({u"record"_s, u"list"_s, m_vault, u"data_asset"_s}).text().isEmpty());
}

void TestImportCommand::import_andUndo()
{
    const auto run = m_cli.onVault({u"import"_s, u"clients"_s, m_vault, m_list, u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const QJsonObject outcome = run.json().object();
    QCOMPARE(outcome.value("imported"_L1).toInt(), 2);
    QCOMPARE(outcome.value("rejected"_L1).toInt(), 1);
    QCOMPARE(outcome.value("problems"_L1).toArray().first().toObject().value("reason"_L1).toString(), u"import.no_name"_s);
    const QString id = outcome.value("import"_L1).toString();

    const auto again = m_cli.onVault({u"import"_s, u"clients"_s, m_vault, m_list});
    QCOMPARE(again.exitCode, 2); // they are all there already
    const auto undone = m_cli.onVault({u"import"_s, u"undo"_s, m_vault, id});
    QVERIFY2(undone.exitCode == 0, undone.err.constData());
    QVERIFY(m_cli.onVault({u"import"_s, u"undo"_s, m_vault, id}).exitCode != 0);
    QCOMPARE(m_cli.onVault({u"import"_s, u"clients"_s, m_vault, m_list}).exitCode, 0);
}

void TestImportCommand::mapping_file()
{
    const QString list = write(u"odd.csv"_s, "a,b\nAlpha,secret note\nBeta,x\n");
    const QString map = write(u"map.json"_s, "{\"columns\": {\"a\": \"name\", \"#2\": \"ignore\"}}");
    const auto refused = m_cli.onVault({u"import"_s, u"clients"_s, m_vault, list});
    QCOMPARE(refused.exitCode, 2);
    QVERIFY(refused.complaint().contains(u"client's name"_s));
    const auto run = m_cli.onVault({u"import"_s, u"clients"_s, m_vault, list, u"--map"_s, map});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY(run.text().startsWith(u"2 of 2 imported"_s));
}

void TestImportCommand::refusals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << u"no rows"_s;
    QTest::newRow("old Excel") << "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"_ba << u".xls"_s;
    QTest::newRow("no archive") << "PK\x03\x04 nothing"_ba << u"damaged"_s;
    QTest::newRow("PDF") << "%PDF-1.7"_ba << u"no list"_s;
}

void TestImportCommand::refusals()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const auto run = m_cli.onVault({u"import"_s, u"clients"_s, m_vault, write(u"bad.bin"_s, bytes)});
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.complaint().contains(words), run.err.constData());
}

DW_TEST(TestImportCommand)
#include "tst_importcommand.moc"
