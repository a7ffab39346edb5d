#pragma once

#include "ui/base/uisettings.h"

#include <QDBusVariant>
#include <QObject>
#include <QTranslator>

#include <memory>
#include <vector>

namespace dw {

/// The look and the language of the running program: applies what the settings say and follows the desktop
/// (org.freedesktop.portal.Settings) while the choice is System. One per application, made in app/.
class Appearance final : public QObject
{
    Q_OBJECT

public:
    explicit Appearance(UiSettings &settings);
    ~Appearance() override;

    void setTheme(ThemeChoice choice);
    void setLanguage(Language language);
    void setDensity(Density density);

    Scheme scheme() const { return m_scheme; }
    Language language() const { return m_language; }
    bool isChinese() const { return m_language == Language::Chinese; }
    Density density() const { return m_settings.density(); }
    UiSettings &settings() { return m_settings; }

signals:
    void schemeChanged();
    void languageChanged(); ///< After the new words are in place; windows rebuild what they show.
    void densityChanged();

private slots:
    void onPortalSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void readPortal();
    void applyScheme();
    void applyLanguage();

    UiSettings &m_settings;
    Scheme m_scheme = Scheme::Light;
    Language m_language = Language::English;
    bool m_systemDark = false;
    bool m_systemContrast = false;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace dw
