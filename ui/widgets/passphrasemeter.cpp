#include "ui/widgets/passphrasemeter.h"

#include "core/desk/accounts/passphrase.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QPainter>

namespace dw {

PassphraseMeter::PassphraseMeter(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::gap, 0, 0);
    m_words = makeQuietLabel({});
    column->addWidget(m_words);
    judge(SecretBytes());
}

int PassphraseMeter::strengthOf(const SecretBytes &secret)
{
    if (secret.isEmpty())
        return 0;
    const double bits = passphrase::strengthBits(secret);
    const double most = passphrase::floorBits;
    if (secret.size() < static_cast<std::size_t>(passphrase::minimumLength))
        return 1;
    return bits < most / 2 ? 1 : bits < most ? 2 : bits < most * 1.4 ? 3 : 4;
}

void PassphraseMeter::judge(const SecretBytes &secret)
{
    m_strength = secret.isEmpty() ? -1 : strengthOf(secret);
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
