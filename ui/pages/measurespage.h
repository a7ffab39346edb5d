#pragma once

#include "ui/pages/page.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace dw {

class Card;
class Chip;
class DataTable;
class DetailPane;
class EmptyState;
class MeasureDetail;
class MeasureListModel;
class SearchField;

/// The 61 rows and the gate of the open phase. J and K move, Space shows the details, A signs, R withdraws or asks
/// again, X takes a row out.
class MeasuresPage final : public Page
{
    Q_OBJECT

public:
    explicit MeasuresPage(PageContext context, QWidget *parent = nullptr);

    void refresh() override;
    void showTarget(const Target &target) override;
    Target currentTarget() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *makeGateBar();
    void fillGate();
    void applyFilter();
    void onCurrent(const QString &id);
    void requestGate();
    void passGate();
    void refuseGate();
    void reviewClosing();
    QStringList myFunctions() const;

    MeasureListModel *m_model = nullptr;
    DataTable *m_table = nullptr;
    DetailPane *m_pane = nullptr;
    MeasureDetail *m_detail = nullptr;
    SearchField *m_search = nullptr;
    QComboBox *m_status = nullptr;
    QComboBox *m_phase = nullptr;
    QComboBox *m_gate = nullptr;
    QLabel *m_footer = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_gateTitle = nullptr;
    QLabel *m_gateWords = nullptr;
    Chip *m_gateChip = nullptr;
    QPushButton *m_request = nullptr;
    QPushButton *m_pass = nullptr;
    QPushButton *m_refuse = nullptr;
    QPushButton *m_review = nullptr;
};

} // namespace dw
