#include "ui/base/theme.h"

#include "ui/base/dealwardstyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QColor rgb(unsigned value)
{
    return QColor::fromRgb(value | 0xff000000u);
}

Theme light()
{
    Theme t;
    t.scheme = Scheme::Light;
    t.window = rgb(0xf5f6f9);
    t.surface = rgb(0xffffff);
    t.raised = rgb(0xffffff);
    t.sidebar = rgb(0xeceef3);
    t.line = rgb(0xe2e5eb);
    t.lineStrong = rgb(0xc3c9d4);
    t.text = rgb(0x1a202e);
    t.textQuiet = rgb(0x586174);
    t.textDisabled = rgb(0x9aa2b1);
    t.hover = rgb(0xf1f3f7);
    t.selection = rgb(0xe5e7fb);
    t.accent = rgb(0x4f46e5);
    t.accentHover = rgb(0x4338ca);
    t.accentPressed = rgb(0x3730a3);
    t.onAccent = rgb(0xffffff);
    t.backdrop = rgb(0xd9dce3);
    t.tones = {{{rgb(0x525c6e), rgb(0xe9ecf1)}, {rgb(0x14713a), rgb(0xdff3e6)}, {rgb(0x8a5200), rgb(0xfcefd2)},
        {rgb(0xb3191d), rgb(0xfce4e4)}, {rgb(0x4338ca), rgb(0xe5e7fb)}, {rgb(0x525c6e), rgb(0xe9ecf1)},
        {rgb(0x1d4ed8), rgb(0xe1eafd)}, {rgb(0x8a5200), rgb(0xfcefd2)}, {rgb(0x6d28d9), rgb(0xefe6fd)}}};
    return t;
}

Theme dark()
{
    Theme t;
    t.scheme = Scheme::Dark;
    t.window = rgb(0x14171d);
    t.surface = rgb(0x1c2028);
    t.raised = rgb(0x242933);
    t.sidebar = rgb(0x181b22);
    t.line = rgb(0x2b313c);
    t.lineStrong = rgb(0x454d5b);
    t.text = rgb(0xe6e9ef);
    t.textQuiet = rgb(0xa2abba);
    t.textDisabled = rgb(0x687182);
    t.hover = rgb(0x252a34);
    t.selection = rgb(0x2c3159);
    t.accent = rgb(0x818cf8);
    t.accentHover = rgb(0x9aa3fa);
    t.accentPressed = rgb(0x6d78ea);
    t.onAccent = rgb(0x11131a);
    t.backdrop = rgb(0x0d0f13);
    t.tones = {{{rgb(0xabb3c1), rgb(0x2b313c)}, {rgb(0x5ddb8b), rgb(0x173323)}, {rgb(0xf5bf45), rgb(0x3a2d10)},
        {rgb(0xfb8a8a), rgb(0x41201f)}, {rgb(0xa5adfa), rgb(0x2c3159)}, {rgb(0xabb3c1), rgb(0x2b313c)},
        {rgb(0x8ab4ff), rgb(0x1c2d50)}, {rgb(0xf5bf45), rgb(0x3a2d10)}, {rgb(0xc9a8ff), rgb(0x33244d)}}};
    return t;
}

Theme highContrast()
{
    Theme t = dark();
    t.scheme = Scheme::HighContrast;
    t.window = t.surface = t.raised = t.sidebar = t.backdrop = rgb(0x000000);
    t.line = t.lineStrong = rgb(0xffffff);
    t.text = t.textQuiet = rgb(0xffffff);
    t.textDisabled = rgb(0xb0b0b0);
    t.hover = rgb(0x262626);
    t.selection = rgb(0x1f2a6b);
    t.accent = rgb(0xffe45c);
    t.accentHover = rgb(0xfff0a0);
    t.accentPressed = rgb(0xe0c530);
    t.onAccent = rgb(0x000000);
    for (Theme::Pair &pair : t.tones) {
        pair.fill = rgb(0x000000);
        pair.ink = pair.ink.lighter(115);
    }
    return t;
}

} // namespace

Tone toneOfLevel(int level)
{
    switch (level) {
    case 2:
        return Tone::Level2;
    case 3:
        return Tone::Level3;
    case 4:
        return Tone::Level4;
    default:
        return Tone::Level1;
    }
}

Tone toneFromId(QStringView id)
{
    if (id == "good"_L1)
        return Tone::Good;
    if (id == "warn"_L1)
        return Tone::Warn;
    if (id == "bad"_L1)
        return Tone::Bad;
    return Tone::Neutral;
}

Theme Theme::make(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Dark:
        return dark();
    case Scheme::HighContrast:
        return highContrast();
    case Scheme::Light:
        break;
    }
    return light();
}

const Theme &Theme::current()
{
    static const Theme fallback = light();
    const auto *style = qApp ? qobject_cast<const DealwardStyle *>(QApplication::style()) : nullptr;
    return style ? style->theme() : fallback;
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, window);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, surface);
    p.setColor(QPalette::AlternateBase, hover);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::PlaceholderText, textQuiet); // also the foreground role of quiet labels
    p.setColor(QPalette::Button, surface);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, tone(Tone::Bad).ink);
    p.setColor(QPalette::Highlight, selection);
    p.setColor(QPalette::HighlightedText, text);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::LinkVisited, accent);
    p.setColor(QPalette::ToolTipBase, raised);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::Light, isDark() ? lineStrong : surface);
    p.setColor(QPalette::Midlight, line);
    p.setColor(QPalette::Mid, line);
    p.setColor(QPalette::Dark, lineStrong);
    p.setColor(QPalette::Shadow, lineStrong);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, textDisabled);
    p.setColor(QPalette::Disabled, QPalette::Base, window);
    return p;
}

QFont baseFont()
{
    // Bare systems (and pictures made without a desktop) offer DejaVu, which is too wide for dense tables.
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    QStringList families;
    if (!QFontInfo(font).family().startsWith("DejaVu"_L1))
        families.append(QFontInfo(font).family());
    for (const QString &family : {u"Inter"_s, u"Noto Sans"_s, u"Noto Sans CJK SC"_s}) {
        if (QFontDatabase::hasFamily(family))
            families.append(family);
    }
    if (families.isEmpty())
        families.append(font.family());
    font.setFamilies(families);
    font.setPixelSize(14);
    return font;
}

QFont Theme::font(TextSize size, QFont::Weight weight)
{
    static constexpr std::array<int, 5> pixels {12, 14, 16, 20, 28};
    QFont font = QApplication::font();
    font.setPixelSize(pixels.at(static_cast<std::size_t>(size)));
    font.setWeight(weight);
    return font;
}

QFont Theme::tabular()
{
    // The interface fonts of the chain draw figures at one width by default; kerning would undo it.
    QFont font = Theme::font(TextSize::Body);
    font.setKerning(false);
    return font;
}

QFont Theme::mono()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(14);
    return font;
}

} // namespace dw
