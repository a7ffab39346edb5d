#include "app/demo/demodeal.h"
#include "core/desk/measures/measureservice.h"
#include "core/session/session.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

/// The demo deal, played with a cheap KDF: what the sample that everybody opens first looks like inside.
class TestDemoDeal final : public QObject
{
    Q_OBJECT

private slots:
    void everySceneOfTheScriptPlays_data()
    {
        QTest::addColumn<int>("language");
        QTest::newRow("English") << int(Language::English);
        QTest::newRow("Chinese") << int(Language::Chinese);
    }

    void everySceneOfTheScriptPlays()
    {
        QFETCH(int, language);
        QTemporaryDir directory;
        SessionOptions options;
        options.kdfLimits = KdfLimits::forTests();
        options.kdf = options.kdfLimits.floor;
        options.workerProgram = QStringLiteral(DW_BIN_DIR "/dealward-worker");
        options.stateDirectory = directory.filePath(u"state"_s);
        NoJobContext job;
        const auto result = DemoDeal::play(directory.path(), Language(language), options, job, [](const QString &line) { qInfo("%s", qPrintable(line)); });
        QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));

        const auto session = Session::unlock(result->vaultPath, u"grace"_s,
            SecretBytes::copyOf(result->accounts.at(1).passphrase.toUtf8()), {}, options);
        QVERIFY2(session, qPrintable(session ? QString() : session.error().reason));
        const DealStatus status = (*session)->measures().status().value();
        QCOMPARE(status.measures.size(), 61);
        QCOMPARE(status.phase, u"documents"_s);
        for (const char *wanted : {"red", "amber", "green", "green_signed"})
            QVERIFY2(status.readiness.counts.value(QString::fromLatin1(wanted)) > 0, wanted);
        for (const MeasureStatus &measure : status.measures)
            QVERIFY2(!measure.reasons.isEmpty() || measure.status == Status::Green, qPrintable(measure.id));
    }
};

DW_TEST(TestDemoDeal)
#include "tst_demodeal.moc"
