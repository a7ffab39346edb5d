// The sealed report of at least forty pages, drawn, tagged, sealed and verified: CPU milliseconds, the median and the
// slowest of eleven runs. And sealcheck's part of it alone.

#include "core/desk/report/reportsealer.h"
#include "tests/bench/cputime.h"
#include "tests/support/reportsample.h"
#include "tests/support/sealidentity.h"

#include <QGuiApplication>

#include <cstdio>

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
        const auto [median, slowest] = dwbench::measure(11, [&] {
            auto made = dw::sealReport(data, identity, job);
            if (!made)
                qFatal("report: %s", qPrintable(made.error().reason));
            sealed = std::move(*made);
        });
        std::printf("sealed report, %s, %d pages, %lld kB: median %.0f ms, slowest %.0f ms\n", qPrintable(language), sealed.pages,
            static_cast<long long>(sealed.pdf.size() / 1024), median, slowest);
        const auto [checked, longest] = dwbench::measure(11, [&] {
            if (!dw::verifySealedReport(sealed.pdf, {identity.fingerprint()}).isValid())
                qFatal("sealcheck refuses it");
        });
        std::printf("  of which sealcheck: median %.0f ms, slowest %.0f ms\n", checked, longest);
    }
    return 0;
}
