#pragma once

#include "core/domain/record.h"
#include "ui/pages/page.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace dw {

class FormView;

/// Adds or changes one record of a register.
class RecordDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `record` null: a new one. `fixed`: values given by where it was opened; their fields are not shown.
    RecordDialog(PageContext context, const RegisterDecl &decl, const Record *record, const QVariantMap &fixed = {},
        QWidget *parent = nullptr);

    RecordId savedId() const { return m_saved; }
    FormView *form() const { return m_form; }

private:
    void save();
    void updateState();

    PageContext m_context;
    const RegisterDecl &m_decl;
    std::optional<Record> m_record;
    QVariantMap m_fixed;
    RecordId m_saved;
    FormView *m_form = nullptr;
    QLabel *m_reason = nullptr;
    QLabel *m_error = nullptr;
    QPushButton *m_save = nullptr;
};

/// The records and measures a form's field may point to.
class OptionBook
{
public:
    explicit OptionBook(PageContext context)
        : m_context(context)
    {
    }
    QList<struct Option> operator()(const FieldDecl &field) const;

private:
    PageContext m_context;
};

} // namespace dw
