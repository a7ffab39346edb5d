#pragma once

#include "core/desk/registers/recordcsv.h"
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
    using Then = void (ImportDialog::*)(const Result<ImportReport> &);

    void choose();
    void start(ImportOptions::Mode mode, Then then); ///< The file is read by the worker, in a job.
    void showPreview(const Result<ImportReport> &report);
    void showDone(const Result<ImportReport> &report);

    PageContext m_context;
    const RegisterDecl &m_decl;
    QByteArray m_bytes;
    QLabel *m_words = nullptr;
    QTableWidget *m_problems = nullptr;
    QPushButton *m_import = nullptr;
};

} // namespace dw
