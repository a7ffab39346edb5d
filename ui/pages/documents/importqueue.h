#pragma once

#include "core/desk/documents/documentimport.h"
#include "core/desk/documents/importlist.h"
#include "core/jobs/job.h"
#include "ui/base/theme.h"
#include "ui/pages/page.h"
#include "ui/widgets/card.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace dw {

class Chip;

/// What one file came to.
struct ImportResult {
    DocumentImportOutcome outcome;
    QString documentNumber; ///< "D-0007"; of the one that is here already, for duplicates.
    int pdfVersion = 0; ///< Number of the PDF that was made of it; 0: none.
    std::optional<Error> conversion; ///< Why none was made.
};

/// Files on their way into the vault, one after the other: how far, what came of each, what each hides. Cancelling stops
/// at the file that is being read; what was imported stays.
class ImportQueue final : public Card
{
    Q_OBJECT

public:
    explicit ImportQueue(PageContext context, QWidget *parent = nullptr);

    void add(const ImportList &files, int level); ///< Joins what is still running.
    bool isRunning() const { return m_job != nullptr; }

signals:
    void finished(int imported); ///< Nothing waits any more.

private:
    struct Waiting {
        ImportEntry entry;
        int level = 3;
        QTreeWidgetItem *item = nullptr;
    };

    void next();
    void done(QTreeWidgetItem *item, Result<ImportResult> result);
    void stop();
    void showState();
    QString wordsOf(const ImportResult &result) const;
    static Result<ImportResult> bring(Session &session, const ImportEntry &entry, int level, JobContext &job);
    static void say(QTreeWidgetItem *item, const QString &icon, Tone tone, const QString &words);

    PageContext m_context;
    QList<Waiting> m_waiting;
    std::shared_ptr<Job> m_job;
    int m_total = 0;
    int m_imported = 0;
    int m_problems = 0;
    int m_leftOut = 0;

    Chip *m_chip = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_close = nullptr;
    QTreeWidget *m_list = nullptr;
    QLabel *m_note = nullptr;
};

} // namespace dw
