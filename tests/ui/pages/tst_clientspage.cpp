#include "core/desk/clients/clientservice.h"
#include "core/desk/registers/recordservice.h"
#include "tests/support/testmain.h"
#include "tests/support/vaultfixture.h"
#include "ui/base/actionregistry.h"
#include "ui/base/appearance.h"
#include "ui/models/clientlistmodel.h"
#include "ui/models/dealstate.h"
#include "ui/pages/clients/clientimportdialog.h"
#include "ui/pages/clients/clientlist.h"
#include "ui/pages/clients/clientspage.h"
#include "ui/pages/registerlist.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/searchfield.h"

#include <QLabel>
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QPushButton>
#include <QLabel>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; // the machine may be busy; a worker starts for every file

class QuietNavigator final : public Navigator
{
public:
    void open(const Target &) override { }
    void openRecord(const QString &, const RecordId &) override { }
    void say(const QString &sentence) override { said.append(sentence); }

    QStringList said;
};

/// A page on a real vault.
class Stage
{
public:
    Stage()
        : session(vault.create())
        , settings(vault.directory.filePath(u"ui.ini"_s))
        , appearance(settings)
        , state(*session)
        , page(PageContext {*session, appearance, actions, session->jobs(), navigator, state})
    {
        page.resize(1280, 800);
        page.show();
    }

    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile file(vault.directory.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

    ClientImportDialog *openImport(const QString &path)
    {
        page.openImport(path);
        return page.findChild<ClientImportDialog *>();
    }

    ClientListModel *model() { return page.findChild<ClientListModel *>(); }

    dwtest::VaultFixture vault;
    std::unique_ptr<Session> session;
    UiSettings settings;
    Appearance appearance;
    ActionRegistry actions;
    QuietNavigator navigator;
    DealState state;
    ClientsPage page;
};

const QByteArray list = "客户名称,联系人,电子邮箱,交易金额\n上海天远软件集团有限公司,刘澜,a@x.cn,100\n王磊,,w@x.cn,20\n,无名,n@x.cn,3\n李,老李,l@x.cn,7\n"_ba;

} // namespace

class TestClientsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void import_previewUndo();
    void columns_areProposedWithWhyAndLevel();
    void mapping_canBeChanged();
    void badFile_isExplained();
    void search_findsOneCharacter();
    void keys_decideLevels();
    void auditor_seesButDoesNotImport();
};

void TestClientsPage::initTestCase()
{
    if (!QFile::exists(QStringLiteral(DW_BIN_DIR "/dealward-worker")))
        QSKIP("dealward-worker is not built");
}

void TestClientsPage::import_previewUndo()
{
    Stage stage;
    auto *dialog = stage.openImport(stage.file(u"clients.csv"_s, list));
    QVERIFY(dialog);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->step(), ClientImportDialog::Map, patience);
    dialog->next();
    QTRY_COMPARE_WITH_TIMEOUT(dialog->step(), ClientImportDialog::Preview, patience);
    QCOMPARE(dialog->outcome().imported, 3);
    QCOMPARE(dialog->outcome().rejected, 1);
    QVERIFY(stage.session->clients().imports()->isEmpty()); // nothing is written before this was seen
    dialog->next();
    QTRY_COMPARE_WITH_TIMEOUT(dialog->step(), ClientImportDialog::Done, patience);
    QTRY_COMPARE_WITH_TIMEOUT(stage.model()->rowCount(), 3, patience);
    dialog->undo();
    QTRY_COMPARE_WITH_TIMEOUT(stage.model()->rowCount(), 0, patience);
    QCOMPARE(stage.navigator.said.size(), 1);
    QCOMPARE(stage.session->clients().imports()->first().state, u"undone"_s);
}

/// Headings that say nothing: what the cells hold decides, and the window says so.
void TestClientsPage::columns_areProposedWithWhyAndLevel()
{
    Stage stage;
    QByteArray rows = "a,b,c,d,e\n";
    for (const char *row : {"上海天远软件集团有限公司,110101199003074610,13800138000,a@x.cn,很好的客户", "深圳市鼎拓科技有限公司,310115198506121029,13900139001,b@x.cn,明年再谈",
             "杭州云栖数据技术有限公司,440305199211203379,13700137002,c@x.cn,无"})
        rows += row + "\n"_ba;
    auto *dialog = stage.openImport(stage.file(u"x.csv"_s, rows));
    QTRY_COMPARE_WITH_TIMEOUT(dialog->step(), ClientImportDialog::Map, patience);
    auto *columns = dialog->findChild<QTableWidget *>(u"columns"_s);
    const auto role = [&](int row) { return qobject_cast<QComboBox *>(columns->cellWidget(row, 1))->currentData().toString(); };
    QCOMPARE(role(0), u"name"_s);
    QCOMPARE(role(1), u"identifier"_s);
    QCOMPARE(role(2), u"phone"_s);
    QCOMPARE(role(3), u"email"_s);
    QCOMPARE(role(4), u"keep"_s);
    QVERIFY2(columns->item(1, 2)->text().startsWith("3 of 3 cells:"_L1), qPrintable(columns->item(1, 2)->text()));
    QVERIFY2(columns->item(1, 3)->text().contains(u'3'), qPrintable(columns->item(1, 3)->text()));
    QVERIFY2(columns->item(4, 3)->text().isEmpty(), qPrintable(columns->item(4, 3)->text()));
    // A person leaves the mobile numbers out, and that is what is checked.
    auto *phone = qobject_cast<QComboBox *>(columns->cellWidget(2, 1));
    phone->setFocus();
    phone->setCurrentIndex(phone->findData(u"ignore"_s));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"next"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->step(), ClientImportDialog::Preview, patience);
    QCOMPARE(dialog->outcome().imported, 3);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"next"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->step(), ClientImportDialog::Done, patience);
    QTRY_COMPARE_WITH_TIMEOUT(stage.model()->rowCount(), 3, patience);
}

