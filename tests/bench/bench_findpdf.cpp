// Finding client information in 1,000 pages of PDF (or as many as the first argument says), the file's reading in the
// worker included: CPU seconds of both processes, and the ratio to PyMuPDF's text with eight regular expressions on the
// same file in turn (A B A B, five pairs, medians), where Debian's python3-fitz and the maker of the inputs are there.
// With a second argument, a PDF: that file instead.

#include "core/worker/filefinder.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <sys/resource.h>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

constexpr int pairs = 5;

double seconds(int who)
{
    rusage usage {};
    getrusage(who, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

double allSeconds()
{
    return seconds(RUSAGE_SELF) + seconds(RUSAGE_CHILDREN);
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? -1 : values.at(values.size() / 2);
}

QString made(const QTemporaryDir &folder, int pages)
{
    const QString maker = QStringLiteral(DW_SOURCE_DIR "/../shared/tools/make_inputs.py");
    const QStringList arguments {maker, u"--only"_s, u"textpdf"_s, u"--pages"_s, QString::number(pages), u"--out"_s, folder.path(), u"--seed"_s, u"77"_s};
    if (!QFile::exists(maker) || QProcess::execute(u"/usr/bin/python3"_s, arguments) != 0)
        return {};
    return folder.filePath(u"text-%1.pdf"_s.arg(pages));
}

constexpr auto peerScript = R"(
import fitz, re, sys
patterns = [re.compile(p) for p in (r'(?<!\d)\d{17}[\dXx](?!\d)', r'(?<!\d)1[3-9]\d{9}(?!\d)', r'[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}',
    r'[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}', r'(?<!\d)\d{16,19}(?!\d)', r'[A-Z]{2}\d{2}[A-Z0-9]{11,30}', r'[EG]\d{8}', r'\d{3}-\d{2}-\d{4}')]
hits = 0
for page in fitz.open(sys.argv[1]):
    text = page.get_text()
    hits += sum(len(p.findall(text)) for p in patterns)
print('  PyMuPDF:', hits, 'hits')
)";

/// CPU seconds of PyMuPDF; negative without it.
double peer(const QString &file)
{
    const double before = seconds(RUSAGE_CHILDREN);
    const int exit = QProcess::execute(u"/usr/bin/python3"_s, {u"-c"_s, QString::fromLatin1(peerScript), file});
    return exit == 0 ? seconds(RUSAGE_CHILDREN) - before : -1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int pages = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 1000;
    const QTemporaryDir folder;
    const QString path = argc > 2 ? QString::fromLocal8Bit(argv[2]) : made(folder, pages);
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        std::printf("find in PDF: no input (shared/tools/make_inputs.py needs python3-reportlab); skipped\n");
        return 0;
    }
    const QByteArray pdf = file.readAll();
    const Finder finder;
    const WorkerClient worker(QStringLiteral(DW_BIN_DIR "/dealward-worker"));
    NoJobContext job;
    QList<double> own;
    QList<double> other;
    for (int i = 0; i < pairs; ++i) {
        const double before = allSeconds();
        const auto found = FileFinder(finder, worker).find(pdf, u"bench.pdf"_s, job);
        if (!found)
            qFatal("find: %s", qPrintable(found.error().reason));
        own.append(allSeconds() - before);
        std::printf("  Dealward: %lld findings on %d pages, %lld unread, %.2f s\n", qlonglong(found->findings.size()), found->pages,
            qlonglong(found->unread.size()), own.last());
        if (const double time = peer(path); time > 0)
            other.append(time);
    }
    std::printf("find in PDF: %.2f s CPU, reading and finding\n", median(own));
    if (!other.isEmpty())
        std::printf("  PyMuPDF and 8 regexes: %.2f s CPU, ratio %.2f\n", median(other), median(own) / median(other));
    return 0;
}
