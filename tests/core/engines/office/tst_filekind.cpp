#include "core/engines/office/filekind.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestFileKind : public QObject
{
    Q_OBJECT

private slots:
    void kinds_data();
    void kinds();
    void refused_data();
    void refused();
};

void TestFileKind::kinds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::newRow("pdf") << "junk %PDF-1.7"_ba << u"a.txt"_s;
    QTest::newRow("package") << "PK\x03\x04"_ba << u"a.bin"_s;
    QTest::newRow("picture") << "\x89PNG"_ba << u"a"_s;
    QTest::newRow("table") << "a,b"_ba << u"A.CSV"_s;
    QTest::newRow("text") << "BMW and Benz"_ba << u"a.txt"_s;
}

void TestFileKind::kinds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    const auto kind = fileKind(bytes, name);
    QVERIFY(kind.has_value());
    QCOMPARE(nameOf(*kind), QString::fromLatin1(QTest::currentDataTag()));
}

void TestFileKind::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    const QByteArray compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"_ba;
    QTest::newRow("password") << compound + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"_ba << u"a.docx"_s << u"find.encrypted_office"_s;
    QTest::newRow("doc") << compound + "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"_ba << u"a.doc"_s << u"find.old_office"_s;
    QTest::newRow("xls") << compound + "W\0o\0r\0k\0b\0o\0o\0k\0"_ba << u"a.xls"_s << u"find.old_office"_s;
    QTest::newRow("mail") << compound << u"a.msg"_s << u"find.kind_unread"_s;
    QTest::newRow("rtf") << "{\\rtf1 x}"_ba << u"a.rtf"_s << u"find.kind_unread"_s;
    QTest::newRow("archive") << "7z\xBC\xAF"_ba << u"a.7z"_s << u"find.kind_unread"_s;
    QTest::newRow("no workbook") << "hello"_ba << u"a.xlsx"_s << u"find.kind_unread"_s;
}

void TestFileKind::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(QString, reason);
    const auto kind = fileKind(bytes, name);
    QVERIFY(!kind);
    QCOMPARE(kind.error().reason, reason);
    QCOMPARE(kind.error().args, QStringList {name});
}

DW_TEST(TestFileKind)
#include "tst_filekind.moc"
