#include "ui/text/prooftext.h"

#include <QCoreApplication>

namespace dw {

namespace {

struct CheckWords {
    const char *check;
    const char *failed;
    const char *advice;
};

constexpr const char *larger = QT_TRANSLATE_NOOP("ProofText", "Mark a larger area there, or turn the page into a picture.");
constexpr const char *picture = QT_TRANSLATE_NOOP("ProofText", "Redact again with all pages as pictures.");
constexpr const char *elsewhere = QT_TRANSLATE_NOOP("ProofText", "Mark the other places too, or say that the words may stay elsewhere.");

constexpr CheckWords words[] {
    {"allowed_keys", QT_TRANSLATE_NOOP("ProofText", "the new file holds entries that it should not"), picture},
    {"boxes_uniform", QT_TRANSLATE_NOOP("ProofText", "a box is not one even colour"), larger},
    {"file", QT_TRANSLATE_NOOP("ProofText", "the new file cannot be read by every reader"), picture},
    {"nothing_under_boxes", QT_TRANSLATE_NOOP("ProofText", "something is left under a box"), larger},
    {"open", QT_TRANSLATE_NOOP("ProofText", "the new file does not open"), picture},
    {"page_count", QT_TRANSLATE_NOOP("ProofText", "the new file has another number of pages"), picture},
    {"pages_unchanged", QT_TRANSLATE_NOOP("ProofText", "a page changed outside its marks"), picture},
    {"text_second_reader", QT_TRANSLATE_NOOP("ProofText", "the second reader still finds marked text"), picture},
    {"text_under_marks", QT_TRANSLATE_NOOP("ProofText", "text is left under a mark"), larger},
    {"touched_streams_absent", QT_TRANSLATE_NOOP("ProofText", "an original part of the file is still in it"), picture},
    {"words_in_bytes", QT_TRANSLATE_NOOP("ProofText", "a marked word is still somewhere in the file"), elsewhere},
};

const CheckWords *find(const QString &check)
{
    for (const CheckWords &entry : words) {
        if (check == QLatin1StringView(entry.check))
            return &entry;
    }
    return nullptr;
}

} // namespace

QString failedCheckText(const QString &check)
{
    const CheckWords *found = find(check);
    return found ? QCoreApplication::translate("ProofText", found->failed)
                 : QCoreApplication::translate("ProofText", "a check did not pass (%1)").arg(check);
}

QString failedCheckAdvice(const QString &check)
{
    const CheckWords *found = find(check);
    return QCoreApplication::translate("ProofText", found ? found->advice : picture);
}

QString redactionLevelText(const QString &level)
{
    if (level == QLatin1StringView("A"))
        return QCoreApplication::translate("ProofText", "A: the text is gone, everything else stays in place");
    if (level == QLatin1StringView("B"))
        return QCoreApplication::translate("ProofText", "B: gaps do not show how long the text was");
    if (level == QLatin1StringView("C"))
        return QCoreApplication::translate("ProofText", "C: whole lines are gone");
    return level;
}

} // namespace dw
