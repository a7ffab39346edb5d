#include "ui/text/errortext.h"

#include "ui/text/errortable.h"

#include <QCoreApplication>

namespace dw::errortext {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text, const QStringList &args)
{
    if (!text || !*text)
        return {};
    QString words = QCoreApplication::translate("Errors", text);
    for (const QString &arg : args) {
        if (!words.contains(u'%'))
            break;
        words = words.arg(arg);
    }
    // A reason that came with fewer facts than its sentence knows: leave no "%2" behind.
    for (int i = 1; i <= 9; ++i)
        words.replace(u"%"_s + QString::number(i), u"…"_s);
    return words;
}

const ErrorEntry &ofCode(ErrorCode code)
{
    for (const CodeEntry &entry : codeEntries()) {
        if (entry.code == code)
            return entry.entry;
    }
    return codeEntries().back().entry;
}

const ErrorEntry *find(const QString &reason)
{
    for (const ErrorEntry &entry : errorEntries()) {
        if (reason == QLatin1StringView(entry.reason))
            return &entry;
    }
    return nullptr;
}

} // namespace

ErrorWords words(const Error &error)
{
    const ErrorEntry &general = ofCode(error.code);
    const ErrorEntry *entry = find(error.reason);
    if (!entry)
        return {translated(general.what, {}), translated(general.kept, {}), translated(general.todo, {})};
    const auto pick = [](const char *own, const char *other) { return own && *own ? own : other; };
    return {translated(entry->what, error.args), translated(pick(entry->kept, general.kept), error.args),
        translated(pick(entry->todo, general.todo), error.args)};
}

QString sentence(const Error &error)
{
    const ErrorWords parts = words(error);
    QStringList list {parts.what, parts.kept, parts.todo};
    list.removeAll(QString());
    return list.join(u' ');
}

QString reason(const QString &reason, const QStringList &args)
{
    const ErrorEntry *entry = find(reason);
    return entry ? translated(entry->what, args) : translated(ofCode(ErrorCode::InvalidInput).what, {});
}

bool knows(const QString &reason)
{
    return find(reason) != nullptr;
}

} // namespace dw::errortext
