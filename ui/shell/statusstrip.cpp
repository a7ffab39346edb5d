#include "ui/shell/statusstrip.h"

#include "ui/base/icons.h"
#include "ui/text/idtext.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QToolButton *makeFact(const QString &iconName)
{
    auto *button = new QToolButton;
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(icon(iconName));
    button->setIconSize({14, 14});
    button->setFont(Theme::font(TextSize::Small));
    button->setAutoRaise(true);
    button->hide();
    return button;
}

} // namespace

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(Theme::control);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::cell, 1, Theme::gap, 0);
    row->setSpacing(Theme::gap);
    row->addWidget(new IconLabel(u"shield-check"_s, 14, Tone::Good));
    m_vault = makeQuietLabel({});
    m_vault->setWordWrap(false);
    row->addWidget(m_vault);
    m_backup = makeFact(u"archive"_s);
    m_deadline = makeFact(u"calendar-clock"_s);
    row->addWidget(m_backup);
    row->addWidget(m_deadline);
    m_remark = makeQuietLabel({});
    m_remark->setWordWrap(false);
    row->addWidget(m_remark, 1);

    m_tray = new QWidget;
    auto *tray = new QHBoxLayout(m_tray);
    tray->setContentsMargins(0, 0, 0, 0);
    m_jobWords = makeQuietLabel({});
    m_jobWords->setWordWrap(false);
    m_bar = new QProgressBar;
    m_bar->setFixedSize(140, 6);
    m_bar->setAccessibleName(tr("Progress of the running task"));
    m_cancel = new QToolButton;
    m_cancel->setIcon(icon(u"x"_s));
    m_cancel->setToolTip(tr("Stop this task; nothing half-done is kept"));
    m_cancel->setAccessibleName(tr("Stop the running task"));
    tray->addWidget(m_jobWords);
    tray->addWidget(m_bar);
    tray->addWidget(m_cancel);
    row->addWidget(m_tray);
    m_tray->hide();
    connect(m_backup, &QToolButton::clicked, this, &StatusStrip::backupChosen);
    connect(m_deadline, &QToolButton::clicked, this, &StatusStrip::deadlineChosen);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (!m_jobs.isEmpty())
            m_jobs.last()->requestStop();
    });
}

void StatusStrip::setVault(const QString &words)
{
    m_vault->setText(words);
}

void StatusStrip::setBackup(const QString &words, bool isLate)
{
    m_backup->setText(u' ' + words);
    m_backup->setIcon(icon(isLate ? u"triangle-alert"_s : u"archive"_s));
    m_backup->setVisible(!words.isEmpty());
}

void StatusStrip::setDeadline(const QString &words, bool isLate)
{
    m_deadline->setText(u' ' + words);
    m_deadline->setIcon(icon(isLate ? u"triangle-alert"_s : u"calendar-clock"_s));
    m_deadline->setVisible(!words.isEmpty());
}

void StatusStrip::say(const QString &sentence)
{
    m_remark->setText(sentence);
    QTimer::singleShot(8000, m_remark, [label = m_remark, sentence] {
        if (label->text() == sentence)
            label->clear();
    });
}

void StatusStrip::watch(const std::shared_ptr<Job> &job)
{
    m_jobs.append(job);
    const std::weak_ptr<Job> weak = job;
    connect(job.get(), &Job::progressed, this, [this, weak](qint64 done, qint64 total) {
        if (m_jobs.isEmpty() || m_jobs.last() != weak.lock())
            return;
        m_bar->setRange(0, total > 0 ? 1000 : 0);
        m_bar->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
    });
    connect(job.get(), &Job::stageChanged, this, [this, weak](const QString &stage) {
        if (!m_jobs.isEmpty() && m_jobs.last() == weak.lock())
            m_jobWords->setText(idtext::stage(stage));
    });
    connect(job.get(), &Job::finished, this, [this, weak] {
        m_jobs.removeAll(weak.lock());
        showJob();
    });
    showJob();
}

void StatusStrip::showJob()
{
    m_tray->setVisible(!m_jobs.isEmpty());
    if (m_jobs.isEmpty())
        return;
    const QString kind = idtext::jobKind(m_jobs.last()->kind());
    m_jobWords->setText(m_jobs.size() > 1 ? tr("%1 and %n more", nullptr, int(m_jobs.size()) - 1).arg(kind) : kind);
    m_bar->setRange(0, 0);
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.sidebar);
    painter.fillRect(QRect(0, 0, width(), 1), theme.line);
}

} // namespace dw
