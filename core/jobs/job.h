#pragma once

#include "core/base/jobcontext.h"

#include <QObject>

#include <atomic>

namespace dw {

/// One running job: seen by its worker as a JobContext, by the job tray as an object with signals.
class Job final : public QObject, public JobContext
{
    Q_OBJECT

public:
    explicit Job(QString kind, QString subject = {});

    QString kind() const { return m_kind; } ///< Stable id such as "document.redact"; ui/text has the words.
    QString subject() const { return m_subject; } ///< Neutral name of what it works on, e.g. "report.pdf".

    Result<> step(qint64 done, qint64 total) override;
    void setStage(const QString &stage) override;
    bool isStopRequested() const override { return m_stop; }

    void requestStop() { m_stop = true; }

signals:
    void progressed(qint64 done, qint64 total);
    void stageChanged(const QString &stage);
    void finished(bool succeeded);

private:
    QString m_kind;
    QString m_subject;
    std::atomic_bool m_stop = false;
};

} // namespace dw
