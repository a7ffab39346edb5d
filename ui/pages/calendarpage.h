#pragma once

#include "ui/models/deadlines.h"
#include "ui/pages/page.h"

class QComboBox;
class QStackedWidget;
class QStandardItemModel;

namespace dw {

class DataTable;

/// Every date that falls due, as a list; exported as .ics with neutral titles.
class CalendarPage final : public Page
{
    Q_OBJECT

public:
    explicit CalendarPage(PageContext context, QWidget *parent = nullptr);
    void refresh() override;

private:
    void exportCalendar();

    DataTable *m_table = nullptr;
    QStandardItemModel *m_model = nullptr;
    QComboBox *m_span = nullptr;
    QStackedWidget *m_stack = nullptr;
    QList<Deadline> m_deadlines;
};

} // namespace dw
