#include "ui/viewer/readersearch.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstring>

namespace dw {

namespace {

constexpr int sliceMs = 3; // of the window's thread
constexpr int mostHits = 100'000;
constexpr int asked = 16; // pages asked for at once

} // namespace

/// Text of many pages, wiped at the end.
class ReaderSearch::Room
{
public:
    static constexpr std::size_t usual = 1 << 18;

    explicit Room(std::size_t size)
        : m_text(size)
    {
    }
    ~Room() { explicit_bzero(m_text.data(), m_text.size() * sizeof(char16_t)); }
    Room(const Room &) = delete;
    Room &operator=(const Room &) = delete;

    const char16_t *add(const QString &text)
    {
        if (m_text.size() - m_used < std::size_t(text.size()))
            return nullptr;
        char16_t *const at = m_text.data() + m_used;
        std::memcpy(at, text.utf16(), std::size_t(text.size()) * sizeof(char16_t));
        m_used += std::size_t(text.size());
        return at;
    }

private:
    std::vector<char16_t> m_text;
    std::size_t m_used = 0;
};

ReaderSearch::ReaderSearch(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &ReaderSearch::step);
}

ReaderSearch::~ReaderSearch() = default;

void ReaderSearch::setPageCount(int pages)
{
    stop();
    m_hits.clear();
    m_onPage.clear();
    m_rooms.clear();
    m_pages.assign(std::size_t(pages), {});
}

void ReaderSearch::put(int page, const QString &words)
{
    if (page < 0 || std::size_t(page) >= m_pages.size() || (hasText(page) && textOf(page) == words))
        return;
    const bool isOther = hasText(page);
    const char16_t *at = m_rooms.empty() ? nullptr : m_rooms.back()->add(words);
    if (!at) {
        m_rooms.push_back(std::make_unique<Room>(std::max(Room::usual, std::size_t(words.size()))));
        at = m_rooms.back()->add(words);
    }
    m_pages[std::size_t(page)] = {at, int(words.size()), true};
    if (isOther && !m_wanted.isEmpty())
        start(m_words, m_match, m_from); // hits are places in the text
    else if (m_isRunning)
        m_timer.start();
}

void ReaderSearch::skip(int page)
{
    if (page >= 0 && std::size_t(page) < m_pages.size())
        m_pages[std::size_t(page)].isKnown = true;
    if (m_isRunning)
        m_timer.start();
}

QList<int> ReaderSearch::unread(int from, int most) const
{
    QList<int> list;
    const int count = int(m_pages.size());
    for (int i = 0; i < count && list.size() < most; ++i) {
        if (const int page = (from + i) % count; !hasText(page))
            list.append(page);
    }
    return list;
}

QStringView ReaderSearch::textOf(int page) const
{
    const PageText &text = m_pages.at(std::size_t(page));
    return {text.text, text.length};
}

void ReaderSearch::start(const QString &words, WordMatch match, int fromPage)
{
    stop();
    m_hits.clear();
    m_onPage.clear();
    m_searched = 0;
    m_from = std::max(0, fromPage);
    m_words = words;
    m_wanted = SearchText::normalised(words);
    m_match = match;
    emit started();
    if (m_wanted.isEmpty() || m_pages.empty()) {
        emit finished();
        return;
    }
    m_isRunning = true;
    step();
}

void ReaderSearch::stop()
{
    m_timer.stop();
    m_isRunning = false;
}

void ReaderSearch::step()
{
    QElapsedTimer clock;
    clock.start();
    const int before = count();
    const int pages = int(m_pages.size());
    m_timer.start();
    while (m_searched < pages && clock.elapsed() < sliceMs && count() < mostHits) {
        const int page = nextPage();
        if (!hasText(page)) {
            m_timer.stop(); // until put()
            emit textWanted(unread(page, asked));
            break;
        }
        searchPage(page);
        ++m_searched;
    }
    const bool isDone = m_searched >= pages || count() >= mostHits;
    if (isDone)
        stop();
    if (count() > before)
        emit hitsFound(before, count() - before);
    if (isDone)
        emit finished();
}

void ReaderSearch::searchPage(int page)
{
    const QStringView text = textOf(page);
    const int first = count();
    for (qsizetype at = text.indexOf(m_wanted); at >= 0; at = text.indexOf(m_wanted, at + m_wanted.size())) {
        if (m_match == WordMatch::Substring || SearchText::isWhole(text, at, m_wanted.size()))
            m_hits.append({page, int(at), int(m_wanted.size())});
    }
    if (count() > first)
        m_onPage.insert(page, {first, count() - first});
}

QList<int> ReaderSearch::hitsOn(int page) const
{
    QList<int> list;
    const auto [first, number] = m_onPage.value(page);
    for (int i = 0; i < number; ++i)
        list.append(first + i);
    return list;
}

QString ReaderSearch::around(const Hit &hit, int characters) const
{
    const QStringView text = textOf(hit.page);
    const qsizetype from = std::max(0, hit.from - characters);
    return text.mid(from, hit.from - from + hit.length + 4 * characters).toString();
}

} // namespace dw
