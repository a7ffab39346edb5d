// What a file may look like.
#include "tests/lint/sources.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int sourceLimit = 600;
constexpr int headerLimit = 200;

// Tables of sentences, one line each: their length is the number of rows.
const QStringList tables {u"ui/text/errorwords.cpp"_s};

} // namespace

class TestFiles final : public QObject
{
    Q_OBJECT

private slots:
    void noneIsTooLong()
    {
        QStringList wrong;
        for (const QString &file : dwtest::sourceFiles({u"core"_s, u"ui"_s, u"app"_s, u"tests"_s})) {
            const auto lines = dwtest::sourceText(file).count(u'\n');
            if (lines > (file.endsWith(u".h"_s) ? headerLimit : sourceLimit) && !tables.contains(file))
                wrong.append(u"%1 has %2 lines"_s.arg(file).arg(lines));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void nothingIsLeftUndone()
    {
        static const QRegularExpression undone(u"\\b(TODO|FIXME|XXX|HACK|not implemented)\\b"_s);
        QStringList wrong;
        for (const QString &file : dwtest::sourceFiles({u"core"_s, u"ui"_s, u"app"_s})) {
            const auto match = undone.match(dwtest::sourceText(file));
            if (match.hasMatch())
                wrong.append(u"%1: %2"_s.arg(file, match.captured()));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void headersGuardThemselves()
    {
        for (const QString &file : dwtest::sourceFiles({u"core"_s, u"ui"_s, u"app"_s, u"tests"_s})) {
            if (file.endsWith(u".h"_s))
                QVERIFY2(dwtest::sourceText(file).contains(u"#pragma once"_s), qPrintable(file));
        }
    }

    void everyTestClassIsRegistered()
    {
        for (const QString &file : dwtest::sourceFiles({u"tests"_s})) {
            if (file.section(u'/', -1).startsWith(u"tst_"_s))
                QVERIFY2(dwtest::sourceText(file).contains(u"DW_TEST("_s), qPrintable(file));
        }
    }
};

DW_TEST(TestFiles)
#include "tst_files.moc"
