#pragma once

#include "ui/shell/mainwindow.h"

namespace dw {

/// Lets queued work (layouts, readings, page pictures) finish; pictures only, never in the window itself.
void settle(int ms);

/// Draws the windows over the pages that people see most: a document with its marks and its redacted version, the
/// fourteen lines, the import of a client list, a form, the palette. `prefix`: directory and start of the file
/// names. Returns how many.
int drawDialogs(MainWindow &window, const QString &prefix, const QString &language);

} // namespace dw
