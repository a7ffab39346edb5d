#pragma once

#include "core/domain/language.h"
#include "ui/base/theme.h"

#include <QByteArray>
#include <QLocale>
#include <QSettings>
#include <QString>

#include <memory>

namespace dw {

QString languageId(Language language); ///< "en", "zh"
Language languageFromId(QStringView id);
ThemeChoice themeChoiceFromId(QStringView id); ///< "light", "dark", "contrast"; anything else follows the system.

/// Everything the window remembers outside a vault: how it looks. Never a name, never a path.
class UiSettings
{
public:
    UiSettings(); ///< The user's settings file.
    explicit UiSettings(const QString &iniFile); ///< A file of its own, for tests and pictures.

    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);

    Language language() const; ///< Follows the desktop until it is chosen.
    void setLanguage(Language language);

    Density density() const;
    void setDensity(Density density);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

    bool isSidebarCollapsed() const;
    void setSidebarCollapsed(bool collapsed);

    int autoLockMinutes() const; ///< 1-60; a vault's own policy may only shorten it.
    void setAutoLockMinutes(int minutes);

    /// Column layout of a table; `table` is a register or page id.
    QByteArray columns(const QString &table) const;
    void setColumns(const QString &table, const QByteArray &state);

private:
    std::unique_ptr<QSettings> m_settings;
};

} // namespace dw
