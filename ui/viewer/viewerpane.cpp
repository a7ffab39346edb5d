#include "ui/viewer/viewerpane.h"

#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/text/errortext.h"
#include "ui/viewer/searchpanel.h"
#include "ui/viewer/thumbnailstrip.h"
#include "ui/viewer/viewerbar.h"

#include <QBoxLayout>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>

namespace dw {

namespace {

constexpr int idlePages = 8; // read in advance at a time
constexpr int thumbnailWidth = 136;
constexpr int hitsWidth = 230; // hits need more room than small pictures
constexpr int mostShown = 400; // hits drawn on one page

} // namespace

ViewerPane::ViewerPane(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::unit);
    m_canvas = new DocumentCanvas;
    m_canvas->setSmallPictures(&m_small);
    m_thumbnails = new ThumbnailStrip(m_small);
    m_thumbnails->setMarkCounts([this](int page) { return m_canvas->marks().countOn(page); });
    m_panel = new SearchPanel(m_search);
    m_bar = new ViewerBar(*m_canvas);
    m_side = new QTabWidget;
    m_side->setDocumentMode(true);
    m_side->addTab(m_thumbnails, tr("Pages"));
    m_side->addTab(m_panel, tr("Search"));
    m_side->setMinimumWidth(thumbnailWidth);
    auto *splitter = m_splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(m_side);
    splitter->addWidget(m_canvas);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({thumbnailWidth, 800});
    column->addWidget(m_bar);
    column->addWidget(splitter, 1);
    m_bar->sideButton()->setChecked(true);

    connect(m_bar->sideButton(), &QToolButton::toggled, m_side, &QWidget::setVisible);
    connect(m_bar, &ViewerBar::searchWanted, this, [this] { beginSearch(); });
    connect(m_canvas, &DocumentCanvas::wishesChanged, this, [this](const QList<PictureWish> &wishes, qsizetype visible) {
        m_loader.setWishes(wishes, visible);
        wantWords();
        showHits();
    });
    connect(m_canvas, &DocumentCanvas::pageChanged, this, [this](int page) {
        m_thumbnails->setCurrent(page);
        m_panel->setCurrentPage(page);
    });
    connect(m_canvas, &DocumentCanvas::viewChanged, m_thumbnails->viewport(), qOverload<>(&QWidget::update));
    connect(m_thumbnails, &ThumbnailStrip::wishesChanged, &m_loader, &PageLoader::setSmallWishes);
    connect(m_thumbnails, &ThumbnailStrip::pageChosen, m_canvas, &DocumentCanvas::goToPage);
    connect(&m_loader, &PageLoader::pictureReady, m_canvas, &DocumentCanvas::setPicture);
    connect(&m_loader, &PageLoader::pictureFailed, this, [this](const PictureWish &wish, const Error &error) { m_canvas->setFailure(wish.page, errorText(error)); });
    connect(&m_loader, &PageLoader::smallReady, m_thumbnails, &ThumbnailStrip::setPicture);
    connect(&m_loader, &PageLoader::wordsReady, this, &ViewerPane::wordsCame);
    connect(&m_loader, &PageLoader::wordsFailed, this, [this](int page) {
        m_wordless.insert(page);
        m_search.skip(page);
        wantWords();
    });
    connect(&m_search, &ReaderSearch::textWanted, this, [this](const QList<int> &pages) {
        m_searched = pages;
        wantWords();
    });
    connect(&m_search, &ReaderSearch::started, this, [this] {
        m_hit = -1;
        showHits();
    });
    connect(&m_search, &ReaderSearch::hitsFound, this, &ViewerPane::showHits);
    connect(m_panel, &SearchPanel::hitChosen, this, &ViewerPane::goToHit);
    connect(m_panel, &SearchPanel::markWanted, this, &ViewerPane::markWordWanted);
    connect(m_panel, &SearchPanel::closed, this, [this] {
        m_search.start({}, WordMatch::Substring, 0);
        m_side->setCurrentWidget(m_thumbnails);
        m_splitter->setSizes({thumbnailWidth, m_splitter->width() - thumbnailWidth});
        m_canvas->setFocus();
    });
    makeShortcuts();
}

ViewerPane::~ViewerPane()
{
    m_loader.disconnect(this);
    m_search.disconnect();
}

