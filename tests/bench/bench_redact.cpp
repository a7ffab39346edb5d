// Redaction through the worker, as the program does it: 1,000 pages of 21 marks each (or as many pages as the first argument
// says), and MuPDF's redaction of the same marks in turns with it, five rounds (or as many as the second argument says). CPU
// seconds, medians; the ratio to mutool; the verification apart, for mutool verifies nothing; the most memory of the worker;
// what a page costs of 100 and of 10,000 pages (third argument: 0 leaves it out).
// The pages are those of tools/make_inputs.py where the shared tools are; otherwise some of this program's own, and it says so.

#include "core/worker/workerclient.h"
#include "tests/bench/cputime.h"
#include "tests/support/pdfmaker.h"

#include <QCborArray>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

#include <unistd.h>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

constexpr int marksPerPage = 21;

struct Sample {
    QByteArray pdf;
    MarkSet marks;
};

/// Reads what the worker needs at most, for as long as it runs.
class Watch final : public JobContext
{
public:
    Result<> step(qint64, qint64) override { return {}; }

    bool isStopRequested() const override
    {
        QFile list(u"/proc/self/task/%1/children"_s.arg(::gettid()));
        const QList<QByteArray> children = list.open(QIODevice::ReadOnly) ? list.readAll().simplified().split(' ') : QList<QByteArray>();
        for (const QByteArray &child : children) {
            QFile status(u"/proc/%1/status"_s.arg(QLatin1StringView(child)));
            const QByteArray text = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
            if (const qsizetype at = text.indexOf("VmHWM:"); at >= 0)
                peakKb = std::max(peakKb, text.mid(at + 6, text.indexOf('k', at) - at - 6).trimmed().toLongLong());
        }
        return false;
    }

    mutable qint64 peakKb = 0;
};

RedactionMark markAt(int page, const QRectF &shown, int number)
{
    RedactionMark mark;
    mark.id = u"m%1"_s.arg(number);
    mark.page = page;
    mark.displayRect = shown;
    return mark;
}

/// Forty-two lines of text and a table of sixty cells a page; in every other line the place of the third word is marked.
Sample ownSample(int pages)
{
    Sample sample;
    dwtest::PdfMaker maker;
    sample.marks.pages = pages;
    for (int page = 0; page < pages; ++page) {
        QByteArray content = "BT /F1 9 Tf 50 770 Td 13 TL\n";
        for (int line = 0; line < 42; ++line)
            content += "(Line " + QByteArray::number(line) + " holder" + QByteArray::number(page * 42 + line)
                + " of the account agrees to the terms and conditions set out in schedule four) Tj T*\n";
        content += "ET\n";
        for (int cell = 0; cell < 60; ++cell)
            content += QByteArray::number(50 + cell % 5 * 99) + ' ' + QByteArray::number(30 + cell / 5 * 14) + " 99 14 re S\n";
        maker.addPage(content);
        for (int i = 0; i < marksPerPage; ++i)
            sample.marks.marks.append(markAt(page, QRectF(75, 15 + 26.0 * i, 50, 9), page * marksPerPage + i));
    }
    sample.pdf = maker.bytes();
    return sample;
}

/// Pages of make_inputs.py with 21 words marked on each, evenly spread.
std::optional<Sample> sharedSample(const WorkerClient &client, int pages)
{
    const QString tool = QStringLiteral(DW_SOURCE_DIR "/../shared/tools/make_inputs.py");
    QTemporaryDir folder;
    const auto makes = [&](const QString &python) {
        return QProcess::execute(python, {tool, u"--out"_s, folder.path(), u"--only"_s, u"textpdf"_s, u"--pages"_s, QString::number(pages)}) == 0;
    };
    if (!QFile::exists(tool) || (!makes(u"python3"_s) && !makes(u"/usr/bin/python3"_s)))
        return std::nullopt;
    QFile file(folder.filePath(u"text-%1.pdf"_s.arg(pages)));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    Sample sample {file.readAll(), {}};
    sample.marks.pages = pages;
    NoJobContext job;
    const auto texts = client.pageTexts(sample.pdf, job);
    if (!texts)
        qFatal("text: %s", qPrintable(texts.error().reason));
    for (int page = 0; page < texts->size(); ++page) {
        const QList<PdfWord> &words = texts->at(page).words;
        for (int i = 0; i < marksPerPage && !words.isEmpty(); ++i) {
            const PdfWord &word = words.at(i * words.size() / marksPerPage);
            RedactionMark mark = markAt(page, word.rect, int(sample.marks.marks.size()));
            mark.word = word.text;
            sample.marks.marks.append(mark);
        }
    }
    return sample;
}

