#include "core/worker/filecodec.h"

#include "core/worker/pdfcodec.h"

using namespace Qt::StringLiterals;

namespace dw::filecodec {

namespace {

constexpr qsizetype mostTexts = 2'000'000;
constexpr qsizetype mostCells = 100'000;
constexpr qsizetype mostProblems = 100'000;
constexpr qsizetype longestName = 1000;

enum Flag { Recognised = 1, NewTable = 2 };

tl::unexpected<Error> untrue()
{
    return fail(ErrorCode::Corrupt, u"worker.protocol"_s);
}

QCborArray write(const FileText &text)
{
    const int flags = (text.isRecognised ? Recognised : 0) | (text.isNewTable ? NewTable : 0);
    QCborArray array {text.part, text.kind, text.at, text.text, flags, text.page, text.offset, text.focusStart, text.focusEnd};
    array.append(QCborArray::fromStringList(text.cells));
    array.append(pdfcodec::write(text.words));
    if (text.page > 0)
        array.append(pdfcodec::write(QList<PdfPageInfo> {text.pageInfo}));
    return array;
}

Result<FileText> readText(const QCborArray &fields)
{
    FileText text;
    text.part = fields.at(0).toString();
    text.kind = fields.at(1).toString();
    text.at = fields.at(2).toString();
    text.text = fields.at(3).toString();
    const qint64 flags = fields.at(4).toInteger();
    text.isRecognised = flags & Recognised;
    text.isNewTable = flags & NewTable;
    const qint64 page = fields.at(5).toInteger(-1);
    text.offset = fields.at(6).toInteger(-1);
    text.focusStart = fields.at(7).toInteger(-1);
    text.focusEnd = fields.at(8).toInteger(-2);
    const QCborArray cells = fields.at(9).toArray();
    const bool sane = text.part.size() <= 4 * longestName && text.kind.size() <= 40 && text.at.size() <= longestName && page >= 0
        && page <= 1'000'000 && text.offset >= 0 && text.focusStart >= 0 && text.focusEnd >= -1 && cells.size() <= mostCells;
    if (!sane)
        return untrue();
    text.page = int(page);
    for (const QCborValue &cell : cells)
        text.cells.append(cell.toString());
    if (page > 0) {
        DW_ASSIGN(const QList<PdfPageInfo> info, pdfcodec::readPages(fields.at(11).toArray()));
        text.pageInfo = info.first();
    }
    DW_ASSIGN(text.words, pdfcodec::readText(fields.at(10).toByteArray(), text.pageInfo));
    return text;
}

} // namespace

QCborMap write(const FileTexts &texts)
{
    QCborArray list;
    for (const FileText &text : texts.texts)
        list.append(write(text));
    QCborArray unread;
    for (const Error &error : texts.unread)
        unread.append(QCborArray {int(error.code), error.reason, QCborArray::fromStringList(error.args), error.detail});
    return {{u"texts"_s, list}, {u"unread"_s, unread}};
}

Result<FileTexts> read(const QCborMap &map)
{
    FileTexts result;
    const QCborArray texts = map.value("texts"_L1).toArray();
    const QCborArray unread = map.value("unread"_L1).toArray();
    if (texts.size() > mostTexts || unread.size() > mostProblems)
        return untrue();
    result.texts.reserve(texts.size());
    for (const QCborValue &value : texts) {
        DW_ASSIGN(const FileText text, readText(value.toArray()));
        result.texts.append(text);
    }
    for (const QCborValue &value : unread) {
        const QCborArray fields = value.toArray();
        const qint64 code = fields.at(0).toInteger(-1);
        Error error;
        error.code = code >= 0 && code <= qint64(ErrorCode::Internal) ? static_cast<ErrorCode>(code) : ErrorCode::Internal;
        error.reason = fields.at(1).toString().left(80);
        const QCborArray args = fields.at(2).toArray();
        for (qsizetype i = 0; i < std::min<qsizetype>(args.size(), 10); ++i)
            error.args.append(args.at(i).toString().left(longestName));
        error.detail = fields.at(3).toString().left(400);
        result.unread.append(error);
    }
    return result;
}

} // namespace dw::filecodec
