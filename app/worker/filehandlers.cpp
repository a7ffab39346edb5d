#include "app/worker/filehandlers.h"

#include "core/engines/office/filekind.h"
#include "core/worker/filecodec.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype batchLength = 1 << 20; ///< Characters in one answer, about.
constexpr int mostSteps = 32; ///< Pages in one answer: so often can a caller stop.

qsizetype lengthOf(const FileTexts &texts)
{
    qsizetype length = 0;
    for (const FileText &text : texts.texts) {
        length += text.text.size() + 64;
        for (const QString &cell : text.cells)
            length += cell.size();
        for (const PdfWord &word : text.words.words)
            length += 8 * word.text.size();
    }
    return length;
}

} // namespace

QString FileHandler::kind() const
{
    return m_request == Request::Open ? u"file.open"_s : u"file.next"_s;
}

Result<QCborMap> FileHandler::handle(const QCborMap &parameters, JobContext &)
{
    if (m_request == Request::Open)
        return open(parameters);
    if (!m_texts->reader || m_texts->reader->isDone())
        return fail(ErrorCode::InvalidInput, u"worker.protocol"_s);
    return next(parameters.value("one"_L1).toBool());
}

Result<QCborMap> FileHandler::open(const QCborMap &parameters)
{
    m_texts->reader.reset();
    m_texts->given = 0;
    m_texts->bytes = parameters.value("file"_L1).toByteArray();
    const QString name = parameters.value("name"_L1).toString();
    FileReading reading;
    if (parameters.value("pictures"_L1).toBool())
        reading.recogniser = std::make_shared<TextRecogniser>();
    DW_ASSIGN(const FileKind kind, fileKind(m_texts->bytes, name));
    DW_ASSIGN(m_texts->reader, openFile(m_texts->bytes, name, reading));
    TextReader &reader = *m_texts->reader;
    if (const int step = int(parameters.value("step"_L1).toInteger()); step > 0)
        reader.skipTo(std::min(step, reader.stepCount()));
    return QCborMap {{u"kind"_s, nameOf(kind)}, {u"steps"_s, reader.stepCount()}, {u"step_name"_s, reader.stepName(reader.step())},
        {u"slow"_s, !reader.isDone() && reader.isNextSlow()}};
}

FileTexts FileHandler::read()
{
    TextReader &reader = *m_texts->reader;
    const int before = reader.step();
    FileTexts texts = reader.next();
    m_texts->given = reader.step() == before ? m_texts->given + texts.texts.size() : 0;
    return texts;
}

QCborMap FileHandler::next(bool onlyOne)
{
    TextReader &reader = *m_texts->reader;
    FileTexts all = read();
    qsizetype length = lengthOf(all);
    const int first = reader.step();
    while (!onlyOne && !reader.isDone() && !reader.isNextSlow() && length < batchLength && reader.step() < first + mostSteps) {
        const FileTexts more = read();
        all.texts += more.texts;
        all.unread += more.unread;
        length += lengthOf(more);
    }
    QCborMap reply = filecodec::write(all);
    reply.insert(u"step"_s, reader.step());
    reply.insert(u"given"_s, qint64(m_texts->given));
    reply.insert(u"step_name"_s, reader.stepName(reader.step()));
    reply.insert(u"slow"_s, !reader.isDone() && reader.isNextSlow());
    return reply;
}

std::vector<std::unique_ptr<RequestHandler>> fileHandlers()
{
    const auto texts = std::make_shared<OpenTexts>();
    std::vector<std::unique_ptr<RequestHandler>> handlers;
    for (const auto request : {FileHandler::Request::Open, FileHandler::Request::Next})
        handlers.push_back(std::make_unique<FileHandler>(request, texts));
    return handlers;
}

} // namespace dw
