#pragma once

#include "ui/viewer/readersearch.h"

#include <QAbstractListModel>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListView;
class QToolButton;

namespace dw {

/// The hits of a search as rows: page, and the words around the hit.
class HitModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit HitModel(ReaderSearch &search, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    ReaderSearch &m_search;
    int m_rows = 0;
};

/// The words to search for, the hits as a list, next and previous. Hits come in while it still searches.
class SearchPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SearchPanel(ReaderSearch &search, QWidget *parent = nullptr);

    void begin(const QString &words = {}); ///< Puts the cursor into the field; `words` to search for at once.
    void setCurrentPage(int page) { m_page = page; } ///< Where a search starts.
    void go(int step); ///< To the next hit (1) or the one before (-1), around the end.
    int current() const;
    ReaderSearch &search() const { return m_search; }

signals:
    void hitChosen(int index);
    void markWanted(const QString &words, dw::WordMatch match); ///< Every hit, in all the document.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void start();
    void say();

    ReaderSearch &m_search;
    QLineEdit *m_words = nullptr;
    QCheckBox *m_whole = nullptr;
    QLabel *m_count = nullptr;
    QListView *m_list = nullptr;
    QToolButton *m_mark = nullptr;
    int m_page = 0;
    bool m_isFirst = false; ///< The first hit is gone to as soon as it comes.
};

} // namespace dw
