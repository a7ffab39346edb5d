#include "core/engines/parse/symbolplacer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace dw {

namespace {

constexpr double impossible = 1e9;
constexpr int mostRunsOfOne = 5; ///< A character of several strokes side by side.
constexpr int mostInOneRun = 8; ///< Characters that touch.
constexpr double farOff = 1.0; ///< In heights of the line: so far from its place no character is guessed.

struct Run {
    int start = 0;
    int end = 0;
};

bool isWide(const QString &symbol)
{
    return !symbol.isEmpty() && symbol.front().unicode() >= 0x2E80;
}

/// Width of a character's ink in em, as common fonts have it.
double inkWidth(const QString &symbol)
{
    const QChar c = symbol.isEmpty() ? QChar(u' ') : symbol.front();
    if (QStringView(u"，。、；：！？．（）《》“”‘’【】").contains(c))
        return 0.28;
    if (isWide(symbol))
        return 0.88;
    if (QStringView(u".,:;'!|Iil`").contains(c))
        return 0.11;
    if (QStringView(u"jtfr()[]{}1\"/\\-").contains(c))
        return 0.28;
    if (QStringView(u"mwMWQ@%&—").contains(c))
        return 0.75;
    return c.isUpper() ? 0.55 : 0.45;
}

/// Rows that are inked nearly from end to end are lines under or over the text.
QList<std::pair<int, int>> textRows(const QRect &line, const InkMap &ink)
{
    QList<std::pair<int, int>> rows;
    for (int y = line.top(); y <= line.bottom(); ++y) {
        if (ink.inkIn(QRect(line.left(), y, line.width(), 1)) > 0.7 * line.width())
            continue;
        if (!rows.isEmpty() && rows.last().second == y)
            rows.last().second = y + 1;
        else
            rows.append({y, y + 1});
    }
    return rows;
}

std::vector<Run> runsOf(const QRect &line, const InkMap &ink)
{
    const auto rows = textRows(line, ink);
    std::vector<Run> runs;
    for (int x = line.left(); x <= line.right(); ++x) {
        const bool isInked = std::any_of(rows.begin(), rows.end(), [&](const auto &row) { return ink.inkIn(QRect(x, row.first, 1, row.second - row.first)) > 0; });
        if (!isInked)
            continue;
        if (!runs.empty() && runs.back().end == x)
            runs.back().end = x + 1;
        else
            runs.push_back({x, x + 1});
    }
    return runs;
}

/// One way to go on: `symbols` characters on `runs` runs.
struct Move {
    int symbols = 0;
    int runs = 0;
};

/// All ways to place the characters of a line on its runs, and what each costs.
class Fit
{
public:
    Fit(const QList<GuessedSymbol> &symbols, const std::vector<Run> &runs, double em)
        : m_symbols(symbols)
        , m_runs(runs)
        , m_em(em)
        , m_width(runs.size() + 1)
        , m_before((std::size_t(symbols.size()) + 1) * m_width, impossible)
        , m_behind(m_before.size(), impossible)
    {
        m_widths.push_back(0);
        for (const GuessedSymbol &symbol : symbols)
            m_widths.push_back(m_widths.back() + inkWidth(symbol.text));
        solve();
    }

    double cost() const { return m_before.back(); }

    /// Widens each extent to wherever a way that costs at most `most` has its character.
    void widen(QList<SymbolExtent> &extents, double most) const
    {
        forEachPlace([&](int s, int r) {
            const double before = m_before[index(s, r)];
            if (before > most)
                return;
            forEachMove(s, r, [&](Move move, double cost) {
                if (move.symbols == 0 || move.runs == 0 || before + cost + m_behind[index(s + move.symbols, r + move.runs)] > most)
                    return;
                // Characters that share a run touch: no cut parts them safely.
                for (int i = s; i < s + move.symbols; ++i) {
                    extents[i].start = std::min(extents.at(i).start, m_runs[std::size_t(r)].start);
                    extents[i].end = std::max(extents.at(i).end, m_runs[std::size_t(r + move.runs - 1)].end);
                }
            });
        });
    }

private:
    std::size_t index(int s, int r) const { return std::size_t(s) * m_width + std::size_t(r); }

