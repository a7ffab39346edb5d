#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace dw {

class IconLabel;

/// What a page or list shows when it has nothing: one sentence what belongs here, and the one button.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);
    EmptyState(const QString &icon, const QString &sentence, const QString &button = {}, QWidget *parent = nullptr);

    void set(const QString &icon, const QString &sentence, const QString &button = {});
    void setDisabledReason(const QString &reason); ///< Non-empty: the button rests and says why.
    QPushButton *button() const { return m_button; }

signals:
    void activated();

private:
    IconLabel *m_icon = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_reason = nullptr;
    QPushButton *m_button = nullptr;
};

} // namespace dw
