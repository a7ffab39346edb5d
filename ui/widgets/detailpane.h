#pragma once

#include "ui/widgets/chip.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QTabWidget;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace dw {

/// The pane at the right of a list: title, chip, buttons, tabs. Knows how it looks, not what it shows.
class DetailPane final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailPane(QWidget *parent = nullptr);

    void setHeading(const QString &title, const QString &remark, const ChipSpec &chip = {});
    void clearTabs(); ///< Hides them until setCurrentTab() says that they are filled.
    QVBoxLayout *addTab(const QString &title); ///< A scrolling column; already has its margins.
    void setCurrentTab(int index);
    int currentTab() const;
    void clearButtons();
    QPushButton *addButton(const QString &text, bool primary = false);
    void setHint(const QString &text); ///< What to show instead while nothing is selected.

    /// Rows of a detail tab: a quiet name above its value.
    static void addFact(QVBoxLayout *column, const QString &name, const QString &value);
    static void addFact(QVBoxLayout *column, const QString &name, QWidget *value);

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_body = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_remark = nullptr;
    Chip *m_chip = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QWidget *m_buttonBox = nullptr;
    QTabWidget *m_tabs = nullptr;
};

} // namespace dw
