// A key file beside the passphrase, as a person meets it: made in the account dialog, asked for at the unlock screen.
#include "tests/support/testmain.h"
#include "tests/support/windowfixture.h"
#include "ui/shell/unlockscreen.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/keyfilefield.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

class TestKeyFile final : public QObject, dwtest::WindowFixture
{
    Q_OBJECT

    QString file(const QString &name) const { return m_home.filePath(name); }

    void pick(const QWidget *in, const QString &button, const QString &path)
    {
        m_driver->during([&] { m_driver->press(in, button); }, [&](QDialog *files) {
            auto *place = files->findChild<QLineEdit *>(u"place"_s);
            if (auto *name = files->findChild<QLineEdit *>(u"file_name"_s); name && name->isVisible()) {
                m_driver->type(files, u"file_name"_s, path);
            } else {
                place->setText(path);
                QTest::keyClick(place, Qt::Key_Return);
            }
            if (files->isVisible())
                m_driver->press(files, u"accept"_s);
        }, "dw::FileDialog");
    }

    UnlockScreen *locked()
    {
        m_window->lock();
        return qobject_cast<UnlockScreen *>(m_window->currentScreen());
    }

    void name(UnlockScreen *screen, const QString &account)
    {
        auto *line = screen->findChild<QLineEdit *>(u"account"_s);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, account);
        QTest::keyClick(line, Qt::Key_Return);
    }

private slots:
    void initTestCase() { openWindow(); }

    void anAccountGetsAKeyFileMadeInTheWindow()
    {
        m_driver->during([&] { m_driver->press(m_driver->page(u"settings"_s), u"add_account"_s); }, [&](QDialog *dialog) {
            m_driver->type(dialog, u"account_name"_s, u"ben"_s);
            m_driver->type(dialog, u"passphrase"_s, u"walnut harbour sixteen velvet"_s);
            m_driver->type(dialog, u"repeat"_s, u"walnut harbour sixteen velvet"_s);
            m_driver->press(dialog, u"new_key_file"_s);
            pick(dialog, u"new_key_file_make"_s, file(u"ben.key"_s));
            m_driver->press(dialog, u"save"_s);
            QVERIFY(m_driver->waitFor([&] { return !dialog->isVisible(); }));
        });
        QVERIFY(QFile::exists(file(u"ben.key"_s)));
        QVERIFY(Session::needsKeyFile(m_vault.path(), u"ben"_s));
        QVERIFY(!Session::needsKeyFile(m_vault.path(), u"mia"_s));
    }

    void theUnlockScreenAsksForItAndOnlyOfWhoNeedsIt()
    {
        UnlockScreen *screen = locked();
        QVERIFY(!screen->keyFile()->isNeeded());
        QVERIFY(screen->findChild<QPushButton *>(u"key_file"_s)->isVisible());
        QVERIFY(!screen->findChild<QPushButton *>(u"key_file_choose"_s)->isVisible());
        name(screen, u"ben"_s);
        QVERIFY(screen->keyFile()->isNeeded());
        m_driver->type(screen, u"passphrase"_s, u"walnut harbour sixteen velvet"_s);
        QVERIFY(!screen->findChild<QPushButton *>(u"unlock"_s)->isEnabled());
        QFile other(file(u"other.key"_s));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("no key of anybody") > 0);
        other.close();
        pick(screen, u"key_file_choose"_s, file(u"other.key"_s));
        m_driver->press(screen, u"unlock"_s);
        QVERIFY(m_driver->waitFor([&] { return screen->findChild<QPushButton *>(u"key_file_choose"_s)->isEnabled(); }));
        QVERIFY(!m_window->workspace());
        pick(screen, u"key_file_choose"_s, file(u"ben.key"_s));
        m_driver->type(screen, u"passphrase"_s, u"walnut harbour sixteen velvet"_s);
        m_driver->press(screen, u"unlock"_s);
        QVERIFY(m_driver->waitFor([&] { return m_window->workspace() != nullptr; }));
    }

    void aNewPassphraseCanDoWithoutIt()
    {
        m_driver->during([&] { m_driver->press(m_driver->page(u"settings"_s), u"change_passphrase"_s); }, [&](QDialog *dialog) {
            m_driver->type(dialog, u"present"_s, u"walnut harbour sixteen velvet"_s);
            m_driver->type(dialog, u"passphrase"_s, u"copper meadow twelve ribbon"_s);
            m_driver->type(dialog, u"repeat"_s, u"copper meadow twelve ribbon"_s);
            QVERIFY(!dialog->findChild<QPushButton *>(u"save"_s)->isEnabled());
            pick(dialog, u"key_file_choose"_s, file(u"ben.key"_s));
            m_driver->press(dialog, u"save"_s);
            QVERIFY(m_driver->waitFor([&] { return !dialog->isVisible(); }));
        });
        QVERIFY(!Session::needsKeyFile(m_vault.path(), u"ben"_s));
        UnlockScreen *screen = locked();
        QVERIFY(!screen->keyFile()->isNeeded());
        m_driver->type(screen, u"passphrase"_s, u"copper meadow twelve ribbon"_s);
        m_driver->press(screen, u"unlock"_s);
        QVERIFY(m_driver->waitFor([&] { return m_window->workspace() != nullptr; }));
    }
};

DW_TEST(TestKeyFile)
#include "tst_keyfile.moc"
