// A file into a register, as a person does it: look first, then import.
#include "core/desk/registers/recordservice.h"
#include "core/desk/deal/dealservice.h"
#include "core/jobs/jobrunner.h"
#include "tests/support/testmain.h"
#include "tests/support/vaultfixture.h"
#include "ui/base/appearance.h"
#include "ui/pages/importdialog.h"
#include "ui/pages/registerlist.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"

#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace dw;

class TestImportDialog final : public QObject
{
    Q_OBJECT

private slots:
    void looksFirstAndThenImports()
    {
        dwtest::VaultFixture vault;
        UiSettings settings(vault.directory.filePath(u"ui.ini"_s));
        settings.setLanguage(Language::English);
        Appearance appearance(settings);
        MainWindow window(appearance, {vault.options(), {}});
        window.show();
        auto session = vault.create();
        NewDeal deal;
        deal.deal = {{u"code_name"_s, u"Heron"_s}, {u"structure"_s, u"share"_s}};
        QVERIFY(session->deal().create(deal));
        const RecordService &records = session->records();
        window.adopt(std::move(session));
        window.workspace()->open({u"people"_s, u"organisation"_s, {}, {}});
        RegisterList *list = nullptr;
        for (auto *one : window.workspace()->page(u"people"_s)->findChildren<RegisterList *>())
            list = one->decl().id == "organisation"_L1 ? one : list;
        QVERIFY(list);
        const qsizetype before = records.list(u"organisation"_s)->size();
        // The dialog runs until it is done with: what a person does is queued behind its opening.
        QTimer::singleShot(0, list, [&] {
            auto *dialog = list->findChild<ImportDialog *>();
            QVERIFY(dialog);
            dialog->preview("name,deal_role\nNorthwind,bidder\n,bidder\n");
            auto *import = dialog->findChild<QPushButton *>(u"import"_s);
            const bool isReady = QTest::qWaitFor([&] { return import->isEnabled(); }, 20000);
            const int problems = dialog->findChild<QTableWidget *>()->rowCount();
            const qsizetype meanwhile = records.list(u"organisation"_s)->size();
            import->click();
            if (!QTest::qWaitFor([&] { return !dialog->isVisible(); }, 20000))
                dialog->reject();
            QVERIFY(isReady);
            QCOMPARE(problems, 1);
            QCOMPARE(meanwhile, before);
        });
        list->importCsv();
        QCOMPARE(records.list(u"organisation"_s)->size(), before + 1);
    }
};

DW_TEST(TestImportDialog)
#include "tst_importdialog.moc"
