#include "ui/viewer/viewerbar.h"

#include "ui/base/icons.h"
#include "ui/viewer/documentcanvas.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr double step = 1.25;

/// Pixels for a point at the size on paper.
double actualSize(const QWidget &widget)
{
    return widget.logicalDpiX() / 72.0;
}

} // namespace

ViewerBar::ViewerBar(DocumentCanvas &canvas, QWidget *parent)
    : QWidget(parent)
    , m_canvas(canvas)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::unit);
    m_side = tool(u"panel-left"_s, tr("Small pictures and hits (F4)"));
    m_side->setCheckable(true);
    m_page = new QSpinBox;
    m_page->setObjectName(u"page"_s);
    m_page->setAccessibleName(tr("Page"));
    m_page->setToolTip(tr("Go to a page (Ctrl+G)"));
    m_page->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_page->setKeyboardTracking(false);
    m_page->setAlignment(Qt::AlignRight);
    m_page->setFixedWidth(64);
    row->addWidget(m_page);
    row->addWidget(m_pages = new QLabel);
    row->addStretch(1);
    connect(tool(u"minus"_s, tr("Smaller (−)")), &QToolButton::clicked, this, [this] { m_canvas.setZoom(m_canvas.zoom() / step); });
    m_zoom = new QToolButton;
    m_zoom->setObjectName(u"zoom"_s);
    m_zoom->setAccessibleName(tr("Zoom"));
    m_zoom->setPopupMode(QToolButton::InstantPopup);
    m_zoom->setMenu(zoomMenu());
    m_zoom->setMinimumWidth(72);
    row->addWidget(m_zoom);
    connect(tool(u"plus"_s, tr("Larger (+)")), &QToolButton::clicked, this, [this] { m_canvas.setZoom(m_canvas.zoom() * step); });
    connect(tool(u"move-horizontal"_s, tr("Fit the width (0)")), &QToolButton::clicked, this, [this] { m_canvas.setFit(DocumentCanvas::Fit::Width); });
    connect(tool(u"maximize"_s, tr("Fit the page (9)")), &QToolButton::clicked, this, [this] { m_canvas.setFit(DocumentCanvas::Fit::Page); });
    m_single = tool(u"square"_s, tr("One page at a time"));
    m_single->setCheckable(true);
    connect(m_single, &QToolButton::clicked, this, [this](bool on) { m_canvas.setFlow(on ? PageFlow::Single : PageFlow::Continuous); });
    m_two = tool(u"columns-2"_s, tr("Two pages side by side"));
    m_two->setCheckable(true);
    connect(m_two, &QToolButton::clicked, this, [this](bool on) { m_canvas.setColumns(on ? 2 : 1); });
    connect(tool(u"rotate-cw"_s, tr("Turn the view (R)")), &QToolButton::clicked, this, [this] { m_canvas.rotate(90); });
    row->addStretch(1);
    m_mark = tool(u"pen-line"_s, tr("Mark the selected text (M)"));
    connect(m_mark, &QToolButton::clicked, this, [this] { m_canvas.markSelection(); });
    m_copy = tool(u"copy"_s, tr("Copy the selected text (Ctrl+C)"));
    connect(m_copy, &QToolButton::clicked, this, [this] { m_canvas.copySelection(); });
    connect(tool(u"search"_s, tr("Search this document (Ctrl+F)")), &QToolButton::clicked, this, &ViewerBar::searchWanted);
    connect(m_page, &QSpinBox::valueChanged, this, [this](int page) { m_canvas.goToPage(page - 1); });
    connect(m_page->findChild<QLineEdit *>(), &QLineEdit::returnPressed, this, [this] { m_canvas.setFocus(); });
    connect(&m_canvas, &DocumentCanvas::viewChanged, this, &ViewerBar::refresh);
    connect(&m_canvas, &DocumentCanvas::pageChanged, this, &ViewerBar::refresh);
    refresh();
}

QToolButton *ViewerBar::tool(const QString &iconName, const QString &tip)
{
    auto *made = new QToolButton;
    made->setIcon(icon(iconName));
    made->setToolTip(tip);
    made->setAccessibleName(tip);
    made->setAutoRaise(true);
    static_cast<QHBoxLayout *>(layout())->addWidget(made);
    return made;
}

QMenu *ViewerBar::zoomMenu()
{
    auto *menu = new QMenu(this);
    const auto add = [&](const QString &words, const QKeySequence &keys, auto run) {
        QAction *action = menu->addAction(words);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut); // shown; the canvas answers to it
        connect(action, &QAction::triggered, this, run);
    };
    add(tr("Fit the width"), Qt::Key_0, [this] { m_canvas.setFit(DocumentCanvas::Fit::Width); });
    add(tr("Fit the page"), Qt::Key_9, [this] { m_canvas.setFit(DocumentCanvas::Fit::Page); });
    add(tr("Actual size"), Qt::Key_1, [this] { m_canvas.setZoom(actualSize(*this)); });
    menu->addSeparator();
    for (const int percent : {50, 75, 100, 125, 150, 200, 300, 400})
        add(tr("%1 %").arg(percent), {}, [this, percent] { m_canvas.setZoom(actualSize(*this) * percent / 100); });
    return menu;
}

void ViewerBar::askForPage()
{
    m_page->setFocus();
    m_page->selectAll();
}

void ViewerBar::refresh()
{
    const QSignalBlocker blocker(m_page);
    const int pages = m_canvas.layout().pageCount();
    m_page->setRange(std::min(1, pages), pages);
    m_page->setValue(m_canvas.currentPage() + 1);
    m_pages->setText(pages == 0 ? QString() : tr("of %1").arg(pages));
    m_zoom->setText(tr("%1 %").arg(qRound(m_canvas.zoom() / actualSize(*this) * 100)));
    m_single->setChecked(m_canvas.layout().view().flow == PageFlow::Single);
    m_two->setChecked(m_canvas.layout().columns() == 2);
    const bool hasText = !m_canvas.selection().isEmpty();
    m_mark->setEnabled(hasText && m_canvas.isEditable());
    m_copy->setEnabled(hasText);
}

} // namespace dw
