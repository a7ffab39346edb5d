#include "ui/base/appearance.h"

#include "ui/base/dealwardstyle.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QLibraryInfo>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

const QString portalService = u"org.freedesktop.portal.Desktop"_s;
const QString portalPath = u"/org/freedesktop/portal/desktop"_s;
const QString portalInterface = u"org.freedesktop.portal.Settings"_s;
const QString appearanceGroup = u"org.freedesktop.appearance"_s;

/// Read() wraps its answer in a variant of a variant.
uint unwrapped(QVariant value)
{
    while (value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

Appearance::Appearance(UiSettings &settings)
    : m_settings(settings)
    , m_language(settings.language())
{
    QApplication::setFont(baseFont());
    readPortal();
    applyScheme();
    applyLanguage();
}

Appearance::~Appearance() = default;

void Appearance::readPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portalService, portalPath, portalInterface, u"SettingChanged"_s, this,
        SLOT(onPortalSetting(QString, QString, QDBusVariant)));
    for (const QString &key : {u"color-scheme"_s, u"contrast"_s}) {
        QDBusMessage call = QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, u"Read"_s);
        call.setArguments({appearanceGroup, key});
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 2000), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key, watcher] {
            const QDBusPendingReply<QDBusVariant> reply = *watcher;
            if (reply.isValid())
                onPortalSetting(appearanceGroup, key, reply.value());
            watcher->deleteLater();
        });
    }
}

void Appearance::onPortalSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != appearanceGroup)
        return;
    if (key == "color-scheme"_L1)
        m_systemDark = unwrapped(value.variant()) == 1;
    else if (key == "contrast"_L1)
        m_systemContrast = unwrapped(value.variant()) == 1;
    applyScheme();
}

void Appearance::setTheme(ThemeChoice choice)
{
    m_settings.setTheme(choice);
    applyScheme();
}

void Appearance::applyScheme()
{
    Scheme wanted = m_systemContrast ? Scheme::HighContrast : m_systemDark ? Scheme::Dark : Scheme::Light;
    switch (m_settings.theme()) {
    case ThemeChoice::Light:
        wanted = Scheme::Light;
        break;
    case ThemeChoice::Dark:
        wanted = Scheme::Dark;
        break;
    case ThemeChoice::HighContrast:
        wanted = Scheme::HighContrast;
        break;
    case ThemeChoice::System:
        break;
    }
    const bool styled = qobject_cast<DealwardStyle *>(QApplication::style()) != nullptr;
    if (styled && wanted == m_scheme)
        return;
    m_scheme = wanted;
    const Theme theme = Theme::make(wanted);
    QApplication::setStyle(new DealwardStyle(theme));
    QApplication::setPalette(theme.palette());
    emit schemeChanged();
}

void Appearance::setLanguage(Language language)
{
    m_settings.setLanguage(language);
    if (language == m_language)
        return;
    m_language = language;
    applyLanguage();
    emit languageChanged();
}

void Appearance::applyLanguage()
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
    QLocale::setDefault(isChinese() ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English));
    const auto add = [this](const QString &file, const QString &directory) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(file, directory)) {
            QCoreApplication::installTranslator(translator.get());
            m_translators.push_back(std::move(translator));
        }
    };
    if (!isChinese()) {
        add(u"dealward_en"_s, u":/translations"_s); // plurals
        return;
    }
    add(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    add(u"dealward_zh_CN"_s, u":/translations"_s);
}

void Appearance::setDensity(Density density)
{
    if (density == m_settings.density())
        return;
    m_settings.setDensity(density);
    emit densityChanged();
}

} // namespace dw
