#pragma once

#include "core/domain/language.h"
#include "ui/widgets/fieldeditor.h"

#include <QHash>
#include <QVariantMap>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace dw {

/// The form of a register, made from its declaration: labels above fields, one column up to 560 px, the first
/// fields at once and the rest behind "More", errors under the field.
class FormView final : public QWidget
{
    Q_OBJECT

public:
    FormView(const RegisterDecl &decl, Language language, OptionSource options, QWidget *parent = nullptr);

    void setValues(const QVariantMap &values);
    QVariantMap values() const; ///< Every field that the form shows; null = not filled.
    QVariantMap changedValues() const; ///< Only what differs from setValues().

    /// Why it cannot be saved, as a sentence; empty when it can.
    QString obstacle() const;
    void showFieldError(const QString &field, const QString &words);
    void clearErrors();
    void showMore(); ///< Unfolds the rest.
    FieldEditor *editor(const QString &field) const { return m_editors.value(field).editor; }
    void hideField(const QString &field); ///< A value that is given by where the form was opened.
    void focusFirst();

signals:
    void edited();

private:
    struct Item {
        const FieldDecl *decl = nullptr;
        FieldEditor *editor = nullptr;
        QLabel *error = nullptr;
        QWidget *block = nullptr;
    };

    void addField(const FieldDecl &field, QVBoxLayout *column);

    const RegisterDecl &m_decl;
    Language m_language;
    OptionSource m_options;
    QHash<QString, Item> m_editors;
    QStringList m_order;
    QVariantMap m_before;
    QWidget *m_rest = nullptr;
    QToolButton *m_more = nullptr;
};

} // namespace dw