/// CPU seconds of mutool with the same marks; negative without it.
double peer(const Sample &sample)
{
    const QString mutool = QStandardPaths::findExecutable(u"mutool"_s);
    QTemporaryDir folder;
    if (mutool.isEmpty())
        return -1;
    QByteArray script = "var doc = new PDFDocument(\"" + folder.filePath(u"in.pdf"_s).toUtf8() + "\"), page, mark;\n";
    int open = -1;
    for (const RedactionMark &mark : sample.marks.marks) {
        if (mark.page != open)
            script += (open < 0 ? "" : "page.applyRedactions(true, 2);\n") + "page = doc.loadPage("_ba + QByteArray::number(mark.page) + ");\n";
        open = mark.page;
        const QRectF rect = *mark.displayRect;
        script += "mark = page.createAnnotation(\"Redact\"); mark.setRect([" + QByteArray::number(rect.left()) + ',' + QByteArray::number(rect.top()) + ','
            + QByteArray::number(rect.right()) + ',' + QByteArray::number(rect.bottom()) + "]);\n";
    }
    script += "page.applyRedactions(true, 2);\ndoc.save(\"" + folder.filePath(u"out.pdf"_s).toUtf8() + "\", \"garbage=4,compress\");\n";
    for (const auto &[name, bytes] : {std::pair(u"in.pdf"_s, sample.pdf), std::pair(u"run.js"_s, script)}) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return -1;
    }
    const double start = dwbench::childCpuMs();
    return QProcess::execute(mutool, {u"run"_s, folder.filePath(u"run.js"_s)}) == 0 ? (dwbench::childCpuMs() - start) / 1000 : -1;
}

struct Measured {
    double build = 0; ///< CPU seconds.
    double verify = 0;
    qint64 buildMb = 0;
    qint64 verifyMb = 0;
    qsizetype pictures = 0;
    qsizetype findings = 0;
};

QCborMap asked(const WorkerClient &client, const QString &kind, const QCborMap &request, double &seconds, qint64 &mb)
{
    Watch watch;
    const double start = dwbench::childCpuMs();
    const auto answer = client.call(kind, request, watch, {36'000, 72'000, 1LL << 30});
    if (!answer)
        qFatal("%s: %s", qPrintable(kind), qPrintable(answer.error().reason));
    seconds = (dwbench::childCpuMs() - start) / 1000;
    mb = watch.peakKb / 1024;
    return *answer;
}

Measured redact(const WorkerClient &client, const Sample &sample, const QString &level)
{
    Measured measured;
    QCborMap request {{u"pdf"_s, sample.pdf}, {u"marks"_s, QCborMap::fromJsonObject(sample.marks.toJson())}, {u"level"_s, level}};
    const QCborMap built = asked(client, u"redact.build"_s, request, measured.build, measured.buildMb);
    const QCborMap report = built.value("report"_L1).toMap();
    request.insert(u"output"_s, built.value("pdf"_L1));
    request.insert(u"rasterised"_s, report.value("pictures"_L1));
    for (const QString &key : {u"boxes"_s, u"moved"_s})
        request.insert(key, report.value(key));
    const QCborMap verified = asked(client, u"redact.verify"_s, request, measured.verify, measured.verifyMb);
    measured.pictures = report.value("pictures"_L1).toArray().size();
    measured.findings = verified.value("findings"_L1).toArray().size();
    return measured;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void compare(const WorkerClient &client, const Sample &sample, int rounds)
{
    std::vector<double> others;
    QMap<QString, std::vector<Measured>> own;
    for (int round = 0; round < rounds; ++round) {
        own[u"A"_s].push_back(redact(client, sample, u"A"_s));
        others.push_back(peer(sample));
        own[u"B"_s].push_back(redact(client, sample, u"B"_s));
    }
    const double other = median(others);
    std::printf("redact %d pages, %lld marks, %d rounds, worker's CPU, medians\n", *sample.marks.pages, qlonglong(sample.marks.marks.size()), rounds);
    if (other > 0)
        std::printf("  mutool on the same marks  %7.2f s\n", other);
    else
        std::printf("  mutool is not there: no ratio\n");
    for (const auto &[level, list] : own.asKeyValueRange()) {
        std::vector<double> build;
        std::vector<double> verify;
        for (const Measured &one : list) {
            build.push_back(one.build);
            verify.push_back(one.verify);
        }
        const auto ratio = [&](double seconds) { return other > 0 ? seconds / other : 0; };
        const Measured &last = list.back();
        std::printf("  level %s  build  %7.2f s, %.2fx mutool, at most %lld MB; pictures %lld\n", qPrintable(level), median(build), ratio(median(build)),
            qlonglong(last.buildMb), qlonglong(last.pictures));
        std::printf("           verify %7.2f s, %.2fx mutool, %.2fx build, at most %lld MB; findings %lld\n", median(verify), ratio(median(verify)),
            median(verify) / median(build), qlonglong(last.verifyMb), qlonglong(last.findings));
    }
}

void growth(const WorkerClient &client)
{
    double few = 0;
    for (const int pages : {100, 10'000}) {
        const Measured measured = redact(client, ownSample(pages), u"A"_s);
        const double each = (measured.build + measured.verify) * 1000 / pages;
        std::printf("redact %6d pages, level A: build %.2f ms a page, verify %.2f, at most %lld and %lld MB\n", pages, measured.build * 1000 / pages,
            measured.verify * 1000 / pages, qlonglong(measured.buildMb), qlonglong(measured.verifyMb));
        if (few > 0)
            std::printf("  a page of 10,000 costs %.2fx one of 100\n", each / few);
        few = each;
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto argument = [&](int index, int otherwise) { return argc > index ? std::max(0, QByteArray(argv[index]).toInt()) : otherwise; };
    const int pages = std::max(1, argument(1, 1000));
    const WorkerClient client(QStringLiteral(DW_BIN_DIR "/dealward-worker"));
    std::optional<Sample> sample = sharedSample(client, pages);
    if (!sample) {
        std::printf("redact: the shared tools are not there (or have no reportlab): pages of this program's own\n");
        sample = ownSample(pages);
    }
    compare(client, *sample, std::max(1, argument(2, 5)));
    if (argument(3, 1) > 0)
        growth(client);
    return 0;
}
