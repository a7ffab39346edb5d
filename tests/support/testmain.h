#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace dwtest {

/// Registers a test class under the base name of its file; see DW_TEST.
struct Registration {
    Registration(const char *file, std::function<std::unique_ptr<QObject>()> make);
};

} // namespace dwtest

/// At the end of tst_foo.cpp: makes the class runnable as `<executable> tst_foo [Qt Test options]`.
#define DW_TEST(Class)                                                                                       \
    static const dwtest::Registration dwTestRegistration(                                                    \
        __FILE__, [] { return std::unique_ptr<QObject>(std::make_unique<Class>()); });
