#include "ui/pages/documents/markediting.h"

#include "ui/viewer/documentcanvas.h"

namespace dw {

MarkEditing::MarkEditing(DocumentCanvas &canvas, MarkBook &marks, const VersionId &version, Hooks hooks)
    : QObject(&canvas)
    , m_canvas(canvas)
    , m_marks(marks)
    , m_version(version)
    , m_hooks(std::move(hooks))
{
    connect(&canvas, &DocumentCanvas::areaDrawn, this, &MarkEditing::addArea);
    connect(&canvas, &DocumentCanvas::textMarked, this, &MarkEditing::addText);
    connect(&canvas, &DocumentCanvas::markMoved, this, &MarkEditing::move);
    connect(&canvas, &DocumentCanvas::markCopied, this, &MarkEditing::copy);
    connect(&canvas, &DocumentCanvas::repeatWanted, this, &MarkEditing::repeat);
}

void MarkEditing::addArea(int page, const QRectF &rect)
{
    StoredMark mark;
    mark.page = page;
    mark.area = m_hooks.pages().at(page).toUser(rect);
    mark.reason = m_hooks.reason();
    m_hooks.edited(m_marks.add(m_version, {mark}));
}

void MarkEditing::addText(int page, const QList<QRectF> &rects, const QString &text)
{
    const PdfPageInfo info = m_hooks.pages().at(page);
    QList<StoredMark> marks;
    for (const QRectF &rect : rects) {
        StoredMark mark;
        mark.page = page;
        mark.area = info.toUser(rect);
        mark.reason = m_hooks.reason();
        mark.word = text.simplified();
        marks.append(mark);
    }
    if (!marks.isEmpty())
        m_hooks.edited(m_marks.add(m_version, marks));
}

void MarkEditing::move(const QString &id, const QRectF &rect)
{
    const auto mark = find(id);
    if (!mark)
        return;
    m_hooks.edited(m_marks.move(m_version, mark->id, m_hooks.pages().at(mark->page).toUser(rect)));
    m_canvas.choose(id);
}

void MarkEditing::copy(const QString &id, const QRectF &rect)
{
    auto mark = find(id);
    if (!mark)
        return;
    mark->area = m_hooks.pages().at(mark->page).toUser(rect);
    mark->word.clear(); // what lies there is not known
    mark->scope = MarkScope::Place;
    const auto change = m_marks.add(m_version, {*mark});
    const QString made = change && !change->after.isEmpty() ? change->after.first().id.toString() : id;
    m_hooks.edited(change);
    m_canvas.choose(made);
}

/// At the same place of every other page, as far as the page reaches.
void MarkEditing::repeat(const QString &id)
{
    const auto mark = find(id);
    if (!mark)
        return;
    const QList<PdfPageInfo> pages = m_hooks.pages();
    const QRectF place = pages.at(mark->page).toDisplay(mark->area);
    QList<StoredMark> marks;
    for (int page = 0; page < pages.size(); ++page) {
        const QRectF area = place.intersected(QRectF(QPointF(), pages.at(page).displaySize()));
        if (page == mark->page || area.width() < 1 || area.height() < 1)
            continue;
        StoredMark repeated = *mark;
        repeated.page = page;
        repeated.area = pages.at(page).toUser(area);
        repeated.word.clear();
        repeated.scope = MarkScope::Place;
        marks.append(repeated);
    }
    if (!marks.isEmpty())
        m_hooks.edited(m_marks.add(m_version, marks));
    m_canvas.choose(id);
}

} // namespace dw
