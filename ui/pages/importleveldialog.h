#pragma once

#include "ui/pages/page.h"

#include <QDialog>

class QComboBox;

namespace dw {

/// Which level files get that come in.
class ImportLevelDialog final : public QDialog
{
    Q_OBJECT

public:
    ImportLevelDialog(PageContext context, int files, QWidget *parent = nullptr);
    int level() const;

private:
    QComboBox *m_level = nullptr;
};

} // namespace dw
