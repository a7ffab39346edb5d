#include "app/gui/shots.h"

#include "app/gui/fixture.h"
#include "ui/base/appearance.h"
#include "ui/pages/page.h"
#include "ui/pages/pageindex.h"
#include "ui/shell/workspace.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QPushButton>
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

/// The windows over the pages that people see most: a document, a release.
int drawDialogs(MainWindow &window, const QString &directory, const QString &lang, const QStringList &themes, Appearance &appearance)
{
    int drawn = 0;
    for (const QString &look : themes) {
        appearance.setTheme(themeChoiceFromId(look));
        window.workspace()->open({u"documents"_s, {}, {}, {}});
        settle(60);
        auto *view = window.workspace()->page(u"documents"_s)->findChild<QPushButton *>(u"view"_s);
        if (!view)
            continue;
        view->click();
        settle(1500);
        if (QWidget *open = QApplication::activeModalWidget()) {
            drawn += open->grab().save(QDir(directory).filePath(u"%1-%2-document.png"_s.arg(lang, look)), "PNG") ? 1 : 0;
            open->close();
        }
        settle(10);
    }
    return drawn;
}

/// Draws everything in one language: the demo deal is played in it, so that data and words match.
int drawLanguage(const QString &directory, const QString &lang, const QStringList &themes)
{
    QTemporaryDir scratch;
    NoJobContext job;
    SessionOptions options;
    options.stateDirectory = scratch.filePath(u"state"_s);
    // The vault of the pictures lives for minutes: its passphrases need not cost a second each.
    options.kdfLimits = KdfLimits::forTests();
    options.kdf = options.kdfLimits.floor;
    auto demo = openSample(scratch.filePath(u"demo"_s), languageFromId(lang), options, job);
    if (!demo) {
        QTextStream(stderr) << "the demo deal could not be built: " << demo.error().reason << ' ' << demo.error().detail << '\n';
        return -1;
    }
    UiSettings settings(scratch.filePath(u"ui.ini"_s));
    settings.setTheme(themeChoiceFromId(themes.first()));
    settings.setLanguage(languageFromId(lang));
    Appearance appearance(settings);
    MainWindow window(appearance, guiHooks());
    window.resize(1280, 800);
    window.show();
    int drawn = 0;
    const auto each = [&](const QString &name, const auto &prepare) {
        for (const QString &look : themes) {
            appearance.setTheme(themeChoiceFromId(look));
            settle(10);
            prepare();
            if (shoot(window, QDir(directory).filePath(u"%1-%2-%3.png"_s.arg(lang, look, name))))
                ++drawn;
        }
    };
    each(u"start"_s, [] {});
    each(u"create"_s, [&] { window.createVault(); });
    window.openVault(u"Kestrel.dealvault"_s);
    each(u"unlock"_s, [] {});
    window.adopt(std::move(*demo));
    for (const PageInfo &info : pageIndex())
        each(info.id, [&] { window.workspace()->open({info.id, {}, {}, {}}); });
    drawn += drawDialogs(window, directory, lang, themes, appearance);
    return drawn;
}

} // namespace

int drawShots(const QString &directory, const QString &language, const QString &theme)
{
    QDir().mkpath(directory);
    const QStringList languages = language.isEmpty() ? QStringList {u"en"_s, u"zh"_s} : QStringList {language};
    const QStringList themes = theme.isEmpty() ? QStringList {u"light"_s, u"dark"_s} : QStringList {theme};
    int drawn = 0;
    for (const QString &lang : languages) {
        const int more = drawLanguage(directory, lang, themes);
        if (more < 0)
            return 1;
        drawn += more;
    }
    QTextStream(stdout) << drawn << " pictures\n";
    return 0;
}

} // namespace dw
