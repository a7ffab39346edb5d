// dealward-cli: the same core as the window, without a window.
#include "app/commands/command.h"
#include "core/base/processguard.h"
#include "app/commands/language.h"

#include <QGuiApplication>

#include <cstdio>

namespace {

class StandardTerminal final : public dw::Terminal
{
public:
    void print(const QString &line) override { write(stdout, line); }
    void complain(const QString &line) override { write(stderr, line); }

private:
    static void write(FILE *stream, const QString &line)
    {
        const QByteArray bytes = line.toUtf8() + '\n';
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
        std::fflush(stream);
    }
};

// Libraries remark on their surroundings; a command line that others parse says only what it has to.
void onlyOurMessages(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type >= QtCriticalMsg || QByteArray(context.category).startsWith("dealward"))
        std::fprintf(stderr, "%s\n", qPrintable(message));
}

} // namespace

int main(int argc, char **argv)
{
    qInstallMessageHandler(onlyOurMessages);
    dw::guardProcess(); // no core dumps, not dumpable: before any secret is in memory
    // The report is drawn with Qt's fonts, which need a platform, but never a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("dealward"));
    dw::installLanguage();
    StandardTerminal terminal;
    return dw::runCommandLine(QGuiApplication::arguments().mid(1), terminal);
}
