#pragma once

#include "core/domain/registerdecl.h"
#include "ui/pages/page.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableWidget;

namespace dw {

/// CSV into a register: choose, see what would happen row by row, then do it as one action.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(PageContext context, const RegisterDecl &decl, QWidget *parent = nullptr);

    void preview(const QByteArray &bytes);

private:
    void choose();
    void run();

    PageContext m_context;
    const RegisterDecl &m_decl;
    QByteArray m_bytes;
    QLabel *m_words = nullptr;
    QTableWidget *m_problems = nullptr;
    QPushButton *m_import = nullptr;
};

} // namespace dw
