#pragma once

#include <QStringList>

#include <functional>

namespace dw {

/// The program without its main: `arguments` without the program's name. Returns the exit code: 0 valid,
/// 1 readable but not valid, 2 unreadable or wrong usage.
int runSealCheck(const QStringList &arguments, const std::function<void(const QString &)> &print,
    const std::function<void(const QString &)> &complain);

} // namespace dw
