#include "app/commands/arguments.h"

namespace dw {

using namespace Qt::StringLiterals;

Result<Arguments> Arguments::parse(const QStringList &words, const QStringList &valued, const QStringList &flags)
{
    Arguments arguments;
    bool optionsOver = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (optionsOver || !word.startsWith(u"--"_s)) {
            arguments.m_words.append(word);
            continue;
        }
        if (word == u"--"_s) {
            optionsOver = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        if (flags.contains(name) && equals < 0) {
            arguments.m_values[name].append(QString());
        } else if (valued.contains(name)) {
            if (equals < 0 && i + 1 >= words.size())
                return fail(ErrorCode::InvalidInput, u"usage.value_missing"_s, {u"--"_s + name});
            arguments.m_values[name].append(equals < 0 ? words.at(++i) : word.mid(equals + 1));
        } else {
            return fail(ErrorCode::InvalidInput, u"usage.unknown_option"_s, {word});
        }
    }
    return arguments;
}

QString Arguments::value(const QString &option, const QString &fallback) const
{
    const auto it = m_values.constFind(option);
    return it == m_values.cend() ? fallback : it->last();
}

QStringList Arguments::values(const QString &option) const
{
    return m_values.value(option);
}

} // namespace dw
