#include "app/gui/fixture.h"

#include "app/demo/demodeal.h"
#include "app/gui/shots.h"

#include <QDir>
#include <QStandardPaths>

namespace dw {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<Session>> openSample(
    const QString &directory, Language language, const SessionOptions &options, JobContext &job, int account)
{
    const auto findVault = [&] {
        const QStringList found = QDir(directory).entryList({u"*.dealvault"_s}, QDir::Dirs);
        return found.isEmpty() ? QString() : QDir(directory).filePath(found.first());
    };
    QString vault = findVault();
    if (vault.isEmpty()) {
        DW_ASSIGN(const DemoResult made, DemoDeal::play(directory, language, options, job));
        vault = made.vaultPath;
    }
    const DemoAccount who = DemoDeal::accounts().value(account);
    return Session::unlock(vault, who.name, SecretBytes::copyOf(who.passphrase.toUtf8()), {}, options);
}

MainWindow::Hooks guiHooks()
{
    MainWindow::Hooks hooks;
    hooks.openDemo = [](Language language, JobContext &job) -> Result<std::unique_ptr<Session>> {
        // One for each language: its people, clients and documents speak it.
        const QString directory = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
            + (language == Language::Chinese ? u"/demo-zh"_s : u"/demo"_s);
        return openSample(directory, language, {}, job);
    };
    return hooks;
}

} // namespace dw
