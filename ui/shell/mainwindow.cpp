#include "ui/shell/mainwindow.h"

#include "ui/base/actionregistry.h"
#include "ui/base/appearance.h"
#include "ui/models/fieldtext.h"
#include "ui/shell/createwizard.h"
#include "ui/shell/recoverydialog.h"
#include "ui/shell/startscreen.h"
#include "ui/shell/unlockscreen.h"
#include "ui/shell/workspace.h"
#include "ui/text/errortext.h"
#include "ui/widgets/filedialog.h"
#include "ui/widgets/keyfilefield.h"
#include "ui/widgets/sentencedialog.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QFileInfo>
#include <QStackedWidget>
#include <QThread>
#include <QTimer>

namespace dw {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Appearance &appearance, Hooks hooks)
    : m_appearance(appearance)
    , m_hooks(std::move(hooks))
{
    setWindowTitle(u"Dealward"_s);
    resize(1280, 800);
    setMinimumSize(960, 600);
    if (const QByteArray geometry = appearance.settings().windowGeometry(); !geometry.isEmpty())
        restoreGeometry(geometry);
    m_guard = new LockGuard(this);
    connect(m_guard, &LockGuard::lockNeeded, this, &MainWindow::onLockNeeded);
    // Queued: the page whose button was pressed is destroyed by it.
    connect(&appearance, &Appearance::languageChanged, this, &MainWindow::onLanguage, Qt::QueuedConnection);
    m_stack = new QStackedWidget;
    setCentralWidget(m_stack);
    build();
}

MainWindow::~MainWindow()
{
    delete m_workspace; // before the session
}

void MainWindow::build()
{
    delete m_actions;
    m_actions = new ActionRegistry(this);
    makeActions();
    delete m_start;
    delete m_unlock;
    m_start = new StartScreen;
    m_unlock = new UnlockScreen;
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_unlock);
    connect(m_start, &StartScreen::newRequested, this, &MainWindow::createVault);
    connect(m_start, &StartScreen::openRequested, this, [this] {
        const QString path = FileDialog::openFolder(this, tr("Open a vault"));
        if (!path.isEmpty())
            openVault(path);
    });
    connect(m_start, &StartScreen::demoRequested, this, &MainWindow::openDemo);
    connect(m_unlock, &UnlockScreen::unlockRequested, this, &MainWindow::unlock);
    connect(m_unlock, &UnlockScreen::accountNamed, this,
        [this] { m_unlock->setKeyFileNeeded(Session::needsKeyFile(m_path, m_unlock->account())); });
    connect(m_unlock, &UnlockScreen::recoveryRequested, this, &MainWindow::recover);
    connect(m_unlock, &UnlockScreen::takeBackRequested, this, &MainWindow::takeBackRekey);
    connect(m_unlock, &UnlockScreen::backRequested, this, &MainWindow::showStart);
}

void MainWindow::makeActions()
{
    const auto add = [this](const QString &id, const QString &text, const QString &iconName, const QString &tip,
                         const QKeySequence &keys, auto &&run) {
        QAction *action = m_actions->add({id, text, iconName, tip, keys, {}});
        connect(action, &QAction::triggered, this, run);
        addAction(action);
    };
    const auto go = [this](const QString &page) {
        if (m_workspace)
            m_workspace->open({page, {}, {}, {}});
    };
    add(u"shell.palette"_s, tr("Search everything"), u"search"_s, tr("Pages, commands and records in one line"),
        QKeySequence(Qt::CTRL | Qt::Key_K), [this] {
            if (m_workspace)
                m_workspace->showPalette();
        });
    add(u"shell.lock"_s, tr("Lock the vault"), u"lock"_s, tr("Closes the files and wipes the keys from memory"),
        QKeySequence(Qt::CTRL | Qt::Key_L), [this] { lock(); });
    add(u"shell.back"_s, tr("Back"), u"arrow-left"_s, tr("To the page before"), QKeySequence(Qt::ALT | Qt::Key_Left), [this] {
        if (m_workspace)
            m_workspace->goBack();
    });
    add(u"shell.manual"_s, tr("Manual"), u"book-open"_s, tr("Explains each page and each row"), QKeySequence(Qt::Key_F1),
        [go] { go(u"manual"_s); });
    add(u"shell.dashboard"_s, tr("Go to the dashboard"), u"layout-dashboard"_s, tr("Where the deal stands"),
        QKeySequence(Qt::CTRL | Qt::Key_1), [go] { go(u"dashboard"_s); });
    add(u"shell.measures"_s, tr("Go to measures and gates"), u"list-checks"_s, tr("The 61 rows and the five gates"),
        QKeySequence(Qt::CTRL | Qt::Key_2), [go] { go(u"measures"_s); });
    add(u"shell.documents"_s, tr("Go to documents"), u"file-text"_s, tr("Files of the deal"),
        QKeySequence(Qt::CTRL | Qt::Key_3), [go] { go(u"documents"_s); });
    add(u"shell.releases"_s, tr("Go to releases"), u"send"_s, tr("What was handed to whom"),
        QKeySequence(Qt::CTRL | Qt::Key_4), [go] { go(u"releases"_s); });
    add(u"shell.settings"_s, tr("Settings"), u"settings"_s, tr("Language, look, accounts, this computer"),
        QKeySequence(Qt::CTRL | Qt::Key_Comma), [go] { go(u"settings"_s); });
    add(u"shell.quit"_s, tr("Quit"), u"x"_s, tr("Locks the vault and closes the window"), QKeySequence(Qt::CTRL | Qt::Key_Q),
        [this] { close(); });
}

