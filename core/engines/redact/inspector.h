#pragma once

#include "core/base/jobcontext.h"
#include "core/engines/redact/hiddencontent.h"

#include <QJsonArray>
#include <QJsonObject>

namespace dw {

class PdfFile;
class PopplerDocument;

/// Says what a PDF carries besides what its pages show, and where somebody tried to black something out and failed.
/// Facts have stable ids; words for them are made in ui/text. Values quote the file and are for its owner only.
class Inspector
{
public:
    explicit Inspector(const QByteArray &pdf);
    ~Inspector();

    /// {"format","pages","encrypted","facts":[{"id","severity":"info|warning|danger","page"?,"count"?,"values"?}]}.
    Result<QJsonObject> run(JobContext &job);

private:
    void add(const QString &id, const QString &severity, QJsonObject more = {});
    void documentFacts();
    void metadata();
    void attachments();
    void layers();
    void pageFacts(int page);
    void annotations(int page);
    void hiddenContent(int page);
    void coveredText(int page);

    const QByteArray m_pdf;
    std::unique_ptr<PdfFile> m_file;
    std::unique_ptr<PopplerDocument> m_poppler;
    HiddenContent m_hidden;
    QJsonArray m_facts;
};

} // namespace dw
