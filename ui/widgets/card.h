#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace dw {

/// A block set apart by its background; with an optional heading.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const QString &heading = {}, QWidget *parent = nullptr);

    QVBoxLayout *body() const { return m_body; }
    void addHeadingWidget(QWidget *widget); ///< At the right of the heading.
    void setHeading(const QString &heading);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_heading = nullptr;
    QWidget *m_headingRow = nullptr;
    QVBoxLayout *m_body = nullptr;
};

/// A row inside a card that opens something: icon, words, a quieter remark, an arrow. Works by keyboard.
class LinkRow final : public QFrame
{
    Q_OBJECT

public:
    LinkRow(const QString &text, const QString &remark, QWidget *parent = nullptr);
    void setLeading(QWidget *widget); ///< A chip or icon before the words.
    void setTrailing(QWidget *widget);

signals:
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QHBoxLayout *m_layout = nullptr;
};

} // namespace dw
