#pragma once

#include "tests/fuzz/targets.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>

#include <cstdio>
#include <cstdlib>

/// Writes the seeds when DW_FUZZ_SEEDS names a directory:
///     ASAN_OPTIONS=detect_leaks=0 DW_FUZZ_SEEDS=seeds build/fuzz/tests/fuzz/fuzz_verifier -max_total_time=900 -rss_limit_mb=3000 -timeout=120 corpus seeds
/// QtPdf keeps a page that has no text: its leaks are not ours.
extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    new QGuiApplication(*argc, *argv); // for the whole run
    const QString directory = qEnvironmentVariable("DW_FUZZ_SEEDS");
    if (directory.isEmpty())
        return 0;
    QDir().mkpath(directory);
    const QList<QByteArray> seeds = dwtest::fuzz::seeds();
    for (qsizetype i = 0; i < seeds.size(); ++i) {
        QFile file(directory + QStringLiteral("/seed-%1").arg(i));
        if (file.open(QIODevice::WriteOnly))
            file.write(seeds.at(i));
    }
    return 0;
}

namespace dwtest::fuzz {

inline int run(bool (*target)(const QByteArray &), const unsigned char *data, std::size_t size)
{
    if (target(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size))))
        return 0;
    std::fputs("a leak that was let pass\n", stderr);
    std::abort();
}

} // namespace dwtest::fuzz
