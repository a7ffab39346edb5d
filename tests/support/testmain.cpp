// Runs the test classes of one executable: all of them, or the one named first on the command line.
#include "tests/support/testmain.h"

#include <QFileInfo>
#include <QMap>
#include <QTest>

#ifdef QT_WIDGETS_LIB
#include <QApplication>
using TestApplication = QApplication;
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
using TestApplication = QGuiApplication;
#else
#include <QCoreApplication>
using TestApplication = QCoreApplication;
#endif

namespace {

QMap<QString, std::function<std::unique_ptr<QObject>()>> &tests()
{
    static QMap<QString, std::function<std::unique_ptr<QObject>()>> map;
    return map;
}

} // namespace

dwtest::Registration::Registration(const char *file, std::function<std::unique_ptr<QObject>()> make)
{
    tests().insert(QFileInfo(QString::fromUtf8(file)).baseName(), std::move(make));
}

int main(int argc, char **argv)
{
    TestApplication application(argc, argv);
    TestApplication::setApplicationName(QStringLiteral("dealward-test"));
    QStringList arguments = TestApplication::arguments();
    QStringList wanted = tests().keys();
    if (arguments.size() > 1 && tests().contains(arguments.at(1)))
        wanted = {arguments.takeAt(1)};
    else if (arguments.size() > 1 && arguments.at(1).startsWith(QStringLiteral("tst_")))
        qFatal("no such test class: %s", qPrintable(arguments.at(1)));
    int failures = 0;
    for (const QString &name : std::as_const(wanted)) {
        const std::unique_ptr<QObject> test = tests().value(name)();
        failures += QTest::qExec(test.get(), arguments);
    }
    return failures > 0 ? 1 : 0;
}
