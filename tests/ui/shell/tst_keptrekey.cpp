// The copy from before a change of keys, as the window offers it: removed in the settings, taken back at the unlock screen.
#include "core/store/rekeykeep.h"
#include "tests/support/testmain.h"
#include "tests/support/windowfixture.h"
#include "ui/pages/page.h"
#include "ui/shell/workspace.h"

#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::VaultFixture;

class TestKeptRekey final : public QObject, dwtest::WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { openWindow(); }

    void theSettingsRemoveIt()
    {
        QWidget *page = m_driver->page(u"settings"_s);
        QVERIFY(!page->findChild<QPushButton *>(u"remove_copy"_s));
        QVERIFY(RekeyKeep(m_vault.vault()).make());
        m_driver->page(u"dashboard"_s);
        m_driver->page(u"settings"_s);
        dynamic_cast<Page *>(page)->refresh();
        m_driver->during([&] { m_driver->press(page, u"remove_copy"_s); }, [&](QDialog *dialog) { m_driver->press(dialog, u"accept"_s); });
        QVERIFY(!Session::hasKeptRekey(m_vault.path()));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!page->findChild<QPushButton *>(u"remove_copy"_s));
    }

    void aNewRecoveryKeyReplacesTheFormer()
    {
        QWidget *page = m_driver->page(u"settings"_s);
        bool isSheetShown = false, couldClose = true;
        QTimer sheet;
        connect(&sheet, &QTimer::timeout, this, [&] {
            const QWidget *shown = QApplication::activeModalWidget();
            auto *kept = shown ? shown->findChild<QCheckBox *>(u"kept"_s) : nullptr;
            if (!kept || isSheetShown)
                return;
            isSheetShown = true;
            couldClose = shown->findChild<QPushButton *>(u"done"_s)->isEnabled();
            kept->setChecked(true);
            m_driver->press(shown, u"done"_s);
        });
        sheet.start(5);
        m_driver->during([&] { m_driver->press(page, u"new_recovery_key"_s); }, [&](QDialog *asked) {
            asked->findChild<QPlainTextEdit *>()->setPlainText(u"Seen by somebody who left."_s);
            m_driver->press(asked, u"accept"_s);
        }, "dw::SentenceDialog");
        QVERIFY(isSheetShown && !couldClose);
        m_window->lock();
        const auto former = Session::recover(m_vault.path(), SecretBytes::copyOf(m_vault.recoveryKey.toLatin1()), m_vault.options());
        QCOMPARE(former.error().reason, u"recovery.wrong_key"_s);
    }

    void theUnlockScreenTakesItBack()
    {
        QVERIFY(RekeyKeep(m_vault.vault()).make());
        QFile file(m_vault.vault().databaseFile(2));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.write(QByteArray(8192, 'x')) == 8192);
        file.close();
        m_window->openVault(m_vault.path());
        QWidget *screen = m_window->currentScreen();
        auto *back = screen->findChild<QPushButton *>(u"take_back"_s);
        QVERIFY(back->isVisible() && !back->isEnabled());
        m_driver->type(screen, u"account"_s, u"mia"_s);
        m_driver->type(screen, u"passphrase"_s, u"owner passphrase"_s);
        m_driver->press(screen, u"unlock"_s);
        QVERIFY(m_driver->waitFor([&] { return screen->findChild<QWidget *>(u"passphrase"_s)->isEnabled(); }));
        QVERIFY(!m_window->workspace());
        m_driver->type(screen, u"passphrase"_s, u"owner passphrase"_s);
        m_driver->during([&] { m_driver->press(screen, u"take_back"_s); }, [&](QDialog *dialog) { m_driver->press(dialog, u"accept"_s); });
        QVERIFY(m_driver->waitFor([&] { return screen->findChild<QWidget *>(u"passphrase"_s)->isEnabled(); }));
        m_driver->type(screen, u"passphrase"_s, u"owner passphrase"_s);
        m_driver->press(screen, u"unlock"_s);
        QVERIFY(m_driver->waitFor([&] { return m_window->workspace() != nullptr; }));
        QVERIFY(!Session::hasKeptRekey(m_vault.path()));
    }
};

DW_TEST(TestKeptRekey)
#include "tst_keptrekey.moc"
