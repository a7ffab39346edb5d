#include "ui/models/versiontext.h"

#include "core/desk/registers/recordservice.h"
#include "ui/models/fieldtext.h"
#include "ui/text/idtext.h"

#include <QCoreApplication>

namespace dw::versiontext {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("VersionText", text);
}

QString choice(const RecordService &records, QStringView field, const QString &id, Language language)
{
    const RegisterDecl *decl = records.catalogue().find(u"doc_version"_s);
    const FieldDecl *found = decl ? decl->field(field) : nullptr;
    return found ? fieldtext::value(*found, id, {}, language) : id;
}

} // namespace

QString kind(const RecordService &records, const DocumentVersion &version, Language language)
{
    return choice(records, u"kind", version.kind, language);
}

QString treatment(const RecordService &records, const DocumentVersion &version, Language language)
{
    const QString words = choice(records, u"treatment", version.treatment, language);
    return version.safeLevel.isEmpty() ? words : words + u" · "_s + version.safeLevel;
}

QString name(const RecordService &records, const DocumentVersion &version, Language language)
{
    const QString words = say(QT_TRANSLATE_NOOP("VersionText", "Version %1 · %2")).arg(version.number).arg(kind(records, version, language));
    return version.safeLevel.isEmpty() ? words : words + u" · "_s + version.safeLevel;
}

ChipSpec state(const RecordService &records, const DocumentVersion &version, Language language)
{
    const RegisterDecl *decl = records.catalogue().find(u"doc_version"_s);
    return decl ? fieldtext::stateChip(*decl, version.state, language) : ChipSpec {version.state, {}, Tone::Neutral};
}

QString person(RecordService &records, const AccountId &account)
{
    const auto label = records.label(u"account"_s, account.as<RecordTag>());
    return label ? *label : say(QT_TRANSLATE_NOOP("VersionText", "(unknown)"));
}

QString stamp(int level, const QString &account, qint64 utcMs)
{
    return u"%1 %2 · %3 · %4"_s.arg(QString::number(level), idtext::level(level), account, fieldtext::instant(utcMs));
}

} // namespace dw::versiontext
