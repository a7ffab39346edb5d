#pragma once

#include "core/domain/ids.h"
#include "ui/pages/page.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;

namespace dw {

/// A person decides the level of a document, with what the search proposes and why before them.
class DocumentLevelDialog final : public QDialog
{
    Q_OBJECT

public:
    DocumentLevelDialog(PageContext context, const DocumentId &document, QWidget *parent = nullptr);

private:
    void decide();

    PageContext m_context;
    DocumentId m_document;
    QComboBox *m_level = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_error = nullptr;
};

} // namespace dw
