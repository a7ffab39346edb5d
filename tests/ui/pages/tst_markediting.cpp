#include "ui/pages/documents/markediting.h"
#include "core/desk/documents/markhistory.h"
#include "tests/support/documentfixture.h"
#include "tests/support/testmain.h"
#include "ui/viewer/documentcanvas.h"

#include <QTest>

using namespace dw;
using namespace dwtest;

class TestMarkEditing final : public QObject
{
    Q_OBJECT

private slots:
    /// Drawn, moved, copied, repeated, made from text: each is one edit that undo takes back whole.
    void everyEditIsUndone()
    {
        DocumentFixture f;
        SamplePdf pdf;
        for (int page = 0; page < 4; ++page)
            pdf.page({{"Bluewater Shipping"}});
        const VersionId version = f.import(pdf.bytes())->version;
        const auto open = f.documents->reader().open(version).value();
        const QList<PdfPageInfo> pages = open->pages(f.job).value();
        MarkBook &book = f.documents->marks();
        MarkHistory history;
        DocumentCanvas canvas;
        MarkEditing::Hooks hooks;
        hooks.pages = [&] { return pages; };
        hooks.mark = [&](const MarkId &id) -> std::optional<StoredMark> {
            const QList<StoredMark> all = book.list(version).value();
            for (const StoredMark &mark : all) {
                if (mark.id == id)
                    return mark;
            }
            return {};
        };
        hooks.reason = [] { return QStringLiteral("client_identity"); };
        hooks.edited = [&](Result<MarkChange> change) {
            QVERIFY(change);
            history.push(*change);
        };
        new MarkEditing(canvas, book, version, hooks);

        const QRectF first(100, 100, 80, 20);
        emit canvas.areaDrawn(1, first);
        QCOMPARE(book.list(version)->size(), 1);
        const QString id = book.list(version)->first().id.toString();
        const QRectF moved(150, 300, 90, 30);
        emit canvas.markMoved(id, moved);
        QCOMPARE(pages.at(1).toDisplay(book.list(version)->first().area), moved);
        emit canvas.markCopied(id, first);
        QCOMPARE(book.list(version)->size(), 2);
        QVERIFY(canvas.chosen() != id);
        emit canvas.repeatWanted(id);
        QCOMPARE(book.list(version)->size(), 5);
        QSet<int> where;
        for (const StoredMark &mark : book.list(version).value_or(QList<StoredMark>()))
            where.insert(mark.page);
        QCOMPARE(where.size(), 4);
        emit canvas.textMarked(0, {QRectF(72, 130, 60, 14)}, QStringLiteral("Bluewater"));
        QCOMPARE(book.list(version)->first().word, QStringLiteral("Bluewater"));

        for (const int left : {5, 2, 1, 1, 0}) {
            QVERIFY(book.apply(history.toUndo()));
            history.undone();
            QCOMPARE(book.list(version)->size(), left);
        }
        QVERIFY(!history.canUndo());
        while (history.canRedo()) {
            QVERIFY(book.apply(history.toRedo()));
            history.redone();
        }
        QCOMPARE(book.list(version)->size(), 6);
    }
};

DW_TEST(TestMarkEditing)
#include "tst_markediting.moc"
