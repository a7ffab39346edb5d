// How the window that compares is laid out; what it does is in comparewindow.cpp.
#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/base/icons.h"
#include "ui/models/versiontext.h"
#include "ui/pages/documents/comparewindow.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>

namespace dw {

using namespace Qt::StringLiterals;

void CompareWindow::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::cell, Theme::cell, Theme::cell, Theme::cell);
    column->setSpacing(Theme::gap);
    column->addWidget(buildHead());
    auto *splitter = new QSplitter(Qt::Horizontal);
    m_pair = new PagePair;
    m_pair->setObjectName(u"pair"_s);
    splitter->addWidget(m_pair);
    auto *side = new QWidget;
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(Theme::gap, 0, 0, 0);
    sideColumn->addWidget(makeSectionLabel(tr("Pages with changes")));
    m_note = makeQuietLabel({});
    m_note->setObjectName(u"note"_s);
    m_note->setWordWrap(true);
    sideColumn->addWidget(m_note);
    m_list = new QListWidget;
    m_list->setObjectName(u"changes"_s);
    m_list->setAccessibleName(tr("Pages with changes"));
    m_list->setWordWrap(true);
    sideColumn->addWidget(m_list, 1);
    splitter->addWidget(side);
    splitter->setStretchFactor(0, 1);
    splitter->setCollapsible(0, false);
    splitter->setSizes({960, 260});
    column->addWidget(splitter, 1);
    column->addWidget(buildFoot());
    connect(m_pair, &PagePair::pictureWanted, this, &CompareWindow::render);
    connect(m_pair, &PagePair::nextWanted, this, [this] { step(1); });
    connect(m_pair, &PagePair::previousWanted, this, [this] { step(-1); });
    connect(m_pair, &PagePair::pageChanged, this, [this](int page) {
        m_page->setText(tr("Page %1 of %2").arg(page + 1).arg(std::max(m_opened.pagesBefore.size(), m_opened.pagesAfter.size())));
    });
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            m_pair->showPage(item->data(Qt::UserRole).toInt());
    });
}

QComboBox *CompareWindow::versionChoice(const QString &name, const VersionId &chosen)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(18);
    const auto version = documents().version(chosen);
    const auto all = version ? documents().versions(version->document) : Result<QList<DocumentVersion>>(QList<DocumentVersion>());
    for (const DocumentVersion &each : all.value_or(QList<DocumentVersion>())) {
        if (each.isViewable() && each.state != "erased"_L1)
            box->addItem(versiontext::name(m_context.session.records(), each, m_context.appearance.language()), each.id.toString());
    }
    box->setCurrentIndex(std::max(0, box->findData(chosen.toString())));
    connect(box, &QComboBox::activated, this, &CompareWindow::load);
    return box;
}

QWidget *CompareWindow::buildHead()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::gap);
    const auto labelled = [&](const QString &text, QComboBox *field) {
        field->setAccessibleName(text);
        row->addWidget(makeQuietLabel(text));
        row->addWidget(field);
    };
    if (m_mode == Mode::Versions) {
        m_left = versionChoice(u"left"_s, m_before);
        labelled(tr("Left"), m_left);
        m_right = versionChoice(u"right"_s, m_after);
        labelled(tr("Right"), m_right);
    } else {
        m_right = new QComboBox;
        m_right->setObjectName(u"level"_s);
        m_right->addItem(tr("B: gaps do not show what fits"), u"B"_s);
        m_right->addItem(tr("A: everything else stays in place"), u"A"_s);
        m_right->addItem(tr("C: whole lines"), u"C"_s);
        connect(m_right, &QComboBox::activated, this, &CompareWindow::load);
        labelled(tr("Way of redacting"), m_right);
    }
    m_chip = new Chip;
    m_chip->setObjectName(u"result"_s);
    row->addWidget(m_chip);
    row->addStretch();
    m_alone = new QPushButton(m_mode == Mode::Preview ? tr("Only the redacted pages") : tr("Only the right side"));
    m_alone->setObjectName(u"alone"_s);
    m_alone->setCheckable(true);
    m_alone->setAutoDefault(false);
    row->addWidget(m_alone);
    connect(m_alone, &QPushButton::toggled, this, [this](bool alone) { m_pair->setAlone(alone); });
    return box;
}

QWidget *CompareWindow::buildFoot()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::gap);
    row->addWidget(makeQuietLabel(tr("N and P go to the next and the previous difference.")));
    row->addStretch();
    m_progress = new QProgressBar;
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setMaximumWidth(200);
    m_progress->setTextVisible(false);
    row->addWidget(m_progress);
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setAutoDefault(false);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->requestStop();
    });
    m_page = new QLabel;
    row->addWidget(m_page);
    const auto tool = [&](const QString &iconName, const QString &tip, auto run) {
        auto *made = new QToolButton;
        made->setIcon(icon(iconName));
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        row->addWidget(made);
        connect(made, &QToolButton::clicked, this, run);
    };
    tool(u"arrow-left"_s, tr("Previous difference (P)"), [this] { step(-1); });
    tool(u"arrow-right"_s, tr("Next difference (N)"), [this] { step(1); });
    tool(u"minus"_s, tr("Smaller (−)"), [this] { m_pair->setZoom(m_pair->zoom() / 1.25); });
    tool(u"plus"_s, tr("Larger (+)"), [this] { m_pair->setZoom(m_pair->zoom() * 1.25); });
    tool(u"columns-3"_s, tr("Fit the width (0)"), [this] { m_pair->fitWidth(); });
    return box;
}

} // namespace dw
