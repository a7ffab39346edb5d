#pragma once

#include "core/engines/find/scanner.h"

namespace dw {

/// One of the names that somebody has told us to look for.
struct DictionaryName {
    QString text;
    QString type; ///< "COMPANY", "PERSON" or a category of the user's own.
    QString sub = {}; ///< "alias" for a short name.
    QString reason = found::dictionary.toString();
    QString evidence = {}; ///< Shown as the reason: of an alias, whose it is.
    double score = 1.0;
};

/// Finds the deal's own names: whatever their width, case, traditional or simplified characters, and with the
/// spaces and line breaks that extractors invent. The longest name at each place wins. A Latin name is found as
/// whole words only. A filter on the first characters passes over nearly all places without touching a name, so
/// that a hundred thousand names cost little more than ten.
class NameDictionary final : public Scanner
{
public:
    explicit NameDictionary(const QList<DictionaryName> &names);

    bool isEmpty() const { return m_names.empty(); }
    void scan(const MappedText &text, QList<FoundSpan> &found) const override;

    /// `text` as names are compared.
    static std::u32string normalised(QStringView text);

private:
    struct Name {
        quint32 at = 0, size = 0; ///< In m_pool.
        quint32 index = 0; ///< In m_given.
    };
    struct Bucket {
        quint64 key = 0; ///< The first two characters; 0: empty.
        quint32 from = 0, to = 0; ///< In m_names.
    };
    struct Match {
        const Name *name = nullptr;
        std::size_t end = 0;
    };

    std::u32string_view textOf(const Name &name) const { return std::u32string_view(m_pool).substr(name.at, name.size); }
    void collect(const QList<DictionaryName> &names);
    void makeBuckets();
    const Bucket *bucket(quint64 key) const;
    Match longestAt(const std::u32string &text, std::size_t from) const;

    QList<DictionaryName> m_given;
    std::u32string m_pool;
    std::vector<Name> m_names; // sorted by text
    std::vector<Bucket> m_buckets; // open addressing; a power of two
    quint32 m_filterMask = 0;
    std::vector<quint64> m_firsts; // bits of first characters
    std::vector<quint64> m_filter; // bits of hashed beginnings: two characters; then two of short names, three of others
};

} // namespace dw
