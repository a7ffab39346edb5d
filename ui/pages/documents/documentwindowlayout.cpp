// How the window of a document is laid out; what it does is in documentwindow.cpp.
#include "ui/pages/documents/documentwindow.h"
#include "ui/base/appearance.h"
#include "ui/base/dealwardstyle.h"
#include "ui/models/markmodel.h"
#include "ui/pages/documents/findingpanel.h"
#include "ui/pages/documents/proofpane.h"
#include "ui/viewer/viewerpane.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

void DocumentWindow::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::cell, Theme::cell, Theme::cell, Theme::cell);
    column->setSpacing(Theme::gap);
    column->addWidget(buildTools());
    auto *splitter = new QSplitter(Qt::Horizontal);
    m_viewer = new ViewerPane;
    m_canvas = m_viewer->canvas();
    m_view = new QStackedWidget;
    m_view->addWidget(m_viewer);
    m_noPages = new EmptyState;
    m_view->addWidget(m_noPages);
    splitter->addWidget(m_view);
    splitter->addWidget(buildSide());
    splitter->setStretchFactor(0, 1);
    splitter->setCollapsible(0, false);
    splitter->setSizes({780, Theme::detailWidth + Theme::margin});
    column->addWidget(splitter, 1);
    column->addWidget(buildFoot());

    connectViewer();
    m_gapTimer.setSingleShot(true);
    m_gapTimer.setInterval(800);
    connect(&m_gapTimer, &QTimer::timeout, this, &DocumentWindow::measureGaps);
    m_panel->addKeysTo(m_canvas);
    connect(m_canvas, &DocumentCanvas::markChosen, this, [this](const QString &id) {
        chooseInList(id);
        const FindingId finding = FindingId::fromText(id);
        if (!m_panel->model()->finding(finding))
            return;
        m_tabs->setCurrentWidget(m_panel);
        m_panel->choose(finding);
    });
    connect(m_canvas, &DocumentCanvas::removalWanted, this, &DocumentWindow::removeChosen);
    const auto shortcut = [this](const QKeySequence &keys, void (DocumentWindow::*run)()) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, run);
    };
    shortcut(QKeySequence::Undo, &DocumentWindow::undo);
    shortcut(QKeySequence::Redo, &DocumentWindow::redo);
    // Tab goes from mark to mark on the page: this leaves it.
    connect(new QShortcut(Qt::Key_F6, this), &QShortcut::activated, this, [this] { goToNextArea(false); });
    connect(new QShortcut(Qt::SHIFT | Qt::Key_F6, this), &QShortcut::activated, this, [this] { goToNextArea(true); });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] { m_viewer->beginSearch(); });
}

void DocumentWindow::goToNextArea(bool backwards)
{
    const QList<QWidget *> areas {m_canvas, m_tabs, m_word};
    const auto at = std::find_if(areas.begin(), areas.end(), [](const QWidget *area) { return area->hasFocus() || area->isAncestorOf(QApplication::focusWidget()); });
    const qsizetype now = at == areas.end() ? areas.size() - 1 : at - areas.begin();
    QWidget *next = areas.at((now + (backwards ? areas.size() - 1 : 1)) % areas.size());
    (next == m_tabs ? m_tabs->tabBar() : next)->setFocus(Qt::TabFocusReason);
}

