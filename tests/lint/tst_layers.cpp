// Who may include whom, and where each third-party library lives: the rules of the architecture, enforced.
#include "tests/lint/sources.h"
#include "tests/support/testmain.h"

#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// A folder includes itself and folders with a smaller number.
const QHash<QString, int> levels {
    {u"core/base"_s, 0},
    {u"core/domain"_s, 1},
    {u"core/jobs"_s, 1},
    {u"core/engines/crypto"_s, 10},
    {u"core/engines/pdf"_s, 10},
    {u"core/engines/office"_s, 10},
    {u"core/engines/find"_s, 12},
    {u"core/engines/parse"_s, 13},
    {u"core/engines/redact"_s, 14},
    {u"core/engines/anonymise"_s, 14},
    {u"core/engines/seal"_s, 14},
    {u"core/store"_s, 20},
    {u"core/worker"_s, 20},
    {u"core/desk"_s, 30},
    {u"core/session"_s, 40},
    {u"ui/text"_s, 50},
    {u"ui/base"_s, 60},
    {u"ui/widgets"_s, 61},
    {u"ui/models"_s, 62},
    {u"ui/viewer"_s, 63},
    {u"ui/pages"_s, 64},
    {u"ui/shell"_s, 65},
    {u"app"_s, 100},
};

struct Home {
    QString include; // regular expression on the include line's target
    QStringList folders;
};

const QList<Home> homes {
    {u"^<botan/"_s, {u"core/engines/crypto"_s}},
    {u"^<openssl/"_s, {u"core/engines/crypto"_s}},
    {u"^<qpdf/"_s, {u"core/engines/pdf"_s, u"core/engines/redact"_s, u"core/engines/seal"_s}},
    {u"^<(poppler|QPdfDocument|QPdfSelection|QtPdf|GlobalParams|GfxFont|OutputDev)"_s, {u"core/engines/parse"_s}},
    {u"^<(tesseract|leptonica)/"_s, {u"core/engines/parse"_s}},
    {u"^<(ft2build|freetype|openjpeg)"_s, {u"core/engines/parse"_s}},
    {u"^<(sqlite3|sqlcipher)"_s, {u"core/store"_s}},
    {u"^<(zip|zipconf|pugixml|xlsxwriter)"_s, {u"core/engines/office"_s}},
    {u"^<unicode/"_s, {u"core/engines/office"_s, u"core/engines/find"_s}},
    {u"^<clipper"_s, {u"core/engines/redact"_s}},
    {u"^<(seccomp|linux/landlock)"_s, {u"core/worker"_s}},
    {u"^<qrencode"_s, {u"core/engines/seal"_s}},
    {u"^<zxcvbn"_s, {u"core/desk"_s}},
};

QString folderOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    if (parts.first() == u"app"_s)
        return u"app"_s;
    if (parts.value(0) == u"core"_s && parts.value(1) == u"engines"_s)
        return parts.mid(0, 3).join(u'/');
    return parts.mid(0, 2).join(u'/');
}

// Widgets have no place in core, words for people have none either.
const QRegularExpression widgets(u"^<Q(Widget|Dialog|PushButton|Label|TableView|MainWindow|Application|MessageBox)>"_s);

} // namespace

class TestLayers final : public QObject
{
    Q_OBJECT

private slots:
    void everyFolderHasALevel()
    {
        for (const QString &file : dwtest::sourceFiles({u"core"_s, u"ui"_s, u"app"_s}))
            QVERIFY2(levels.contains(folderOf(file)), qPrintable(file));
    }

    void foldersIncludeOnlyLowerOnes()
    {
        QStringList wrong;
        for (const QString &file : dwtest::sourceFiles({u"core"_s, u"ui"_s, u"app"_s})) {
            const QString from = folderOf(file);
            for (const QString &target : dwtest::includesOf(file)) {
                if (target.startsWith(u'<') || !target.contains(u'/'))
                    continue;
                const QString to = folderOf(target);
                if (to != from && (!levels.contains(to) || levels.value(to) >= levels.value(from)))
                    wrong.append(u"%1 includes %2"_s.arg(file, target));
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void everyLibraryStaysAtHome()
    {
        QStringList wrong;
        for (const QString &file : dwtest::sourceFiles({u"core"_s, u"ui"_s, u"app"_s})) {
            for (const QString &target : dwtest::includesOf(file)) {
                for (const Home &home : homes) {
                    if (QRegularExpression(home.include).match(target).hasMatch() && !home.folders.contains(folderOf(file)))
                        wrong.append(u"%1 includes %2"_s.arg(file, target));
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void coreHasNoWidgetsAndNoWords()
    {
        static const QRegularExpression words(u"\\btr\\(|QT_TRANSLATE|QCoreApplication::translate"_s);
        QStringList wrong;
        for (const QString &file : dwtest::sourceFiles({u"core"_s})) {
            for (const QString &target : dwtest::includesOf(file)) {
                if (widgets.match(target).hasMatch())
                    wrong.append(u"%1 includes %2"_s.arg(file, target));
            }
            if (words.match(dwtest::sourceText(file)).hasMatch())
                wrong.append(u"%1 has words for people"_s.arg(file));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void deskFoldersMeetOnlyAtTheirDoors()
    {
        // desk/a may hold desk/b's service, never its inner classes: headers named *service.h, or values. What
        // lies in desk itself is common ground.
        static const QRegularExpression door(u"(service|rule|status|runner)\\.h$"_s);
        QStringList wrong;
        for (const QString &file : dwtest::sourceFiles({u"core/desk"_s})) {
            const QString own = file.section(u'/', 0, 2);
            for (const QString &target : dwtest::includesOf(file)) {
                if (target.startsWith(u"core/desk/"_s) && target.count(u'/') > 2 && target.section(u'/', 0, 2) != own && !door.match(target).hasMatch())
                    wrong.append(u"%1 includes %2"_s.arg(file, target));
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

DW_TEST(TestLayers)
#include "tst_layers.moc"
