// A mark is stored before it is seen: whenever the program dies, those that were shown are there, and none in between.
#include "core/desk/documents/documentservice.h"
#include "tests/support/childprocess.h"
#include "tests/support/samplepdf.h"
#include "tests/support/testmain.h"
#include "tests/support/vaultfixture.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::ChildProcess;
using dwtest::VaultFixture;

namespace {

constexpr int inOneEdit = 40; // like a mark repeated on every page

StoredMark numbered(qint64 number)
{
    StoredMark mark;
    mark.area = QRectF(10, 10 + double(number % 700), 40, 8);
    mark.word = QString::number(number);
    return mark;
}

/// Edits in turn: one mark, many at once, one moved, the newest taken away; each is reported when the book has done it.
void editForever(const VaultFixture &vault, const VersionId &version, qint64 number, const std::function<void(qint64)> &report)
{
    const auto session = vault.unlock();
    if (!session)
        return;
    MarkBook &book = (*session)->documents().marks();
    QList<MarkChange> made;
    for (;; ++number) {
        Result<MarkChange> change = MarkChange {};
        const bool takesBack = number % 4 == 3 && !made.isEmpty();
        if (number % 4 == 1) {
            QList<StoredMark> many(inOneEdit, numbered(number));
            change = book.add(version, many);
        } else if (takesBack) {
            change = made.takeLast().inverted();
            if (!book.apply(*change))
                return;
        } else {
            change = book.add(version, {numbered(number)});
        }
        if (!change)
            return;
        if (!takesBack)
            made.append(*change);
        report(number);
    }
}

/// Numbers of the edits whose marks are there after `last`, in a run that began at `first`.
void play(std::multiset<qint64> &marks, qint64 first, qint64 last)
{
    QList<qint64> made;
    for (qint64 number = first; number <= last; ++number) {
        if (number % 4 == 3 && !made.isEmpty()) {
            marks.erase(made.takeLast());
        } else {
            for (int i = 0; i < (number % 4 == 1 ? inOneEdit : 1); ++i)
                marks.insert(number);
            made.append(number);
        }
    }
}

} // namespace

class TestKilledMarks final : public QObject
{
    Q_OBJECT

private slots:
    void noneIsLostAndNoneIsHalfThere()
    {
        if (!QFile::exists(QStringLiteral(DW_BIN_DIR "/dealward-worker")))
            QSKIP("dealward-worker is not built");
        VaultFixture vault;
        VersionId version;
        {
            const auto session = vault.create();
            NoJobContext job;
            DocumentImportRequest request;
            request.bytes = dwtest::SamplePdf().page({{"A page"}}).bytes();
            request.fileName = u"contract.pdf"_s;
            const auto imported = session->documents().imports().importFile(request, job);
            QVERIFY2(imported, imported ? "" : qPrintable(imported.error().reason));
            version = imported->version;
        }
        std::multiset<qint64> expected;
        qint64 first = 1;
        for (int kill = 0; kill < 25; ++kill) {
            ChildProcess child([&](const auto &report) { editForever(vault, version, first, report); });
            qint64 last = first - 1;
            const int wanted = QRandomGenerator::global()->bounded(1, 12);
            for (int i = 0; i < wanted; ++i) {
                const qint64 number = child.next();
                QVERIFY(number > 0);
                last = number;
            }
            child.letRun(QRandomGenerator::global()->bounded(5000));
            child.kill();
            for (qint64 number = child.next(); number > 0; number = child.next())
                last = number;

            const auto session = vault.unlock();
            QVERIFY2(session, session ? "" : qPrintable(session.error().reason + session.error().detail));
            const auto stored = (*session)->documents().marks().list(version);
            QVERIFY(stored);
            std::multiset<qint64> present;
            for (const StoredMark &mark : *stored)
                present.insert(mark.word.toLongLong());
            std::multiset<qint64> known = expected;
            play(known, first, last);
            std::multiset<qint64> oneMore = expected; // done, and the process died before it could say so
            play(oneMore, first, last + 1);
            QVERIFY2(present == known || present == oneMore, qPrintable(u"after kill %1: %2 marks, not %3 or %4"_s.arg(kill).arg(present.size()).arg(known.size()).arg(oneMore.size())));
            QVERIFY((*session)->store().verifyTrail()->isClean());
            expected = present;
            first = last + 10;
        }
        QVERIFY(expected.size() > 25);
    }
};

DW_TEST(TestKilledMarks)
#include "tst_killedmarks.moc"
