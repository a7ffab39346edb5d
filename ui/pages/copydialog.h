#pragma once

#include "ui/pages/page.h"

#include <QDate>
#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace dw {

/// When something happened to a copy outside, and which paper proves it.
class CopyDialog final : public QDialog
{
    Q_OBJECT

public:
    CopyDialog(const PageContext &context, const QString &title, bool needsPaper, QWidget *parent = nullptr);

    QDate day() const;
    RecordId paper() const;

private:
    void updateState();

    bool m_needsPaper;
    QLineEdit *m_day = nullptr;
    QComboBox *m_paper = nullptr;
    QLabel *m_reason = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace dw
