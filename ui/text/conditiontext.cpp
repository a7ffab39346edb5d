#include "ui/text/conditiontext.h"

#include <QCoreApplication>

#include <array>

namespace dw::conditiontext {

namespace {

constexpr std::array<const char *, 14> titles {
    QT_TRANSLATE_NOOP("Conditions", "The deal is active and its phase lets this go outside"),
    QT_TRANSLATE_NOOP("Conditions", "The recipient is an active person"),
    QT_TRANSLATE_NOOP("Conditions", "An NDA in force covers the recipient and the purpose"),
    QT_TRANSLATE_NOOP("Conditions", "A grant is active today for this level"),
    QT_TRANSLATE_NOOP("Conditions", "The background check is passed and valid"),
    QT_TRANSLATE_NOOP("Conditions", "Training is valid and the rules are acknowledged"),
    QT_TRANSLATE_NOOP("Conditions", "The declaration is on file (from phase 4)"),
    QT_TRANSLATE_NOOP("Conditions", "No wall stands between"),
    QT_TRANSLATE_NOOP("Conditions", "The organisation is not frozen and its assessment is current"),
    QT_TRANSLATE_NOOP("Conditions", "The version was approved by a second person"),
    QT_TRANSLATE_NOOP("Conditions", "The redaction or anonymisation is verified"),
    QT_TRANSLATE_NOOP("Conditions", "The channel is approved, and encrypted from level 3"),
    QT_TRANSLATE_NOOP("Conditions", "Personal information has a legal basis with evidence"),
    QT_TRANSLATE_NOOP("Conditions", "No open serious incident freezes the deal"),
};

} // namespace

QString title(int number)
{
    if (number < 1 || number > 14)
        return {};
    return QCoreApplication::translate("Conditions", titles.at(static_cast<std::size_t>(number - 1)));
}

} // namespace dw::conditiontext
