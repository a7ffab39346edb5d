#pragma once

#include "core/base/secretbytes.h"

#include <QWidget>

namespace dw {

/// A passphrase field. What is typed is kept as UTF-8 in locked memory and shown as dots; it never becomes the
/// text of a widget: a QLineEdit leaves copies in the heap after it is cleared and deleted.
class SecretLineEdit final : public QWidget
{
    Q_OBJECT

public:
    explicit SecretLineEdit(const QString &accessibleName, QWidget *parent = nullptr);

    SecretBytes take(); ///< Hands the secret over and empties the field.
    SecretBytes copy() const { return m_secret.clone(); }
    const SecretBytes &secret() const { return m_secret; }
    bool isEmpty() const { return m_secret.isEmpty(); }
    int length() const; ///< Characters (code points).
    void clear();
    void setPlaceholder(const QString &text);
    QString placeholder() const { return m_placeholder; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

signals:
    void changed();
    void submitted(); ///< Return was pressed.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void type(QStringView text);
    void backspace();
    void paste();

    SecretBytes m_secret;
    QString m_placeholder;
    bool m_allSelected = false;
};

} // namespace dw
