#include "ui/text/facttext.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

struct FactWords {
    const char *id;
    const char *text;
};

constexpr FactWords words[] {
    {"annotations", QT_TRANSLATE_NOOP("FactText", "Notes or other annotations")},
    {"associated_files", QT_TRANSLATE_NOOP("FactText", "Source files attached to the document")},
    {"attachments", QT_TRANSLATE_NOOP("FactText", "Attached files")},
    {"bytes_before_start", QT_TRANSLATE_NOOP("FactText", "Data before the start of the document")},
    {"bytes_after_end", QT_TRANSLATE_NOOP("FactText", "Data after the end of the document")},
    {"content_comments", QT_TRANSLATE_NOOP("FactText", "Comments inside the page's program")},
    {"dangerous_actions", QT_TRANSLATE_NOOP("FactText", "Actions that run scripts, start programs or send data")},
    {"dark_highlights", QT_TRANSLATE_NOOP("FactText", "Failed redaction: text marked with a dark highlighter")},
    {"earlier_revisions", QT_TRANSLATE_NOOP("FactText", "Earlier revisions that can be restored")},
    {"encryption", QT_TRANSLATE_NOOP("FactText", "Encrypted, but opens without a password")},
    {"form", QT_TRANSLATE_NOOP("FactText", "Form fields with their values")},
    {"image_alternates", QT_TRANSLATE_NOOP("FactText", "Other versions of a picture, which readers do not show")},
    {"image_metadata", QT_TRANSLATE_NOOP("FactText", "Pictures with data of the camera (time, place, device)")},
    {"info", QT_TRANSLATE_NOOP("FactText", "Document information (title, author, programs)")},
    {"invisible_text", QT_TRANSLATE_NOOP("FactText", "Invisible text, as a scan's text layer")},
    {"javascript", QT_TRANSLATE_NOOP("FactText", "Scripts or automatic actions")},
    {"layers", QT_TRANSLATE_NOOP("FactText", "Layers, some perhaps switched off")},
    {"marked_texts", QT_TRANSLATE_NOOP("FactText", "Texts beside the visible ones, for copying and reading aloud")},
    {"metadata", QT_TRANSLATE_NOOP("FactText", "XMP metadata")},
    {"names", QT_TRANSLATE_NOOP("FactText", "Named places or other name lists")},
    {"outline", QT_TRANSLATE_NOOP("FactText", "Bookmarks")},
    {"page_labels", QT_TRANSLATE_NOOP("FactText", "Page labels")},
    {"portfolio", QT_TRANSLATE_NOOP("FactText", "A portfolio of files")},
    {"private_data", QT_TRANSLATE_NOOP("FactText", "Private data of the program that made it")},
    {"signatures", QT_TRANSLATE_NOOP("FactText", "Digital signatures")},
    {"tags", QT_TRANSLATE_NOOP("FactText", "Tags with alternative texts")},
    {"text_outside_page", QT_TRANSLATE_NOOP("FactText", "Text outside the visible page")},
    {"text_under_box", QT_TRANSLATE_NOOP("FactText", "Failed redaction: text under a dark box")},
    {"text_seen_through_box", QT_TRANSLATE_NOOP("FactText", "Failed redaction: a dark box that lets the text through")},
    {"text_under_cover", QT_TRANSLATE_NOOP("FactText", "Text covered by a light area or a picture")},
    {"threads", QT_TRANSLATE_NOOP("FactText", "Article threads")},
    {"thumbnails", QT_TRANSLATE_NOOP("FactText", "Stored page thumbnails")},
    {"tiny_text", QT_TRANSLATE_NOOP("FactText", "Text too small to be seen")},
    {"unapplied_redactions", QT_TRANSLATE_NOOP("FactText", "Failed redaction: marked for removal, never removed")},
    {"unknown_keys", QT_TRANSLATE_NOOP("FactText", "Data under names that the standard does not know")},
    {"unknown_operators", QT_TRANSLATE_NOOP("FactText", "Instructions that mean nothing, perhaps with text in them")},
    {"unseen_text", QT_TRANSLATE_NOOP("FactText", "Text that cannot be seen: in the colour of its ground, or clipped away")},
    {"unused_objects", QT_TRANSLATE_NOOP("FactText", "Leftover objects that nothing uses")},
    {"xfa", QT_TRANSLATE_NOOP("FactText", "An XFA form with its data")},
};

QString sentence(const QString &id)
{
    for (const FactWords &entry : words) {
        if (id == QLatin1StringView(entry.id))
            return QCoreApplication::translate("FactText", entry.text);
    }
    return id;
}

} // namespace

QString factText(const QJsonObject &fact)
{
    QString text = sentence(fact.value("id"_L1).toString());
    if (fact.contains("count"_L1))
        text += u" (%1)"_s.arg(fact.value("count"_L1).toInt());
    if (fact.contains("page"_L1))
        text = QCoreApplication::translate("FactText", "Page %1: %2").arg(fact.value("page"_L1).toInt()).arg(text);
    return text;
}

} // namespace dw
