#pragma once

#include "core/jobs/job.h"

#include <QWidget>

#include <memory>

class QLabel;
class QProgressBar;
class QToolButton;

namespace dw {

/// The bottom line: state of the vault, last backup, next deadline, and the job under way.
class StatusStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    void setVault(const QString &words);
    void setBackup(const QString &words, bool isLate);
    void setDeadline(const QString &words, bool isLate);
    void say(const QString &sentence); ///< For eight seconds.
    void watch(const std::shared_ptr<Job> &job);

signals:
    void backupChosen();
    void deadlineChosen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showJob();

    QLabel *m_vault = nullptr;
    QToolButton *m_backup = nullptr;
    QToolButton *m_deadline = nullptr;
    QLabel *m_remark = nullptr;
    QWidget *m_tray = nullptr;
    QLabel *m_jobWords = nullptr;
    QProgressBar *m_bar = nullptr;
    QToolButton *m_cancel = nullptr;
    QList<std::shared_ptr<Job>> m_jobs;
};

} // namespace dw
