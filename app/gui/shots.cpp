#include "app/gui/shots.h"

#include "app/gui/fixture.h"
#include "ui/base/appearance.h"
#include "ui/pages/page.h"
#include "ui/pages/pageindex.h"
#include "ui/shell/workspace.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// Lets queued work (layouts, readings, page pictures) finish; pictures only, never in the window itself.
void settle(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

bool shoot(MainWindow &window, const QString &path)
{
    settle(60);
    return window.grab().save(path, "PNG");
}

} // namespace

int drawShots(const QString &directory, const QString &language, const QString &theme)
{
    QDir().mkpath(directory);
    QTemporaryDir scratch;
    const QStringList languages = language.isEmpty() ? QStringList {u"en"_s, u"zh"_s} : QStringList {language};
    const QStringList themes = theme.isEmpty() ? QStringList {u"light"_s, u"dark"_s} : QStringList {theme};
    NoJobContext job;
    SessionOptions options;
    options.stateDirectory = scratch.filePath(u"state"_s);
    auto demo = openSample(scratch.filePath(u"demo"_s), Language::English, options, job);
    if (!demo) {
        QTextStream(stderr) << "the demo deal could not be built: " << demo.error().reason << ' ' << demo.error().detail << '\n';
        return 1;
    }
    UiSettings settings(scratch.filePath(u"ui.ini"_s));
    settings.setTheme(themeChoiceFromId(themes.first()));
    settings.setLanguage(languageFromId(languages.first()));
    Appearance appearance(settings);
    MainWindow window(appearance, guiHooks());
    window.resize(1280, 800);
    window.show();
    int drawn = 0;
    const auto each = [&](const QString &name, const auto &prepare) {
        for (const QString &lang : languages) {
            for (const QString &look : themes) {
                appearance.setLanguage(languageFromId(lang));
                appearance.setTheme(themeChoiceFromId(look));
                settle(10);
                prepare();
                if (shoot(window, QDir(directory).filePath(u"%1-%2-%3.png"_s.arg(lang, look, name))))
                    ++drawn;
            }
        }
    };
    each(u"start"_s, [] {});
    window.createVault();
    each(u"create"_s, [&] { window.createVault(); });
    window.openVault(u"Kestrel.dealvault"_s);
    each(u"unlock"_s, [] {});
    window.adopt(std::move(*demo));
    for (const PageInfo &info : pageIndex())
        each(info.id, [&] { window.workspace()->open({info.id, {}, {}, {}}); });
    QTextStream(stdout) << drawn << " pictures\n";
    return 0;
}

} // namespace dw
