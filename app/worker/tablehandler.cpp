#include "app/worker/tablehandler.h"

#include <QCborArray>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxRowsPerAnswer = 20'000;

QCborMap toCbor(const TableInfo &info)
{
    QCborArray sheets;
    for (const QString &name : info.sheets)
        sheets.append(name);
    QCborArray hidden;
    for (const int sheet : info.hiddenSheets)
        hidden.append(sheet);
    return {{u"format"_s, info.format}, {u"encoding"_s, info.encoding}, {u"evidence"_s, info.encodingEvidence},
        {u"delimiter"_s, static_cast<int>(info.delimiter.unicode())}, {u"sheets"_s, sheets}, {u"hidden"_s, hidden},
        {u"sheet"_s, info.sheet}};
}

} // namespace

QString TableHandler::kind() const
{
    switch (m_request) {
    case Request::Open:
        return u"table.open"_s;
    case Request::Next:
        return u"table.next"_s;
    case Request::Rewind:
        return u"table.rewind"_s;
    }
    return {};
}

Result<QCborMap> TableHandler::handle(const QCborMap &parameters, JobContext &)
{
    if (m_request == Request::Open)
        return open(parameters);
    if (!m_table->reader)
        return fail(ErrorCode::InvalidInput, u"worker.protocol"_s);
    if (m_request == Request::Next)
        return next(parameters);
    m_table->reader.reset();
    DW_ASSIGN(m_table->reader, openTable(m_table->bytes, m_table->options));
    return QCborMap();
}

Result<QCborMap> TableHandler::open(const QCborMap &parameters)
{
    m_table->reader.reset();
    m_table->bytes.close();
    m_table->bytes.setData(parameters.value("file"_L1).toByteArray());
    m_table->bytes.open(QIODevice::ReadOnly);
    m_table->options = {};
    m_table->options.encoding = parameters.value("encoding"_L1).toString();
    m_table->options.delimiter = QChar(static_cast<char16_t>(parameters.value("delimiter"_L1).toInteger()));
    m_table->options.sheet = static_cast<int>(parameters.value("sheet"_L1).toInteger(-1));
    DW_ASSIGN(m_table->reader, openTable(m_table->bytes, m_table->options));
    return toCbor(m_table->reader->info());
}

Result<QCborMap> TableHandler::next(const QCborMap &parameters)
{
    const int rows = static_cast<int>(qBound(qint64 {1}, parameters.value("rows"_L1).toInteger(), qint64 {maxRowsPerAnswer}));
    DW_ASSIGN(const TableBatch batch, m_table->reader->next(rows));
    return QCborMap {{u"batch"_s, batch.serialised()}, {u"progress"_s, m_table->reader->progress()}};
}

std::vector<std::unique_ptr<RequestHandler>> tableHandlers()
{
    const auto table = std::make_shared<OpenTable>();
    std::vector<std::unique_ptr<RequestHandler>> handlers;
    for (const auto request : {TableHandler::Request::Open, TableHandler::Request::Next, TableHandler::Request::Rewind})
        handlers.push_back(std::make_unique<TableHandler>(request, table));
    return handlers;
}

} // namespace dw
