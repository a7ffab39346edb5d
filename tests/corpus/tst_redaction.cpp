// Redaction over files that are kept outside the repository; skipped where they are not there.
#include "core/worker/workerclient.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

const QString program = QStringLiteral(DW_BIN_DIR "/dealward-worker");

QDir corpus(const QString &name)
{
    return QDir(QStringLiteral(DW_SOURCE_DIR "/../shared/corpus/") + name);
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestRedactionCorpus final : public QObject
{
    Q_OBJECT

private slots:
    /// Each file leaks in one way of its own; not one may.
    void leaks()
    {
        const QDir directory = corpus(u"leaks"_s);
        const QJsonArray index = QJsonDocument::fromJson(contents(directory.filePath(u"index.json"_s))).array();
        if (index.isEmpty())
            QSKIP("no leak files here");
        const WorkerClient client(program);
        NoJobContext job;
        for (const QJsonValue &entry : index) {
            const QString path = directory.filePath(QFileInfo(entry["file"_L1].toString()).fileName());
            const auto marks = MarkSet::fromJson(contents(path.chopped(4) + u".marks.json"_s));
            QVERIFY2(marks, qPrintable(path));
            const auto result = client.redact(contents(path), *marks, {}, job);
            QVERIFY2(result, qPrintable(path + u": "_s + (result ? QString() : result.error().reason + result.error().args.join(u"; "_s))));
            const auto pages = client.pageTexts(result->pdf, job);
            QVERIFY2(pages, qPrintable(path));
            const qsizetype last = entry["scope"_L1].toString() == "page1"_L1 ? 1 : pages->size();
            for (const QJsonValue &value : entry["tokens"_L1].toArray()) {
                const QString token = value.toString();
                for (qsizetype page = 0; !token.startsWith("hex:"_L1) && page < last; ++page)
                    QVERIFY2(!pages->at(page).plain().contains(token), qPrintable(path));
                QVERIFY2(!result->pdf.contains(token.startsWith("hex:"_L1) ? QByteArray::fromHex(token.mid(4).toLatin1()) : token.toUtf8()), qPrintable(path));
            }
        }
    }

    /// Every twelfth public file: its first long word goes everywhere, or the refusal has a name.
    void publicFiles()
    {
        QStringList paths;
        QDirIterator files(corpus(u"pdf"_s).path(), {u"*.pdf"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            paths.append(files.next());
        if (paths.isEmpty())
            QSKIP("no public files here");
        paths.sort();
        const WorkerClient client(program);
        NoJobContext job;
        int done = 0;
        for (qsizetype i = 0; i < paths.size(); i += 12) {
            const QByteArray pdf = contents(paths.at(i));
            const auto text = pdf.size() < (1 << 20) ? client.pageText(pdf, 0, job) : Result<PdfPageText>(fail(ErrorCode::LimitExceeded, u"skipped"_s));
            if (!text) {
                QVERIFY2(!text.error().reason.isEmpty() && text.error().reason != "worker.crashed"_L1, qPrintable(paths.at(i)));
                continue;
            }
            const auto word = std::find_if(text->words.begin(), text->words.end(), [](const PdfWord &w) { return w.text.size() > 5; });
            if (word == text->words.end())
                continue;
            RedactionMark mark;
            mark.id = u"m1"_s;
            mark.displayRect = word->rect;
            mark.word = word->text;
            const auto result = client.redact(pdf, {{}, {}, {mark}}, {RedactionLevel::A, false}, job);
            QVERIFY2(result || result.error().reason != "worker.crashed"_L1, qPrintable(paths.at(i)));
            done += result.has_value();
        }
        QVERIFY(done > 0);
    }
};

DW_TEST(TestRedactionCorpus)
#include "tst_redaction.moc"
