#pragma once

#include "core/engines/office/textreader.h"
#include "core/engines/parse/popplerdocument.h"
#include "core/engines/parse/textrecogniser.h"

#include <memory>

namespace dw {

/// What the readers of one file share.
struct FileReading {
    std::shared_ptr<TextRecogniser> recogniser; ///< Null: pictures are left, and told as unread.
    int depth = 0; ///< Of files in files.

    static constexpr int deepest = 3;
};

/// Opens a file of any kind that can be searched, whatever its name. Fails with "find.kind_unread", "find.encrypted_office",
/// "find.old_office" {name}, "find.too_deep" {name}, and as the readers of the kinds do.
Result<std::unique_ptr<TextReader>> openFile(const QByteArray &bytes, const QString &name, const FileReading &reading);

/// The pages of a PDF: their text, and what their pictures say where those are what a page shows.
class PdfTextReader final : public TextReader
{
public:
    static Result<std::unique_ptr<TextReader>> open(const QByteArray &pdf, const QString &name, const FileReading &reading);

    int stepCount() const override { return m_document->pageCount(); }
    int step() const override { return m_page; }
    QString stepName(int) const override { return {}; }
    void skipTo(int step) override;
    bool isNextSlow() const override { return m_isPictureNext; }
    FileTexts next() override;

private:
    PdfTextReader(std::unique_ptr<PopplerDocument> document, QString name, const FileReading &reading);

    FileText pageText(const PdfPageText &words, bool isRecognised) const;
    Result<PdfPageText> recognised() const;
    Result<PdfPageText> recognisedPictures() const;
    void recognise(FileTexts &result);

    const std::unique_ptr<PopplerDocument> m_document;
    const QString m_name;
    const FileReading m_reading;
    PdfPageContent m_content; ///< Of the page whose pictures are read next.
    int m_page = 0;
    bool m_isPictureNext = false;
};

/// A picture by itself: a photograph or a scan that is no PDF.
class PictureReader final : public TextReader
{
public:
    /// Fails with "find.kind_unread" {name} when it cannot be decoded.
    static Result<std::unique_ptr<TextReader>> open(const QByteArray &bytes, const QString &name, const FileReading &reading);

    int stepCount() const override { return 1; }
    int step() const override { return m_isDone ? 1 : 0; }
    QString stepName(int) const override { return {}; }
    void skipTo(int step) override { m_isDone = step > 0; }
    bool isNextSlow() const override { return true; }
    FileTexts next() override;

private:
    QImage m_picture;
    QString m_name;
    FileReading m_reading;
    bool m_isDone = false;
};

} // namespace dw
