// What the watch over written files sees, and what it sees while a person works in the window.
#include "tests/support/filewatch.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using dwtest::FileWatch;

class TestWrittenFiles final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        if (!FileWatch::isPossible())
            QSKIP("this system lets nobody trace");
    }

    void catchesWhatIsShortLived_data();
    void catchesWhatIsShortLived();
    void readingIsNotWriting();
    void theWindowLeavesNothingReadable();
    void theWayOfADocumentLeavesNothing();
};

void TestWrittenFiles::catchesWhatIsShortLived_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<bool>("holdsName");
    QTest::newRow("removed") << u"printf 'to 宋静' > $TMPDIR/a; rm $TMPDIR/a"_s << true;
    QTest::newRow("utf-16") << u"printf '\\213\\133\\131\\227' > $TMPDIR/a; rm $TMPDIR/a"_s << true;
    QTest::newRow("emptied") << u"printf 'to 宋静' > $TMPDIR/a; : > $TMPDIR/a"_s << true;
    QTest::newRow("renamed over") << u"printf 宋静 > $TMPDIR/a; : > $TMPDIR/b; mv $TMPDIR/b $TMPDIR/a"_s << true;
    QTest::newRow("by a grandchild, after its parent") << u"(sh -c 'sleep 0.2; printf 宋静 > $TMPDIR/a; rm $TMPDIR/a' &)"_s << true;
    QTest::newRow("kept") << u"cd $TMPDIR; printf 宋静 > a"_s << true;
    QTest::newRow("harmless") << u"cd $TMPDIR; printf 'nobody' > a; rm a"_s << false;
}

void TestWrittenFiles::catchesWhatIsShortLived()
{
    QFETCH(const QString, script);
    QFETCH(const bool, holdsName);
    const dwtest::Cli cli;
    FileWatch watch(FileWatch::encodings(u"宋静"_s));
    const auto run = watch.run(u"/bin/sh"_s, {u"-c"_s, script}, cli.environment(), cli.path(u"."_s));
    QCOMPARE(run.exitCode, 0);
    const QString path = cli.path(u"temporary/a"_s);
    QVERIFY2(watch.made().contains(path), qUtf8Printable(watch.made().join(u' ') + run.complaint()));
    QCOMPARE(watch.strangers({QRegularExpression::escape(cli.path(u"temporary/b"_s))}), QStringList {path});
    QCOMPARE(watch.found().size(), holdsName ? 1 : 0);
}

void TestWrittenFiles::readingIsNotWriting()
{
    const dwtest::Cli cli;
    FileWatch watch(FileWatch::encodings(u"宋静"_s));
    QCOMPARE(watch.run(u"/bin/sh"_s, {u"-c"_s, u"cat /etc/passwd >/dev/null; exit 3"_s}, cli.environment(), cli.path(u"."_s)).exitCode, 3);
    QCOMPARE(watch.strangers({u"/dev/null"_s}), QStringList());
}

void TestWrittenFiles::theWindowLeavesNothingReadable()
{
    const QString test = QStringLiteral(DW_BIN_DIR "/../tests/tst_ui");
    if (!QFile::exists(test))
        QSKIP("tst_ui is not built");
    const dwtest::Cli cli;
    QByteArrayList needles;
    for (const QString &name : {u"Bluewater"_s, u"Zhao Lan"_s, u"王磊"_s, u"z@blue.example"_s})
        needles += FileWatch::encodings(name);
    FileWatch watch(needles);
    const auto run = watch.run(test, {u"tst_mainjob"_s}, cli.environment(), cli.path(u"."_s));
    QVERIFY2(run.exitCode == 0, qUtf8Printable(run.text() + run.complaint()));
    const QString home = QRegularExpression::escape(cli.path(u"temporary/"_s)) + u"[\\w-]+"_s;
    const QString vault = home + u"/Heron\\.dealvault"_s;
    const QStringList strangers = watch.strangers({vault + FileWatch::vaultFiles(), home, home + u"/ui\\.ini(\\.lock)?"_s, u"\\(nameless\\) "_s + home, // the settings
                 home + u"/state(/device(\\.new)?|/heads(/[0-9a-f]{32}(\\.new)?)?)?"_s,
                 home + u"/(clients\\.csv|contract\\.pdf|[\\w ]+\\.txt)"_s, // what the person brings
                 home + u"/report\\.pdf"_s, home + u"/out(/(\\.release-\\w+(/W-[\\w-]+(/(D-[\\w-]+\\.pdf|VERIFY\\.txt))?)?|W-[\\w-]+))?"_s,
                 u"\\(nameless\\) "_s + home + u"/out/.*"_s, u"\\(memory\\) dealward"_s}); // pages on their way from the worker
    QVERIFY2(strangers.isEmpty(), qUtf8Printable(strangers.join(u'\n')));
    QStringList found = watch.found();
    found.removeIf([](const QString &line) { return line.contains("/clients.csv: "_L1); });
    QCOMPARE(found, QStringList());
    QVERIFY(!watch.found().isEmpty()); // the list that the person brought was seen to hold them
}

/// Import of a folder with conversion, preview, redaction, comparison, comments and approval.
void TestWrittenFiles::theWayOfADocumentLeavesNothing()
{
    const QString test = QStringLiteral(DW_BIN_DIR "/../tests/tst_ui");
    if (!QFile::exists(test))
        QSKIP("tst_ui is not built");
    const dwtest::Cli cli;
    FileWatch watch(FileWatch::encodings(u"Bluewater"_s));
    const auto run = watch.run(test, {u"tst_documentwork"_s}, cli.environment(), cli.path(u"."_s));
    QVERIFY2(run.exitCode == 0, qUtf8Printable(run.text() + run.complaint()));
    const QString home = QRegularExpression::escape(cli.path(u"temporary/"_s)) + u"[\\w-]+"_s;
    const QString vault = home + u"/Heron\\.dealvault"_s;
    const QStringList strangers = watch.strangers({vault + FileWatch::vaultFiles(), home, home + u"/ui\\.ini(\\.lock)?"_s, u"\\(nameless\\) "_s + home,
        home + u"/state(/device(\\.new)?|/heads(/[0-9a-f]{32}(\\.new)?)?)?"_s,
        home + u"/papers(/.*)?"_s, // what the person brings
        u"\\(memory\\) dealward"_s}); // pages on their way from the worker
    QVERIFY2(strangers.isEmpty(), qUtf8Printable(strangers.join(u'\n')));
    QStringList found = watch.found();
    found.removeIf([](const QString &line) { return line.contains("/papers/"_L1); });
    QCOMPARE(found, QStringList());
    QVERIFY(!watch.found().isEmpty()); // the papers were seen to hold it
}

DW_TEST(TestWrittenFiles)
#include "tst_writtenfiles.moc"
