#pragma once

#include "core/base/jobcontext.h"
#include "core/domain/markset.h"

#include <QJsonObject>
#include <QMap>
#include <QSet>

class QPDFObjectHandle;

namespace dw {

struct RedactorOptions {
    RedactionLevel level = RedactionLevel::B;
    bool allPages = false; ///< Every page becomes a picture.
    QSet<int> pages; ///< These become pictures (zero-based), marked or not.
};

struct RedactedFile {
    QByteArray pdf; ///< Not proven yet: the verifier has the last word.
    QJsonObject report; ///< {"level","pages","pictures":[..],"page_reasons":{..},"marks":[..],"removed":[..],...}; pages count from 1 in it, except "pictures".
    ///< Of cut pages the verifier must know "boxes" (drawn black) and "moved" (lines set anew): {"1":[[x0,y0,x1,y1],..]}, displayed page.
};

/// Builds the redacted file. What is marked is cut out of its page (PageCutter), then every page is rebuilt in a new file
/// by an allow-list (DocSanitizer). A page about which something cannot be proven becomes a picture of 200 dpi with the
/// boxes burned in and the words that stay as a text layer. The original file is never edited.
/// An encrypted file that opens without a password is written in the clear, and the report says "encryption" among what
/// was removed: only who has the owner's password could lock it again, and without one of its own it kept nobody out.
class Redactor
{
public:
    Redactor(const QByteArray &pdf, const MarkSet &marks, const RedactorOptions &options);

    /// Fails with "marks.other_file", "marks.page_outside", "pdf.engines_disagree", what DrawingBudget refuses, or what opening
    /// the file says.
    Result<RedactedFile> run(JobContext &job);

private:
    struct Page;
    struct Work;

    Result<> checkMarks(int pageCount) const;
    Result<> planEverywhere(Work &work, JobContext &job);
    Result<> buildPages(Work &work, JobContext &job);
    Result<> buildPage(Work &work, int index);
    QList<QRectF> areasOf(const Work &work, int index) const;
    QPDFObjectHandle cutPage(Work &work, Page &page, QPDFObjectHandle source, const PdfPageInfo &info, int index);
    QJsonObject report(const Work &work) const;
    QJsonObject markReport(const Work &work, const RedactionMark &mark) const;

    const QByteArray m_pdf;
    const MarkSet m_marks;
    const RedactorOptions m_options;
};

} // namespace dw