    template<typename Take>
    void forEachPlace(const Take &take) const
    {
        for (int s = 0; s <= int(m_symbols.size()); ++s) {
            for (int r = 0; r <= int(m_runs.size()); ++r)
                take(s, r);
        }
    }

    template<typename Take>
    void forEachMove(int s, int r, const Take &take) const
    {
        const int symbols = int(m_symbols.size());
        const int runs = int(m_runs.size());
        if (r < runs) // a speck, a border
            take(Move {0, 1}, 1.0 + 2.0 * (m_runs[std::size_t(r)].end - m_runs[std::size_t(r)].start) / m_em);
        if (s < symbols) // a character that is not there
            take(Move {1, 0}, 4.0);
        for (int k = 1; s < symbols && k <= mostRunsOfOne && r + k <= runs; ++k)
            take(Move {1, k}, oneCost(s, r, k));
        for (int m = 2; r < runs && m <= mostInOneRun && s + m <= symbols; ++m)
            take(Move {m, 1}, sharedCost(s, r, m));
    }

    void solve()
    {
        m_before.front() = 0;
        forEachPlace([this](int s, int r) {
            const double before = m_before[index(s, r)];
            if (before >= impossible)
                return;
            forEachMove(s, r, [&](Move move, double cost) {
                double &to = m_before[index(s + move.symbols, r + move.runs)];
                to = std::min(to, before + cost);
            });
        });
        m_behind.back() = 0;
        for (int s = int(m_symbols.size()); s >= 0; --s) {
            for (int r = int(m_runs.size()); r >= 0; --r) {
                double &from = m_behind[index(s, r)];
                forEachMove(s, r, [&](Move move, double cost) { from = std::min(from, cost + m_behind[index(s + move.symbols, r + move.runs)]); });
            }
        }
    }

    double placeCost(int s, int start, int end) const
    {
        const QRect &guess = m_symbols.at(s).box;
        return 0.12 * std::abs((start + end) / 2.0 - (guess.left() + guess.width() / 2.0)) / m_em;
    }

    double oneCost(int s, int r, int k) const
    {
        const Run &first = m_runs[std::size_t(r)];
        const Run &last = m_runs[std::size_t(r + k - 1)];
        const double off = ((last.end - first.start) / m_em - (m_widths[std::size_t(s) + 1] - m_widths[std::size_t(s)])) / 0.2;
        double cost = std::min(off * off, 12.0) + placeCost(s, first.start, last.end);
        if (k > 1)
            cost += (k - 1) * (isWide(m_symbols.at(s).text) ? 0.2 : 2.0);
        const bool goesOn = r > 0 && s > 0 && !m_symbols.at(s).startsWord;
        if (goesOn && first.start - m_runs[std::size_t(r - 1)].end > 0.7 * m_em)
            cost += 2;
        return cost;
    }

    double sharedCost(int s, int r, int m) const
    {
        const Run &run = m_runs[std::size_t(r)];
        const double expected = m_widths[std::size_t(s + m)] - m_widths[std::size_t(s)] + 0.06 * (m - 1);
        const double off = ((run.end - run.start) / m_em - expected) / (0.2 * std::sqrt(double(m)));
        return std::min(off * off, 12.0) + 0.8 * (m - 1) + placeCost(s + m / 2, run.start, run.end);
    }

