// The sealed report of at least forty pages, drawn, tagged, sealed and verified: CPU milliseconds, the median and the
// slowest of eleven runs. And sealcheck's part of it alone.

#include "core/desk/report/reportsealer.h"
#include "tests/support/reportsample.h"
#include "tests/support/sealidentity.h"

#include <QGuiApplication>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace {

double cpuMs()
{
    timespec time {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

template <typename Work>
std::pair<double, double> measure(Work work)
{
    std::vector<double> times;
    for (int i = 0; i < 11; ++i) {
        const double start = cpuMs();
        work();
        times.push_back(cpuMs() - start);
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times.back()};
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    const dw::SealIdentity identity = dwtest::makeIdentity();
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("both")}) {
        const dw::ReportData data = dwtest::sampleReport(language, language == QStringLiteral("en") ? 560 : 460, identity.fingerprint(),
            dw::certificateFingerprint(identity.chain.first()));
        dw::NoJobContext job;
        dw::SealedBytes sealed;
        const auto [median, slowest] = measure([&] {
            auto made = dw::sealReport(data, identity, job);
            if (!made)
                qFatal("report: %s", qPrintable(made.error().reason));
            sealed = std::move(*made);
        });
        std::printf("sealed report, %s, %d pages, %lld kB: median %.0f ms, slowest %.0f ms\n", qPrintable(language), sealed.pages,
            static_cast<long long>(sealed.pdf.size() / 1024), median, slowest);
        const auto [checked, longest] = measure([&] {
            if (!dw::verifySealedReport(sealed.pdf, {identity.fingerprint()}).isValid())
                qFatal("sealcheck refuses it");
        });
        std::printf("  of which sealcheck: median %.0f ms, slowest %.0f ms\n", checked, longest);
    }
    return 0;
}
