#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QSpinBox;
class QToolButton;

namespace dw {

class DocumentCanvas;

/// The tools of reading: page, zoom, fit, layout, rotation, search, and what is done with selected text.
class ViewerBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ViewerBar(DocumentCanvas &canvas, QWidget *parent = nullptr);

    void askForPage(); ///< The cursor goes to the page's number.
    QToolButton *sideButton() const { return m_side; } ///< Checkable: thumbnails and hits.

signals:
    void searchWanted();

private:
    QToolButton *tool(const QString &iconName, const QString &tip);
    QMenu *zoomMenu();
    void refresh();

    DocumentCanvas &m_canvas;
    QToolButton *m_side = nullptr;
    QSpinBox *m_page = nullptr;
    QLabel *m_pages = nullptr;
    QToolButton *m_zoom = nullptr;
    QToolButton *m_single = nullptr;
    QToolButton *m_two = nullptr;
    QToolButton *m_mark = nullptr;
    QToolButton *m_copy = nullptr;
};

} // namespace dw
