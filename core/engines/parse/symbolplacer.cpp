#include "core/engines/parse/symbolplacer.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dw {

namespace {

constexpr double impossible = 1e9;
constexpr int mostRunsOfOne = 5; ///< A character of several strokes side by side.
constexpr int mostInOneRun = 8; ///< Characters that touch.

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

class Fit
{
public:
    Fit(const QList<GuessedSymbol> &symbols, const std::vector<Run> &runs, double em)
        : m_symbols(symbols)
        , m_runs(runs)
        , m_em(em)
        , m_width(runs.size() + 1)
        , m_cost((std::size_t(symbols.size()) + 1) * m_width, impossible)
        , m_move(m_cost.size())
    {
        solve();
    }

    double cost() const { return m_cost.back(); }

    QList<SymbolExtent> extents() const
    {
        QList<SymbolExtent> result(m_symbols.size());
        int s = int(m_symbols.size());
        int r = int(m_runs.size());
        while (s > 0 || r > 0) {
            const Move move = m_move[index(s, r)];
            if (move.symbols == 0 && move.runs == 0)
                return {};
            s -= move.symbols;
            r -= move.runs;
            if (move.symbols > 0)
                spread(result, s, r, move);
        }
        return result;
    }

private:
    std::size_t index(int s, int r) const { return std::size_t(s) * m_width + std::size_t(r); }

    void relax(int s, int r, Move move, double cost)
    {
        const std::size_t to = index(s + move.symbols, r + move.runs);
        const double total = m_cost[index(s, r)] + cost;
        if (total < m_cost[to]) {
            m_cost[to] = total;
            m_move[to] = move;
        }
    }

    void solve()
    {
        const int symbols = int(m_symbols.size());
        const int runs = int(m_runs.size());
        m_cost[0] = 0;
        for (int s = 0; s <= symbols; ++s) {
            for (int r = 0; r <= runs; ++r) {
                if (m_cost[index(s, r)] >= impossible)
                    continue;
                if (r < runs) // a speck, a border
                    relax(s, r, {0, 1}, 1.0 + 2.0 * (m_runs[std::size_t(r)].end - m_runs[std::size_t(r)].start) / m_em);
                if (s < symbols) // a character that is not there
                    relax(s, r, {1, 0}, 4.0);
                for (int k = 1; s < symbols && k <= mostRunsOfOne && r + k <= runs; ++k)
                    relax(s, r, {1, k}, oneCost(s, r, k));
                for (int m = 2; r < runs && m <= mostInOneRun && s + m <= symbols; ++m)
                    relax(s, r, {m, 1}, sharedCost(s, r, m));
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
        const QString &text = m_symbols.at(s).text;
        const double off = ((last.end - first.start) / m_em - inkWidth(text)) / 0.2;
        double cost = std::min(off * off, 12.0) + placeCost(s, first.start, last.end) + (k - 1) * (isWide(text) ? 0.2 : 2.0);
        const bool goesOn = r > 0 && s > 0 && !m_symbols.at(s).startsWord;
        if (goesOn && first.start - m_runs[std::size_t(r - 1)].end > 0.7 * m_em)
            cost += 2;
        return cost;
    }

    double sharedCost(int s, int r, int m) const
    {
        const Run &run = m_runs[std::size_t(r)];
        double expected = 0;
        for (int i = 0; i < m; ++i)
            expected += inkWidth(m_symbols.at(s + i).text) + (i > 0 ? 0.06 : 0);
        const double off = ((run.end - run.start) / m_em - expected) / (0.2 * std::sqrt(double(m)));
        return std::min(off * off, 12.0) + 0.8 * (m - 1) + placeCost(s + m / 2, run.start, run.end);
    }

    /// Characters that share a run divide it by their usual widths.
    void spread(QList<SymbolExtent> &result, int s, int r, Move move) const
    {
        if (move.runs == 0) {
            const int at = r > 0 ? m_runs[std::size_t(r - 1)].end : m_runs.front().start;
            result[s] = {at, at};
            return;
        }
        const int start = m_runs[std::size_t(r)].start;
        const int end = m_runs[std::size_t(r + move.runs - 1)].end;
        double total = 0;
        for (int i = 0; i < move.symbols; ++i)
            total += inkWidth(m_symbols.at(s + i).text);
        double before = 0;
        for (int i = 0; i < move.symbols; ++i) {
            const double width = inkWidth(m_symbols.at(s + i).text);
            result[s + i] = {start + int((end - start) * before / total), start + int(std::ceil((end - start) * (before + width) / total))};
            before += width;
        }
    }

    const QList<GuessedSymbol> &m_symbols;
    const std::vector<Run> &m_runs;
    const double m_em;
    const std::size_t m_width;
    std::vector<double> m_cost; ///< Of the best way to have placed some characters on some runs.
    std::vector<Move> m_move; ///< The last step of that way.
};

} // namespace

QList<SymbolExtent> placeSymbols(const QList<GuessedSymbol> &symbols, const QRect &line, const InkMap &ink)
{
    constexpr std::size_t most = 1000;
    const std::vector<Run> runs = runsOf(line.intersected(ink.bounds()), ink);
    if (symbols.isEmpty() || runs.empty() || runs.size() > most || std::size_t(symbols.size()) > most)
        return {};
    // How high a line is says only roughly how wide its characters are: capitals alone are lower than Han.
    QList<SymbolExtent> best;
    double bestCost = std::numeric_limits<double>::max();
    for (const double share : {1.0, 0.9, 0.8, 0.7}) {
        const Fit fit(symbols, runs, line.height() / share);
        if (fit.cost() < bestCost) {
            bestCost = fit.cost();
            best = fit.extents();
        }
    }
    return bestCost < 4.0 * double(symbols.size()) ? best : QList<SymbolExtent>();
}

} // namespace dw
