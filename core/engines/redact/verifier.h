#pragma once

#include "core/base/jobcontext.h"
#include "core/domain/markset.h"

#include <QJsonObject>
#include <QMap>
#include <QSet>

namespace dw {

class PdfFile;
class PdfiumDocument;
class PopplerDocument;

/// Proves that a redacted file holds nothing of what was marked. Shares no code with what built the file, runs in a
/// process of its own and fails closed: what cannot be checked is a finding.
class Verifier
{
public:
    struct Input {
        QByteArray original;
        QByteArray output;
        MarkSet marks;
        QSet<int> pictures; ///< Zero-based: pages that the builder says are pictures.
        QMap<int, QList<QRectF>> boxes {}; ///< By page from zero: what was drawn black, displayed page.
        QMap<int, QList<QRectF>> moved {}; ///< Lines whose survivors may have moved by up to 2 points; displayed page.
    };

    struct Verdict {
        QStringList findings; ///< "check: what", no content. Empty: proven.
        QSet<int> pages; ///< Pages that may pass as pictures. Empty with findings: the whole file is in doubt.
        QJsonObject facts; ///< What was checked, and how often.
    };

    explicit Verifier(Input input);
    ~Verifier();

    /// Fails only when stopped; a file that cannot be read is a finding.
    Result<Verdict> run(JobContext &job);

private:
    Result<> open();
    void find(const QString &check, const QString &what, std::optional<int> page = {});
    void checkFile();
    void checkStreams();
    void checkWords();
    void checkPage(int page);
    void checkMarkedText(int page, const PdfPageText &shown);
    void checkSecondReader(int page, const PdfPageText &shown);
    void checkBoxes(int page);
    void checkPicture(int page);
    void checkKeptPage(int page, const PdfPageText &shown);
    QList<const RedactionMark *> marksOf(int page) const;

    Input m_input;
    Verdict m_verdict;
    bool m_wholeFile = false;
    std::unique_ptr<PdfFile> m_originalFile;
    std::unique_ptr<PdfFile> m_outputFile;
    std::unique_ptr<PopplerDocument> m_original;
    std::unique_ptr<PopplerDocument> m_output;
    std::unique_ptr<PdfiumDocument> m_second;
    QStringList m_words; ///< Marked words, each once.
    QSet<QString> m_everywhere; ///< Those that may be nowhere.
    QSet<QString> m_visible; ///< Words that are still shown outside their marks; only scope "place".
    int m_picturesCompared = 0;
};

} // namespace dw
