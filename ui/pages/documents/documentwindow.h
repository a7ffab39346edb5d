#pragma once

#include "core/desk/documents/documentservice.h"
#include "core/desk/documents/markcover.h"
#include "core/desk/documents/markhistory.h"
#include "core/jobs/jobrunner.h"
#include "ui/pages/page.h"
#include "ui/viewer/canvasmark.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListView;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QVBoxLayout;

namespace dw {

class DocumentCanvas;
class EmptyState;
class FindingPanel;
class MarkModel;
class ViewerPane;
class ProofPane;
class ReviewPane;
class VersionPane;

/// One version of a document to look at and to mark: pages with marks, the lists of marks and findings, its
/// verification. Every edit is stored at once and can be undone. Opening it is what the trail calls viewing.
class DocumentWindow final : public QDialog
{
    Q_OBJECT

public:
    DocumentWindow(PageContext context, const VersionId &version, QWidget *parent = nullptr);
    ~DocumentWindow() override;

    /// Opens it over `parent`, closing deletes it.
    static void open(PageContext context, const VersionId &version, QWidget *parent);

private:
    void build();
    QWidget *buildTools();
    QWidget *buildFoot();
    QWidget *buildSide();
    void load();
    void showWithoutPages(const QString &why);
    void connectViewer();
    void shown(int pages, const QList<PdfPageInfo> &first);
    void readSizes(int from);
    void readTexts();
    void showLevel();
    void reload(); ///< Everything, from the vault.
    void changed(const MarkChange &change); ///< What an edit of marks changes; see documentwindowmarks.cpp.
    void findingsDecided();
    void showMarks();
    void showFindings();
    void showCounts();
    void chooseInList(const QString &mark);
    QList<CanvasMark> shapesOf(const Finding &finding) const;
    QList<CanvasMark> shapesOf(const StoredMark &mark) const;
    void cover(const QList<StoredMark> &changed); ///< Which findings are marked, after these came or went.
    void showProof();
    void edited(Result<MarkChange> change);
    void markWord();
    void markWords(const QString &words, WordMatch match);
    void acceptFindings(const QList<FindingId> &ids);
    void decideFindings(const QList<FindingId> &ids, FindingState state);
    void showFinding(const FindingId &id);
    void confirmGaps();
    void undo();
    void redo();
    void removeChosen();
    void goToNextArea(bool backwards); ///< Page, side, tools.
    void redact();
    void redactAs(const RedactionChoice &choice);
    void measureGaps(); ///< How many names would fit each mark; shown beside it when it is known.
    void scan();
    void fillActions();
    void watch(const std::shared_ptr<Job> &job); ///< Progress and Cancel at the foot; null: done.
    void requestReview();
    void approve();
    void sendBack();
    void exportFile();
    void addPanes(); ///< Review and versions; see documentwindowpanes.cpp.
    void showPanes();
    void preview();
    void say(const QString &sentence);
    QColor colourOf(const QString &reason) const;
    DocumentService &documents() const;

    PageContext m_context;
    VersionId m_id;
    DocumentVersion m_version;
    std::shared_ptr<OpenVersion> m_open;
    QList<PdfPageInfo> m_pages;
    MarkModel *m_marks = nullptr;
    MarkCover m_cover;
    QList<Finding> m_findings;
    QSet<FindingId> m_marked; ///< Those that accepted marks cover.
    QList<RedactionReason> m_reasons;
    MarkHistory m_history;

    ViewerPane *m_viewer = nullptr;
    DocumentCanvas *m_canvas = nullptr;
    QLineEdit *m_word = nullptr;
    QCheckBox *m_part = nullptr;
    QComboBox *m_reason = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_redo = nullptr;
    QPushButton *m_redact = nullptr;
    QPushButton *m_preview = nullptr;
    ProofPane *m_proofPane = nullptr;
    QTimer m_gapTimer; ///< Names are measured when nobody has marked anything for a moment.
    bool m_isMeasuring = false;
    bool m_isChanging = false; ///< The lists change: nobody chose anything.
    ReviewPane *m_review = nullptr;
    VersionPane *m_descent = nullptr;
    QListView *m_markList = nullptr;
    FindingPanel *m_panel = nullptr;
    QStackedWidget *m_view = nullptr; ///< The pages, or why there are none.
    EmptyState *m_noPages = nullptr;
    QLabel *m_proof = nullptr;
    QLabel *m_state = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    QHBoxLayout *m_actions = nullptr;
    QTabWidget *m_tabs = nullptr;
    std::shared_ptr<Job> m_job;
    std::unique_ptr<JobRunner> m_renderer; // of its own: pages are no jobs of the tray; ends before what it uses
};

} // namespace dw
