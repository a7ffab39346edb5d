// Cutting 1,000 pages of 21 marks each (or as many pages as the first argument says): CPU seconds of the engine, the most
// memory, and the ratio to MuPDF's redaction of the same marks in the same run, where mutool is installed.
// The engine alone: MuPDF proves nothing either.

#include "core/engines/redact/redactor.h"
#include "tests/support/pdfmaker.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>
#include <sys/resource.h>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

constexpr int marksPerPage = 21;

double cpuSeconds()
{
    timespec time {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

double childSeconds()
{
    rusage usage {};
    getrusage(RUSAGE_CHILDREN, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/// Fifty lines of text and a table of sixty cells a page; in every other line the place of the third word is marked.
QByteArray document(int pages, MarkSet &marks)
{
    dwtest::PdfMaker maker;
    marks.pages = pages;
    for (int page = 0; page < pages; ++page) {
        QByteArray content = "BT /F1 9 Tf 50 770 Td 13 TL\n";
        for (int line = 0; line < 42; ++line)
            content += "(Line " + QByteArray::number(line) + " holder" + QByteArray::number(page * 42 + line)
                + " of the account agrees to the terms and conditions set out in schedule four) Tj T*\n";
        content += "ET\n";
        for (int cell = 0; cell < 60; ++cell)
            content += QByteArray::number(50 + cell % 5 * 99) + ' ' + QByteArray::number(30 + cell / 5 * 14) + " 99 14 re S\n";
        maker.addPage(content);
        for (int i = 0; i < marksPerPage; ++i) {
            RedactionMark mark;
            mark.id = u"m%1"_s.arg(page * marksPerPage + i);
            mark.page = page;
            mark.userRect = QRectF(75, 770 - 26.0 * i - 2, 50, 9);
            marks.marks.append(mark);
        }
    }
    return maker.bytes();
}

/// CPU seconds of mutool with the same marks; negative without it.
double peer(const QByteArray &pdf, const MarkSet &marks)
{
    const QString mutool = QStandardPaths::findExecutable(u"mutool"_s);
    if (mutool.isEmpty())
        return -1;
    QTemporaryDir folder;
    QByteArray script = "var doc = new PDFDocument(\"" + folder.filePath(u"in.pdf"_s).toUtf8() + "\"), page, mark;\n";
    int open = -1;
    for (const RedactionMark &mark : marks.marks) {
        if (mark.page != open)
            script += (open < 0 ? "" : "page.applyRedactions(true, 2);\n") + "page = doc.loadPage("_ba + QByteArray::number(mark.page) + ");\n";
        open = mark.page;
        const QRectF rect = *mark.userRect;
        const double top = 792 - rect.bottom();
        script += "mark = page.createAnnotation(\"Redact\"); mark.setRect([" + QByteArray::number(rect.left()) + ',' + QByteArray::number(top) + ','
            + QByteArray::number(rect.right()) + ',' + QByteArray::number(top + rect.height()) + "]);\n";
    }
    script += "page.applyRedactions(true, 2);\ndoc.save(\"" + folder.filePath(u"out.pdf"_s).toUtf8() + "\", \"garbage=4,compress\");\n";
    for (const auto &[name, bytes] : {std::pair(u"in.pdf"_s, pdf), std::pair(u"run.js"_s, script)}) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return -1;
    }
    const double start = childSeconds();
    return QProcess::execute(mutool, {u"run"_s, folder.filePath(u"run.js"_s)}) == 0 ? childSeconds() - start : -1;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    const int pages = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 1000;
    MarkSet marks;
    const QByteArray pdf = document(pages, marks);
    NoJobContext job;
    for (const RedactionLevel level : {RedactionLevel::A, RedactionLevel::B}) {
        const double start = cpuSeconds();
        const auto file = Redactor(pdf, marks, {level, false, {}}).run(job);
        if (!file)
            qFatal("redact: %s", qPrintable(file.error().reason));
        const double own = cpuSeconds() - start;
        rusage usage {};
        getrusage(RUSAGE_SELF, &usage);
        std::printf("redact %d pages, %lld marks, level %s: %.2f s CPU, %.2f ms a page, %lld pictures, at most %ld MB\n", pages,
            qlonglong(marks.marks.size()), qPrintable(nameOf(level)), own, 1000 * own / pages,
            qlonglong(file->report.value("pictures"_L1).toArray().size()), usage.ru_maxrss / 1024);
        const double other = peer(pdf, marks);
        if (other > 0)
            std::printf("  mutool on the same marks: %.2f s CPU, ratio %.2f\n", other, own / other);
    }
    return 0;
}
