#include "ui/models/measuretext.h"

#include "ui/text/idtext.h"

#include <QCoreApplication>

namespace dw::measuretext {

using namespace Qt::StringLiterals;

ChipSpec chip(Status status)
{
    const QString text = idtext::status(statusId(status));
    switch (status) {
    case Status::Red:
        return {text, u"circle-alert"_s, Tone::Bad};
    case Status::Amber:
        return {text, u"clock"_s, Tone::Warn};
    case Status::Green:
        return {text, u"circle-check"_s, Tone::Good};
    case Status::GreenSigned:
        return {text, u"badge-check"_s, Tone::Good};
    case Status::NotApplicable:
        break;
    }
    return {text, u"circle-minus"_s, Tone::Neutral};
}

ChipSpec chip(const MeasureStatus &row)
{
    if (row.isChangedSinceSigned)
        return {QCoreApplication::translate("MeasureText", "Changed"), u"refresh-cw"_s, Tone::Warn};
    return chip(row.status);
}

ChipSpec checkChip(const CheckResult &check)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("MeasureText", text); };
    switch (check.outcome) {
    case CheckResult::Outcome::Passed:
        return {say(QT_TRANSLATE_NOOP("MeasureText", "Holds")), u"circle-check"_s, Tone::Good};
    case CheckResult::Outcome::Failed:
        return {say(QT_TRANSLATE_NOOP("MeasureText", "Does not hold")), u"circle-alert"_s, Tone::Bad};
    case CheckResult::Outcome::NoData:
        return {say(QT_TRANSLATE_NOOP("MeasureText", "Nothing entered")), u"circle-dashed"_s, Tone::Bad};
    case CheckResult::Outcome::NilReturnDue:
        return {say(QT_TRANSLATE_NOOP("MeasureText", "Nil return due")), u"pen-line"_s, Tone::Warn};
    case CheckResult::Outcome::NotApplicable:
        break;
    }
    return {say(QT_TRANSLATE_NOOP("MeasureText", "Does not count")), u"circle-minus"_s, Tone::Neutral};
}

namespace {

QString words(const StatusReason &item, const MeasureCatalogue &catalogue, bool chinese)
{
    const CheckDecl *check = item.args.isEmpty() ? nullptr : catalogue.check(item.args.first());
    const QString text = idtext::statusReason(item.id, item.args);
    return check ? check->title.in(chinese) + QCoreApplication::translate("MeasureText", ": ") + text : text;
}

} // namespace

QStringList reasons(const MeasureStatus &row, const MeasureCatalogue &catalogue, bool chinese)
{
    QStringList list;
    for (const StatusReason &item : row.reasons)
        list.append(words(item, catalogue, chinese));
    return list;
}

QString reason(const MeasureStatus &row, const MeasureCatalogue &catalogue, bool chinese)
{
    return row.reasons.isEmpty() ? QString() : words(row.reasons.first(), catalogue, chinese);
}

} // namespace dw::measuretext
