// The whole window over a real vault: every page opens in both languages, actions do not clash, locking leaves nothing.
#include "core/desk/deal/dealservice.h"
#include "core/desk/registers/recordservice.h"
#include "tests/support/testmain.h"
#include "tests/support/vaultfixture.h"
#include "ui/base/actionregistry.h"
#include "ui/base/appearance.h"
#include "ui/pages/pageindex.h"
#include "ui/shell/createwizard.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/secretlineedit.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

class TestWindow final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Session> makeDeal(const dwtest::VaultFixture &fixture, dwtest::VaultFixture &made)
    {
        Q_UNUSED(fixture)
        auto session = made.create();
        NewDeal deal;
        deal.deal = {{u"code_name"_s, u"Heron"_s}, {u"structure"_s, u"share"_s}};
        if (const auto done = session->deal().create(deal); !done)
            qFatal("deal: %s", qPrintable(done.error().reason));
        return session;
    }

private slots:
    void everyPageOpensInBothLanguages()
    {
        dwtest::VaultFixture fixture;
        QTemporaryDir directory;
        UiSettings settings(directory.filePath(u"ui.ini"_s));
        settings.setLanguage(Language::English);
        Appearance appearance(settings);
        MainWindow window(appearance, {fixture.options(), {}});
        window.show();
        window.adopt(makeDeal(fixture, fixture));
        for (const Language language : {Language::English, Language::Chinese}) {
            appearance.setLanguage(language);
            QCoreApplication::processEvents();
            for (const PageInfo &info : pageIndex()) {
                window.workspace()->open({info.id, {}, {}, {}});
                QCoreApplication::processEvents();
                QCOMPARE(window.workspace()->currentPage(), info.id);
                const Page *page = window.workspace()->page(info.id);
                QVERIFY2(page->isVisible(), qPrintable(info.id));
                for (const auto *button : page->findChildren<QAbstractButton *>()) {
                    if (button->isVisibleTo(page) && button->objectName() != "qt_toolbar_ext_button"_L1
                        && !button->inherits("QTableCornerButton"))
                        QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty()
                                || qobject_cast<QTabBar *>(button->parentWidget()) || qobject_cast<QLineEdit *>(button->parentWidget()),
                            qPrintable(info.id + u": a button without a name"_s));
                }
            }
            QCOMPARE(window.actions().complaints(), QStringList());
        }
    }

    void themesSwitchWhileOpen()
    {
        dwtest::VaultFixture fixture;
        QTemporaryDir directory;
        UiSettings settings(directory.filePath(u"ui.ini"_s));
        Appearance appearance(settings);
        MainWindow window(appearance, {fixture.options(), {}});
        window.show();
        window.adopt(makeDeal(fixture, fixture));
        for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::HighContrast, ThemeChoice::Light}) {
            appearance.setTheme(choice);
            QVERIFY(!window.grab().isNull());
        }
        QCOMPARE(Theme::current().scheme, Scheme::Light);
    }

    void lockingDestroysTheWorkspace()
    {
        dwtest::VaultFixture fixture;
        QTemporaryDir directory;
        UiSettings settings(directory.filePath(u"ui.ini"_s));
        Appearance appearance(settings);
        MainWindow window(appearance, {fixture.options(), {}});
        window.show();
        window.adopt(makeDeal(fixture, fixture));
        const QPointer<Workspace> workspace = window.workspace();
        window.actions().find(u"shell.lock"_s)->trigger();
        QVERIFY(!workspace);
        QVERIFY(!window.workspace());
        // The lock is free again: the same vault opens.
        QVERIFY(fixture.unlock());
    }

    void wizardMakesAVaultAndADeal()
    {
        dwtest::VaultFixture fixture;
        JobRunner jobs;
        CreateWizard wizard(fixture.options(), jobs);
        wizard.show();
        wizard.setPlace(fixture.directory.path());
        const auto line = [&](const QString &name) { return wizard.findChild<QLineEdit *>(name); };
        auto *next = wizard.findChild<QPushButton *>(u"next"_s);
        QVERIFY(!next->isEnabled());
        line(u"vault_name"_s)->setText(u"Wizard"_s);
        line(u"owner"_s)->setText(u"mia"_s);
        for (const QString &name : {u"passphrase"_s, u"repeat"_s})
            QTest::keyClicks(wizard.findChild<SecretLineEdit *>(name), u"walnut harbour sixteen velvet"_s);
        QTRY_VERIFY(next->isEnabled());
        next->click();
        auto *kept = wizard.findChild<QCheckBox *>(u"kept"_s);
        QTRY_VERIFY_WITH_TIMEOUT(kept->isVisible(), 20000);
        QVERIFY(!next->isEnabled());
        kept->setChecked(true);
        next->click();
        line(u"code_name"_s)->setText(u"Heron"_s);
        next->click();
        next->click();
        line(u"company"_s)->setText(u"Qinghe"_s);
        line(u"deal_manager"_s)->setText(u"Lin"_s);
        line(u"compliance_officer"_s)->setText(u"Lin"_s);
        QVERIFY(!next->isEnabled());
        line(u"compliance_officer"_s)->setText(u"Chen"_s);
        next->click();
        QSignalSpy finished(&wizard, &CreateWizard::finished);
        next->click();
        QCOMPARE(finished.count(), 1);
        const auto session = wizard.takeSession();
        QVERIFY(session);
        QCOMPARE(session->deal().codeName().value_or(QString()), u"Heron"_s);
    }
};

DW_TEST(TestWindow)
#include "tst_window.moc"
