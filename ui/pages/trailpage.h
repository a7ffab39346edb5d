#pragma once

#include "ui/pages/registerpage.h"

class QLabel;

namespace dw {

class DataTable;
class TrailModel;
class Card;

/// The audit trail: what was done when by whom; its verification and its export.
class TrailPage final : public Page
{
    Q_OBJECT

public:
    explicit TrailPage(PageContext context, QWidget *parent = nullptr);
    void refresh() override;

private:
    void verify();
    void exportTrail();

    TrailModel *m_model = nullptr;
    DataTable *m_table = nullptr;
    QLabel *m_footer = nullptr;
};

} // namespace dw
