#pragma once

#include "core/engines/find/wordset.h"

#include <QHash>
#include <QList>

namespace dw {

/// A file of resources/find: sections of words, folded as texts are.
class WordLists
{
public:
    /// `name` without folder: "surnames.txt". The files are compiled in; one that is not there is a fault of the build.
    explicit WordLists(const QString &name);

    const QList<std::u32string> &section(const QString &name) const;
    /// The words of one section, each with this value.
    void addTo(WordSet &set, const QString &section, quint8 value = 1) const;
    static std::u32string folded(QStringView word);

private:
    QHash<QString, QList<std::u32string>> m_sections;
};

} // namespace dw
