#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace dw {

/// A scrolling column whose wrapped labels get the height they need: a plain QScrollArea squeezes them.
class ColumnScroll final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ColumnScroll(QWidget *parent = nullptr);
    explicit ColumnScroll(QLayout *layout, QWidget *parent = nullptr); ///< Takes another layout than a column.

    QVBoxLayout *column() const { return m_column; }
    QWidget *inner() const { return m_inner; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void setUp(QLayout *layout);
    void fit();
    void refit();

    QWidget *m_inner = nullptr;
    QVBoxLayout *m_column = nullptr;
};

} // namespace dw
