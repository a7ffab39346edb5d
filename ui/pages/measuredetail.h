#pragma once

#include "core/desk/measures/measureservice.h"
#include "ui/pages/page.h"

class QVBoxLayout;

namespace dw {

class DetailPane;

/// One measure beside the list: what it asks, why it stands as it does, its checks with the rows that fail, its
/// signature; and the steps: sign, sign a nil return, withdraw, not applicable, exception.
class MeasureDetail final : public QObject
{
    Q_OBJECT

public:
    MeasureDetail(PageContext context, DetailPane *pane, QObject *parent = nullptr);

    void show(const MeasureStatus &row);
    void clear();

    void sign();
    void withdraw();
    void takeOut();
    void askException();
    void toggleEvidence(); ///< Between the tabs Details and Checks.

private:
    void fillButtons(const MeasureStatus &row);
    void fillDetails(const MeasureStatus &row);
    void fillSigner(const MeasureDecl &decl, QVBoxLayout *column);
    void fillChecks(const MeasureStatus &row);
    void fillEvidence(const MeasureStatus &row);
    void fillHistory(const MeasureStatus &row);
    void report(const Result<> &done, const QString &title);
    bool chinese() const;

    PageContext m_context;
    DetailPane *m_pane;
    MeasureStatus m_row;
};

} // namespace dw
