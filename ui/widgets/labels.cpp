#include "ui/widgets/labels.h"

#include "ui/base/icons.h"

#include <QPainter>
#include <QRegularExpression>

namespace dw {

QLabel *makeLabel(const QString &text, TextSize size, QFont::Weight weight)
{
    auto *label = new QLabel(text);
    label->setFont(Theme::font(size, weight));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *makeQuietLabel(const QString &text, TextSize size)
{
    QLabel *label = makeLabel(text, size);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel *makeErrorLabel(const QString &text)
{
    QLabel *label = makeLabel(text, TextSize::Small);
    label->setForegroundRole(QPalette::BrightText);
    label->setVisible(!text.isEmpty());
    return label;
}

QLabel *makeSectionLabel(const QString &text)
{
    return makeLabel(text, TextSize::Section, QFont::DemiBold);
}

QLabel *makeTitleLabel(const QString &text)
{
    QLabel *label = makeLabel(text, TextSize::Title, QFont::DemiBold);
    label->setWordWrap(false);
    return label;
}

QString groupedHash(const QString &value)
{
    static const QRegularExpression hash(QStringLiteral("^[0-9a-fA-F]{40,128}$"));
    if (!hash.match(value).hasMatch())
        return value;
    QStringList parts;
    for (qsizetype at = 0; at < value.size(); at += 8)
        parts.append(value.mid(at, 8));
    return parts.join(u' ');
}

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setToolTip(text);
    setTextFormat(Qt::PlainText);
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text(), Qt::ElideRight, width()));
}

IconLabel::IconLabel(QString name, int size, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_name(std::move(name))
    , m_size(size)
    , m_tone(tone)
{
    setFixedSize(size, size);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void IconLabel::setIcon(const QString &name, Tone tone)
{
    m_name = name;
    m_tone = tone;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.drawPixmap(0, 0, iconPixmap(m_name, m_size, Theme::current().tone(m_tone).ink, devicePixelRatioF()));
}

} // namespace dw