QWidget *MainWindow::currentScreen() const
{
    return m_stack->currentWidget();
}

void MainWindow::showStart()
{
    m_path.clear();
    m_accountName.clear();
    m_unlock->setAccount({});
    m_unlock->setNotice({});
    m_unlock->keyFile()->clear();
    m_unlock->setKeyFileNeeded(false);
    m_stack->setCurrentWidget(m_start);
}

void MainWindow::openVault(const QString &path)
{
    lock();
    m_path = path;
    m_unlock->setVault(QFileInfo(path).completeBaseName());
    m_unlock->setError({});
    m_unlock->setNotice({});
    m_unlock->keyFile()->clear();
    m_unlock->setKeyFileNeeded(Session::needsKeyFile(path, m_unlock->account()));
    showKeptCopy();
    m_stack->setCurrentWidget(m_unlock);
}

void MainWindow::unlock()
{
    m_accountName = m_unlock->account();
    const auto keyFile = m_unlock->keyFile()->content();
    if (!keyFile)
        return m_unlock->setError(errorText(keyFile.error()));
    m_unlock->setBusy(true);
    m_unlock->setError({});
    // The key derivation takes a second: off the window's thread.
    auto secret = std::make_shared<SecretBytes>(m_unlock->takePassphrase());
    using Opened = std::shared_ptr<std::unique_ptr<Session>>;
    QThread *here = thread();
    m_jobs.start<Opened>(std::make_shared<Job>(u"vault.open"_s),
        [path = m_path, name = m_accountName, secret, file = *keyFile, options = m_hooks.options, here](JobContext &) -> Result<Opened> {
            DW_ASSIGN(std::unique_ptr<Session> session, Session::unlock(path, name, std::move(*secret), file, options));
            session->changes().moveToThread(here);
            session->jobs().moveToThread(here);
            return std::make_shared<std::unique_ptr<Session>>(std::move(session));
        },
        this, [this](Result<Opened> opened) {
            m_unlock->setBusy(false);
            if (opened)
                adopt(std::move(**opened));
            else {
                m_unlock->setError(errorText(opened.error()));
                showKeptCopy();
                if (opened.error().reason == "vault.key_file_needed"_L1)
                    m_unlock->setKeyFileNeeded(true);
            }
        });
}

