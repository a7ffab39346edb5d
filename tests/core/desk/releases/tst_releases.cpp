#include "core/desk/releases/watermark.h"
#include "tests/support/releasefixture.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTest>

using namespace dw;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestReleases final : public QObject
{
    Q_OBJECT

    using Fixture = dwtest::ReleaseFixture;

private slots:
    void aReleaseIsMadeAndTraced()
    {
        Fixture f;
        QTemporaryDir out;
        NoJobContext job;
        const auto made = f.releases->release(f.question, out.filePath(u"deep/er"_s), job);
        QVERIFY2(made, made ? "" : qPrintable(made.error().reason + made.error().args.join(u' ')));
        QCOMPARE(made->files.size(), 2);
        QVERIFY(made->files.first().endsWith(made->watermarkId + u"/D-0001-v2.pdf"_s));
        const QByteArray package = bytesOf(made->files.first());
        QVERIFY(package.contains(made->watermarkId.toLatin1()));
        QVERIFY(bytesOf(made->files.last()).contains("Li Wei"));
        QCOMPARE(QDir(out.filePath(u"deep/er"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
        QCOMPARE(made->password.size(), std::size_t(24));

        const Record row = f.get("release", made->id.toString());
        QCOMPARE(row.state, u"released"_s);
        QCOMPARE(row.text(u"nda"_s), f.nda);
        QCOMPARE(row.text(u"access_grant"_s), f.grant);
        QCOMPARE(row.text(u"phase"_s), u"documents"_s);
        QCOMPARE(row.integer(u"level"_s), 3);
        QCOMPARE(row.text(u"treatment"_s), u"redacted"_s);
        QCOMPARE(row.text(u"sha256"_s), f.hash);
        QCOMPARE(row.text(u"released_on"_s), u"2026-03-02"_s);
        QCOMPARE(row.text(u"legal_basis"_s), u"none_needed"_s);
        QCOMPARE(row.text(u"package_sha256"_s), QString::fromLatin1(sha256(package).toHex()));
        QCOMPARE(row.text(u"conditions_hash"_s), QString::fromLatin1(sha256(row.text(u"conditions"_s).toUtf8()).toHex()));
        const auto stored = f.releases->storedVerdict(made->id).value();
        QCOMPARE(stored.conditions.size(), 14);
        QVERIFY(stored.isAllowed());
        for (const QVariant &value : row.values)
            QVERIFY(!value.toString().contains(QString::fromLatin1(made->password.view()))); // kept nowhere

        QCOMPARE(f.releases->trace(package)->first().by, TraceBy::PackageHash);
        const auto hits = f.releases->trace("a photograph: " + made->watermarkId.toLatin1()).value();
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.first().by, TraceBy::Watermark);
        QCOMPARE(hits.first().recipient, u"Li Wei"_s);
        QCOMPARE(f.releases->trace({}, u"… %1 …"_s.arg(made->watermarkId))->size(), 1);
        QVERIFY(f.releases->trace("something else")->isEmpty());
    }

    void aRefusalStandsInTheTrailWithItsResults()
    {
        Fixture f;
        f.set("channel", f.channel, {{u"encrypted"_s, false}});
        f.question.purpose = u"financing"_s;
        QTemporaryDir out;
        NoJobContext job;
        const auto made = f.releases->release(f.question, out.path(), job);
        QCOMPARE(made.error().code, ErrorCode::PolicyBlocked);
        QCOMPARE(made.error().reason, u"release.refused"_s);
        QCOMPARE(made.error().args, (QStringList {u"3"_s, u"12"_s}));
        QCOMPARE(f.packages.built, 0);
        QVERIFY(QDir(out.path()).isEmpty());
        QCOMPARE(f.store->read([](const ReadTx &tx) { return tx.records().count(u"release"_s); }).value(), 0);
        const auto refusals = f.releases->refusals().value();
        QCOMPARE(refusals.size(), 1);
        QCOMPARE(refusals.first().recipient, u"Li Wei"_s);
        QCOMPARE(refusals.first().by, u"mia"_s);
        QCOMPARE(refusals.first().verdict.failingNumbers(), (QStringList {u"3"_s, u"12"_s}));
        QCOMPARE(refusals.first().verdict.conditions.at(2).fact, u"nda.other_purpose"_s);
        QVERIFY(f.store->verifyTrail()->isClean());
    }

    void aClockTurnedBackRefuses()
    {
        Fixture f;
        f.clock.advance(-3'600'000);
        QTemporaryDir out;
        NoJobContext job;
        const auto made = f.releases->release(f.question, out.path(), job);
        QCOMPARE(made.error().reason, u"release.clock_behind"_s);
        QVERIFY(f.releases->refusals()->first().verdict.isClockBehind);
    }

    void aLapseBeforeItCountsAtOnce()
    {
        Fixture f;
        f.moveTo({2026, 7, 1}); // nobody looked since the check ran out yesterday
        QTemporaryDir out;
        NoJobContext job;
        const auto made = f.releases->release(f.question, out.path(), job);
        QCOMPARE(made.error().args, (QStringList {u"4"_s, u"5"_s}));
        QCOMPARE(f.state("access_grant", f.grant), u"suspended"_s);
    }

    void aFreezeWhileBuildingStopsIt()
    {
        Fixture f;
        f.packages.whileBuilding = [&f] { f.set("organisation", f.bidder, {}, u"frozen"_s); };
        QTemporaryDir out;
        NoJobContext job;
        const auto made = f.releases->release(f.question, out.path(), job);
        QCOMPARE(made.error().reason, u"release.refused"_s);
        QCOMPARE(f.releases->refusals()->size(), 1);
        QVERIFY(QDir(out.path()).isEmpty());
        QCOMPARE(f.store->read([](const ReadTx &tx) { return tx.records().count(u"release"_s); }).value(), 0);
    }

    void nothingIsEnteredWhenTheCopyCannotBeMade()
    {
        Fixture f;
        QTemporaryDir out;
        NoJobContext job;
        f.packages.isBroken = true;
        QCOMPARE(f.releases->release(f.question, out.path(), job).error().reason, u"package.changed"_s);
        f.packages.isBroken = false;
        QFile file(out.filePath(u"taken"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QCOMPARE(f.releases->release(f.question, file.fileName(), job).error().reason, u"file.unwritable"_s);
        QCOMPARE(f.store->read([](const ReadTx &tx) { return tx.records().count(u"release"_s); }).value(), 0);
        f.set("doc_version", f.version, {{u"mime"_s, u"text/csv"_s}});
        QCOMPARE(f.releases->release(f.question, out.path(), job).error().reason, u"package.not_a_pdf"_s);
    }

    void onlyWhoMayReleases()
    {
        Fixture f;
        f.actor.role = Role::Reviewer;
        f.store.reset();
        f.store = f.reopen();
        PeopleService people(*f.store);
        ReleaseService releases(*f.store, people, f.packages);
        QTemporaryDir out;
        NoJobContext job;
        QCOMPARE(releases.release(f.question, out.path(), job).error().code, ErrorCode::NotPermitted);
        QVERIFY(releases.evaluate(f.question)); // looking is free
        f.people.release(); // both held the store that is gone
        f.releases.release();
    }

    void aCopyIsReceivedReturnedDestroyed()
    {
        Fixture f;
        QTemporaryDir out;
        NoJobContext job;
        const ReleaseId id = f.releases->release(f.question, out.path(), job)->id;
        QVERIFY(f.releases->openCopies()->isEmpty());
        f.moveTo({2026, 3, 9}); // the fifth working day
        QVERIFY(f.releases->openCopies()->isEmpty());
        f.moveTo({2026, 3, 10});
        QCOMPARE(f.releases->openCopies()->first().why, u"receipt_overdue"_s);
        QCOMPARE(f.releases->recordChase(id, u" "_s).error().reason, u"release.needs_note"_s);
        QVERIFY(f.releases->recordChase(id, u"Called him."_s));
        QVERIFY(f.releases->recordReceipt(id, {2026, 3, 10}, {}));
        QCOMPARE(f.releases->recordReceipt(id, {2026, 3, 10}, {}).error().reason, u"release.wrong_state"_s);
        QVERIFY(f.releases->openCopies()->isEmpty());
        QVERIFY(f.releases->callBack(id, {2026, 3, 20}, u"Talks ended."_s));
        QCOMPARE(f.releases->openCopies()->first().why, u"return_due"_s);
        f.moveTo({2026, 3, 21});
        QCOMPARE(f.releases->openCopies()->first().why, u"return_overdue"_s);
        QCOMPARE(f.releases->recordReturned(id, {2026, 3, 21}, {}).error().reason, u"release.needs_certificate"_s);
        QVERIFY(f.releases->recordDestroyed(id, {2026, 3, 21}, RecordId::fromText(f.evidence())));
        QCOMPARE(f.state("release", id.toString()), u"destroyed"_s);
        QVERIFY(f.releases->openCopies()->isEmpty());
    }

    void copiesAreCalledBackWhenTheirGroundFallsAway()
    {
        Fixture f;
        QTemporaryDir out;
        NoJobContext job;
        const ReleaseId id = f.releases->release(f.question, out.path(), job)->id;
        QCOMPARE(f.releases->refresh().value(), 0);
        const qint64 before = f.trailLength();
        QCOMPARE(f.releases->refresh().value(), 0);
        QCOMPARE(f.trailLength(), before);
        QVERIFY(f.people->endNda(NdaId::fromText(f.nda), {2026, 3, 2}, u"No deal."_s));
        QCOMPARE(f.releases->refresh().value(), 1);
        QCOMPARE(f.state("release", id.toString()), u"return_due"_s);
        QCOMPARE(f.get("release", id.toString()).text(u"return_due_on"_s), u"2026-04-01"_s); // 30 days
    }

    void aLostCopyIsAnIncidentThatStopsReleases()
    {
        Fixture f;
        QTemporaryDir out;
        NoJobContext job;
        const auto made = f.releases->release(f.question, out.path(), job).value();
        const auto incident = f.releases->recordLost(made.id, u"Left in a taxi."_s);
        QVERIFY(incident);
        const Record row = f.get("incident", incident->toString());
        QCOMPARE(row.state, u"suspected"_s);
        QCOMPARE(row.text(u"severity"_s), u"2"_s);
        QCOMPARE(row.integer(u"suspected_at"_s), f.clock.nowMs());
        QCOMPARE(f.state("release", made.id.toString()), u"lost"_s);
        QVERIFY(!f.judged(14).ok);
        QVERIFY(!f.releases->recordLost(made.id, u"Again."_s));
    }

    void watermarksAndPasswordsAreOfTheirOwn()
    {
        QSet<QString> ids;
        for (int i = 0; i < 200; ++i) {
            const QString id = watermark::newId();
            QCOMPARE(watermark::findIds(id.toLatin1()), QStringList {id});
            ids.insert(id);
            const SecretBytes password = watermark::password();
            QCOMPARE(password.size(), std::size_t(24));
        }
        QCOMPARE(ids.size(), 200);
        const QString wide = u"W-7F3K-22QD"_s;
        const QByteArray utf16(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2);
        QCOMPARE(watermark::findIds(utf16), QStringList {wide});
        QVERIFY(watermark::findIds("W-7F3I-22QD W-7F3K-22Q").isEmpty());
    }
};

DW_TEST(TestReleases)
#include "tst_releases.moc"
