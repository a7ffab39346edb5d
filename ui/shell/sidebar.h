#pragma once

#include "ui/widgets/chip.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QListView;
class QStandardItemModel;
class QToolButton;
class QPushButton;

namespace dw {

/// Navigation at the left: the deal on top, groups of pages with red counts, the lock below.
class Sidebar final : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void setDeal(const QString &codeName, const QString &phase, int clearance);
    void setCounts(const QHash<QString, int> &redByPage);
    void setCurrentPage(const QString &id);
    void setCollapsed(bool collapsed);
    bool isCollapsed() const { return m_collapsed; }

signals:
    void pageChosen(const QString &id);
    void lockRequested();
    void collapsedChanged(bool collapsed);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();

    QLabel *m_codeName = nullptr;
    QLabel *m_phase = nullptr;
    Chip *m_level = nullptr;
    QWidget *m_head = nullptr;
    QListView *m_list = nullptr;
    QStandardItemModel *m_model = nullptr;
    QPushButton *m_lock = nullptr;
    QToolButton *m_fold = nullptr;
    bool m_collapsed = false;
};

} // namespace dw
