#pragma once

#include "core/desk/documents/documentservice.h"
#include "core/jobs/jobrunner.h"
#include "ui/base/theme.h"
#include "ui/pages/page.h"
#include "ui/viewer/pagepair.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace dw {

class Chip;
class LevelStamp;

/// Two states of a document beside each other: two versions, or a version and what a redaction of it would look like.
/// Every page is drawn and compared; that nothing differs outside the marks is said only when all of them were.
class CompareWindow final : public QDialog
{
    Q_OBJECT

public:
    /// What stands on the right: a version, or the preview of a redaction of the left one.
    enum class Mode { Versions, Preview };

    CompareWindow(PageContext context, Mode mode, const VersionId &before, const VersionId &after, QWidget *parent = nullptr);
    ~CompareWindow() override;

    bool isBusy() const { return m_job != nullptr; } ///< Opening or comparing.

    static void openVersions(PageContext context, const VersionId &before, const VersionId &after, QWidget *parent);
    static void openPreview(PageContext context, const VersionId &source, QWidget *parent);

private:
    struct Opened {
        std::shared_ptr<OpenVersion> before;
        std::shared_ptr<OpenVersion> after;
        QList<PdfPageInfo> pagesBefore;
        QList<PdfPageInfo> pagesAfter;
        RedactedAreas areas;
        int undecided = 0;
    };

    void build();
    QWidget *buildHead();
    QWidget *buildFoot();
    QComboBox *versionChoice(const QString &name, const VersionId &chosen);
    void load();
    void opened(Opened opened);
    void measure();
    void measured(const Comparison &comparison);
    void listPages();
    void say(const QString &text, const QString &icon, Tone tone);
    void watch(const std::shared_ptr<Job> &job);
    void render(PagePair::Side side, int page, double dpi);
    void step(int direction); ///< To the next place, or back.
    QString wordsOf(const PageComparison &page) const;
    DocumentService &documents() const;

    static Result<Opened> openBoth(DocumentService &service, Mode mode, const VersionId &before, const VersionId &after,
        RedactionLevel level, JobContext &job);

    PageContext m_context;
    Mode m_mode;
    VersionId m_before;
    VersionId m_after;
    Opened m_opened;
    Comparison m_comparison;
    int m_place = -1; ///< Of all places with differences.
    int m_load = 0; ///< Answers to older loads are dropped.
    std::shared_ptr<Job> m_job;

    PagePair *m_pair = nullptr;
    LevelStamp *m_stamp = nullptr;
    QComboBox *m_left = nullptr;
    QComboBox *m_right = nullptr; ///< Versions, or the levels of a preview.
    QPushButton *m_alone = nullptr;
    Chip *m_chip = nullptr;
    QLabel *m_note = nullptr;
    QListWidget *m_list = nullptr;
    QLabel *m_page = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    std::unique_ptr<JobRunner> m_renderer; // of its own: pages are no jobs of the tray; ends before what it uses
};

} // namespace dw
