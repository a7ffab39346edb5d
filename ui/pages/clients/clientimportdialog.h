#pragma once

#include "core/desk/clients/listimport.h"
#include "core/jobs/jobrunner.h"
#include "ui/pages/page.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace dw {

/// A client list on its way in, in three steps: what the columns mean, what would happen, what happened. The file
/// is read by the worker; nothing is written before the person has seen which rows would be left out, and why.
class ClientImportDialog final : public QDialog
{
    Q_OBJECT

public:
    ClientImportDialog(PageContext context, QWidget *parent = nullptr);
    ~ClientImportDialog() override;

    /// Opens a file without asking for it (drag and drop, tests).
    void openFile(const QString &path);
    void next(); ///< What the primary button does.
    void undo();

    enum Step { Choose, Map, Preview, Done };
    Step step() const;
    const ImportOutcome &outcome() const { return m_outcome; }

signals:
    void stepChanged();

private:
    using Work = std::function<Result<ImportOutcome>(JobContext &)>;

    QWidget *makeMapStep();
    QWidget *makePreviewStep();
    void choose();
    void read();
    void showMapping();
    void takeMapping();
    void check();
    void import();
    void showOutcome();
    void run(const QString &kind, Work work, std::function<void()> then);
    void goTo(Step step);
    void showError(const Error &error);
    Result<RecordId> chosenAsset();

    PageContext m_context;
    QByteArray m_file;
    QString m_fileName;
    std::shared_ptr<ListImport> m_list;
    std::shared_ptr<Job> m_job;
    ImportOutcome m_outcome;

    QStackedWidget *m_steps = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_words = nullptr;
    QLabel *m_error = nullptr;
    QComboBox *m_asset = nullptr;
    QComboBox *m_encoding = nullptr;
    QComboBox *m_sheet = nullptr;
    QTableWidget *m_columns = nullptr;
    QTableWidget *m_problems = nullptr;
    QLabel *m_levels = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_next = nullptr;
};

} // namespace dw
