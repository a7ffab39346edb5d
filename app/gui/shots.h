#pragma once

#include "ui/shell/mainwindow.h"

namespace dw {

/// What the window asks of the program around it.
MainWindow::Hooks guiHooks();

/// Draws every page with the demo deal, 1280x800, into `directory`: <language>-<theme>-<page>.png.
/// `language` and `theme` narrow it down; empty = both languages, light and dark. Returns an exit code.
int drawShots(const QString &directory, const QString &language, const QString &theme);

} // namespace dw
