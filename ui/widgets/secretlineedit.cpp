#include "ui/widgets/secretlineedit.h"

#include "ui/base/theme.h"

#include <QAccessibleWidget>
#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QStyleOptionFrame>
#include <QStyle>

#include <array>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t maxBytes = 1024;

/// Screen readers hear a password field, its name and nothing of its content.
class SecretAccessible final : public QAccessibleWidget
{
public:
    explicit SecretAccessible(QWidget *widget)
        : QAccessibleWidget(widget, QAccessible::EditableText)
    {
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.passwordEdit = true;
        state.editable = true;
        state.focusable = true;
        return state;
    }
};

QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    if (className == "dw::SecretLineEdit"_L1)
        return new SecretAccessible(static_cast<QWidget *>(object));
    return nullptr;
}

void wipe(void *data, std::size_t size)
{
    volatile auto *bytes = static_cast<volatile unsigned char *>(data);
    while (size-- > 0)
        *bytes++ = 0;
}

} // namespace

SecretLineEdit::SecretLineEdit(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
{
    [[maybe_unused]] static const bool installed = (QAccessible::installFactory(makeAccessible), true);
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::IBeamCursor);
}

SecretBytes SecretLineEdit::take()
{
    SecretBytes secret = std::move(m_secret);
    m_secret = SecretBytes();
    m_allSelected = false;
    update();
    emit changed();
    return secret;
}

int SecretLineEdit::length() const
{
    int points = 0;
    for (const std::uint8_t byte : m_secret.span())
        points += (byte & 0xc0u) != 0x80u ? 1 : 0;
    return points;
}

void SecretLineEdit::clear()
{
    m_secret.clear();
    m_allSelected = false;
    update();
    emit changed();
}

void SecretLineEdit::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    update();
}

QSize SecretLineEdit::sizeHint() const
{
    return {280, Theme::control};
}

QSize SecretLineEdit::minimumSizeHint() const
{
    return {120, Theme::control};
}

QVariant SecretLineEdit::inputMethodQuery(Qt::InputMethodQuery query) const
{
    // The input method learns where the field is and what it is for, never what is in it.
    if (query == Qt::ImHints)
        return static_cast<int>(inputMethodHints());
    if (query == Qt::ImCursorRectangle)
        return QRect(10, 4, 1, height() - 8);
    if (query == Qt::ImSurroundingText || query == Qt::ImCurrentSelection)
        return QString();
    return QWidget::inputMethodQuery(query);
}

void SecretLineEdit::type(QStringView text)
{
    std::array<char, 8> utf8 {};
    if (m_allSelected)
        m_secret.clear();
    m_allSelected = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t point = text.at(i).unicode();
        if (text.at(i).isHighSurrogate() && i + 1 < text.size()) {
            point = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
            ++i;
        }
        if (point < 0x20 || point == 0x7f || m_secret.size() + 4 > maxBytes)
            continue;
        qsizetype n = 0;
        const auto put = [&](char32_t value) { utf8.at(static_cast<std::size_t>(n++)) = static_cast<char>(value); };
        if (point < 0x80) {
            put(point);
        } else if (point < 0x800) {
            put(0xc0 | (point >> 6));
            put(0x80 | (point & 0x3f));
        } else if (point < 0x10000) {
            put(0xe0 | (point >> 12));
            put(0x80 | ((point >> 6) & 0x3f));
            put(0x80 | (point & 0x3f));
        } else {
            put(0xf0 | (point >> 18));
            put(0x80 | ((point >> 12) & 0x3f));
            put(0x80 | ((point >> 6) & 0x3f));
            put(0x80 | (point & 0x3f));
        }
        m_secret.append(QByteArrayView(utf8.data(), n));
    }
    wipe(utf8.data(), utf8.size());
    update();
    emit changed();
}

void SecretLineEdit::backspace()
{
    if (m_allSelected)
        return clear();
    std::size_t size = m_secret.size();
    while (size > 0 && (m_secret.data()[--size] & 0xc0u) == 0x80u) { }
    m_secret.resize(size);
    update();
    emit changed();
}

void SecretLineEdit::paste()
{
    QString text = QGuiApplication::clipboard()->text();
    type(text);
    // Ours may be a shared copy; detaching would make another one, so only a sole copy is wiped.
    if (text.isDetached())
        wipe(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
}

void SecretLineEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit submitted();
    } else if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (event->matches(QKeySequence::SelectAll)) {
        m_allSelected = !m_secret.isEmpty();
        update();
    } else if (event->key() == Qt::Key_Backspace) {
        event->modifiers() & Qt::ControlModifier ? clear() : backspace();
    } else if (event->key() == Qt::Key_Delete) {
        if (m_allSelected)
            clear();
    } else if (!event->text().isEmpty() && event->text().at(0).isPrint()
        && !(event->modifiers() & (Qt::ControlModifier | Qt::MetaModifier))) {
        QString text = event->text();
        type(text);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void SecretLineEdit::inputMethodEvent(QInputMethodEvent *event)
{
    if (!event->commitString().isEmpty())
        type(event->commitString());
    event->accept();
}

void SecretLineEdit::mousePressEvent(QMouseEvent *)
{
    setFocus(Qt::MouseFocusReason);
    m_allSelected = false;
    update();
}

void SecretLineEdit::focusInEvent(QFocusEvent *event)
{
    m_allSelected = event->reason() == Qt::TabFocusReason && !m_secret.isEmpty();
    QWidget::focusInEvent(event);
    update();
}

void SecretLineEdit::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void SecretLineEdit::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    QStyleOptionFrame frame;
    frame.initFrom(this);
    frame.lineWidth = 2;
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &frame, &painter, this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int step = 11;
    const int left = 12;
    const int middle = height() / 2;
    if (m_secret.isEmpty()) {
        painter.setPen(theme.textQuiet);
        painter.drawText(rect().adjusted(left, 0, -left, 0), Qt::AlignVCenter | Qt::AlignLeft, m_placeholder);
    }
    const int shown = qMin(length(), qMax(0, (width() - 2 * left) / step));
    if (m_allSelected)
        painter.fillRect(QRect(left - 3, 6, shown * step + 2, height() - 12), theme.selection);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isEnabled() ? theme.text : theme.textDisabled);
    for (int i = 0; i < shown; ++i)
        painter.drawEllipse(QPointF(left + i * step + 3, middle), 3, 3);
    if (hasFocus())
        painter.fillRect(QRectF(left + shown * step - (shown > 0 ? 1 : 2), middle - 8, 1.2, 16), theme.text);
}

} // namespace dw