void ViewerPane::makeShortcuts()
{
    const auto on = [this](const QKeySequence &keys, auto run) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    on(Qt::Key_F3, [this] { m_panel->go(1); });
    on(Qt::SHIFT | Qt::Key_F3, [this] { m_panel->go(-1); });
    on(Qt::Key_F4, [this] { m_bar->sideButton()->toggle(); });
    on(Qt::CTRL | Qt::Key_G, [this] { m_bar->askForPage(); });
}

void ViewerPane::setDocument(std::shared_ptr<PageSource> source, JobRunner &runner, const QList<QSizeF> &sizes)
{
    m_wordless.clear();
    m_searched.clear();
    m_small.clear();
    m_search.setPageCount(int(sizes.size()));
    m_loader.setSource(std::move(source), &runner);
    m_canvas->setPages(sizes);
    m_thumbnails->setPages(sizes);
}

void ViewerPane::setTexts(const QMap<int, QString> &texts)
{
    for (const auto &[page, text] : texts.asKeyValueRange()) {
        if (page < m_canvas->layout().pageCount() && !m_search.hasText(page))
            m_search.put(page, text);
    }
    wantWords();
}

void ViewerPane::replaceSizes(int from, const QList<QSizeF> &sizes)
{
    m_canvas->replaceSizes(from, sizes);
    QList<QSizeF> all;
    for (int page = 0; page < m_canvas->layout().pageCount(); ++page)
        all.append(m_canvas->layout().pageSize(page));
    m_thumbnails->setPages(all);
}

void ViewerPane::beginSearch(const QString &words)
{
    m_bar->sideButton()->setChecked(true);
    m_side->setCurrentWidget(m_panel);
    if (m_side->width() < hitsWidth)
        m_splitter->setSizes({hitsWidth, m_splitter->width() - hitsWidth});
    m_panel->begin(words);
}

/// First those on the screen, which can then be selected; then those that the search waits for; the rest when there is
/// nothing else to do.
void ViewerPane::wantWords()
{
    QList<int> wanted;
    const auto [first, last] = m_canvas->visiblePages();
    for (int page = first; page <= last; ++page) {
        if (!m_canvas->selection().hasWords(page) && !m_wordless.contains(page))
            wanted.append(page);
    }
    for (const int page : std::as_const(m_searched)) {
        if (!m_search.hasText(page) && !wanted.contains(page))
            wanted.append(page);
    }
    m_loader.wantWords(wanted);
    m_loader.setIdleWords(m_search.unread(m_canvas->currentPage(), idlePages));
}

void ViewerPane::wordsCame(int page, const std::shared_ptr<const SearchText> &words)
{
    m_search.put(page, *words);
    const auto [first, last] = m_canvas->visiblePages();
    const bool isHit = m_hit >= 0 && m_search.hit(m_hit).page == page;
    if ((page >= first && page <= last) || isHit) {
        const bool isNew = !m_canvas->selection().hasWords(page);
        m_canvas->setWords(page, words);
        if (isNew && isHit)
            goToHit(m_hit);
        showHits();
    }
    wantWords();
}

QList<QRectF> ViewerPane::rectsOf(int index) const
{
    const ReaderSearch::Hit &hit = m_search.hit(index);
    const auto words = m_canvas->selection().words(hit.page);
    return words ? words->hit(hit.from, hit.length).rects : QList<QRectF>();
}

void ViewerPane::showHits()
{
    QHash<int, QList<QRectF>> shown;
    const auto [first, last] = m_canvas->visiblePages();
    for (int page = first; page <= last && m_search.count() > 0; ++page) {
        const QList<int> hits = m_search.hitsOn(page).mid(0, mostShown);
        for (const int hit : hits)
            shown[page] += rectsOf(hit);
    }
    const bool hasHit = m_hit >= 0 && m_hit < m_search.count();
    m_canvas->setHits(shown, hasHit ? m_search.hit(m_hit).page : -1, hasHit ? rectsOf(m_hit) : QList<QRectF>());
}

void ViewerPane::goToHit(int index)
{
    m_hit = index;
    const int page = m_search.hit(index).page;
    const QList<QRectF> rects = rectsOf(index);
    if (rects.isEmpty()) { // its words are asked for because it is visible
        m_canvas->goToPage(page);
        return;
    }
    m_canvas->showPlace(page, rects.first());
    m_canvas->selection().select(page, rects);
    showHits();
    emit m_canvas->viewChanged();
}

} // namespace dw
