// What reviewers and preparers write to each other: kept, answered, sealed.
#include "tests/support/documentfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dwtest;

class TestCommentBook final : public QObject
{
    Q_OBJECT

    static VersionId imported(DocumentFixture &f, int level = 3)
    {
        return f.import(SamplePdf().page({{"Contract"}}).page({{"Annex"}}).bytes(), u"contract.pdf"_s, level).value().version;
    }

private slots:
    void keptAndAnswered()
    {
        DocumentFixture f;
        const VersionId id = imported(f);
        CommentBook &book = f.documents->comments();
        const auto first = book.add(id, u" The address on page 2 stays visible. "_s, 1);
        f.fixture.clock.advance(1000);
        const auto second = book.add(id, u"Which level?"_s);
        QVERIFY(first && second);
        QVERIFY(f.store->verifyTrail().value().isClean());
        const AccountId preparer = f.fixture.actor.id;
        f.become(u"chen"_s, Role::Reviewer);
        const auto answer = f.documents->comments().answer(*first, u"It is the register's."_s);
        QVERIFY(answer);
        f.fixture.clock.advance(1000);
        QVERIFY(f.documents->comments().answer(*answer, u"Then it may stay."_s)); // to the remark, not to the answer
        const auto all = f.documents->comments().list(id).value();
        QCOMPARE(all.size(), 4);
        QCOMPARE(all.at(0).text, u"The address on page 2 stays visible."_s);
        QCOMPARE(all.at(0).page, 1);
        QCOMPARE(all.at(0).author, preparer);
        QCOMPARE(all.at(0).sha256, f.version(id).sha256);
        QCOMPARE(all.at(1).answers, *first);
        QCOMPARE(all.at(2).answers, *first);
        QCOMPARE(all.at(1).author, f.fixture.actor.id);
        QCOMPARE(all.at(3).id, *second);
        QCOMPARE(all.at(3).page, -1);
        QCOMPARE(f.actions().count(u"document.comment"_s), 4);
    }

    void settledAndOpenedByAnAnswer()
    {
        DocumentFixture f;
        const VersionId id = imported(f);
        CommentBook &book = f.documents->comments();
        const RecordId remark = book.add(id, u"Please check"_s).value();
        QVERIFY(book.setSettled(remark, true));
        QVERIFY(book.list(id).value().first().isSettled);
        QVERIFY(book.answer(remark, u"Not yet"_s));
        QVERIFY(!book.list(id).value().first().isSettled);
    }

    void refused()
    {
        DocumentFixture f;
        const VersionId id = imported(f);
        QCOMPARE(f.documents->comments().add(id, u"  "_s).error().reason, u"review.note_needed"_s);
        QCOMPARE(f.documents->comments().add(id, u"x"_s, 2).error().reason, u"marks.page_missing"_s);
        f.become(u"audit"_s, Role::Auditor);
        QCOMPARE(f.documents->comments().add(id, u"x"_s).error().reason, u"record.role"_s);
        f.become(u"low"_s, Role::Reviewer, 2);
        QCOMPARE(f.documents->comments().add(id, u"x"_s).error().reason, u"level.not_cleared"_s);
    }

    void wordsAreForTheClearedOnly()
    {
        DocumentFixture f;
        const VersionId id = imported(f);
        QVERIFY(f.documents->comments().add(id, u"Heron and its clients"_s));
        f.become(u"low"_s, Role::Reviewer, 2);
        const auto seen = f.documents->comments().list(id).value();
        QCOMPARE(seen.size(), 1);
        QVERIFY(seen.first().text.isEmpty());
        const auto rows = f.store->read([](const ReadTx &tx) { return tx.query(u"SELECT comment_text FROM review_comment"_s); }).value();
        QVERIFY(rows.first().value(u"comment_text"_s).isNull());
    }
};

DW_TEST(TestCommentBook)
#include "tst_commentbook.moc"
