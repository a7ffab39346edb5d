// What is put into a scrolling column after it was shown gets the height it needs: nothing is crushed.
#include "tests/support/testmain.h"
#include "ui/widgets/columnscroll.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

class TestColumnScroll final : public QObject
{
    Q_OBJECT

private slots:
    void factsAddedLaterKeepTheirHeight()
    {
        DetailPane pane;
        pane.resize(360, 420);
        pane.setHeading(u"Record"_s, {}, {});
        pane.show();
        for (int round = 0; round < 3; ++round) {
            pane.clearTabs();
            QVBoxLayout *column = pane.addTab(u"Details"_s);
            for (int i = 0; i < 24 + 8 * round; ++i)
                DetailPane::addFact(column, u"Name %1"_s.arg(i), u"A value long enough to take two lines in a pane as narrow as this one"_s);
            pane.setCurrentTab(0);
            QTest::qWait(20);
            for (const QLabel *label : pane.findChildren<QLabel *>()) {
                if (label->isVisible() && label->wordWrap() && !label->text().isEmpty())
                    QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(u"%1: %2"_s.arg(round).arg(label->text())));
            }
            QVERIFY(pane.findChild<ColumnScroll *>()->verticalScrollBar()->maximum() > 0);
        }
    }
};

DW_TEST(TestColumnScroll)
#include "tst_columnscroll.moc"
