#include "ui/widgets/passphrasemeter.h"

#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QPainter>

extern "C" {
#include <zxcvbn.h>
}

namespace dw {

namespace {

constexpr double bitsPerDecade = 3.3219280948873626;

} // namespace

PassphraseMeter::PassphraseMeter(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::gap, 0, 0);
    m_words = makeQuietLabel({});
    column->addWidget(m_words);
    judge(SecretBytes());
}

int PassphraseMeter::strengthOf(const SecretBytes &passphrase)
{
    if (passphrase.isEmpty())
        return 0;
    // zxcvbn wants a C string; its own copies of parts live only during the call.
    SecretBytes text = passphrase.clone();
    text.append(QByteArrayView("\0", 1));
    const double bits = ZxcvbnMatch(reinterpret_cast<const char *>(text.data()), nullptr, nullptr);
    const double decades = bits / bitsPerDecade;
    return decades < 3 ? 0 : decades < 6 ? 1 : decades < 8 ? 2 : decades < 10 ? 3 : 4;
}

void PassphraseMeter::judge(const SecretBytes &passphrase)
{
    m_strength = passphrase.isEmpty() ? -1 : strengthOf(passphrase);
    QString words;
    switch (m_strength) {
    case -1:
        words = tr("Four or more words that do not belong together are strong and easy to keep.");
        break;
    case 0:
    case 1:
        words = tr("Too easy to guess. Add words that do not belong together.");
        break;
    case 2:
        words = tr("Not yet: a determined attacker would find it. Add another word.");
        break;
    case 3:
        words = tr("Good.");
        break;
    default:
        words = tr("Very good.");
    }
    m_words->setText(words);
    setAccessibleDescription(words);
    update();
}

void PassphraseMeter::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const Tone tone = m_strength >= floor ? Tone::Good : m_strength == 2 ? Tone::Warn : Tone::Bad;
    const qreal part = (width() - 3.0 * Theme::unit) / 4;
    for (int i = 0; i < 4; ++i) {
        painter.setBrush(i < m_strength ? theme.tone(tone).ink : theme.line);
        painter.drawRoundedRect(QRectF(i * (part + Theme::unit), 0, part, 4), 2, 2);
    }
}

} // namespace dw
