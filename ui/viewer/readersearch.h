#pragma once

#include "core/desk/documents/wordsearch.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace dw {

/// Searches the text of a document that is open. The text of every page that was read once stays in memory, wiped when the
/// document is closed, so that a second search reads nothing. Hits stream in from a given page on, round to the page
/// before it.
class ReaderSearch final : public QObject
{
    Q_OBJECT

public:
    struct Hit {
        int page = 0;
        int from = 0; ///< In the normalised text of the page.
        int length = 0;
    };

    explicit ReaderSearch(QObject *parent = nullptr);
    ~ReaderSearch() override;

    void setPageCount(int pages); ///< Forgets everything.
    void put(int page, const SearchText &text) { put(page, text.text()); }
    void put(int page, const QString &text); ///< Normalised. Another text than was known: the search begins again.
    void skip(int page); ///< Cannot be read: it counts as empty.
    bool hasText(int page) const { return m_pages.at(std::size_t(page)).isKnown; }
    QList<int> unread(int from, int most) const; ///< Pages without text, in the order they are searched.

    void start(const QString &words, WordMatch match, int fromPage);
    void stop();
    bool isRunning() const { return m_isRunning; }
    int searchedPages() const { return m_searched; }

    int count() const { return int(m_hits.size()); } ///< In the order they were found.
    const Hit &hit(int index) const { return m_hits.at(index); }
    QList<int> hitsOn(int page) const; ///< Indexes.
    QString around(const Hit &hit, int characters) const; ///< The hit with what stands before and after it.

signals:
    void started();
    void hitsFound(int first, int count);
    void textWanted(const QList<int> &pages);
    void finished();

private:
    struct PageText {
        const char16_t *text = nullptr;
        int length = 0;
        bool isKnown = false;
    };
    class Room;

    QStringView textOf(int page) const;
    void step();
    void searchPage(int page);
    int nextPage() const { return (m_from + m_searched) % int(m_pages.size()); }

    std::vector<PageText> m_pages;
    std::vector<std::unique_ptr<Room>> m_rooms;
    QString m_words, m_wanted; ///< As typed; normalised.
    WordMatch m_match = WordMatch::Substring;
    int m_from = 0;
    int m_searched = 0;
    bool m_isRunning = false;
    QList<Hit> m_hits;
    QHash<int, std::pair<int, int>> m_onPage; ///< First and count.
    QTimer m_timer;
};

} // namespace dw
