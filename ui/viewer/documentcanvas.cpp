#include "ui/viewer/documentcanvas.h"

#include "core/worker/viewsession.h"
#include "ui/viewer/canvasinput.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace dw {

namespace {

constexpr double smallestZoom = 0.1;
constexpr double largestZoom = 6;
constexpr int ahead = 3; // pages drawn in advance in the direction of scrolling, one in the other

} // namespace

DocumentCanvas::DocumentCanvas(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_input(std::make_unique<CanvasInput>(*this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Pages"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    // Always there: a bar that comes and goes would change the width that pages are fitted to.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    PageView view;
    view.zoom = 1.25;
    m_layout.setView(view);
}

DocumentCanvas::~DocumentCanvas() = default;

void DocumentCanvas::setPages(const QList<QSizeF> &sizes)
{
    m_pictures.clear();
    m_failures.clear();
    m_text.forgetWords();
    m_hits.clear();
    m_hit = {-1, {}};
    m_layout.setSizes(sizes);
    m_page = -1;
    if (m_fit != Fit::None)
        setFit(m_fit);
    arranged(0, -1);
}

void DocumentCanvas::replaceSizes(int from, const QList<QSizeF> &sizes)
{
    const int page = currentPage();
    const double share = shareOf(page);
    m_layout.replaceSizes(from, sizes);
    arranged(page, share);
}

void DocumentCanvas::setPicture(const PictureWish &wish, const QImage &picture)
{
    if (wish.page >= m_layout.pageCount() || wish.rotation != m_layout.view().rotation || wish.watermark != m_watermark)
        return; // of a view that is no more
    QImage shown = picture;
    shown.setDevicePixelRatio(devicePixelRatioF());
    m_pictures.put(wish.page, shown);
    viewport()->update(m_layout.pageRect(wish.page).translated(origin()));
}

void DocumentCanvas::setFailure(int page, const QString &sentence)
{
    m_failures.insert(page, sentence);
    viewport()->update();
}

void DocumentCanvas::retry(int page)
{
    m_failures.remove(page);
    viewport()->update();
    updateWishes();
}

void DocumentCanvas::setWords(int page, std::shared_ptr<const SearchText> words)
{
    m_text.setWords(page, std::move(words));
}

void DocumentCanvas::setMarks(const QList<CanvasMark> &marks)
{
    m_marks.setMarks(marks);
    marksChanged();
}

void DocumentCanvas::changeMarks(const QStringList &gone, const QList<CanvasMark> &come)
{
    if (gone.isEmpty() && come.isEmpty())
        return;
    m_marks.change(gone, come);
    marksChanged();
}

void DocumentCanvas::marksChanged()
{
    PageView view = m_layout.view();
    view.beside = m_marks.isEmpty() ? 0 : MarkLayer::labelRoom;
    setView(view);
    viewport()->update();
    emit viewChanged();
}

void DocumentCanvas::setHits(const QHash<int, QList<QRectF>> &hits, int currentPage, const QList<QRectF> &current)
{
    std::pair<int, QList<QRectF>> hit {currentPage, current};
    if (hits == m_hits && hit == m_hit)
        return;
    m_hits = hits;
    m_hit = std::move(hit);
    viewport()->update();
}

void DocumentCanvas::setBanner(const Banner &banner)
{
    m_banner = banner;
    viewport()->update();
}

void DocumentCanvas::setWatermark(const QString &words)
{
    m_watermark = words;
    m_pictures.clear();
    updateWishes();
}

void DocumentCanvas::setView(const PageView &view)
{
    if (view == m_layout.view())
        return;
    const int page = currentPage();
    const double share = shareOf(page);
    m_layout.setView(view);
    if (m_fit != Fit::None) {
        PageView fitted = view;
        fitted.zoom = fittedZoom();
        m_layout.setView(fitted);
    }
    arranged(page, share);
    emit viewChanged();
}

void DocumentCanvas::setZoom(double zoom)
{
    m_fit = Fit::None;
    PageView view = m_layout.view();
    view.zoom = std::clamp(zoom, smallestZoom, largestZoom);
    setView(view);
    emit viewChanged();
}

void DocumentCanvas::setFit(Fit fit)
{
    m_fit = fit;
    PageView view = m_layout.view();
    view.zoom = fit == Fit::None ? view.zoom : fittedZoom();
    setView(view);
    emit viewChanged();
}

/// Rounded down to a two-thousandth: a page that is a pixel too wide would bring the scroll bar.
double DocumentCanvas::fittedZoom() const
{
    const QSizeF row = m_layout.largestRow();
    if (row.isEmpty())
        return zoom();
    const PageView &view = m_layout.view();
    const double width = viewport()->width() - view.columns * (view.beside + PageLayout::gap) - PageLayout::gap;
    double zoom = width / row.width();
    if (m_fit == Fit::Page)
        zoom = std::min(zoom, (viewport()->height() - 2.0 * PageLayout::gap) / row.height());
    return std::clamp(std::floor(zoom * 2000) / 2000, smallestZoom, largestZoom);
}

void DocumentCanvas::setColumns(int columns)
{
    PageView view = m_layout.view();
    view.columns = columns;
    setView(view);
}

void DocumentCanvas::setFlow(PageFlow flow)
{
    m_layout.setShown(std::max(0, currentPage()));
    PageView view = m_layout.view();
    view.flow = flow;
    setView(view);
}

void DocumentCanvas::rotate(int degrees)
{
    m_pictures.clear();
    PageView view = m_layout.view();
    view.rotation = (view.rotation + degrees + 360) % 360;
    setView(view);
}

/// At the head of the document one stays at its head.
double DocumentCanvas::shareOf(int page) const
{
    const QRect rect = m_layout.pageRect(page);
    return rect.isEmpty() || verticalScrollBar()->value() == 0 ? -1 : (viewport()->height() / 2.0 - origin().y() - rect.top()) / rect.height();
}

void DocumentCanvas::arranged(int page, double share)
{
    const QSize extent = m_layout.extent();
    verticalScrollBar()->setRange(0, std::max(0, extent.height() - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(48);
    horizontalScrollBar()->setRange(0, std::max(0, extent.width() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(48);
    if (const QRect rect = m_layout.pageRect(page); share >= 0 && !rect.isNull())
        verticalScrollBar()->setValue(int(std::lround(rect.top() + share * rect.height() - viewport()->height() / 2.0)));
    viewport()->update();
    updateWishes();
}

QPoint DocumentCanvas::origin() const
{
    const QSize extent = m_layout.extent();
    const int freeX = viewport()->width() - extent.width();
    const int freeY = viewport()->height() - extent.height();
    return {freeX > 0 ? freeX / 2 : -horizontalScrollBar()->value(), freeY > 0 ? freeY / 2 : -verticalScrollBar()->value()};
}

std::pair<int, int> DocumentCanvas::visiblePages() const
{
    const int top = -origin().y();
    return m_layout.pagesBetween(top, top + viewport()->height());
}

int DocumentCanvas::currentPage() const
{
    const auto [first, last] = visiblePages();
    const int middle = m_layout.pageNear(viewport()->height() / 2 - origin().y());
    return std::max(0, std::clamp(middle, first, std::max(first, last)));
}

void DocumentCanvas::goToPage(int page)
{
    if (page < 0 || page >= m_layout.pageCount())
        return;
    m_layout.setShown(page);
    arranged(page, -1);
    verticalScrollBar()->setValue(m_layout.pageRect(page).top() - PageLayout::gap);
    if (m_layout.view().flow == PageFlow::Single)
        scrollContentsBy(0, 0);
}

void DocumentCanvas::showPlace(int page, const QRectF &rect)
{
    if (page < 0 || page >= m_layout.pageCount())
        return;
    if (m_layout.pageRect(page).isNull())
        goToPage(page);
    const QPointF middle = m_layout.toContents(page, rect).center();
    verticalScrollBar()->setValue(int(middle.y() - viewport()->height() / 2.0));
    horizontalScrollBar()->setValue(int(middle.x() - viewport()->width() / 2.0));
}

void DocumentCanvas::choose(const QString &id)
{
    m_input->commit();
    m_marks.choose(id);
    viewport()->update();
}

void DocumentCanvas::markSelection()
{
    for (const int page : m_text.pages())
        emit textMarked(page, m_text.rects(page), m_text.text(page));
    m_text.clear();
    viewport()->update();
}

void DocumentCanvas::copySelection()
{
    if (m_text.isEmpty())
        return;
    if (!m_mayCopy) {
        emit copyRefused();
        return;
    }
    QApplication::clipboard()->setText(m_text.text()); // the window clears it when the vault is locked
}

std::optional<DocumentCanvas::Place> DocumentCanvas::placeAt(QPointF position) const
{
    const QPointF contents = toContents(position);
    const auto [first, last] = visiblePages();
    for (int page = first; page <= last; ++page) {
        if (QRectF(m_layout.pageRect(page)).contains(contents))
            return Place {page, m_layout.toPage(page, contents)};
    }
    return {};
}

QSize DocumentCanvas::pictureSize(int page) const
{
    const QSizeF size = QSizeF(m_layout.pageRect(page).size()) * devicePixelRatioF();
    const double factor = std::min(1.0, std::sqrt(0.99 * double(ViewSession::mostPixels) / std::max(1.0, size.width() * size.height())));
    return (size * factor).toSize().expandedTo({1, 1});
}

PictureWish DocumentCanvas::wishFor(int page) const
{
    const QSize size = pictureSize(page);
    const int rotation = m_layout.view().rotation;
    return {page, rotation % 180 == 0 ? size : size.transposed(), rotation, m_watermark};
}

void DocumentCanvas::updateWishes()
{
    const auto [first, last] = visiblePages();
    if (last < first)
        return;
    QList<PictureWish> wishes;
    const auto add = [&](int page) {
        const bool isWanted = page >= 0 && page < m_layout.pageCount() && !m_failures.contains(page);
        if (isWanted && !m_layout.pageRect(page).isNull() && m_pictures.sizeOf(page) != pictureSize(page))
            wishes.append(wishFor(page));
    };
    QList<int> visible;
    for (int page = first; page <= last; ++page)
        visible.append(page);
    const int middle = currentPage();
    std::stable_sort(visible.begin(), visible.end(), [&](int a, int b) { return std::abs(a - middle) < std::abs(b - middle); });
    for (const int page : visible)
        add(page);
    const qsizetype shown = wishes.size();
    const QSize one = pictureSize(middle);
    // What is drawn in advance must not push out what is seen.
    const qint64 room = m_pictures.budget() / std::max<qint64>(1, 4LL * one.width() * one.height()) - visible.size();
    const int edge = m_direction > 0 ? last : first;
    for (int step = 1; step <= ahead && step < room; ++step)
        add(edge + m_direction * step);
    if (room > ahead + 1)
        add(m_direction > 0 ? first - 1 : last + 1);
    emit wishesChanged(wishes, shown);
    if (const int page = currentPage(); page != m_page) {
        m_page = page;
        emit pageChanged(page);
    }
}

void DocumentCanvas::resizeEvent(QResizeEvent *event)
{
    const int page = currentPage();
    const double share = shareOf(page);
    QAbstractScrollArea::resizeEvent(event);
    if (m_fit != Fit::None)
        setFit(m_fit);
    arranged(page, share);
}

void DocumentCanvas::scrollContentsBy(int dx, int dy)
{
    if (dy != 0)
        m_direction = dy < 0 ? 1 : -1;
    viewport()->scroll(dx, dy);
    updateWishes();
}

bool DocumentCanvas::focusNextPrevChild(bool next)
{
    return m_input->chooseNext(!next) || QAbstractScrollArea::focusNextPrevChild(next);
}

bool DocumentCanvas::event(QEvent *event)
{
    return m_input->keys(event) || QAbstractScrollArea::event(event);
}

bool DocumentCanvas::viewportEvent(QEvent *event)
{
    return m_input->pointer(event) || QAbstractScrollArea::viewportEvent(event);
}

} // namespace dw
