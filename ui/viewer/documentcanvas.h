#pragma once

#include "ui/viewer/marklayer.h"
#include "ui/viewer/pageloader.h"
#include "ui/viewer/picturecache.h"
#include "ui/viewer/textselection.h"

#include <QAbstractScrollArea>

#include <memory>
#include <optional>

namespace dw {

class CanvasInput;

/// Pages of a document with marks, hits and a selection over them. Knows rectangles, not services: it says which pictures
/// it would like and what was drawn, moved or selected. Painting costs what is visible, however many pages and marks.
class DocumentCanvas final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    enum class Fit { None, Width, Page };
    struct Place {
        int page = 0;
        QPointF point; ///< On the displayed page.
    };
    struct Banner {
        QString words;
        QColor ink, fill;
    };
    explicit DocumentCanvas(QWidget *parent = nullptr);
    ~DocumentCanvas() override;
    void setPages(const QList<QSizeF> &sizes); ///< Displayed sizes in points.
    void replaceSizes(int from, const QList<QSizeF> &sizes); ///< Better known now; what is seen stays where it is.
    void setPicture(const PictureWish &wish, const QImage &picture);
    void setFailure(int page, const QString &sentence); ///< Shown on the page, with a way to try again.
    void setWords(int page, std::shared_ptr<const SearchText> words);
    void setMarks(const QList<CanvasMark> &marks);
    void changeMarks(const QStringList &gone, const QList<CanvasMark> &come); ///< A few of them; see MarkLayer::change().
    void setHits(const QHash<int, QList<QRectF>> &hits, int currentPage, const QList<QRectF> &current);
    void setSmallPictures(PictureCache *small) { m_small = small; } ///< Shown until the sharp ones come.
    void setBanner(const Banner &banner); ///< At the head of every page: its level.
    void setWatermark(const QString &words);
    void setCopyAllowed(bool isAllowed) { m_mayCopy = isAllowed; }
    void setEditable(bool isEditable) { m_isEditable = isEditable; } ///< Marks can be made and changed.
    bool isEditable() const { return m_isEditable; }
    const PageLayout &layout() const { return m_layout; }
    MarkLayer &marks() { return m_marks; }
    TextSelection &selection() { return m_text; }
    double zoom() const { return m_layout.view().zoom; } ///< Pixels of the screen for a point.
    void setZoom(double zoom); ///< Keeps the middle of the window in place.
    void setFit(Fit fit); ///< Until another zoom is chosen, also when the window changes its size.
    void fitWidth() { setFit(Fit::Width); }
    Fit fit() const { return m_fit; }
    void setColumns(int columns), setFlow(PageFlow flow), rotate(int degrees);
    int currentPage() const; ///< The one in the middle of the window.
    std::pair<int, int> visiblePages() const; ///< {0, -1} for none.
    void goToPage(int page); ///< Its head.
    void showPlace(int page, const QRectF &rect); ///< Into the middle of the window.
    void choose(const QString &id); ///< A mark or finding; empty: none.
    QString chosen() const { return m_marks.chosen(); }
    void markSelection(); ///< Emits textMarked() for each page of the selection.
    void copySelection();
    void retry(int page);
    bool hasFailed(int page) const { return m_failures.contains(page); }
    bool hasPicture(int page) const { return m_pictures.sizeOf(page) == pictureSize(page); } ///< The sharp one.
    std::optional<Place> placeAt(QPointF position) const; ///< In the viewport; none between pages.
    QPointF toPage(int page, QPointF position) const { return m_layout.toPage(page, position - origin()); }
    QPointF toContents(QPointF position) const { return position - origin(); } ///< From the viewport.
    QRect retryRect(int page) const; ///< In the contents.
signals: // rectangles are those of displayed pages
    void wishesChanged(const QList<dw::PictureWish> &wishes, qsizetype visible);
    void areaDrawn(int page, const QRectF &rect);
    void textMarked(int page, const QList<QRectF> &rects, const QString &text);
    void markChosen(const QString &id);
    void markMoved(const QString &id, const QRectF &rect);
    void markCopied(const QString &id, const QRectF &rect);
    void repeatWanted(const QString &id); ///< On all pages.
    void removalWanted(const QString &id);
    void pageChanged(int page);
    void viewChanged(); ///< Zoom, fit, flow, columns, rotation, marks or selection.
    void copyRefused();
protected:
    bool event(QEvent *event) override; // keys
    bool viewportEvent(QEvent *event) override; // the mouse
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool focusNextPrevChild(bool next) override;

private:
    QPoint origin() const; ///< Of the contents, in the viewport.
    void setView(const PageView &view);
    void marksChanged();
    void arranged(int page, double share); ///< The layout changed: this part of this page back to the middle.
    double shareOf(int page) const;
    double fittedZoom() const;
    QSize pictureSize(int page) const;
    PictureWish wishFor(int page) const;
    void updateWishes();
    void paintPage(QPainter &painter, int page, const QRect &visible);
    void paintPaper(QPainter &painter, int page, const QRect &rect);

    PageLayout m_layout;
    MarkLayer m_marks;
    TextSelection m_text;
    PictureCache m_pictures;
    PictureCache *m_small = nullptr;
    QHash<int, QString> m_failures;
    QHash<int, QList<QRectF>> m_hits;
    std::pair<int, QList<QRectF>> m_hit {-1, {}}; ///< The one that was gone to.
    Banner m_banner;
    QString m_watermark;
    Fit m_fit = Fit::None;
    int m_page = -1, m_direction = 1; ///< Last said by pageChanged(); of the last scrolling.
    bool m_mayCopy = false, m_isEditable = true;
    std::unique_ptr<CanvasInput> m_input;
};

} // namespace dw
