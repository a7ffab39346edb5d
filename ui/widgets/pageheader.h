#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;
class QHBoxLayout;
class QAction;

namespace dw {

/// The title row of a page: title, one sentence of state, at most one primary button, the rest in an overflow.
class PageHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setState(const QString &sentence);
    QPushButton *setPrimary(const QString &text, const QString &icon = {});
    void setPrimaryBlocked(const QString &reason); ///< Rests with a visible reason; empty = ready.
    QAction *addOverflow(const QString &text, const QString &icon = {});
    void addOverflowSeparator();
    void addWidget(QWidget *widget); ///< Before the primary button.

signals:
    void primaryTriggered();

private:
    QLabel *m_title = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_reason = nullptr;
    QPushButton *m_primary = nullptr;
    QToolButton *m_overflow = nullptr;
    QMenu *m_menu = nullptr;
    QHBoxLayout *m_row = nullptr;
};

} // namespace dw
