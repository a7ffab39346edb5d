// Findings beside the page: search, accept, dismiss, and what is remembered after the vault was closed.
#include "core/desk/documents/documentservice.h"
#include "core/desk/registers/recordservice.h"
#include "tests/support/samplepdf.h"
#include "tests/support/testmain.h"
#include "tests/support/vaultfixture.h"
#include "ui/base/actionregistry.h"
#include "ui/base/appearance.h"
#include "ui/models/dealstate.h"
#include "ui/pages/documents/documentwindow.h"
#include "ui/pages/documents/findingpanel.h"
#include "ui/pages/documents/foldersearchwindow.h"
#include "ui/viewer/documentcanvas.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QTreeView>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; // the machine may be busy; a worker starts for every file

class QuietNavigator final : public Navigator
{
public:
    void open(const Target &) override { }
    void openRecord(const QString &, const RecordId &) override { }
    void say(const QString &) override { }
};

/// A document of a real vault in its window.
class Stage
{
public:
    explicit Stage(dwtest::VaultFixture &vault)
        : settings(vault.directory.filePath(u"ui.ini"_s))
        , appearance(settings)
    {
        auto unlocked = QDir(vault.path()).exists() ? vault.unlock() : Result<std::unique_ptr<Session>>(vault.create());
        if (!unlocked)
            qFatal("unlock: %s", qPrintable(unlocked.error().reason));
        session = std::move(*unlocked);
        state = std::make_unique<DealState>(*session);
    }

    VersionId import(const QByteArray &bytes, const QString &name)
    {
        NoJobContext job;
        DocumentImportRequest request;
        request.bytes = bytes;
        request.fileName = name;
        const auto outcome = session->documents().imports().importFile(request, job);
        if (!outcome)
            qFatal("import: %s", qPrintable(outcome.error().reason));
        return outcome->version;
    }

    PageContext context() { return {*session, appearance, actions, session->jobs(), navigator, *state}; }

    void show(const VersionId &id)
    {
        window = std::make_unique<DocumentWindow>(context(), id);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        panel = window->findChild<FindingPanel *>();
        QTRY_VERIFY_WITH_TIMEOUT(window->findChild<QLabel *>(u"state"_s)->text().startsWith("Version"_L1), patience);
        tree()->setFocus();
    }

    QTreeView *tree() const { return panel->findChild<QTreeView *>(u"findings"_s); }
    QPushButton *button(const QString &name) const { return panel->findChild<QPushButton *>(name); }
    qsizetype marks(const VersionId &id) const { return session->documents().marks().list(id).value().size(); }
    int count(FindingModel::Show show) const { return panel->model()->count(show); }

    /// The first row of a type.
    FindingId first(const QString &kind) const
    {
        for (const FindingId &id : panel->model()->order()) {
            if (panel->model()->finding(id)->kind == kind)
                return id;
        }
        return {};
    }

    UiSettings settings;
    Appearance appearance;
    ActionRegistry actions;
    QuietNavigator navigator;
    std::unique_ptr<Session> session;
    std::unique_ptr<DealState> state;
    std::unique_ptr<DocumentWindow> window;
    FindingPanel *panel = nullptr;
};

QByteArray contract()
{
    return dwtest::SamplePdf()
        .page({{"id card no. 11010519491231002X"}, {"mail: lin@client.example", 72, 620}})
        .page({{"mail: lin@client.example and mail: zhou@client.example"}, {"mail: lin@client.example", 72, 100}})
        .bytes();
}

} // namespace

