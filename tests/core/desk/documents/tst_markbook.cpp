#include "core/desk/documents/markhistory.h"
#include "tests/support/documentfixture.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace dw;
using namespace dwtest;
using namespace Qt::StringLiterals;

namespace {

StoredMark area(int page, const QRectF &rect, const QString &reason = {})
{
    StoredMark mark;
    mark.page = page;
    mark.area = rect;
    mark.reason = reason;
    return mark;
}

} // namespace

class TestMarkBook final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        f = std::make_unique<DocumentFixture>();
        const auto outcome = f->import(
            SamplePdf().page({{"Acme Holdings signs"}, {"Acmean stays", 72, 600}}).page({{"with Acme Holdings"}}).bytes());
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().reason));
        id = outcome->version;
        book = &f->documents->marks();
    }

    void everyEditIsStoredAtOnce()
    {
        QSignalSpy feed(&f->store->changes(), &ChangeFeed::committed);
        const auto added = book->add(id, {area(0, QRectF(70, 690, 100, 20), u"contact"_s)});
        QVERIFY2(added, qPrintable(added ? QString() : added.error().reason));
        QCOMPARE(feed.count(), 1);
        const auto changes = feed.first().first().value<ChangeSet>();
        QCOMPARE(changes.first().registerId, u"mark"_s);
        QCOMPARE(changes.first().id, id.as<RecordTag>());
        f->become(u"mia"_s, Role::DealManager); // the vault is closed and opened
        book = &f->documents->marks();
        const auto marks = book->list(id).value();
        QCOMPARE(marks, added->after);
        QCOMPARE(marks.first().reason, u"contact"_s);
        QCOMPARE(marks.first().madeBy, f->fixture.actor.id);
    }

    void wordsAreMarkedEverywhereOrOnOnePage()
    {
        const auto all = book->addWord(id, {u"acme holdings"_s, WordMatch::Whole, {}, MarkScope::Place}, u"client_identity"_s, f->job);
        QVERIFY2(all, qPrintable(all ? QString() : all.error().reason));
        QCOMPARE(all->after.size(), 2);
        QCOMPARE(all->after.at(0).word, u"Acme Holdings"_s);
        QCOMPARE(all->after.at(1).page, 1);
        // again: what is covered is not marked twice
        QVERIFY(book->addWord(id, {u"Acme Holdings"_s}, {}, f->job).value().isEmpty());
        const auto inside = book->addWord(id, {u"Acme"_s, WordMatch::Substring, 0, MarkScope::Place}, {}, f->job).value();
        QCOMPARE(inside.after.size(), 1); // "Acmean"; the other is covered
        QCOMPARE(book->addWord(id, {u"Nobody"_s}, {}, f->job).error().reason, u"marks.word_not_found"_s);
        QCOMPARE(book->addWord(id, {u"Acme"_s, WordMatch::Whole, 9, MarkScope::Place}, {}, f->job).error().reason, u"marks.page_missing"_s);
    }

    void displayedAreasAreTurnedIntoUserSpace()
    {
        const auto added = book->addDisplayedArea(id, 0, QRectF(72, 130, 100, 20), {}, f->job).value();
        QCOMPARE(added.after.first().area, QRectF(72, 842 - 150, 100, 20));
        QCOMPARE(added.after.first().reason, RedactionReasons::defaultCode());
    }

    void whatIsNoMarkIsRefused()
    {
        QCOMPARE(book->add(id, {area(2, QRectF(0, 0, 10, 10))}).error().reason, u"marks.page_missing"_s);
        QCOMPARE(book->add(id, {area(-1, QRectF(0, 0, 10, 10))}).error().reason, u"marks.page_missing"_s);
        QCOMPARE(book->add(id, {area(0, QRectF(5, 5, 0, 10))}).error().reason, u"marks.empty_area"_s);
        QCOMPARE(book->add(id, {area(0, QRectF(0, 0, 10, 10), u"whim"_s)}).error().reason, u"marks.unknown_reason"_s);
        QCOMPARE(book->setReason(id, {MarkId::create()}, u"other"_s).error().reason, u"marks.missing"_s);
        QCOMPARE(book->remove(id, {MarkId::create()}).error().reason, u"marks.missing"_s);
        QVERIFY(book->list(id).value().isEmpty());
    }

    void editsGoBackAndForth()
    {
        MarkHistory history;
        const MarkChange added = book->add(id, {area(0, QRectF(10, 10, 30, 10)), area(1, QRectF(10, 10, 30, 10))}).value();
        history.push(added);
        const MarkId first = added.after.at(0).id;
        history.push(book->move(id, first, QRectF(50, 50, 30, 10)).value());
        history.push(book->setReason(id, {first, added.after.at(1).id}, u"other"_s).value());
        history.push(book->setState(id, {first}, MarkState::Rejected).value());
        history.push(book->remove(id, {first}).value());
        const auto last = book->list(id).value();
        QCOMPARE(last.size(), 1);
        for (; history.canUndo(); history.undone())
            QVERIFY(book->apply(history.toUndo()));
        QVERIFY(book->list(id).value().isEmpty());
        for (; history.canRedo(); history.redone())
            QVERIFY(book->apply(history.toRedo()));
        QCOMPARE(book->list(id).value(), last);
    }

    void aChangeMadeMeanwhileIsNotOverwritten()
    {
        const MarkChange added = book->add(id, {area(0, QRectF(10, 10, 30, 10))}).value();
        QVERIFY(book->setReason(id, {added.after.first().id}, u"other"_s));
        QCOMPARE(book->apply(added.inverted()).error().reason, u"marks.changed_meanwhile"_s);
        QCOMPARE(book->apply(added).error().reason, u"marks.changed_meanwhile"_s);
    }

    void marksFilesComeAndGo()
    {
        QVERIFY(book->addWord(id, {u"Acme Holdings"_s}, u"client_identity"_s, f->job));
        const QByteArray json = book->exportJson(id).value();
        const MarkSet set = MarkSet::fromJson(json).value();
        QCOMPARE(set.marks.size(), 2);
        QCOMPARE(set.pages, 2);
        QCOMPARE(set.marks.first().label, u"CLIENT"_s);
        const auto before = book->list(id).value();
        QVERIFY(book->remove(id, {before.at(0).id, before.at(1).id}));
        QVERIFY(book->importJson(id, json, f->job));
        const auto after = book->list(id).value();
        QCOMPARE(after.size(), 2);
        QCOMPARE(after.first().area, before.first().area);
        const QByteArray foreign = R"({"marks":[{"page":1,"rect":[72,130,172,150],"reason":"my own words"}]})";
        QVERIFY(book->importJson(id, foreign, f->job));
        const auto all = book->list(id).value();
        const auto own = std::find_if(all.begin(), all.end(), [](const StoredMark &mark) { return mark.note == u"my own words"_s; });
        QVERIFY(own != all.end());
        QCOMPARE(own->reason, u"other"_s);
        QCOMPARE(own->area, QRectF(72, 692, 100, 20));
        QCOMPARE(book->importJson(id, R"({"pages":3,"marks":[]})", f->job).error().reason, u"marks.other_document"_s);
        QCOMPARE(book->importJson(id, "nonsense", f->job).error().reason, u"marks.malformed"_s);
    }

    void reasonsOfTheDealCanBeUsed()
    {
        QVERIFY(f->store->write({u"record.add"_s, u"redaction_reason"_s, {}, {}}, [](WriteTx &tx) {
            return tx.records().insert(u"redaction_reason"_s, {{u"code"_s, u"recipe"_s}, {u"title"_s, u"Recipe"_s}, {u"title_zh"_s, u"配方"_s}, {u"box_label"_s, u"RCP"_s}});
        }));
        const auto reasons = f->documents->reasons().all().value();
        QCOMPARE(reasons.size(), 11);
        QCOMPARE(reasons.last().title.in(true), u"配方"_s);
        QVERIFY(book->add(id, {area(0, QRectF(0, 0, 10, 10), u"recipe"_s)}));
        QVERIFY(book->exportJson(id).value().contains("\"RCP\""));
        for (const RedactionReason &reason : reasons)
            QVERIFY(!reason.label.isEmpty() && !reason.title.en.isEmpty() && !reason.title.zh.isEmpty());
    }

    void auditorsDoNotMark()
    {
        f->become(u"audit"_s, Role::Auditor);
        QCOMPARE(f->documents->marks().add(id, {area(0, QRectF(0, 0, 10, 10))}).error().reason, u"record.role"_s);
    }

    void marksOfLevelFourAreOnlyForTheCleared()
    {
        const auto secret = f->import(SamplePdf().page({{"four"}}).bytes(), u"4.pdf"_s, 4);
        QVERIFY(f->documents->marks().add(secret->version, {area(0, QRectF(0, 0, 10, 10))}));
        f->become(u"lin"_s, Role::DealManager, 3);
        QCOMPARE(f->documents->marks().add(secret->version, {area(0, QRectF(0, 0, 10, 10))}).error().reason, u"level.not_cleared"_s);
        QCOMPARE(f->documents->marks().exportJson(secret->version).error().reason, u"level.not_cleared"_s);
    }

    void aThousandMarksAreFast()
    {
        QList<StoredMark> marks;
        for (int i = 0; i < 1000; ++i)
            marks.append(area(i % 2, QRectF(i % 500, i % 700, 5, 5)));
        QVERIFY(book->add(id, marks));
        QCOMPARE(book->list(id).value().size(), 1000);
    }

private:
    std::unique_ptr<DocumentFixture> f;
    VersionId id;
    MarkBook *book = nullptr;
};

DW_TEST(TestMarkBook)
#include "tst_markbook.moc"
