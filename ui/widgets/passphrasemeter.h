#pragma once

#include "core/base/secretbytes.h"

#include <QWidget>

class QLabel;

namespace dw {

/// How strong a passphrase is, in words and as a bar of four parts, judged by zxcvbn.
class PassphraseMeter final : public QWidget
{
    Q_OBJECT

public:
    explicit PassphraseMeter(QWidget *parent = nullptr);

    /// Strength 0-4 of a passphrase: 10^3, 10^6, 10^8, 10^10 and more guesses.
    static int strengthOf(const SecretBytes &passphrase);
    static constexpr int floor = 3; ///< What a new passphrase must reach.

    void judge(const SecretBytes &passphrase);
    int strength() const { return m_strength; }
    bool isEnough() const { return m_strength >= floor; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_strength = -1; ///< -1: nothing typed.
    QLabel *m_words = nullptr;
};

} // namespace dw
