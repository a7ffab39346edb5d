#include "core/worker/pdfconversion.h"

#include <QFileInfo>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// The ending that LibreOffice knows the file by.
QString officeSuffix(const QString &mime, const QString &fileName)
{
    static const QHash<QString, QString> types {
        {u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s, u"docx"_s},
        {u"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_s, u"xlsx"_s},
        {u"application/vnd.openxmlformats-officedocument.presentationml.presentation"_s, u"pptx"_s}, {u"application/rtf"_s, u"rtf"_s}};
    if (types.contains(mime))
        return types.value(mime);
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    const bool isOld = mime == u"application/x-ole-storage"_s && (suffix == u"doc"_s || suffix == u"xls"_s || suffix == u"ppt"_s);
    const bool isOpen = mime == u"application/zip"_s && (suffix == u"odt"_s || suffix == u"ods"_s || suffix == u"odp"_s);
    return isOld || isOpen ? suffix : QString();
}

} // namespace

PdfConversion::Way PdfConversion::wayOf(const QString &mime, const QString &fileName)
{
    if (mime == u"image/png"_s || mime == u"image/jpeg"_s || mime == u"image/tiff"_s)
        return Way::Picture;
    if (!officeSuffix(mime, fileName).isEmpty())
        return Way::Office;
    const bool isText = mime == u"text/plain"_s || mime == u"application/octet-stream"_s;
    return isText && QFileInfo(fileName).suffix().toLower() == u"eml"_s ? Way::Mail : Way::None;
}

Result<QByteArray> PdfConversion::toPdf(const QByteArray &file, const QString &mime, const QString &fileName, JobContext &job) const
{
    const Way way = wayOf(mime, fileName);
    const int more = int(file.size() >> 20);
    job.setStage(u"document.convert"_s);
    QCborMap answer;
    if (way == Way::Office) {
        DW_ASSIGN(const auto process, m_worker.startOffice());
        DW_ASSIGN(answer, process->call(u"office.to_pdf"_s, {{u"file"_s, file}, {u"suffix"_s, officeSuffix(mime, fileName)}}, job, {30, 300, 512 << 20}));
    } else if (way == Way::Picture || way == Way::Mail) {
        DW_ASSIGN(answer, m_worker.call(way == Way::Mail ? u"mail.to_pdf"_s : u"image.to_pdf"_s, {{u"file"_s, file}}, job, {60 + 4 * more, 240 + 8 * more, 1LL << 30}));
    } else {
        return fail(ErrorCode::Unsupported, u"convert.no_way"_s);
    }
    const QByteArray pdf = answer.value("pdf"_L1).toByteArray();
    if (!pdf.startsWith("%PDF-"))
        return fail(ErrorCode::Corrupt, u"worker.protocol"_s);
    return pdf;
}

} // namespace dw
