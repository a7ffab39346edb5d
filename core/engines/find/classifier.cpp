#include "core/engines/find/classifier.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QStringList strings(const QJsonValue &value)
{
    return value.toArray().toVariantList().isEmpty() ? QStringList() : value.toVariant().toStringList();
}

/// As a marking is compared: printed in one width and, often, with its characters set apart.
QString plainLine(const QString &line)
{
    QString plain = line.normalized(QString::NormalizationForm_KC);
    plain.removeIf([](QChar c) { return c.isSpace() || c == u'【' || c == u'】' || c == u'[' || c == u']' || c == u'(' || c == u')'; });
    return plain;
}

} // namespace

Result<Classifier> Classifier::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"resource.missing"_s, {path});
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const auto kindOf = [](const QJsonObject &object) {
        return Kind {object.value("level"_L1).toInt(3), strings(object.value("tags"_L1)), object.value("counts_as_name"_L1).toBool()};
    };
    Classifier rules;
    const QJsonObject kinds = root.value("kinds"_L1).toObject();
    if (kinds.isEmpty())
        return fail(ErrorCode::Internal, u"resource.missing"_s, {path});
    for (auto it = kinds.begin(); it != kinds.end(); ++it)
        rules.m_kinds.insert(it.key(), kindOf(it.value().toObject()));
    rules.m_others = kindOf(root.value("others"_L1).toObject());
    rules.m_nothing = root.value("nothing"_L1).toInt(1);
    const QJsonObject volume = root.value("volume"_L1).toObject();
    rules.m_volumeLevel = volume.value("level"_L1).toInt(4);
    rules.m_names = volume.value("names"_L1).toInt(100);
    rules.m_sensitive = volume.value("sensitive"_L1).toInt(10);
    const QJsonObject markings = root.value("markings"_L1).toObject();
    rules.m_words = strings(markings.value("words"_L1));
    rules.m_stars = strings(markings.value("followed_by"_L1));
    rules.m_before = strings(markings.value("before_alone"_L1));
    rules.m_after = strings(markings.value("after_alone"_L1));
    return rules;
}

const Classifier::Kind &Classifier::kind(const QString &type) const
{
    const auto known = m_kinds.constFind(type);
    return known == m_kinds.cend() ? m_others : *known;
}

int Classifier::levelOf(const QString &type) const
{
    return kind(type).level;
}

bool Classifier::isSensitive(const QString &type) const
{
    return kind(type).tags.contains(u"sensitive"_s);
}

bool Classifier::isPersonal(const QString &type) const
{
    return kind(type).tags.contains(u"personal"_s);
}

ClassProposal Classifier::propose(const QHash<QString, int> &values, const QStringList &markings, int names, int sensitive) const
{
    ClassProposal proposal;
    proposal.level = m_nothing;
    int nameCount = 0, sensitiveCount = 0;
    QSet<QString> tags;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const Kind &rule = kind(it.key());
        if (it.value() <= 0)
            continue;
        nameCount += rule.countsAsName ? it.value() : 0;
        sensitiveCount += rule.tags.contains(u"sensitive"_s) ? it.value() : 0;
        tags.unite(QSet<QString>(rule.tags.begin(), rule.tags.end()));
        proposal.evidence.append({u"kind"_s, it.key(), it.value(), rule.level});
    }
    if (nameCount >= (names > 0 ? names : m_names))
        proposal.evidence.append({u"volume_names"_s, {}, nameCount, m_volumeLevel});
    if (sensitiveCount >= (sensitive > 0 ? sensitive : m_sensitive))
        proposal.evidence.append({u"volume_sensitive"_s, {}, sensitiveCount, m_volumeLevel});
    for (const ClassProposal::Evidence &evidence : std::as_const(proposal.evidence))
        proposal.level = std::max(proposal.level, evidence.level);
    std::sort(proposal.evidence.begin(), proposal.evidence.end(), [](const auto &a, const auto &b) {
        return std::tuple(-a.level, -a.count, a.what) < std::tuple(-b.level, -b.count, b.what);
    });
    for (const QString &marking : markings) {
        proposal.isBlocked = true;
        proposal.level = m_volumeLevel;
        proposal.evidence.prepend({u"marking"_s, marking, 1, 0});
    }
    proposal.tags = QStringList(tags.begin(), tags.end());
    proposal.tags.sort();
    return proposal;
}

bool Classifier::isMarkingLine(const QString &line, const QString &word) const
{
    QStringView rest(line);
    for (const QString &before : m_before) {
        if (rest.startsWith(before)) {
            rest = rest.sliced(before.size());
            if (rest.startsWith(u':'))
                rest = rest.sliced(1);
            break;
        }
    }
    if (!rest.startsWith(word))
        return false;
    rest = rest.sliced(word.size());
    return rest.isEmpty() || m_after.contains(rest.toString());
}

QStringList Classifier::markingsIn(const QString &text) const
{
    QStringList found;
    const auto hasWord = [&](const QString &word) { return text.contains(word.first(1)) && text.contains(word.last(1)); };
    if (std::none_of(m_words.begin(), m_words.end(), hasWord))
        return found; // nearly every text
    for (const QString &raw : text.split(u'\n')) {
        const QString line = plainLine(raw);
        for (const QString &word : m_words) {
            const auto isStarred = [&](const QString &star) { return line.contains(word + star); };
            if (!found.contains(word) && (isMarkingLine(line, word) || std::any_of(m_stars.begin(), m_stars.end(), isStarred)))
                found.append(word);
        }
    }
    return found;
}

} // namespace dw