void MainWindow::recover()
{
    RecoveryDialog dialog(this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    auto session = Session::recover(m_path, dialog.takeKey(), m_hooks.options);
    if (session)
        adopt(std::move(*session));
    else
        m_unlock->setError(errorText(session.error()));
}

void MainWindow::showKeptCopy()
{
    const qint64 made = Session::keptRekeyFrom(m_path);
    m_unlock->setKeptCopy(made > 0 ? fieldtext::instant(made) : QString());
}

void MainWindow::takeBackRekey()
{
    const auto keyFile = m_unlock->keyFile()->content();
    if (!keyFile)
        return m_unlock->setError(errorText(keyFile.error()));
    if (!SentenceDialog::ask(this, tr("Take the change of keys back"),
            tr("The vault is put back to before the change of keys. What was written since is lost, and the account that was revoked opens it again "
               "until it is revoked once more."),
            tr("Take it back")))
        return;
    m_unlock->setBusy(true);
    auto secret = std::make_shared<SecretBytes>(m_unlock->takePassphrase());
    m_jobs.start<bool>(std::make_shared<Job>(u"vault.take_back"_s),
        [path = m_path, name = m_unlock->account(), secret, file = *keyFile, options = m_hooks.options](JobContext &) -> Result<bool> {
            DW_TRY(Session::takeBackRekey(path, name, std::move(*secret), file, options));
            return true;
        },
        this, [this](Result<bool> done) {
            m_unlock->setBusy(false);
            if (done)
                m_unlock->setNotice(tr("The change of keys was taken back. Unlock the vault, and revoke the account once more."));
            else
                m_unlock->setError(errorText(done.error()));
            showKeptCopy();
        });
}

void MainWindow::openDemo()
{
    if (!m_hooks.openDemo)
        return;
    lock();
    m_start->setEnabled(false);
    using Opened = std::shared_ptr<std::unique_ptr<Session>>;
    QThread *here = thread();
    m_jobs.start<Opened>(std::make_shared<Job>(u"demo.build"_s),
        [open = m_hooks.openDemo, language = m_appearance.language(), here](JobContext &job) -> Result<Opened> {
            DW_ASSIGN(std::unique_ptr<Session> session, open(language, job));
            session->changes().moveToThread(here);
            session->jobs().moveToThread(here);
            return std::make_shared<std::unique_ptr<Session>>(std::move(session));
        },
        this, [this](Result<Opened> opened) {
            m_start->setEnabled(true);
            if (opened)
                adopt(std::move(**opened));
            else
                showProblem(this, tr("The demo deal could not be opened"), errorText(opened.error()));
        });
}

void MainWindow::createVault()
{
    delete m_wizard;
    m_wizard = new CreateWizard(m_hooks.options, m_jobs);
    m_stack->addWidget(m_wizard);
    m_stack->setCurrentWidget(m_wizard);
    connect(m_wizard, &CreateWizard::cancelled, this, [this] {
        showStart();
        m_wizard->deleteLater();
    });
    connect(m_wizard, &CreateWizard::finished, this, [this] {
        std::unique_ptr<Session> session = m_wizard->takeSession();
        m_wizard->deleteLater();
        adopt(std::move(session));
    });
}

void MainWindow::adopt(std::unique_ptr<Session> session)
{
    delete m_workspace;
    m_session = std::move(session);
    m_path = m_session->vaultPath();
    m_accountName = m_session->actor().name;
    m_workspace = new Workspace(*m_session, m_appearance, *m_actions);
    m_stack->addWidget(m_workspace);
    m_stack->setCurrentWidget(m_workspace);
    connect(m_workspace, &Workspace::lockRequested, this, &MainWindow::lock, Qt::QueuedConnection);
    m_workspace->open({u"dashboard"_s, {}, {}, {}});
    m_guard->start(m_appearance.settings().autoLockMinutes());
    QTimer::singleShot(0, this, &MainWindow::warnAtUnlock);
}

void MainWindow::warnAtUnlock()
{
    if (!m_session)
        return;
    QStringList sentences;
    for (const QString &reason : m_session->warnings())
        sentences.append(errorText(Error {ErrorCode::Corrupt, reason, {}, {}}));
    if (const int filed = m_session->filed().entries; filed > 0)
        m_workspace->say(tr("%n sealed entry(ies) from colleagues below your clearance were filed.", nullptr, filed));
    if (!sentences.isEmpty())
        showProblem(this, tr("Before you go on"), sentences.join(u"\n\n"_s));
}

void MainWindow::closeDialogs()
{
    // Innermost first; their own event loops end with them.
    const QWidgetList all = QApplication::topLevelWidgets();
    for (auto it = all.rbegin(); it != all.rend(); ++it) {
        if (auto *dialog = qobject_cast<QDialog *>(*it))
            dialog->reject();
    }
    while (QWidget *popup = QApplication::activePopupWidget()) {
        if (!popup->close())
            break;
    }
}

void MainWindow::lock()
{
    if (!m_session)
        return;
    m_guard->stop();
    closeDialogs();
    QApplication::clipboard()->clear();
    delete m_workspace;
    m_workspace = nullptr;
    m_session.reset();
    showKeptCopy();
    m_unlock->setVault(QFileInfo(m_path).completeBaseName());
    m_unlock->setAccount(m_accountName);
    m_unlock->setNotice({});
    m_stack->setCurrentWidget(m_unlock);
}

void MainWindow::onLockNeeded(LockGuard::Reason reason)
{
    // From inside a dialog's loop: close it, come back with a clean stack, then destroy what it refers to.
    closeDialogs();
    QTimer::singleShot(0, this, [this, reason] {
        lock();
        m_unlock->setNotice(reason == LockGuard::Reason::Idle ? tr("Locked because nothing was done for a while.")
                : reason == LockGuard::Reason::Suspended      ? tr("Locked because the computer went to sleep.")
                                                              : tr("Locked with the screen."));
    });
}

void MainWindow::onLanguage()
{
    QWidget *shown = m_stack->currentWidget();
    const bool atStart = shown == m_start;
    const bool atUnlock = shown == m_unlock;
    build();
    if (m_workspace) {
        // The registry was made anew: so is the workspace, in the same place.
        const Target here = m_workspace->page(m_workspace->currentPage())->currentTarget();
        delete m_workspace;
        m_workspace = new Workspace(*m_session, m_appearance, *m_actions);
        connect(m_workspace, &Workspace::lockRequested, this, &MainWindow::lock, Qt::QueuedConnection);
        m_stack->addWidget(m_workspace);
        m_stack->setCurrentWidget(m_workspace);
        m_workspace->open(here);
    } else if (atUnlock) {
        showKeptCopy();
        m_unlock->setVault(QFileInfo(m_path).completeBaseName());
        m_unlock->setAccount(m_accountName);
        m_stack->setCurrentWidget(m_unlock);
    } else if (atStart) {
        m_stack->setCurrentWidget(m_start);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_appearance.settings().setWindowGeometry(saveGeometry());
    m_guard->stop();
    QApplication::clipboard()->clear();
    delete m_workspace;
    m_workspace = nullptr;
    m_session.reset();
    event->accept();
}

} // namespace dw
