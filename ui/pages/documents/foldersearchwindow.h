#pragma once

#include "core/desk/documents/foldersearch.h"
#include "core/jobs/jobrunner.h"
#include "ui/pages/page.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace dw {

/// A folder being searched, or one that was: a line for each file with how much of what was found in it, and which
/// files were not read completely. Nothing of it is written outside the vault.
/// Closing it does not stop the search; the job tray does.
class FolderSearchWindow final : public QDialog
{
    Q_OBJECT

public:
    FolderSearchWindow(PageContext context, QWidget *parent = nullptr);

    void search(const QString &folder); ///< Starts; the lines come as the files are read.
    void showEarlier(const RecordId &search); ///< What an earlier search kept.
    void stop();

signals:
    void finished();

private:
    void addFile(const SearchedFolderFile &file);
    void sumUp();
    void done(const Result<FolderSearchResult> &result);

    PageContext m_context;
    std::shared_ptr<Job> m_job;
    QLabel *m_words = nullptr;
    QLabel *m_error = nullptr;
    QTableWidget *m_files = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_stop = nullptr;
    int m_incomplete = 0;
    int m_findings = 0;
};

} // namespace dw
