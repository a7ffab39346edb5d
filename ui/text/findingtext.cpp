#include "ui/text/findingtext.h"

#include "ui/text/errortext.h"
#include "ui/text/idtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>
#include <span>

namespace dw::findingtext {

namespace {

struct Words {
    const char *id;
    const char *bare; ///< When there is no cue.
    const char *withCue;
};

constexpr std::array reasons {
    Words {"checksum", QT_TRANSLATE_NOOP("FindingText", "its check digit is right"),
        QT_TRANSLATE_NOOP("FindingText", "its check digit is right, and “%1” stands beside it")},
    Words {"cue", QT_TRANSLATE_NOOP("FindingText", "the words beside it say so"), QT_TRANSLATE_NOOP("FindingText", "“%1” stands beside it")},
    Words {"shape", QT_TRANSLATE_NOOP("FindingText", "nothing else is written like this"), nullptr},
    Words {"dictionary", QT_TRANSLATE_NOOP("FindingText", "a name of this deal"), QT_TRANSLATE_NOOP("FindingText", "a name of this deal: %1")},
    Words {"rule", QT_TRANSLATE_NOOP("FindingText", "one of your own patterns"), QT_TRANSLATE_NOOP("FindingText", "your pattern “%1”")},
    Words {"term", QT_TRANSLATE_NOOP("FindingText", "one of your own terms"), QT_TRANSLATE_NOOP("FindingText", "your term “%1”")},
    Words {"name", QT_TRANSLATE_NOOP("FindingText", "it is built like such a name"),
        QT_TRANSLATE_NOOP("FindingText", "it is built like such a name (%1)")},
    Words {"definition", QT_TRANSLATE_NOOP("FindingText", "the text itself defines it"),
        QT_TRANSLATE_NOOP("FindingText", "the text itself defines it: %1")},
    Words {"propagated", QT_TRANSLATE_NOOP("FindingText", "found elsewhere in the same file for a better reason"), nullptr},
    Words {"failed_checksum", QT_TRANSLATE_NOOP("FindingText", "its check digit is wrong: a typo, or read wrongly from a scan"), nullptr},
};

struct Sub {
    const char *id;
    const char *words;
};

constexpr std::array subs {
    Sub {"alias", QT_TRANSLATE_NOOP("FindingText", "short name")},
    Sub {"surname_only", QT_TRANSLATE_NOOP("FindingText", "surname only")},
    Sub {"recognised", QT_TRANSLATE_NOOP("FindingText", "read off a picture")},
    Sub {"ocr", QT_TRANSLATE_NOOP("FindingText", "a character was read wrongly and repaired")},
};

/// What a text of a file is: FileText::kind.
constexpr std::array places {
    Sub {"text", QT_TRANSLATE_NOOP("FindingText", "text")}, Sub {"body", QT_TRANSLATE_NOOP("FindingText", "text")},
    Sub {"header", QT_TRANSLATE_NOOP("FindingText", "header")}, Sub {"footer", QT_TRANSLATE_NOOP("FindingText", "footer")},
    Sub {"footnote", QT_TRANSLATE_NOOP("FindingText", "footnote")}, Sub {"endnote", QT_TRANSLATE_NOOP("FindingText", "endnote")},
    Sub {"comment", QT_TRANSLATE_NOOP("FindingText", "comment")}, Sub {"deleted", QT_TRANSLATE_NOOP("FindingText", "deleted text, still in the file")},
    Sub {"textbox", QT_TRANSLATE_NOOP("FindingText", "text box")}, Sub {"field", QT_TRANSLATE_NOOP("FindingText", "field")},
    Sub {"link", QT_TRANSLATE_NOOP("FindingText", "link")}, Sub {"property", QT_TRANSLATE_NOOP("FindingText", "property of the file")},
    Sub {"alt_text", QT_TRANSLATE_NOOP("FindingText", "description of a picture")}, Sub {"author", QT_TRANSLATE_NOOP("FindingText", "author")},
    Sub {"setting", QT_TRANSLATE_NOOP("FindingText", "setting")}, Sub {"custom_xml", QT_TRANSLATE_NOOP("FindingText", "hidden data")},
    Sub {"chart", QT_TRANSLATE_NOOP("FindingText", "chart")}, Sub {"diagram", QT_TRANSLATE_NOOP("FindingText", "diagram")},
    Sub {"slide", QT_TRANSLATE_NOOP("FindingText", "slide")}, Sub {"note", QT_TRANSLATE_NOOP("FindingText", "notes of a slide")},
    Sub {"glossary", QT_TRANSLATE_NOOP("FindingText", "building block")}, Sub {"cell", QT_TRANSLATE_NOOP("FindingText", "cell")},
    Sub {"hidden_cell", QT_TRANSLATE_NOOP("FindingText", "hidden cell")}, Sub {"shared_string", QT_TRANSLATE_NOOP("FindingText", "text that no cell shows")},
    Sub {"name", QT_TRANSLATE_NOOP("FindingText", "defined name")}, Sub {"formula", QT_TRANSLATE_NOOP("FindingText", "formula")},
    Sub {"header_footer", QT_TRANSLATE_NOOP("FindingText", "header or footer of the print")},
    Sub {"pivot", QT_TRANSLATE_NOOP("FindingText", "cache of a pivot table")}, Sub {"external", QT_TRANSLATE_NOOP("FindingText", "copy of another file's cells")},
    Sub {"file_name", QT_TRANSLATE_NOOP("FindingText", "name of a file inside")},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("FindingText", text);
}

} // namespace

QString why(const QString &whyId, const QString &cue)
{
    for (const Words &words : reasons) {
        if (whyId == QLatin1StringView(words.id))
            return words.withCue && !cue.isEmpty() ? tr(words.withCue).arg(cue.simplified()) : tr(words.bare);
    }
    return QCoreApplication::translate("FindingText", "found by an earlier search");
}

QString sub(const QString &subId)
{
    for (const Sub &words : subs) {
        if (subId == QLatin1StringView(words.id))
            return tr(words.words);
    }
    return {};
}

QString place(const QString &place)
{
    const QStringList parts = place.split(u'\t');
    QString words;
    for (const Sub &kind : places) {
        if (parts.first() == QLatin1StringView(kind.id))
            words = tr(kind.words);
    }
    if (!parts.value(1).isEmpty())
        words += u' ' + parts.value(1);
    const QString part = parts.value(2);
    return part.isEmpty() ? words : QCoreApplication::translate("FindingText", "%1 (%2)").arg(words, part);
}

QString score(double score)
{
    return QCoreApplication::translate("FindingText", "%1 %").arg(QLocale().toString(int(std::floor(100 * score + 0.5))));
}

QString levelEvidence(const QString &reason, const QString &what, int count, int level)
{
    const QString number = QLocale().toString(count);
    const QString words = QString::number(level) + u' ' + idtext::level(level);
    if (reason == QLatin1StringView("marking"))
        return QCoreApplication::translate("FindingText", "it carries the state-secret marking “%1”: stop and ask counsel").arg(what);
    if (reason == QLatin1StringView("volume_names"))
        return QCoreApplication::translate("FindingText", "%1 names in one place: level %2").arg(number, words);
    if (reason == QLatin1StringView("volume_sensitive"))
        return QCoreApplication::translate("FindingText", "%1 sensitive items in one place: level %2").arg(number, words);
    return QCoreApplication::translate("FindingText", "%1 × %2: level %3").arg(number, idtext::findingKind(what), words);
}

QString gap(const QString &reason, const QStringList &args)
{
    return errorText({ErrorCode::Unsupported, reason, args, {}});
}

} // namespace dw::findingtext
