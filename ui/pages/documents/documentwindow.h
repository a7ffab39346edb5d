#pragma once

#include "core/desk/documents/documentservice.h"
#include "core/desk/documents/markhistory.h"
#include "core/jobs/jobrunner.h"
#include "ui/pages/page.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QVBoxLayout;

namespace dw {

class DocumentCanvas;
class EmptyState;
class FindingPanel;
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
    void showLevel();
    void reload(); ///< Marks, findings and verification, after each edit.
    void showMarks();
    void showFindings();
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
    void redact();
    void redactAs(const RedactionChoice &choice);
    void measureGaps(); ///< How many names would fit each mark; shown beside it when it is known.
    QString gapWords(const MarkId &mark) const;
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
    QList<StoredMark> m_marks;
    QList<Finding> m_findings;
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
    GapCandidates m_gaps;
    bool m_isMeasuring = false;
    ReviewPane *m_review = nullptr;
    VersionPane *m_descent = nullptr;
    QListWidget *m_markList = nullptr;
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
