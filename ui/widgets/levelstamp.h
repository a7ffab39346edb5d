#pragma once

#include <QString>
#include <QWidget>

namespace dw {

/// A faint watermark over what is shown: the level, who looks and since when, again and again across the area, so that a
/// photograph of the screen says where it comes from. Lies over another widget, follows its size, takes no clicks.
class LevelStamp final : public QWidget
{
    Q_OBJECT

public:
    LevelStamp(QWidget *over, QString text);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString m_text;
};

} // namespace dw
