// Language and theme switch while running; settings hold nothing but the look; translations are complete.
#include "tests/support/testmain.h"
#include "ui/base/appearance.h"
#include "ui/pages/pageindex.h"
#include "ui/text/idtext.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace dw;

class TestAppearance final : public QObject
{
    Q_OBJECT

private slots:
    void languageSwitches()
    {
        QTemporaryDir directory;
        UiSettings settings(directory.filePath(u"ui.ini"_s));
        settings.setLanguage(Language::English);
        Appearance appearance(settings);
        QSignalSpy spy(&appearance, &Appearance::languageChanged);
        QCOMPARE(idtext::level(3), u"Confidential"_s);
        appearance.setLanguage(Language::Chinese);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(idtext::level(3), u"敏感"_s);
        QCOMPARE(pageInfo(u"ndas"_s).title, u"保密协议"_s);
        appearance.setLanguage(Language::English);
        QCOMPARE(idtext::level(3), u"Confidential"_s);
    }

    void settingsHoldOnlyTheLook()
    {
        QTemporaryDir directory;
        const QString file = directory.filePath(u"ui.ini"_s);
        {
            UiSettings settings(file);
            settings.setTheme(ThemeChoice::Dark);
            settings.setLanguage(Language::Chinese);
            settings.setDensity(Density::Compact);
            settings.setSidebarCollapsed(true);
            settings.setAutoLockMinutes(5);
        }
        const QSettings raw(file, QSettings::IniFormat);
        for (const QString &key : raw.allKeys())
            QVERIFY2(key.startsWith(u"look/"_s) || key.startsWith(u"window/"_s) || key.startsWith(u"columns/"_s), qPrintable(key));
        UiSettings again(file);
        QCOMPARE(again.theme(), ThemeChoice::Dark);
        QCOMPARE(again.density(), Density::Compact);
    }

    void textHasContrast()
    {
        const auto luminance = [](const QColor &color) {
            const auto part = [](float value) { return value <= 0.03928f ? value / 12.92f : std::pow((value + 0.055f) / 1.055f, 2.4f); };
            return 0.2126f * part(color.redF()) + 0.7152f * part(color.greenF()) + 0.0722f * part(color.blueF());
        };
        const auto ratio = [&](const QColor &a, const QColor &b) {
            const float x = luminance(a) + 0.05f;
            const float y = luminance(b) + 0.05f;
            return x > y ? x / y : y / x;
        };
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
            const Theme theme = Theme::make(scheme);
            for (const QColor &ground : {theme.window, theme.surface, theme.sidebar, theme.selection}) {
                QVERIFY(ratio(theme.text, ground) >= 4.5f);
                QVERIFY(ratio(theme.textQuiet, ground) >= 4.5f);
            }
            QVERIFY(ratio(theme.onAccent, theme.accent) >= 4.5f);
            for (const Theme::Pair &pair : theme.tones)
                QVERIFY(ratio(pair.ink, pair.fill) >= 4.5f);
        }
    }

    void everyStringIsTranslated()
    {
        QFile file(QStringLiteral(DW_SOURCE_DIR "/translations/dealward_zh_CN.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QStringList open;
        QString source;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == u"source")
                source = xml.readElementText();
            else if (xml.isStartElement() && xml.name() == u"translation" && xml.attributes().value(u"type"_s) == u"unfinished")
                open.append(source);
        }
        QVERIFY2(open.isEmpty(), qPrintable(QString::number(open.size()) + u" unfinished, first: "_s + open.value(0)));
    }
};

DW_TEST(TestAppearance)
#include "tst_appearance.moc"
