#include "core/engines/office/tablereader.h"

#include "core/engines/office/csvreader.h"
#include "core/engines/office/xlsxreader.h"

namespace dw {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<TableReader>> openTable(QIODevice &device, const TableOptions &options)
{
    if (device.size() == 0)
        return fail(ErrorCode::InvalidInput, u"table.empty"_s);
    if (device.size() > options.limits.fileBytes)
        return fail(ErrorCode::LimitExceeded, u"table.too_large"_s, {QString::number(options.limits.fileBytes)});
    device.seek(0);
    const QByteArray head = device.peek(8);
    if (head.startsWith("PK\x03\x04"))
        return XlsxReader::open(device, options);
    // Compound files: Excel 97-2003, and every Office file with a password.
    if (head.startsWith("\xD0\xCF\x11\xE0"))
        return fail(ErrorCode::Unsupported, u"table.old_excel"_s);
    if (head.startsWith("%PDF-"))
        return fail(ErrorCode::InvalidInput, u"table.not_text"_s);
    return CsvReader::open(device, options);
}

} // namespace dw
