#include "tests/support/cli.h"
#include "tests/support/filewatch.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString after(const QString &text, const QString &label)
{
    const QStringList lines = text.split(u'\n').filter(QRegularExpression(u'^' + label));
    return lines.isEmpty() ? QString() : lines.last().mid(label.size()).trimmed();
}

QByteArrayList clientNeedles()
{
    QByteArrayList needles;
    QFile file(QStringLiteral(DW_SOURCE_DIR "/resources/demo/clients.csv"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no list of clients");
    for (const QByteArrayList rows = file.readAll().split('\n'); const QByteArray &row : rows) {
        const QByteArrayList cells = row.split(',');
        for (const int column : {1, 4, 5})
            if (cells.size() > 5 && cells.at(column).size() > 5)
                needles += dwtest::FileWatch::encodings(QString::fromUtf8(cells.at(column)));
    }
    return needles;
}

} // namespace

/// The main job from an empty vault to a sealed report, as one command, and what others can make of its results.
class TestMainJob final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_directory = m_cli.path(u"demo"_s);
        const QStringList words {u"demo"_s, m_directory, u"--headless"_s, u"--lang"_s, u"en"_s};
        m_watched = dwtest::FileWatch::isPossible();
        m_run = m_watched ? m_watch.run(QStringLiteral(DW_BIN_DIR "/dealward-cli"), words, m_cli.environment(), m_cli.path(u"."_s)) : m_cli.run(words);
        QVERIFY2(m_run.exitCode == 0, qUtf8Printable(m_run.complaint()));
        m_vault = after(m_run.text(), u"Vault:"_s);
        m_redacted = after(m_run.text(), u"Redacted file:"_s);
        m_report = after(m_run.text(), u"Sealed report:"_s);
        QVERIFY(QFile::exists(m_vault) && QFile::exists(m_redacted) && QFile::exists(m_report));
        const QStringList grace = m_run.text().split(u'\n').filter(u"grace"_s).last().simplified().split(u' ');
        m_cli.setUser(u"grace"_s, grace.last());
    }

    void theReleaseIsRefusedWithFourteenLinesAndThenMade()
    {
        QCOMPARE(m_run.text().split(u'\n').filter(QRegularExpression(u"^ +\\d+ "_s)).size(), 14);
        QVERIFY(m_run.text().contains(u"FAILS"_s));
        QVERIFY(m_run.text().indexOf(u"Release refused"_s) < m_run.text().indexOf(u"Release made"_s));
    }

    void nothingOfTheClientIsInTheRedactedFile()
    {
        const QString pdftotext = QStandardPaths::findExecutable(u"pdftotext"_s);
        if (pdftotext.isEmpty())
            QSKIP("pdftotext is not installed");
        const QString text = m_cli.program(pdftotext, {m_redacted, u"-"_s}).text();
        QVERIFY(text.contains(u"monitoring"_s)); // what may stay has stayed
        for (const QString &secret : {u"海纳"_s, u"宋静"_s, u"15855482209"_s, u"Alder"_s, u"828,000"_s, u"7946"_s})
            QVERIFY2(!text.contains(secret), qUtf8Printable(secret));
    }

    void nothingReadableIsWrittenOnTheWay()
    {
        if (!m_watched)
            QSKIP("this system lets nobody trace");
        const QString home = QRegularExpression::escape(m_cli.path(u"."_s).chopped(2));
        const QString vault = home + u"/demo/Cedar\\.dealvault"_s;
        QCOMPARE(m_watch.strangers({vault + dwtest::FileWatch::vaultFiles(), vault + u"/drill-\\w+(/vault"_s + dwtest::FileWatch::vaultFiles() + u")?"_s,
                     home + u"/demo/backups(/Cedar-[0-9-]+\\.dealbackup"_s + dwtest::FileWatch::vaultFiles() + u")?"_s,
                     home + u"/state/dealward(/device(\\.new)?|/heads(/[0-9a-f]{32}(\\.new)?)?)?"_s, // this computer's memory of heads
                     home + u"/demo(/(redacted|report)\\.pdf)?"_s, // what the person asked for
                     home + u"/demo/package(/(\\.release-\\w+(/W-[\\w-]+(/(D-[\\w-]+\\.pdf|VERIFY\\.txt))?)?|W-[\\w-]+))?"_s,
                     u"\\(nameless\\) "_s + home + u"/demo(/package/.*)?"_s}), // of these two, until they are whole
            QStringList());
        QCOMPARE(m_watch.found(), QStringList());
        QVERIFY(m_watch.made().contains(m_vault + u"/store.db-wal"_s) && m_watch.made().contains(m_report)); // it did see
    }

    void sealcheckAcceptsTheReport()
    {
        const auto check = m_cli.program(u"sealcheck"_s, {m_report});
        QVERIFY2(check.exitCode == 0, qUtf8Printable(check.text() + check.complaint()));
    }

    void pdfsigAgrees()
    {
        const QString pdfsig = QStandardPaths::findExecutable(u"pdfsig"_s);
        if (pdfsig.isEmpty())
            QSKIP("pdfsig is not installed");
        const QString text = m_cli.program(pdfsig, {m_report}).text();
        QVERIFY2(text.contains(u"Signature is Valid"_s), qUtf8Printable(text));
        QVERIFY(text.contains(u"Total document signed"_s));
    }

    void anyChangedByteIsRefused()
    {
        const QByteArray whole = contents(m_report);
        const QString damaged = m_cli.path(u"damaged.pdf"_s);
        constexpr int samples = 60; // the verifier's own test goes over every bit; this one asks the program
        for (int i = 0; i < samples; ++i) {
            const qsizetype at = (whole.size() - 1) * i / (samples - 1);
            QByteArray copy = whole;
            copy[at] = char(copy.at(at) ^ (1 << (i % 8)));
            QFile file(damaged);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(copy);
            file.close();
            const int code = m_cli.program(u"sealcheck"_s, {damaged}).exitCode;
            QVERIFY2(code == 1, qPrintable(u"byte %1: exit %2"_s.arg(at).arg(code)));
        }
    }

    void theLockedVaultShowsNoClientName()
    {
        QList<QByteArray> needles;
        for (const QString &name : {u"海纳电子"_s, u"Alder Freight"_s, u"宋静"_s, u"Hengyue"_s, u"Tom Baker"_s, u"Birchwood"_s}) {
            needles.append(name.toUtf8());
            needles.append(QByteArray(reinterpret_cast<const char *>(name.utf16()), name.size() * 2));
        }
        int files = 0;
        QDirIterator it(m_vault, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            const QByteArray bytes = contents(path);
            ++files;
            for (const QByteArray &needle : std::as_const(needles))
                QVERIFY2(!bytes.contains(needle), qUtf8Printable(path));
        }
        QVERIFY(files > 5);
    }

    void statusExplainsAllSixtyOneMeasures()
    {
        const auto status = m_cli.onVault({u"status"_s, m_vault, u"--json"_s});
        QVERIFY2(status.exitCode == 0, qUtf8Printable(status.complaint())); // nothing red blocks the next gate
        const QJsonObject json = status.json().object();
        QCOMPARE(json["measures"_L1].toArray().size(), 61);
        QCOMPARE(json["phase"_L1].toString(), u"documents"_s);
        QVERIFY(json["readiness"_L1].toInt() > 40 && json["readiness"_L1].toInt() < 90);
        QVERIFY(json["counts"_L1].toObject()["red"_L1].toInt() > 5); // what comes later is still open, each with its reason
    }

    void theVaultIsSound()
    {
        const auto check = m_cli.onVault({u"vault"_s, u"check"_s, m_vault});
        QVERIFY2(check.exitCode == 0, qUtf8Printable(check.complaint()));
    }

    void aBackupIsRestoredElsewhere()
    {
        const auto backup = m_cli.onVault({u"vault"_s, u"backup"_s, m_vault, m_cli.path(u"safe"_s)});
        QVERIFY2(backup.exitCode == 0, qUtf8Printable(backup.complaint()));
        const QString restored = m_cli.path(u"Restored.dealvault"_s);
        QCOMPARE(m_cli.run({u"vault"_s, u"restore"_s, restored, backup.text().section(u'\n', 0, 0)}).exitCode, 0);
        const auto check = m_cli.onVault({u"vault"_s, u"check"_s, restored});
        QVERIFY2(check.exitCode == 0, qUtf8Printable(check.complaint()));
    }

private:
    dwtest::Cli m_cli;
    dwtest::CliRun m_run;
    dwtest::FileWatch m_watch {clientNeedles()};
    bool m_watched = false;
    QString m_directory, m_vault, m_redacted, m_report;
};

DW_TEST(TestMainJob)
#include "tst_mainjob.moc"
