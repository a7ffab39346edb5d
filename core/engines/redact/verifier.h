#pragma once

#include "core/base/jobcontext.h"
#include "core/domain/markset.h"

#include <QJsonObject>
#include <QMap>
#include <QSet>

namespace dw {

class PdfFile;
class PdfiumDocument;
class WordMatcher;
struct PageDrawing;
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
    static constexpr int mostAsked = 32; ///< Pages read by the second reader too, of a file in which the readers agree.
    static constexpr int mostDrawn = 12; ///< Pages compared as pictures; more where the items drawn prove nothing.
    static constexpr double checkDpi = 72;

    struct Pictures;

    static QString normalised(const QString &text);
    Result<> open();
    void choosePages();
    void find(const QString &check, const QString &what, std::optional<int> page = {});
    void checkFile();
    void checkStreams();
    void checkWords();
    void checkPage(int page);
    void checkWordsOf(int page, const PageDrawing &shown);
    void checkSecondReader(int page, const PageDrawing &shown);
    void checkPicture(int page, const PageDrawing &shown);
    void checkCutPage(int page, const PageDrawing &shown);
    void checkKeptPage(int page, const PageDrawing &shown);
    void checkUnderBoxes(int page, const QList<QRectF> &boxes);
    void checkUnchanged(int page, const Pictures &pictures, const QList<QRectF> &except);
    void checkBoxes(int page, const Pictures &pictures);
    Result<Pictures> draw(int page, bool withOriginal);
    QList<QRectF> markAreas(int page) const;
    QList<QRectF> annotationAreas(int page); ///< Of the original; links show nothing.

    Input m_input;
    Verdict m_verdict;
    bool m_wholeFile = false;
    std::unique_ptr<PdfFile> m_originalFile;
    std::unique_ptr<PdfFile> m_outputFile;
    std::unique_ptr<PopplerDocument> m_original;
    std::unique_ptr<PopplerDocument> m_output;
    std::unique_ptr<PdfiumDocument> m_second;
    std::unique_ptr<PdfiumDocument> m_secondOriginal; ///< Opened when it is first asked to draw.
    QMap<int, QList<const RedactionMark *>> m_marks; ///< By page.
    QStringList m_words; ///< Marked words, each once.
    std::unique_ptr<WordMatcher> m_matcher;
    QSet<QString> m_everywhere; ///< Those that may be nowhere.
    QSet<QString> m_visible; ///< Words that are still shown outside their marks; only scope "place".
    QSet<int> m_secondPages;
    QSet<int> m_drawnPages;
    bool m_askEverywhere = false; ///< The second reader saw something else on a page.
    QSet<int> m_touchedImages; ///< Objects of the original that reach under a mark ...
    QSet<int> m_untouchedImages; ///< ... and those that are shown where none is.
    int m_pagesDrawn = 0;
    int m_pagesAsked = 0;
};

} // namespace dw
