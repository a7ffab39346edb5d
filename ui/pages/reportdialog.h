#pragma once

#include "ui/pages/page.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace dw {

/// Kind, language, safe for outside; then the sealed report is made, checked and written where the person says.
class ReportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ReportDialog(PageContext context, QWidget *parent = nullptr);

private:
    void make();

    PageContext m_context;
    QComboBox *m_kind = nullptr;
    QComboBox *m_gate = nullptr;
    QComboBox *m_language = nullptr;
    QCheckBox *m_outside = nullptr;
    QLabel *m_words = nullptr;
    QPushButton *m_make = nullptr;
};

} // namespace dw
