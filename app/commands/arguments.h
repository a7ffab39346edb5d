#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>

namespace dw {

/// What follows a command's name: words in order, and options. "--x value" or "--x=value" for options that take
/// one, "--x" for flags; "--" ends the options; "field=value" is an ordinary word.
class Arguments
{
public:
    /// `valued` and `flags` without the dashes. An option that is in neither is an error: "usage.unknown_option".
    static Result<Arguments> parse(const QStringList &words, const QStringList &valued, const QStringList &flags);

    const QStringList &words() const { return m_words; }
    QString word(int index) const { return m_words.value(index); }
    bool has(const QString &option) const { return m_values.contains(option); }
    QString value(const QString &option, const QString &fallback = {}) const;
    QStringList values(const QString &option) const; ///< All, for options that may be repeated.

private:
    QStringList m_words;
    QHash<QString, QStringList> m_values;
};

} // namespace dw
