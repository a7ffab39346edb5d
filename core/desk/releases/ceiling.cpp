#include "core/desk/releases/ceiling.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dw {

using namespace Qt::StringLiterals;

Result<Ceiling> Ceiling::load(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"release.data"_s, {file}, source.errorString());
    Ceiling ceiling;
    for (const QJsonValue value : QJsonDocument::fromJson(source.readAll()).object().value("rows"_L1).toArray()) {
        const QJsonObject json = value.toObject();
        const auto list = [&](QLatin1StringView key) { return json.value(key).toVariant().toStringList(); };
        Row row {list("phases"_L1), list("sides"_L1), {}, list("treatments"_L1), json.value("team"_L1) == "clean"_L1,
            json.value("exception"_L1).toString()};
        for (const QJsonValue level : json.value("levels"_L1).toArray())
            row.levels.append(level.toInt());
        if (row.phases.isEmpty() || row.sides.isEmpty() || row.levels.isEmpty() || row.treatments.isEmpty())
            return fail(ErrorCode::Internal, u"release.data"_s, {file}, u"an incomplete row"_s);
        ceiling.m_rows.append(row);
    }
    if (ceiling.m_rows.isEmpty())
        return fail(ErrorCode::Internal, u"release.data"_s, {file}, u"no rows"_s);
    return ceiling;
}

Ceiling::Answer Ceiling::judge(const Question &question) const
{
    Answer best = Answer::NothingGoes;
    for (const Row &row : m_rows) {
        if (!row.phases.contains(question.phase) || !row.sides.contains(question.side))
            continue;
        Answer answer = Answer::Admitted;
        if (!row.levels.contains(question.level))
            answer = Answer::LevelTooHigh;
        else if (row.isCleanOnly && !question.isCleanTeam)
            answer = Answer::CleanTeamOnly;
        else if (!row.treatments.contains(question.treatment))
            answer = Answer::TreatmentNeeded;
        if (answer == Answer::Admitted)
            return answer;
        if (best == Answer::NothingGoes || answer != Answer::LevelTooHigh)
            best = answer; // the row of this level says more than that others are of another
    }
    return best;
}

QString Ceiling::exceptionRule(const Question &question) const
{
    for (const Row &row : m_rows) {
        if (row.phases.contains(question.phase) && row.sides.contains(question.side) && row.levels.contains(question.level))
            return row.exception;
    }
    return {};
}

int Ceiling::highestLevel(const QString &phase, const QString &side) const
{
    int highest = 0;
    for (const Row &row : m_rows) {
        if (row.phases.contains(phase) && row.sides.contains(side))
            highest = qMax(highest, *std::max_element(row.levels.cbegin(), row.levels.cend()));
    }
    return highest;
}

} // namespace dw
