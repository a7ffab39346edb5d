#pragma once

#include <QLineEdit>
#include <QTimer>

namespace dw {

/// A search line with its icon and a clear button; says what is wanted 150 ms after the last key.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

signals:
    void searchChanged(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QTimer m_pause;
};

} // namespace dw
