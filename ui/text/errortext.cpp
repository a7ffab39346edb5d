#include "ui/text/errortext.h"

#include "ui/text/errorwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

const char *wordsFor(const QString &reason)
{
    for (const ErrorWords &words : errorWords()) {
        if (reason == QLatin1StringView(words.reason))
            return words.text;
    }
    return nullptr;
}

const char *wordsFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return QT_TRANSLATE_NOOP("ErrorText", "What was entered cannot be used. Nothing was changed.");
    case ErrorCode::NotFound:
        return QT_TRANSLATE_NOOP("ErrorText", "It is no longer there. Nothing was changed.");
    case ErrorCode::Conflict:
        return QT_TRANSLATE_NOOP("ErrorText", "It was changed in the meantime, or it exists already. Nothing was changed; look again and repeat.");
    case ErrorCode::Locked:
        return QT_TRANSLATE_NOOP("ErrorText", "The vault is locked or in use. Nothing was changed.");
    case ErrorCode::WrongPassphrase:
        return QT_TRANSLATE_NOOP("ErrorText", "The account name, passphrase or key file does not open this vault. Nothing was changed.");
    case ErrorCode::NotPermitted:
        return QT_TRANSLATE_NOOP("ErrorText", "Your role or clearance does not allow this. Nothing was changed.");
    case ErrorCode::Corrupt:
        return QT_TRANSLATE_NOOP("ErrorText", "The file is damaged or was tampered with. Nothing was changed; restore a backup if it belongs to the vault.");
    case ErrorCode::Unsupported:
        return QT_TRANSLATE_NOOP("ErrorText", "This kind or version is not supported. Nothing was changed.");
    case ErrorCode::Io:
        return QT_TRANSLATE_NOOP("ErrorText", "The file could not be read or written. The vault is as it was before; check the disk and the permissions.");
    case ErrorCode::Cancelled:
        return QT_TRANSLATE_NOOP("ErrorText", "Stopped at your request. Nothing was changed.");
    case ErrorCode::PolicyBlocked:
        return QT_TRANSLATE_NOOP("ErrorText", "A rule of the deal does not allow this. Nothing was changed.");
    case ErrorCode::VerificationFailed:
        return QT_TRANSLATE_NOOP("ErrorText", "The result could not be proven clean and was not published. The original is untouched.");
    case ErrorCode::LimitExceeded:
        return QT_TRANSLATE_NOOP("ErrorText", "The file is too large or too complicated for the safe limits. Nothing was changed.");
    case ErrorCode::Internal:
        break;
    }
    return QT_TRANSLATE_NOOP("ErrorText", "Something went wrong inside Dealward. Nothing was changed; please report what you did.");
}

} // namespace

QString errorText(const Error &error)
{
    const char *own = wordsFor(error.reason);
    QString text = QCoreApplication::translate("ErrorText", own ? own : wordsFor(error.code));
    // A reason that comes without its facts, as a warning does, must not show the bare place of one.
    for (qsizetype i = 0; i < 9; ++i)
        text.replace(u'%' + QString::number(i + 1), error.args.value(i, u"…"_s));
    return text;
}

bool hasErrorText(const QString &reason)
{
    return wordsFor(reason) != nullptr;
}

} // namespace dw