void TestClientsPage::mapping_canBeChanged()
{
    Stage stage;
    auto *dialog = stage.openImport(stage.file(u"x.csv"_s, "col a,col b\nAlpha,1\nBeta,2\n"));
    QTRY_COMPARE_WITH_TIMEOUT(dialog->step(), ClientImportDialog::Map, patience);
    dialog->next(); // no name column: it says so and stays
    QCOMPARE(dialog->step(), ClientImportDialog::Map);
    auto *role = qobject_cast<QComboBox *>(dialog->findChild<QTableWidget *>(u"columns"_s)->cellWidget(0, 1));
    QVERIFY(role);
    role->setCurrentIndex(role->findData(u"name"_s));
    dialog->next();
    QTRY_COMPARE_WITH_TIMEOUT(dialog->step(), ClientImportDialog::Preview, patience);
    QCOMPARE(dialog->outcome().imported, 2);
}

void TestClientsPage::badFile_isExplained()
{
    Stage stage;
    auto *dialog = stage.openImport(stage.file(u"x.xlsx"_s, "PK\x03\x04 no archive"));
    const auto isExplained = [&] {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
            [](const QLabel *label) { return label->isVisible() && label->text().contains("damaged"_L1); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isExplained(), patience);
    QCOMPARE(dialog->step(), ClientImportDialog::Choose);
}

void TestClientsPage::search_findsOneCharacter()
{
    Stage stage;
    const QAbstractItemModelTester tester(stage.model());
    auto *dialog = stage.openImport(stage.file(u"clients.csv"_s, list));
    QTRY_COMPARE_WITH_TIMEOUT(dialog->step(), ClientImportDialog::Map, patience);
    dialog->next();
    QTRY_COMPARE_WITH_TIMEOUT(dialog->step(), ClientImportDialog::Preview, patience);
    dialog->next();
    QTRY_COMPARE_WITH_TIMEOUT(stage.model()->rowCount(), 3, patience);
    auto *search = stage.page.findChild<ClientList *>()->findChild<SearchField *>();
    search->setText(u"李"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stage.model()->rowCount(), 1, patience);
    QCOMPARE(stage.model()->index(0, ClientListModel::Name).data().toString(), u"李"_s);
    QCOMPARE(stage.model()->total(), 3);
    search->clear();
    QTRY_COMPARE_WITH_TIMEOUT(stage.model()->rowCount(), 3, patience);
    stage.model()->sort(ClientListModel::Revenue, Qt::DescendingOrder);
    QTRY_COMPARE_WITH_TIMEOUT(stage.model()->index(0, ClientListModel::Name).data().toString(), u"上海天远软件集团有限公司"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(stage.model()->index(2, ClientListModel::Name).data().toString(), u"李"_s, patience);
}

void TestClientsPage::keys_decideLevels()
{
    Stage stage;
    RecordService &records = stage.session->records();
    const auto first = records.add(u"data_asset"_s, {{u"name"_s, u"CRM"_s}});
    const auto second = records.add(u"data_asset"_s, {{u"name"_s, u"Contracts"_s}});
    QVERIFY(first && second);
    stage.page.showTarget({u"clients"_s, u"data_asset"_s, *first, {}});
    DataTable *table = nullptr;
    for (auto *candidate : stage.page.findChildren<RegisterList *>()) {
        if (candidate->decl().id == "data_asset"_L1)
            table = candidate->table();
    }
    QVERIFY(table);
    QTRY_COMPARE_WITH_TIMEOUT(table->currentId(), first->toString(), patience);
    QTest::keyClick(table, Qt::Key_3);
    QCOMPARE(records.get(u"data_asset"_s, *first)->integer(u"level"_s), 3);
    QTest::keyClick(table, Qt::Key_4);
    QCOMPARE(records.get(u"data_asset"_s, *first)->integer(u"level"_s), 4);
    QCOMPARE(records.get(u"data_asset"_s, *first)->state, u"classified"_s);
    QVERIFY(records.get(u"data_asset"_s, *second)->value(u"level"_s).isNull());
}

void TestClientsPage::auditor_seesButDoesNotImport()
{
    dwtest::VaultFixture vault;
    {
        auto owner = vault.create();
        QVERIFY(dwtest::VaultFixture::add(*owner, u"ada"_s, Role::Auditor, 3));
    }
    auto session = vault.unlock(u"ada"_s, "ada passphrase");
    QVERIFY(session);
    UiSettings settings(vault.directory.filePath(u"ui.ini"_s));
    Appearance appearance(settings);
    ActionRegistry actions;
    QuietNavigator navigator;
    DealState state(**session);
    ClientsPage page(PageContext {**session, appearance, actions, (*session)->jobs(), navigator, state});
    page.show();
    page.openImport();
    QVERIFY(!page.findChild<ClientImportDialog *>());
}

DW_TEST(TestClientsPage)
#include "tst_clientspage.moc"
