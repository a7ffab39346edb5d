#pragma once

#include "core/base/secretbytes.h"

#include <QWidget>

class QLabel;

namespace dw {

/// How strong a passphrase is, in words and as a bar of four parts, judged as the vault judges it.
class PassphraseMeter final : public QWidget
{
    Q_OBJECT

public:
    explicit PassphraseMeter(QWidget *parent = nullptr);

    /// Strength 0-4 of a passphrase; 3 is what the vault accepts.
    static int strengthOf(const SecretBytes &secret);
    static constexpr int floor = 3; ///< What a new passphrase must reach.

    void judge(const SecretBytes &secret);
    int strength() const { return m_strength; }
    bool isEnough() const { return m_strength >= floor; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_strength = -1; ///< -1: nothing typed.
    QLabel *m_words = nullptr;
};

} // namespace dw