    const QList<GuessedSymbol> &m_symbols;
    const std::vector<Run> &m_runs;
    const double m_em;
    const std::size_t m_width;
    std::vector<double> m_widths; ///< Of the first characters together.
    std::vector<double> m_before; ///< Of the best way to have placed some characters on some runs.
    std::vector<double> m_behind; ///< Of the best way to place the others on the others.
};

/// How large the characters may be. The height of a line says it only roughly: capitals alone are lower than Han, and a comma's
/// box may hang far below. How long the line is says it better, where no wide gaps are in it.
QList<double> emsOf(const QList<GuessedSymbol> &symbols, const std::vector<Run> &runs, int height)
{
    double advances = 0;
    for (const GuessedSymbol &symbol : symbols)
        advances += isWide(symbol.text) ? 1.0 : inkWidth(symbol.text) + 0.1;
    double length = 0;
    for (std::size_t i = 0; i < runs.size(); ++i)
        length += runs[i].end - runs[i].start + (i > 0 ? std::min(runs[i].start - runs[i - 1].end, height / 4) : 0);
    QList<double> ems;
    for (const double share : {0.9, 1.0, 1.1})
        ems.append(std::max(2.0, share * length / advances));
    for (const double share : {0.7, 0.85, 1.0, 1.25})
        ems.append(std::max(2.0, share * height));
    return ems;
}

/// The run that holds a column or the next one behind it.
std::size_t runAt(const std::vector<Run> &runs, int column)
{
    const auto at = std::upper_bound(runs.begin(), runs.end(), column, [](int x, const Run &run) { return x < run.end; });
    return std::size_t(at - runs.begin());
}

/// An extent takes all of the runs that it touches.
void takeWhole(SymbolExtent &extent, const std::vector<Run> &runs)
{
    if (const std::size_t first = runAt(runs, extent.start); first < runs.size() && runs[first].start < extent.end)
        extent.start = std::min(extent.start, runs[first].start);
    if (const std::size_t last = runAt(runs, extent.end - 1); last < runs.size() && runs[last].start < extent.end)
        extent.end = std::max(extent.end, runs[last].end);
}

/// What lies beside a character and is no other one's may be a part of it.
void takeLeft(QList<SymbolExtent> &extents, const std::vector<Run> &runs, double reach)
{
    const QList<SymbolExtent> fitted = extents;
    for (const Run &run : runs) {
        const bool isTaken = std::any_of(fitted.begin(), fitted.end(), [&](const SymbolExtent &e) { return e.start < run.end && run.start < e.end; });
        if (isTaken)
            continue;
        for (qsizetype i = 0; i < extents.size(); ++i) {
            if (fitted.at(i).start >= run.end && fitted.at(i).start - run.end < reach)
                extents[i].start = std::min(extents.at(i).start, run.start);
            if (fitted.at(i).end <= run.start && run.start - fitted.at(i).end < reach)
                extents[i].end = std::max(extents.at(i).end, run.end);
        }
    }
}

} // namespace

QList<SymbolExtent> placeSymbols(const QList<GuessedSymbol> &symbols, const QRect &line, const InkMap &ink)
{
    constexpr std::size_t most = 1000;
    const std::vector<Run> runs = runsOf(line.intersected(ink.bounds()), ink);
    if (symbols.isEmpty() || runs.empty() || runs.size() > most || std::size_t(symbols.size()) > most)
        return {};
    std::vector<std::unique_ptr<Fit>> fits;
    double best = std::numeric_limits<double>::max();
    for (const double em : emsOf(symbols, runs, line.height())) {
        fits.push_back(std::make_unique<Fit>(symbols, runs, em));
        best = std::min(best, fits.back()->cost());
    }
    if (best >= 4.0 * double(symbols.size()))
        return {};
    constexpr double doubt = 2.5; // a way that costs so little more may be the true one
    QList<SymbolExtent> extents(symbols.size(), {ink.bounds().right() + 1, 0});
    for (const auto &fit : fits)
        fit->widen(extents, best + doubt);
    for (qsizetype i = 0; i < symbols.size(); ++i) {
        const QRect &guess = symbols.at(i).box;
        SymbolExtent &extent = extents[i];
        const bool isNowhere = extent.start >= extent.end;
        const double apart = std::abs(extent.start + extent.end - 2.0 * guess.left() - guess.width()) / 2.0;
        if (!isNowhere && apart < farOff * line.height())
            continue;
        extent.start = std::min(extent.start, guess.left());
        extent.end = std::max(extent.end, guess.left() + guess.width());
        takeWhole(extent, runs);
    }
    takeLeft(extents, runs, 0.3 * line.height());
    return extents;
}

} // namespace dw
