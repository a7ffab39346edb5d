#include "tests/support/cli.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFindCommand : public QObject
{
    Q_OBJECT

private slots:
    void text_data();
    void text();
    void lines();
    void dictionary();
    void rules();
    void table();
    void pdf();
    void unread_data();
    void unread();
    void redact_findings();
    void redact_scan();
    void folder();

private:
    QString write(const QString &name, const QByteArray &bytes);
    QString writePdf(const QString &name, const QStringList &pages);

    dwtest::Cli m_cli;
};

QString TestFindCommand::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_cli.path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

QString TestFindCommand::writePdf(const QString &name, const QStringList &pages)
{
    const QString path = m_cli.path(name);
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    painter.setFont(QFont(u"DejaVu Sans"_s, 12));
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        painter.drawText(500, 1000, pages.at(i));
    }
    return path;
}

void TestFindCommand::text_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("UTF-8") << u"联系电话13812345678。\n"_s.toUtf8();
    // 联系电话 in GB18030
    QTest::newRow("GB18030") << QByteArray("\xC1\xAA\xCF\xB5\xB5\xE7\xBB\xB0" "13812345678\xA1\xA3\n");
    const QString text = QChar(QChar::ByteOrderMark) + u"联系电话13812345678。\n"_s;
    QTest::newRow("UTF-16") << QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

