#include "core/engines/find/wordlists.h"

#include "core/engines/find/mappedtext.h"

#include <QFile>

namespace dw {

std::u32string WordLists::folded(QStringView word)
{
    std::u32string result;
    for (const char32_t c : word.toUcs4())
        result.push_back(foldedForNames(c));
    return result;
}

WordLists::WordLists(const QString &name)
{
    QFile file(u":/find/" + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a list of the name finder is not compiled in: %s", qPrintable(name));
    const QString all = QString::fromUtf8(file.readAll());
    QString section;
    for (const QStringView line : QStringView(all).split(u'\n')) {
        const QStringView trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u'#'))
            continue;
        if (trimmed.startsWith(u'[') && trimmed.endsWith(u']')) {
            section = trimmed.sliced(1, trimmed.size() - 2).toString();
            continue;
        }
        for (const QStringView word : trimmed.split(u' ', Qt::SkipEmptyParts))
            m_sections[section].append(folded(word));
    }
}

const QList<std::u32string> &WordLists::section(const QString &name) const
{
    static const QList<std::u32string> none;
    const auto found = m_sections.constFind(name);
    return found == m_sections.constEnd() ? none : *found;
}

void WordLists::addTo(WordSet &set, const QString &section, quint8 value) const
{
    for (const std::u32string &word : this->section(section))
        set.add(word, value);
}

} // namespace dw