QWidget *DocumentWindow::buildTools()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::gap);
    m_word = new QLineEdit;
    m_word->setObjectName(u"word"_s);
    m_word->setPlaceholderText(tr("Word or name to mark"));
    m_word->setAccessibleName(tr("Word or name to mark"));
    m_word->setClearButtonEnabled(true);
    row->addWidget(m_word, 1);
    m_part = new QCheckBox(tr("Inside words too"));
    row->addWidget(m_part);
    m_reason = new QComboBox;
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setObjectName(u"reason"_s);
    m_reason->setMaximumWidth(200);
    for (const RedactionReason &reason : m_reasons)
        m_reason->addItem(reason.title.in(m_context.appearance.isChinese()), reason.code);
    m_reason->setCurrentIndex(std::max(0, m_reason->findData(RedactionReasons::defaultCode())));
    row->addWidget(m_reason);
    const auto button = [&](const QString &text, auto run) {
        auto *made = new QPushButton(text);
        made->setAutoDefault(false);
        row->addWidget(made);
        connect(made, &QPushButton::clicked, this, run);
        return made;
    };
    button(tr("Mark all"), &DocumentWindow::markWord)->setObjectName(u"mark_word"_s);
    m_undo = button(tr("Undo"), &DocumentWindow::undo);
    m_redo = button(tr("Redo"), &DocumentWindow::redo);
    m_preview = button(tr("Preview"), &DocumentWindow::preview);
    m_preview->setObjectName(u"preview"_s);
    m_preview->setToolTip(tr("What a reader would see, with the marks so far; nothing is kept"));
    m_preview->setEnabled(false);
    m_redact = button(tr("Redact and verify"), &DocumentWindow::redact);
    setButtonKind(m_redact, ButtonKind::Primary);
    m_redact->setObjectName(u"redact"_s);
    m_redact->setEnabled(false);
    connect(m_word, &QLineEdit::returnPressed, this, &DocumentWindow::markWord);
    return box;
}

QWidget *DocumentWindow::buildFoot()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::gap);
    m_state = new ElidedLabel({});
    m_state->setObjectName(u"state"_s);
    row->addWidget(m_state, 1);
    m_progress = new QProgressBar;
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setMaximumWidth(200);
    m_progress->setTextVisible(false);
    m_progress->hide();
    row->addWidget(m_progress);
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setAutoDefault(false);
    m_cancel->hide();
    row->addWidget(m_cancel);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(Theme::gap);
    row->addLayout(m_actions);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->requestStop();
    });
    return box;
}

QWidget *DocumentWindow::buildSide()
{
    auto *tabs = m_tabs = new QTabWidget;
    tabs->setObjectName(u"side"_s);
    tabs->setMinimumWidth(320);
    tabs->setDocumentMode(true);
    const auto page = [&](const QString &title) {
        auto *widget = new QWidget;
        auto *column = new QVBoxLayout(widget);
        column->setContentsMargins(Theme::gap, Theme::gap, Theme::gap, Theme::gap);
        tabs->addTab(widget, title);
        return column;
    };
    const auto button = [this](QVBoxLayout *column, const QString &text, auto run) {
        auto *made = new QPushButton(text);
        made->setAutoDefault(false);
        column->addWidget(made);
        connect(made, &QPushButton::clicked, this, run);
    };
    QVBoxLayout *marks = page(tr("Marks"));
    m_marks = new MarkModel(this);
    m_marks->setReasons(m_reasons);
    m_markList = new QListView;
    m_markList->setObjectName(u"marks"_s);
    m_markList->setAccessibleName(tr("Marks"));
    m_markList->setModel(m_marks);
    m_markList->setUniformItemSizes(true);
    marks->addWidget(m_markList, 1);
    button(marks, tr("Remove the chosen mark"), &DocumentWindow::removeChosen);
    connect(m_markList->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (m_isChanging || !current.isValid() || m_marks->marks().at(current.row()).page >= m_pages.size())
            return;
        const StoredMark &mark = m_marks->marks().at(current.row());
        m_canvas->choose(mark.id.toString());
        m_canvas->showPlace(mark.page, m_pages.at(mark.page).toDisplay(mark.area));
    });
    m_panel = new FindingPanel;
    tabs->addTab(m_panel, tr("Findings"));
    connect(m_panel, &FindingPanel::chosen, this, &DocumentWindow::showFinding);
    connect(m_panel, &FindingPanel::acceptWanted, this, &DocumentWindow::acceptFindings);
    connect(m_panel, &FindingPanel::decisionWanted, this, &DocumentWindow::decideFindings);
    connect(m_panel, &FindingPanel::searchWanted, this, &DocumentWindow::scan);
    connect(m_panel, &FindingPanel::gapsSeenWanted, this, &DocumentWindow::confirmGaps);
    QVBoxLayout *proof = page(tr("Verification"));
    m_proof = new QLabel;
    m_proof->setObjectName(u"proof"_s);
    m_proof->setWordWrap(true);
    m_proof->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    proof->addWidget(m_proof);
    m_proofPane = new ProofPane(m_context);
    proof->addWidget(m_proofPane, 1);
    addPanes();
    return tabs;
}

} // namespace dw
