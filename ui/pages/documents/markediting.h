#pragma once

#include "core/desk/documents/markbook.h"

#include <QObject>

#include <functional>

namespace dw {

class DocumentCanvas;

/// What is done to marks on the canvas, as edits of the mark book: drawn, moved, copied, repeated on all pages, made from
/// selected text. Each edit is handed back, so that it can be undone.
class MarkEditing final : public QObject
{
    Q_OBJECT

public:
    struct Hooks {
        std::function<QList<PdfPageInfo>()> pages;
        std::function<std::optional<StoredMark>(const MarkId &)> mark; ///< As it is now.
        std::function<QString()> reason; ///< For new marks.
        std::function<void(Result<MarkChange>)> edited;
    };

    MarkEditing(DocumentCanvas &canvas, MarkBook &marks, const VersionId &version, Hooks hooks);

private:
    void addArea(int page, const QRectF &rect);
    void addText(int page, const QList<QRectF> &rects, const QString &text);
    void move(const QString &id, const QRectF &rect);
    void copy(const QString &id, const QRectF &rect);
    void repeat(const QString &id);
    std::optional<StoredMark> find(const QString &id) const { return m_hooks.mark(MarkId::fromText(id)); }

    DocumentCanvas &m_canvas;
    MarkBook &m_marks;
    const VersionId m_version;
    const Hooks m_hooks;
};

} // namespace dw
