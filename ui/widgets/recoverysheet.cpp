#include "ui/widgets/recoverysheet.h"

#include "ui/base/theme.h"

#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>

namespace dw {

using namespace Qt::StringLiterals;

RecoverySheet::RecoverySheet(QWidget *parent)
    : QWidget(parent)
{
    setMinimumHeight(190);
}

void RecoverySheet::setKey(const QString &vault, const QString &key)
{
    m_vault = vault;
    m_key = key;
    // Read aloud only on request: the key itself is not part of the accessible name.
    setAccessibleName(tr("Recovery sheet of %1").arg(vault));
    update();
}

void RecoverySheet::wipe()
{
    m_key.fill(u' ');
    m_key.clear();
    update();
}

void RecoverySheet::draw(QPainter &painter, const QRect &rect, const QColor &ink) const
{
    const QStringList groups = m_key.split(u'-', Qt::SkipEmptyParts);
    painter.setPen(ink);
    QFont head = Theme::font(TextSize::Section, QFont::DemiBold);
    painter.setFont(head);
    painter.drawText(rect.adjusted(0, 0, 0, 0), Qt::AlignLeft | Qt::AlignTop, tr("Recovery key: %1").arg(m_vault));
    painter.setFont(Theme::mono());
    const int width = rect.width() / 3;
    const int line = 30;
    for (int i = 0; i < groups.size(); ++i) {
        const QRect cell(rect.left() + (i % 3) * width, rect.top() + 36 + (i / 3) * line, width, line);
        painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter, u"%1  %2"_s.arg(i + 1).arg(groups.at(i)));
    }
}

void RecoverySheet::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.lineStrong);
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::corner, Theme::corner);
    draw(painter, rect().adjusted(Theme::margin, Theme::padding, -Theme::margin, -Theme::padding), theme.text);
}

void RecoverySheet::print()
{
    QPrinter printer(QPrinter::ScreenResolution);
    printer.setDocName(u"Dealward"_s); // neutral: print queues show it
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    QPainter painter(&printer);
    const QRect page = printer.pageLayout().paintRectPixels(printer.resolution());
    draw(painter, QRect(40, 40, page.width() - 80, 300), Qt::black);
    painter.setFont(Theme::font(TextSize::Body));
    painter.drawText(QRect(40, 200, page.width() - 80, 200), Qt::TextWordWrap,
        tr("Keep this sheet apart from the computer, for example in a safe. Whoever has it and the vault can read "
           "everything in it."));
}

} // namespace dw
