#pragma once

#include "core/base/result.h"
#include "core/domain/registerdecl.h"

#include <QHash>

namespace dw {

/// The report's own words, from `:/report/words.json`: content, not the window's language.
class ReportWords
{
public:
    static Result<ReportWords> load(); ///< "report.words"

    /// Asserts that the id exists: a report with a hole in its words is a bug.
    const LocalText &operator[](QStringView id) const;
    bool has(QStringView id) const { return m_words.contains(id.toString()); }

private:
    QHash<QString, LocalText> m_words;
};

/// Puts words in the report's language: "en", "zh", or "both" with `between` in the middle.
class ReportLanguage
{
public:
    explicit ReportLanguage(const QString &id)
        : m_hasEnglish(id != u"zh")
        , m_hasChinese(id != u"en")
    {
    }

    QString operator()(const LocalText &text, const QString &between = QStringLiteral(" ")) const;
    QStringList parts(const LocalText &text) const; ///< One or two, empty ones left out.
    bool isBoth() const { return m_hasEnglish && m_hasChinese; }
    QString tag() const { return m_hasEnglish ? QStringLiteral("en") : QStringLiteral("zh-CN"); } ///< RFC 5646.

private:
    bool m_hasEnglish;
    bool m_hasChinese;
};

} // namespace dw