class TestFindingPanel final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!QFile::exists(QStringLiteral(DW_BIN_DIR "/dealward-worker")))
            QSKIP("dealward-worker is not built");
    }

    void acceptsOneAndAllOfAValueAndUndoes()
    {
        dwtest::VaultFixture vault;
        Stage s(vault);
        const VersionId id = s.import(contract(), u"contract.pdf"_s);
        s.show(id);
        const QAbstractItemModelTester tester(s.panel->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(s.count(FindingModel::Show::ToDecide), 5);
        s.panel->choose(s.first(u"CN_ID"_s));
        QTest::mouseClick(s.button(u"accept_finding"_s), Qt::LeftButton);
        QCOMPARE(s.marks(id), 1);
        QCOMPARE(s.count(FindingModel::Show::ToDecide), 4);
        QVERIFY(!s.panel->current().isNull()); // on to the next one
        // the e-mail stands at three places
        s.panel->choose(s.first(u"EMAIL"_s));
        QCOMPARE(s.panel->model()->finding(s.panel->current())->value, u"lin@client.example"_s);
        QTest::keyClick(s.tree(), Qt::Key_V);
        QCOMPARE(s.marks(id), 4);
        QCOMPARE(s.count(FindingModel::Show::ToDecide), 1);
        QTest::keyClick(s.window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(s.marks(id), 1);
        QCOMPARE(s.count(FindingModel::Show::ToDecide), 4);
        QTest::keyClick(s.tree(), Qt::Key_T);
        QCOMPARE(s.marks(id), 5);
        QCOMPARE(s.count(FindingModel::Show::Marked), 5);
        QVERIFY(!s.button(u"accept_finding"_s)->isEnabled());
    }

    void goesToThePlaceAndBack()
    {
        dwtest::VaultFixture vault;
        Stage s(vault);
        const VersionId id = s.import(contract(), u"contract.pdf"_s);
        s.show(id);
        auto *canvas = s.window->findChild<DocumentCanvas *>();
        const QList<FindingId> order = s.panel->model()->order();
        for (qsizetype i = 0; i < order.size(); ++i) {
            QTest::keyClick(s.tree(), Qt::Key_J);
            QCOMPARE(s.panel->current(), order.at(i));
            QCOMPARE(canvas->chosen(), order.at(i).toString());
            QCOMPARE(canvas->currentPage(), s.panel->model()->finding(order.at(i))->page);
        }
        QTest::keyClick(s.tree(), Qt::Key_K);
        QCOMPARE(s.panel->current(), order.at(order.size() - 2));
        // and the other way: what is clicked on the page is chosen in the panel
        emit canvas->markChosen(order.first().toString());
        QCOMPARE(s.panel->current(), order.first());
    }

    void aFalsePositiveIsRememberedAfterTheVaultWasClosed()
    {
        dwtest::VaultFixture vault;
        VersionId annex;
        {
            Stage s(vault);
            const VersionId id = s.import(contract(), u"contract.pdf"_s);
            s.show(id);
            s.panel->choose(s.first(u"EMAIL"_s));
            QTest::keyClick(s.tree(), Qt::Key_F);
            QCOMPARE(s.count(FindingModel::Show::ToDecide), 2);
            QCOMPARE(s.count(FindingModel::Show::Dismissed), 3);
            QCOMPARE(s.marks(id), 0);
        }
        Stage s(vault);
        annex = s.import(dwtest::SamplePdf().page({{"Annex, mail: lin@client.example"}}).bytes(), u"annex.pdf"_s);
        s.show(annex);
        QCOMPARE(s.count(FindingModel::Show::ToDecide), 0);
        QCOMPARE(s.count(FindingModel::Show::Dismissed), 1);
        auto *show = s.panel->findChild<QComboBox *>(u"show_findings"_s);
        show->setCurrentIndex(int(FindingModel::Show::Dismissed));
        s.panel->choose(s.first(u"EMAIL"_s));
        QVERIFY(s.button(u"reopen_finding"_s)->isEnabled());
        QTest::mouseClick(s.button(u"reopen_finding"_s), Qt::LeftButton);
        QCOMPARE(s.count(FindingModel::Show::ToDecide), 1);
    }

    void whatWasNotSearchedIsSaid()
    {
        dwtest::VaultFixture vault;
        Stage s(vault);
        const VersionId id = s.import("\x7f" "ELF of some kind"_ba + QByteArray(200, '\0'), u"notes.bin"_s);
        s.show(id);
        auto *gaps = s.panel->findChild<QLabel *>(u"gaps"_s);
        QVERIFY2(gaps->isVisibleTo(s.panel) && gaps->text().contains("notes.bin"_L1), qPrintable(gaps->text()));
        QVERIFY(s.button(u"gaps_seen"_s)->isVisibleTo(s.panel));
        bool saysNothingFound = false;
        for (const QLabel *label : s.panel->findChildren<QLabel *>())
            saysNothingFound = saysNothingFound || label->text().startsWith("All of it was searched"_L1);
        QVERIFY(!saysNothingFound);
    }

    void aFolderIsListedAndKept()
    {
        dwtest::VaultFixture vault;
        const QTemporaryDir folder;
        const auto put = [&](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        };
        put(u"contract.pdf"_s, contract());
        put(u"tool.bin"_s, "\x7f" "ELF"_ba + QByteArray(300, '\0'));
        const auto check = [](FolderSearchWindow &window) {
            auto *files = window.findChild<QTableWidget *>(u"files"_s);
            QCOMPARE(files->rowCount(), 2);
            QCOMPARE(files->item(0, 0)->text(), u"contract.pdf"_s);
            QVERIFY2(files->item(0, 2)->text().startsWith("4 "_L1), qPrintable(files->item(0, 2)->text())); // e-mail first
            QVERIFY2(files->item(1, 3)->text().startsWith("Could not be read"_L1), qPrintable(files->item(1, 3)->text()));
            QVERIFY(window.findChild<QLabel *>(u"words"_s)->text().contains("nothing is known"_L1));
        };
        {
            Stage s(vault);
            FolderSearchWindow window(s.context());
            QSignalSpy finished(&window, &FolderSearchWindow::finished);
            window.search(folder.path());
            QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
            check(window);
        }
        Stage s(vault);
        const auto searches = s.session->records().list(u"folder_search"_s).value();
        QCOMPARE(searches.size(), 1);
        FolderSearchWindow window(s.context());
        window.showEarlier(searches.first().id);
        check(window);
    }

    void aFileWithoutPagesShowsItsFindings()
    {
        dwtest::VaultFixture vault;
        Stage s(vault);
        const VersionId id = s.import("\x7f" "ELF"_ba + QByteArray(300, '\0'), u"tool.bin"_s);
        s.show(id);
        QVERIFY(!s.window->findChild<DocumentCanvas *>()->isVisible());
        QVERIFY(s.panel->findChild<QLabel *>(u"gaps"_s)->text().contains("tool.bin"_L1));
    }
};

DW_TEST(TestFindingPanel)
#include "tst_findingpanel.moc"
