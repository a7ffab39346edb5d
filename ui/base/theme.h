#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>

namespace dw {

/// What the user asked for; System follows the desktop.
enum class ThemeChoice { System, Light, Dark, HighContrast };

/// What is shown.
enum class Scheme { Light, Dark, HighContrast };

/// A meaning that a colour may carry. Nothing else is coloured.
enum class Tone { Neutral, Good, Warn, Bad, Accent, Level1, Level2, Level3, Level4 };
Tone toneOfLevel(int level);
Tone toneFromId(QStringView id); ///< "good", "warn", "bad"; anything else is neutral.

enum class TextSize { Small, Body, Section, Title, Figure };

enum class Density { Comfortable, Compact };

/// The only place with colours and sizes. Values are design tokens, not widget properties.
struct Theme {
    struct Pair {
        QColor ink; ///< Text and icon.
        QColor fill; ///< Behind them.
    };

    Scheme scheme = Scheme::Light;
    QColor window; ///< Behind everything.
    QColor surface; ///< Cards, tables, fields.
    QColor raised; ///< Menus, tool tips, palette.
    QColor sidebar;
    QColor line;
    QColor lineStrong; ///< Borders of fields.
    QColor text;
    QColor textQuiet;
    QColor textDisabled;
    QColor hover;
    QColor selection;
    QColor accent;
    QColor accentHover;
    QColor accentPressed;
    QColor onAccent;
    QColor backdrop; ///< Behind document pages.
    std::array<Pair, 9> tones; ///< By Tone.

    static constexpr int unit = 4; ///< Steps of space; chips inside.
    static constexpr int gap = 8; ///< Between related things.
    static constexpr int cell = 12; ///< Sides of a table cell.
    static constexpr int padding = 16; ///< Inside cards.
    static constexpr int margin = 24; ///< Between cards; page margin.
    static constexpr int corner = 6;
    static constexpr int control = 32; ///< Height of buttons and fields.
    static constexpr int sidebarWidth = 220;
    static constexpr int sidebarCollapsed = 56;
    static constexpr int detailWidth = 360;
    static constexpr int formWidth = 560;
    static constexpr int icon = 16;
    static constexpr int emptyIcon = 48;
    static constexpr int rowHeight(Density density) { return density == Density::Compact ? 28 : 36; }

    const Pair &tone(Tone tone) const { return tones.at(static_cast<std::size_t>(tone)); }
    bool isDark() const { return scheme != Scheme::Light; }

    static Theme make(Scheme scheme);

    /// The theme of the running program's style; the light one before a style is set.
    static const Theme &current();

    QPalette palette() const;
    static QFont font(TextSize size, QFont::Weight weight = QFont::Normal);
    static QFont tabular(); ///< Body text whose figures have one width.
    static QFont mono();
};

/// The family chain of the program: the desktop's font, then Noto Sans CJK SC.
QFont baseFont();

} // namespace dw
