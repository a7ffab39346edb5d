#pragma once

#include "ui/shell/mainwindow.h"

#include <QSize>

namespace dw {

/// What the window asks of the program around it.
MainWindow::Hooks guiHooks();

struct ShotOrder {
    QString directory;
    QString language; ///< Empty = both.
    QString theme; ///< Empty = light and dark.
    QSize size {1280, 800}; ///< Of the window, in its own pixels.
};

/// Draws every page with the demo deal into a directory: <language>-<theme>-<page>.png. Returns an exit code.
int drawShots(const ShotOrder &order);

} // namespace dw
