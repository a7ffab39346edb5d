#pragma once

#include <QWidget>

class QPainter;

namespace dw {

/// The recovery key as a sheet: shown once, to be printed or copied by hand.
class RecoverySheet final : public QWidget
{
    Q_OBJECT

public:
    explicit RecoverySheet(QWidget *parent = nullptr);
    void setKey(const QString &vault, const QString &key); ///< Groups separated by dashes.
    void wipe();
    void print();

    QSize sizeHint() const override { return {520, 190}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void draw(QPainter &painter, const QRect &rect, const QColor &ink) const;

    QString m_vault;
    QString m_key;
};

} // namespace dw