void TestFindCommand::text()
{
    QFETCH(QByteArray, bytes);
    const auto run = m_cli.run({u"find"_s, write(u"note.txt"_s, bytes), u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const QJsonArray spans = run.json().object().value("spans"_L1).toArray();
    QCOMPARE(spans.size(), 1);
    const QJsonObject span = spans.first().toObject();
    QCOMPARE(span.value("type"_L1).toString(), u"PHONE"_s);
    QCOMPARE(span.value("start"_L1).toInt(), 4);
    QCOMPARE(span.value("end"_L1).toInt(), 15);
    QCOMPARE(span.value("text"_L1).toString(), u"13812345678"_s);
}

void TestFindCommand::lines()
{
    const QByteArray input = "{\"id\":\"a\",\"text\":\"\xF0\xA0\xAE\xB7 a@bb.cn\"}\n{\"id\":7,\"text\":\"nothing\"}\n";
    const auto run = m_cli.run({u"find"_s, u"--jsonl"_s}, input);
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const QList<QByteArray> out = run.out.trimmed().split('\n');
    QCOMPARE(out.size(), 2);
    QVERIFY(out.first().contains("\"end\":9"));
    QVERIFY(out.first().contains("\"start\":2")); // code points, not UTF-16 units
    QCOMPARE(out.last(), "{\"id\":\"7\",\"spans\":[]}"_ba);
    const auto broken = m_cli.run({u"find"_s, u"--jsonl"_s}, "{\"id\":\"a\"}\n{\"id\":\"b\",\"text\":\"a@bb.cn\"}\n");
    QCOMPARE(broken.exitCode, 1);
    QVERIFY(broken.out.contains("EMAIL")); // the good line is searched all the same
    QVERIFY(broken.complaint().contains(u"line 1"_s));
}

void TestFindCommand::dictionary()
{
    const QString names = write(u"names.csv"_s, "name,type,alias\n华天科技有限公司,company,华天;Huatian\n王磊,,\n");
    const QString note = write(u"deal.txt"_s, "王磊称華天与 Huatian 相同。\n");
    const auto run = m_cli.run({u"find"_s, note, u"--dictionary"_s, names});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY(run.text().contains(u"PERSON  王磊"_s));
    QVERIFY(run.text().contains(u"COMPANY  華天"_s));
    QVERIFY(run.text().contains(u"COMPANY  Huatian"_s));
    QVERIFY(run.text().contains(u"3 findings"_s));
    QCOMPARE(m_cli.run({u"find"_s, note, u"--dictionary"_s, write(u"none.csv"_s, "name,type\n")}).exitCode, 2);
}

void TestFindCommand::rules()
{
    const QString text = write(u"rules.txt"_s, u"Project Heron, 总账1234\n"_s.toUtf8());
    const QString rules = write(u"rules.json"_s, u"[{\"name\":\"Ledgers\",\"type\":\"ledger\",\"pattern\":\"总账(\\\\d{4})\"},{\"name\":\"Code\",\"type\":\"PROJECT\",\"terms\":[\"project heron\"]}]"_s.toUtf8());
    const auto run = m_cli.run({u"find"_s, text, u"--rules"_s, rules, u"--json"_s});
    QCOMPARE(run.exitCode, 0);
    const QJsonArray spans = QJsonDocument::fromJson(run.out.split('\n').first()).object()["spans"_L1].toArray();
    QCOMPARE(spans.size(), 2);
    QCOMPARE(spans[0]["type"_L1].toString(), u"PROJECT"_s);
    QCOMPARE(spans[0]["reason"_L1].toString(), u"rule"_s);
    QCOMPARE(spans[0]["evidence"_L1].toString(), u"Code"_s);
    QCOMPARE(spans[1]["type"_L1].toString(), u"LEDGER"_s);
    QCOMPARE(spans[1]["text"_L1].toString(), u"1234"_s);
    QCOMPARE(m_cli.run({u"find"_s, text, u"--rules"_s, write(u"bad.json"_s, "[{\"name\":\"a\",\"type\":\"T\",\"pattern\":\"(\"}]")}).exitCode, 2);
    QCOMPARE(m_cli.run({u"find"_s, text, u"--rules"_s, write(u"none.json"_s, "{}")}).exitCode, 2);
}

void TestFindCommand::table()
{
    const auto run = m_cli.run({u"find"_s, write(u"list.csv"_s, "客户,护照\n甲,E87909165\n乙,\n"), u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const QList<QByteArray> out = run.out.trimmed().split('\n');
    QCOMPARE(out.size(), 3);
    QVERIFY(out.at(1).contains("PASSPORT") && out.at(1).contains("\"start\":2"));
}

void TestFindCommand::pdf()
{
    const auto run = m_cli.run({u"find"_s, writePdf(u"two.pdf"_s, {u"write to a.person@example.com today"_s, QString()}), u"--json"_s});
    QVERIFY2(run.exitCode == 0, run.err.constData()); // a blank page has nothing to read
    const QJsonObject page = QJsonDocument::fromJson(run.out.split('\n').first()).object();
    const QJsonObject span = page.value("spans"_L1).toArray().first().toObject();
    QCOMPARE(span.value("text"_L1).toString(), u"a.person@example.com"_s);
    QCOMPARE(span.value("page"_L1).toInt(), 1);
    QVERIFY(!span.value("rects"_L1).toArray().isEmpty());
}

void TestFindCommand::unread_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("Word") << u"a.docx"_s << "PK\x03\x04 word/document.xml"_ba << 1;
    QTest::newRow("archive") << u"a.zip"_s << "PK\x03\x04 whatever"_ba << 1;
    QTest::newRow("picture") << u"a.png"_s << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) << 1;
    QTest::newRow("broken PDF") << u"a.pdf"_s << "%PDF-1.7 nothing"_ba << 1;
    QTest::newRow("missing") << QString() << QByteArray() << 2;
}

void TestFindCommand::unread()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const QString file = name.isEmpty() ? m_cli.path(u"nowhere"_s) : write(name, bytes);
    const QString good = write(u"good.txt"_s, "a@bb.cn");
    const auto run = m_cli.run({u"find"_s, file, good});
    QTEST(run.exitCode, "exitCode");
    QVERIFY(!run.complaint().isEmpty());
    QVERIFY(run.text().contains(u"a@bb.cn"_s)); // the others are searched
}

void TestFindCommand::redact_findings()
{
    const QString in = writePdf(u"in.pdf"_s, {u"Acme Ltd writes to a.person@example.com today"_s});
    const QString out = m_cli.path(u"out.pdf"_s);
    const QString names = write(u"acme.csv"_s, "Acme Ltd,COMPANY\n");
    const auto run = m_cli.run({u"redact"_s, in, out, u"--find"_s, u"--dictionary"_s, names});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const auto after = m_cli.run({u"find"_s, out, u"--dictionary"_s, names});
    QVERIFY2(after.text().contains(u"0 findings"_s), after.out.constData());
}

void TestFindCommand::redact_scan()
{
    // A page that is a picture of text: no character of it is in the file.
    QImage page(1654, 2339, QImage::Format_RGB32);
    page.fill(Qt::white);
    {
        QPainter painter(&page);
        QFont font(u"DejaVu Sans"_s);
        font.setPixelSize(44);
        painter.setFont(font);
        painter.drawText(150, 300, u"Please write to a.person@example.com today"_s);
    }
    const QString in = m_cli.path(u"scan.pdf"_s);
    {
        QPdfWriter writer(in);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({});
        QPainter painter(&writer);
        painter.drawImage(QRect(0, 0, writer.width(), writer.height()), page);
    }
    const auto found = m_cli.run({u"find"_s, in, u"--json"_s});
    if (found.complaint().contains(u"no text"_s))
        QSKIP("the language files of Tesseract are not installed");
    QVERIFY2(found.exitCode == 0, found.err.constData());
    const QJsonObject span = found.json().object().value("spans"_L1).toArray().first().toObject();
    QCOMPARE(span.value("text"_L1).toString(), u"a.person@example.com"_s);
    QVERIFY(span.value("recognised"_L1).toBool());
    const QString out = m_cli.path(u"scan-out.pdf"_s);
    const auto run = m_cli.run({u"redact"_s, in, out, u"--find"_s});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY(!m_cli.run({u"find"_s, out}).text().contains(u"example"_s));
}

void TestFindCommand::folder()
{
    QVERIFY(QDir(m_cli.path(u"."_s)).mkpath(u"deal/inner"_s));
    write(u"deal/a.txt"_s, "first@example.com");
    write(u"deal/inner/b.csv"_s, "mail\nsecond@example.com\n");
    write(u"deal/inner/c.doc"_s, "\xD0\xCF\x11\xE0 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"_ba);
    const auto run = m_cli.run({u"find"_s, m_cli.path(u"deal"_s)});
    QCOMPARE(run.exitCode, 1); // the old Word file is named, not passed over
    QVERIFY(run.complaint().contains(u"c.doc"_s));
    QVERIFY(run.text().contains(u"first@example.com"_s));
    QVERIFY(run.text().contains(u"second@example.com"_s));
}

DW_TEST(TestFindCommand)
#include "tst_findcommand.moc"
