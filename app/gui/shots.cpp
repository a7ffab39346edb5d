#include "app/gui/shots.h"

#include "app/gui/dialogshots.h"
#include "app/gui/fixture.h"
#include "ui/base/appearance.h"
#include "ui/pages/pageindex.h"
#include "ui/shell/workspace.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTextStream>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

bool shoot(MainWindow &window, const QString &path)
{
    settle(60);
    return window.grab().save(path, "PNG");
}

/// Draws everything in one language: the demo deal is played in it, so that data and words match.
int drawLanguage(const ShotOrder &order, const QString &lang, const QStringList &themes)
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
    // The language before left its last theme behind; what is chosen already would change nothing.
    appearance.setTheme(themeChoiceFromId(themes.last()));
    MainWindow window(appearance, guiHooks());
    window.setMinimumSize({}); // also smaller than people may make it
    window.resize(order.size);
    window.show();
    int drawn = 0;
    const auto each = [&](const QString &name, const auto &prepare) {
        for (const QString &look : themes) {
            appearance.setTheme(themeChoiceFromId(look));
            settle(10);
            prepare();
            if (shoot(window, QDir(order.directory).filePath(u"%1-%2-%3.png"_s.arg(lang, look, name))))
                ++drawn;
        }
    };
    each(u"start"_s, [] {});
    each(u"create"_s, [&] { window.createVault(); });
    window.openVault(u"Kestrel.dealvault"_s);
    each(u"unlock"_s, [] {});
    window.adopt(std::move(*demo));
    window.workspace()->open({u"settings"_s, {}, {}, {}});
    settle(1500); // it measures the sandbox
    for (const PageInfo &info : pageIndex())
        each(info.id, [&] { window.workspace()->open({info.id, {}, {}, {}}); });
    each(u"assets"_s, [&] { window.workspace()->open({u"clients"_s, u"data_asset"_s, {}, {}}); });
    for (const QString &look : themes) {
        appearance.setTheme(themeChoiceFromId(look));
        window.workspace()->open({u"dashboard"_s, {}, {}, {}});
        drawn += drawDialogs(window, QDir(order.directory).filePath(u"%1-%2-"_s.arg(lang, look)), lang);
    }
    return drawn;
}

} // namespace

int drawShots(const ShotOrder &order)
{
    QDir().mkpath(order.directory);
    const QStringList languages = order.language.isEmpty() ? QStringList {u"en"_s, u"zh"_s} : QStringList {order.language};
    const QStringList themes = order.theme.isEmpty() ? QStringList {u"light"_s, u"dark"_s} : QStringList {order.theme};
    int drawn = 0;
    for (const QString &lang : languages) {
        const int more = drawLanguage(order, lang, themes);
        if (more < 0)
            return 1;
        drawn += more;
    }
    QTextStream(stdout) << drawn << " pictures\n";
    return 0;
}

} // namespace dw
