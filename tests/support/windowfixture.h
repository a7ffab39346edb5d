#pragma once

#include "tests/support/vaultfixture.h"
#include "tests/support/windowdriver.h"
#include "ui/base/appearance.h"
#include "ui/shell/mainwindow.h"

namespace dwtest {

/// The window with a new vault open in it and somebody to work it.
class WindowFixture
{
protected:
    void openWindow(dw::Language language = dw::Language::English)
    {
        m_settings.setLanguage(language);
        m_appearance = std::make_unique<dw::Appearance>(m_settings);
        m_window = std::make_unique<dw::MainWindow>(*m_appearance, dw::MainWindow::Hooks {m_vault.options(), {}});
        m_driver = std::make_unique<WindowDriver>(*m_window);
        m_window->show();
        m_window->adopt(m_vault.create());
    }

    VaultFixture m_vault;
    QTemporaryDir m_home;
    dw::UiSettings m_settings {m_home.filePath(QStringLiteral("ui.ini"))};
    std::unique_ptr<dw::Appearance> m_appearance;
    std::unique_ptr<dw::MainWindow> m_window;
    std::unique_ptr<WindowDriver> m_driver;
};

} // namespace dwtest
