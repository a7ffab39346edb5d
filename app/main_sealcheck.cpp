// sealcheck: verifies a sealed report. No vault, no network, no window.
#include "app/commands/language.h"
#include "app/sealcheck/sealcheck.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

void write(FILE *stream, const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("sealcheck"));
    dw::installLanguage();
    return dw::runSealCheck(
        QCoreApplication::arguments().mid(1), [](const QString &line) { write(stdout, line); },
        [](const QString &line) { write(stderr, line); });
}
