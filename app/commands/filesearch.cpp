#include "app/commands/filesearch.h"

#include "app/commands/files.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QString idOf(const QString &file, const FileText &text)
{
    if (text.page > 0 && text.part.isEmpty())
        return file + u'#' + QString::number(text.page);
    if (text.part.isEmpty() || text.kind == "cell"_L1)
        return text.at.isEmpty() ? file : file + u'#' + text.at;
    const QString at = text.page > 0 ? QString::number(text.page) : text.at;
    return file + u'#' + text.part + (at.isEmpty() ? QString() : u':' + at);
}

} // namespace

QStringList FileSearch::filesOf(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return {path};
    QStringList files;
    QDirIterator entries(path, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files.append(entries.next());
    files.sort();
    return files;
}

Result<> FileSearch::search(const QString &path, const Take &take, JobContext &job)
{
    DW_ASSIGN(const QByteArray bytes, files::read(path));
    const auto takeText = [&](const FileText &text, const QList<FileFinding> &found) {
        take({idOf(path, text), text.kind, text.page, text.isRecognised, found});
    };
    DW_ASSIGN(const FileFindings findings, m_files.find(bytes, path, job, takeText));
    m_problems += findings.unread;
    return {};
}

Result<> FileSearch::searchLines(const QString &name, const QByteArray &bytes, const Take &take)
{
    int number = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.value("text"_L1).isString() || !object.contains("id"_L1)) {
            m_problems.append(Error {ErrorCode::Unsupported, u"find.bad_line"_s, {name, QString::number(number)}, {}});
            continue;
        }
        const QJsonValue id = object.value("id"_L1);
        const MappedText text(object.value("text"_L1).toString());
        TextFindings findings {id.isString() ? id.toString() : id.toVariant().toString(), u"text"_s, 0, false, {}};
        QStringList stopped;
        const QList<FoundSpan> spans = m_finder.find(text, &stopped);
        for (const QString &rule : std::as_const(stopped))
            m_problems.append(Error {ErrorCode::Unsupported, u"find.rule_stopped"_s, {findings.id, rule}, {}});
        for (const FoundSpan &span : spans)
            findings.items.append({span, text.sourceText(span.start, span.end), {}, u"text"_s, {}, 0, {}, false});
        take(findings);
    }
    return {};
}

} // namespace dw
