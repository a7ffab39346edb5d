#include "ui/base/uisettings.h"

namespace dw {

using namespace Qt::StringLiterals;

QString languageId(Language language)
{
    return language == Language::Chinese ? u"zh"_s : u"en"_s;
}

Language languageFromId(QStringView id)
{
    return id.startsWith("zh"_L1) ? Language::Chinese : Language::English;
}

ThemeChoice themeChoiceFromId(QStringView id)
{
    if (id == "light"_L1)
        return ThemeChoice::Light;
    if (id == "dark"_L1)
        return ThemeChoice::Dark;
    if (id == "contrast"_L1)
        return ThemeChoice::HighContrast;
    return ThemeChoice::System;
}

UiSettings::UiSettings()
    : m_settings(std::make_unique<QSettings>(u"dealward"_s, u"dealward"_s))
{
}

UiSettings::UiSettings(const QString &iniFile)
    : m_settings(std::make_unique<QSettings>(iniFile, QSettings::IniFormat))
{
}

ThemeChoice UiSettings::theme() const
{
    return themeChoiceFromId(m_settings->value("look/theme"_L1).toString());
}

void UiSettings::setTheme(ThemeChoice choice)
{
    static const QStringList ids {u"system"_s, u"light"_s, u"dark"_s, u"contrast"_s};
    m_settings->setValue("look/theme"_L1, ids.at(static_cast<int>(choice)));
}

Language UiSettings::language() const
{
    const QString fallback = QLocale::system().language() == QLocale::Chinese ? u"zh"_s : u"en"_s;
    return languageFromId(m_settings->value("look/language"_L1, fallback).toString());
}

void UiSettings::setLanguage(Language language)
{
    m_settings->setValue("look/language"_L1, languageId(language));
}

Density UiSettings::density() const
{
    return m_settings->value("look/compact"_L1, false).toBool() ? Density::Compact : Density::Comfortable;
}

void UiSettings::setDensity(Density density)
{
    m_settings->setValue("look/compact"_L1, density == Density::Compact);
}

QByteArray UiSettings::windowGeometry() const
{
    return m_settings->value("window/geometry"_L1).toByteArray();
}

void UiSettings::setWindowGeometry(const QByteArray &geometry)
{
    m_settings->setValue("window/geometry"_L1, geometry);
}

bool UiSettings::isSidebarCollapsed() const
{
    return m_settings->value("window/sidebar_collapsed"_L1, false).toBool();
}

void UiSettings::setSidebarCollapsed(bool collapsed)
{
    m_settings->setValue("window/sidebar_collapsed"_L1, collapsed);
}

int UiSettings::autoLockMinutes() const
{
    return qBound(1, m_settings->value("look/auto_lock_minutes"_L1, 10).toInt(), 60);
}

void UiSettings::setAutoLockMinutes(int minutes)
{
    m_settings->setValue("look/auto_lock_minutes"_L1, qBound(1, minutes, 60));
}

QByteArray UiSettings::columns(const QString &table) const
{
    return m_settings->value(u"columns/"_s + table).toByteArray();
}

void UiSettings::setColumns(const QString &table, const QByteArray &state)
{
    m_settings->setValue(u"columns/"_s + table, state);
}

} // namespace dw
