#include "ui/text/picturetext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QMap>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

struct PictureWords {
    const char *reason;
    const char *text;
};

constexpr PictureWords words[] {
    {"asked", QT_TRANSLATE_NOOP("PictureText", "all pages were to become pictures")},
    {"color_space", QT_TRANSLATE_NOOP("PictureText", "a colour space of an unknown kind")},
    {"content_malformed", QT_TRANSLATE_NOOP("PictureText", "broken drawing instructions")},
    {"content_numbers", QT_TRANSLATE_NOOP("PictureText", "numbers out of all bounds")},
    {"content_too_long", QT_TRANSLATE_NOOP("PictureText", "too many drawing instructions")},
    {"cycle", QT_TRANSLATE_NOOP("PictureText", "a drawing that contains itself")},
    {"engines_disagree", QT_TRANSLATE_NOOP("PictureText", "two programs see different pages in this file")},
    {"external_stream", QT_TRANSLATE_NOOP("PictureText", "data that stand in another file")},
    {"first_proof_failed", QT_TRANSLATE_NOOP("PictureText", "the first attempt could not be proven")},
    {"font_unknown", QT_TRANSLATE_NOOP("PictureText", "a font whose characters nobody can tell")},
    {"function_missing", QT_TRANSLATE_NOOP("PictureText", "a missing or damaged colour function")},
    {"image_color_key", QT_TRANSLATE_NOOP("PictureText", "a marked image in which one colour is transparent")},
    {"image_damaged", QT_TRANSLATE_NOOP("PictureText", "a damaged image")},
    {"image_matte", QT_TRANSLATE_NOOP("PictureText", "a marked image that is mixed with its ground")},
    {"image_premultiplied", QT_TRANSLATE_NOOP("PictureText", "a marked image that is mixed with its transparency")},
    {"image_too_large", QT_TRANSLATE_NOOP("PictureText", "a marked image that is too large")},
    {"inline_jpeg", QT_TRANSLATE_NOOP("PictureText", "a photograph among the drawing instructions")},
    {"layer_off", QT_TRANSLATE_NOOP("PictureText", "a layer that is switched off")},
    {"layer_undecided", QT_TRANSLATE_NOOP("PictureText", "a layer of which it is not certain whether it shows")},
    {"matrix", QT_TRANSLATE_NOOP("PictureText", "something that is drawn without width or height")},
    {"mesh", QT_TRANSLATE_NOOP("PictureText", "a marked colour gradient of many patches")},
    {"nested_too_deep", QT_TRANSLATE_NOOP("PictureText", "drawings nested too deeply")},
    {"path_numbers", QT_TRANSLATE_NOOP("PictureText", "a line whose course is not certain")},
    {"path_too_long", QT_TRANSLATE_NOOP("PictureText", "a marked line with too many points")},
    {"path_vertex", QT_TRANSLATE_NOOP("PictureText", "a marked line that cannot be cut exactly")},
    {"pattern", QT_TRANSLATE_NOOP("PictureText", "a marked pattern")},
    {"resource_missing", QT_TRANSLATE_NOOP("PictureText", "something that the page uses is missing from the file")},
    {"shading", QT_TRANSLATE_NOOP("PictureText", "a marked colour gradient of an unknown kind")},
    {"text_outside_object", QT_TRANSLATE_NOOP("PictureText", "text where none may stand")},
    {"text_undecodable", QT_TRANSLATE_NOOP("PictureText", "text that cannot be decoded")},
    {"xobject_kind", QT_TRANSLATE_NOOP("PictureText", "a drawing of an unknown kind")},
};

QString sentence(const QString &reason)
{
    for (const PictureWords &entry : words) {
        if (reason == QLatin1StringView(entry.reason))
            return QCoreApplication::translate("PictureText", entry.text);
    }
    return QCoreApplication::translate("PictureText", "something could not be proven");
}

QString spansText(const QJsonArray &spans)
{
    QStringList list;
    for (const QJsonValue span : spans) {
        const int first = span.toArray().first().toInt();
        const int last = span.toArray().last().toInt();
        list.append(first == last ? QString::number(first) : u"%1–%2"_s.arg(first).arg(last));
    }
    return list.join(u", "_s);
}

} // namespace

QStringList picturePagesText(const QJsonObject &pagesByReason)
{
    QMultiMap<int, QString> ordered;
    for (auto reason = pagesByReason.begin(); reason != pagesByReason.end(); ++reason) {
        const QJsonArray spans = reason->toArray();
        if (spans.isEmpty())
            continue;
        const bool one = spans.size() == 1 && spans.first().toArray().first() == spans.first().toArray().last();
        const QString line = one ? QCoreApplication::translate("PictureText", "Page %1: %2") : QCoreApplication::translate("PictureText", "Pages %1: %2");
        ordered.insert(spans.first().toArray().first().toInt(), line.arg(spansText(spans), sentence(reason.key())));
    }
    return ordered.values();
}

bool hasPictureText(const QString &reason)
{
    return std::any_of(std::begin(words), std::end(words), [&](const PictureWords &entry) { return reason == QLatin1StringView(entry.reason); });
}

} // namespace dw
