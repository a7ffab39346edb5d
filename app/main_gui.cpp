// The window: wires look, language and shell; or draws pictures of every page.
#include "app/gui/shots.h"
#include "core/base/processguard.h"
#include "ui/base/appearance.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    dw::guardProcess();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"dealward"_s);
    QApplication::setApplicationDisplayName(u"Dealward"_s);
    QApplication::setApplicationVersion(QStringLiteral(DW_VERSION));
    QApplication::setDesktopFileName(u"dealward"_s);

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"vault"_s, u"A vault to open"_s, u"[vault]"_s);
    const QCommandLineOption demo(u"demo"_s, u"Opens the demo deal"_s);
    const QCommandLineOption shots(u"shots"_s, u"Draws every page into a directory and ends"_s, u"dir"_s);
    const QCommandLineOption language(u"lang"_s, u"en or zh, for this run"_s, u"language"_s);
    const QCommandLineOption theme(u"theme"_s, u"light, dark or contrast, for this run"_s, u"theme"_s);
    const QCommandLineOption size(u"size"_s, u"Of the drawn window, such as 1920x1080"_s, u"size"_s, u"1280x800"_s);
    parser.addOptions({demo, shots, language, theme, size});
    parser.process(application);

    if (parser.isSet(shots)) {
        const QStringList sides = parser.value(size).split(u'x');
        return dw::drawShots({parser.value(shots), parser.value(language), parser.value(theme),
            QSize(sides.value(0).toInt(), sides.value(1).toInt()).expandedTo({800, 500})});
    }

    dw::UiSettings settings;
    if (parser.isSet(language))
        settings.setLanguage(dw::languageFromId(parser.value(language)));
    if (parser.isSet(theme))
        settings.setTheme(dw::themeChoiceFromId(parser.value(theme)));
    dw::Appearance appearance(settings);
    dw::MainWindow window(appearance, dw::guiHooks());
    window.show();
    if (parser.isSet(demo))
        window.openDemo();
    else if (!parser.positionalArguments().isEmpty())
        window.openVault(parser.positionalArguments().constFirst());
    return QApplication::exec();
}
