#include "ui/text/statustext.h"

#include <QCoreApplication>

#include <array>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    const char *id;
    const char *text;
};

constexpr std::array statusWords {
    Words {"na", QT_TRANSLATE_NOOP("StatusText", "Not applicable")},
    Words {"red", QT_TRANSLATE_NOOP("StatusText", "Red")},
    Words {"amber", QT_TRANSLATE_NOOP("StatusText", "Amber")},
    Words {"green", QT_TRANSLATE_NOOP("StatusText", "Green")},
    Words {"green_signed", QT_TRANSLATE_NOOP("StatusText", "Green, signed")},
};

// %1, %2: the reason's args; where an arg is a check or a function, its words.
constexpr std::array reasonWords {
    Words {"check_failed", QT_TRANSLATE_NOOP("StatusText", "Does not hold: %1 (%2)")},
    Words {"no_data", QT_TRANSLATE_NOOP("StatusText", "Nothing is recorded yet for: %1")},
    Words {"nil_return_due", QT_TRANSLATE_NOOP("StatusText", "Nothing happened, and nobody has signed so: %1")},
    Words {"signature_missing", QT_TRANSLATE_NOOP("StatusText", "Waits for the signature of %1")},
    Words {"signature_expired", QT_TRANSLATE_NOOP("StatusText", "The signature ran out on %1")},
    Words {"changed_since_signed", QT_TRANSLATE_NOOP("StatusText", "The data changed since it was signed")},
    Words {"due", QT_TRANSLATE_NOOP("StatusText", "Falls due on %1: %2")},
    Words {"exception", QT_TRANSLATE_NOOP("StatusText", "Carried by exception %1 until %2")},
    Words {"exception_expired", QT_TRANSLATE_NOOP("StatusText", "Exception %1 ran out on %2")},
    Words {"na", QT_TRANSLATE_NOOP("StatusText", "Taken out by %2: %1")},
    Words {"nothing_counts", QT_TRANSLATE_NOOP("StatusText", "Nothing of this deal falls under it")},
    Words {"signed", QT_TRANSLATE_NOOP("StatusText", "Signed by %1 on %2")},
    Words {"nil_return", QT_TRANSLATE_NOOP("StatusText", "Nil return signed by %2: %1")},
};

constexpr std::array functionWords {
    Words {"owner", QT_TRANSLATE_NOOP("StatusText", "Owner")},
    Words {"deal_manager", QT_TRANSLATE_NOOP("StatusText", "Deal manager")},
    Words {"compliance_officer", QT_TRANSLATE_NOOP("StatusText", "Compliance officer")},
    Words {"reviewer", QT_TRANSLATE_NOOP("StatusText", "Reviewer")},
    Words {"legal_counsel", QT_TRANSLATE_NOOP("StatusText", "Legal counsel")},
    Words {"auditor", QT_TRANSLATE_NOOP("StatusText", "Auditor")},
    Words {"recovery", QT_TRANSLATE_NOOP("StatusText", "Recovery key")},
    Words {"it_security", QT_TRANSLATE_NOOP("StatusText", "IT security")},
    Words {"hr", QT_TRANSLATE_NOOP("StatusText", "Human resources")},
    Words {"business_owner", QT_TRANSLATE_NOOP("StatusText", "Business owner")},
    Words {"external_auditor", QT_TRANSLATE_NOOP("StatusText", "External auditor")},
};

template <typename Table>
QString find(const Table &table, const QString &id)
{
    for (const Words &words : table) {
        if (id == QLatin1StringView(words.id))
            return QCoreApplication::translate("StatusText", words.text);
    }
    return {};
}

QString argText(const QString &arg, const MeasureCatalogue &catalogue, bool chinese)
{
    if (const CheckDecl *check = catalogue.check(arg))
        return check->title.in(chinese);
    const QString function = find(functionWords, arg);
    return function.isEmpty() ? arg : function;
}

} // namespace

QString statusText(const QString &statusId)
{
    return find(statusWords, statusId);
}

QString statusReasonText(const QString &id, const QStringList &args, const MeasureCatalogue &catalogue, bool chinese)
{
    QString text = find(reasonWords, id);
    for (qsizetype i = 0; i < args.size() && i < 9; ++i)
        text.replace(u'%' + QString::number(i + 1), argText(args.at(i), catalogue, chinese));
    return text;
}

QString functionText(const QString &id)
{
    const QString words = find(functionWords, id);
    return words.isEmpty() ? id : words;
}

} // namespace dw
