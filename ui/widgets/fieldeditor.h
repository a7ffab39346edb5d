#pragma once

#include "core/domain/language.h"
#include "core/domain/registerdecl.h"

#include <QWidget>

#include <functional>

namespace dw {

/// Something to choose from: an id and its words.
struct Option {
    QString id;
    QString text;
};

/// Where a form gets the records and measures that a field may point to.
using OptionSource = std::function<QList<Option>(const FieldDecl &field)>;

/// The control of one field of a declaration. Values as in Record::values.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    static FieldEditor *make(const FieldDecl &field, Language language, const OptionSource &options);

    virtual QVariant value() const = 0; ///< Null = not filled.
    virtual void setValue(const QVariant &value) = 0;
    virtual bool isWellFormed() const { return true; } ///< False: what is typed is no value of the type.

signals:
    void edited();

protected:
    using QWidget::QWidget;
    void wrap(QWidget *control);
};

} // namespace dw
