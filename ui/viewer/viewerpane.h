#pragma once

#include "ui/viewer/documentcanvas.h"
#include "ui/viewer/readersearch.h"

#include <QSet>
#include <QWidget>

class QSplitter;
class QTabWidget;

namespace dw {

class SearchPanel;
class ThumbnailStrip;
class ViewerBar;

/// The whole reader of a document: tools above, small pictures and hits at the left, pages in the middle. It gets what it
/// shows from a PageSource and knows nothing of vaults.
class ViewerPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ViewerPane(QWidget *parent = nullptr);
    ~ViewerPane() override;

    /// Sizes of the displayed pages in points. The runner outlives the pane, or stops before it goes.
    void setDocument(std::shared_ptr<PageSource> source, JobRunner &runner, const QList<QSizeF> &sizes);
    void setTexts(const QMap<int, QString> &texts); ///< Of pages, as SearchText has them: known without reading them.
    void replaceSizes(int from, const QList<QSizeF> &sizes);

    DocumentCanvas *canvas() const { return m_canvas; }
    void beginSearch(const QString &words = {});

signals:
    void markWordWanted(const QString &words, dw::WordMatch match); ///< Every occurrence.

private:
    void wantWords();
    void wordsCame(int page, const std::shared_ptr<const SearchText> &words);
    void showHits();
    void goToHit(int index);
    QList<QRectF> rectsOf(int hit) const; ///< Empty until the words of its page are there.
    void makeShortcuts();

    PictureCache m_small {8LL << 20};
    PageLoader m_loader;
    ReaderSearch m_search;
    DocumentCanvas *m_canvas = nullptr;
    ThumbnailStrip *m_thumbnails = nullptr;
    SearchPanel *m_panel = nullptr;
    ViewerBar *m_bar = nullptr;
    QTabWidget *m_side = nullptr;
    QSplitter *m_splitter = nullptr;
    QList<int> m_searched; ///< Pages that the search waits for.
    QSet<int> m_wordless; ///< Whose words could not be read: not asked again.
    int m_hit = -1; ///< Gone to, maybe before its words came.
};

} // namespace dw
