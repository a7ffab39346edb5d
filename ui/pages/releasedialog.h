#pragma once

#include "core/desk/releases/releasevalues.h"
#include "ui/pages/page.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace dw {

/// What goes to whom, why and how, and the fourteen lines that answer them: each with its fact and, where it does not hold, a link
/// that leads to where it is mended. Releases when all hold.
class ReleaseDialog final : public QDialog
{
    Q_OBJECT

public:
    ReleaseDialog(PageContext context, const RecordId &version, QWidget *parent = nullptr);

private:
    void build(const RecordId &version);
    QComboBox *addChoice(QVBoxLayout *column, const QString &title, const QString &registerId);
    ReleaseQuestion question() const;
    void evaluate();
    void show14(const ReleaseVerdict &verdict);
    void release();

    PageContext m_context;
    QComboBox *m_version = nullptr;
    QComboBox *m_person = nullptr;
    QComboBox *m_purpose = nullptr;
    QComboBox *m_channel = nullptr;
    QComboBox *m_basis = nullptr;
    QComboBox *m_paper = nullptr;
    QLabel *m_sum = nullptr;
    QVBoxLayout *m_lines = nullptr;
    QLabel *m_reason = nullptr;
    QPushButton *m_release = nullptr;
};

} // namespace dw
