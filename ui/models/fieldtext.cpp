#include "ui/models/fieldtext.h"

#include "core/domain/measure.h"
#include "ui/text/idtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace dw::fieldtext {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("FieldText", text);
}

QString choiceText(const FieldDecl &field, const QString &id, Language language)
{
    for (const ChoiceDecl &choice : field.choices) {
        if (choice.id == id)
            return choice.title.in(language == Language::Chinese);
    }
    return id.isEmpty() ? id : idtext::readable(id);
}

QString separator()
{
    return say(QT_TRANSLATE_NOOP("FieldText", ", "));
}

} // namespace

QString date(const QDate &date)
{
    return date.isValid() ? QLocale().toString(date, u"yyyy-MM-dd"_s) : QString();
}

QString instant(qint64 utcMs)
{
    return utcMs ? QDateTime::fromMSecsSinceEpoch(utcMs).toString(u"yyyy-MM-dd HH:mm"_s) : QString();
}

QString withheld()
{
    return say(QT_TRANSLATE_NOOP("FieldText", "(above your clearance)"));
}

QString value(const FieldDecl &field, const QVariant &value, const LabelBook &labels, Language language)
{
    if (!value.isValid() || value.isNull())
        return {};
    const auto named = [&](const QString &id) {
        const QString name = labels.value(field.target).value(id);
        return name.isEmpty() ? say(QT_TRANSLATE_NOOP("FieldText", "(unknown)")) : name;
    };
    switch (field.type) {
    case FieldType::Bool:
        return value.toBool() ? say(QT_TRANSLATE_NOOP("FieldText", "Yes")) : say(QT_TRANSLATE_NOOP("FieldText", "No"));
    case FieldType::Integer:
        return QLocale().toString(value.toLongLong());
    case FieldType::Real:
        return QLocale().toString(value.toDouble(), 'f', QLocale::FloatingPointShortest);
    case FieldType::Instant:
        return instant(value.toLongLong());
    case FieldType::Choice:
        return choiceText(field, value.toString(), language);
    case FieldType::Choices: {
        QStringList list;
        for (const QString &id : value.toStringList())
            list.append(choiceText(field, id, language));
        return list.join(separator());
    }
    case FieldType::Level: {
        const int level = value.toInt();
        return level > 0 ? u"%1 %2"_s.arg(level).arg(idtext::level(level)) : QString();
    }
    case FieldType::Ref:
        return value.toString().isEmpty() ? QString() : named(value.toString());
    case FieldType::Refs: {
        QStringList list;
        for (const QString &id : value.toStringList())
            list.append(named(id));
        return list.join(separator());
    }
    case FieldType::Measure:
        return value.toString().isEmpty() ? QString() : measureTitle(value.toString(), language);
    case FieldType::Measures: {
        QStringList list;
        for (const QString &id : value.toStringList())
            list.append(measureTitle(id, language));
        return list.join(separator());
    }
    case FieldType::TextList:
        return value.toStringList().join(separator());
    default:
        return value.toString();
    }
}

QVariant sortKey(const FieldDecl &field, const QVariant &value, const QString &shown)
{
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Instant:
    case FieldType::Level:
    case FieldType::Bool:
        return value.toLongLong();
    case FieldType::Real:
        return value.toDouble();
    case FieldType::Date:
        return value.toString();
    default:
        return shown;
    }
}

ChipSpec stateChip(const RegisterDecl &decl, const QString &state, Language language)
{
    if (state.isEmpty())
        return {};
    const StateDecl *found = decl.stateDecl(state);
    const Tone tone = toneFromId(found ? QStringView(found->tone) : QStringView());
    const QString icon = tone == Tone::Good ? u"circle-check"_s
        : tone == Tone::Warn                ? u"clock"_s
        : tone == Tone::Bad                 ? u"circle-alert"_s
                                            : u"circle"_s;
    return {found ? found->title.in(language == Language::Chinese) : idtext::readable(state), icon, tone};
}

ChipSpec fieldChip(const FieldDecl &field, const QVariant &value)
{
    if (field.type == FieldType::Level && value.toInt() > 0)
        return levelChip(value.toInt());
    return {};
}

} // namespace dw::fieldtext
