// The insider-style register by profile files: which columns, of whom, in which form is data.
#include "core/desk/people/peopleservice.h"
#include "core/desk/rows.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QString words(const QJsonObject &title, Language language)
{
    return title.value(language == Language::Chinese ? "zh"_L1 : "en"_L1).toString();
}

// RFC 4180; a cell that a spreadsheet would take for a formula is made text, plain phone numbers stay as they are.
QString csvCell(QString text)
{
    static const QRegularExpression number(u"^[+-]?[0-9][0-9 ()/.-]*$"_s);
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()) && !number.match(text).hasMatch())
        text.prepend(u'\'');
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r'))
        return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

// One line of the list: the records whose fields a profile may name.
struct Insider {
    QHash<QString, Record> records; ///< By the first part of a value's name: person, organisation, grant, account, deal.
    int number = 0;
};

class ProfileWriter
{
public:
    ProfileWriter(const ReadTx &tx, const DealDay &day, Language language)
        : m_tx(tx)
        , m_day(day)
        , m_language(language)
    {
    }

    Result<QString> cell(const QJsonObject &column, const Insider &insider, qint64 updatedAt) const
    {
        const QString format = column.value("format"_L1).toString();
        DW_ASSIGN(QString text, value(column.value("value"_L1).toString(), format, insider, updatedAt));
        if (text.isEmpty() && column.contains("fallback"_L1)) {
            DW_ASSIGN(text, value(column.value("fallback"_L1).toString(), format, insider, updatedAt));
        }
        if (column.contains("and"_L1)) {
            DW_ASSIGN(const QString more, value(column.value("and"_L1).toString(), format, insider, updatedAt));
            if (!more.isEmpty())
                text += (text.isEmpty() ? QString() : u"; "_s) + more;
        }
        return text;
    }

private:
    QString instant(qint64 at, const QString &format) const
    {
        if (at == 0)
            return {};
        if (format == "utc"_L1)
            return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(u"yyyy-MM-dd, hh:mm 'UTC'"_s);
        return QDateTime::fromMSecsSinceEpoch(at, m_day.zone).toString(u"yyyy-MM-dd hh:mm"_s);
    }

    Result<QString> value(const QString &name, const QString &format, const Insider &insider, qint64 updatedAt) const
    {
        const QString of = name.section(u'.', 0, 0);
        const QString field = name.section(u'.', 1);
        if (name.isEmpty())
            return QString();
        if (of == "list"_L1)
            return field == "number"_L1 ? QString::number(insider.number) : instant(updatedAt, format);
        const auto record = insider.records.constFind(of);
        if (record == insider.records.cend())
            return QString();
        if (record->withheld.contains(field))
            return fail(ErrorCode::NotPermitted, u"level.not_cleared"_s, {u"4"_s});
        if (field == "created_at"_L1)
            return instant(record->createdAt, format);
        const RegisterDecl *decl = m_tx.store().catalogue().find(record->registerId);
        const FieldDecl *fieldDecl = decl ? decl->field(field) : nullptr;
        if (!fieldDecl)
            return fail(ErrorCode::Internal, u"people.data"_s, {name});
        if (fieldDecl->type == FieldType::Instant)
            return instant(record->integer(field), format);
        return inWords(*fieldDecl, record->value(field));
    }

    QString inWords(const FieldDecl &field, const QVariant &stored) const
    {
        QStringList out;
        for (const QString &one : stored.toStringList()) {
            const auto choice = std::find_if(field.choices.cbegin(), field.choices.cend(), [&](const ChoiceDecl &c) { return c.id == one; });
            out.append(choice == field.choices.cend() ? one : choice->title.in(m_language == Language::Chinese));
        }
        return out.isEmpty() ? stored.toString() : out.join(u"; "_s);
    }

    const ReadTx &m_tx;
    const DealDay &m_day;
    Language m_language;
};

Result<Record> recordOf(const ReadTx &tx, const QString &registerId, const QString &id)
{
    return tx.records().get(registerId, RecordId::fromText(id));
}

Result<QList<Insider>> insiders(const ReadTx &tx, const QJsonObject &profile)
{
    const QStringList relations = profile.value("relations"_L1).toVariant().toStringList();
    const bool isOnePerOutsider = profile.value("one_per_outside_organisation"_L1).toBool();
    RecordFilter byTime;
    byTime.orderBy = u"obtained_at"_s;
    DW_ASSIGN(const auto grants, tx.records().list(u"access_grant"_s, byTime));
    RecordFilter all;
    DW_ASSIGN(const auto deal, tx.records().first(u"deal"_s, all));
    QList<Insider> list;
    QSet<QString> outsiders;
    for (const Record &grant : grants) {
        if (grant.integer(u"obtained_at"_s) == 0)
            continue;
        Insider insider;
        DW_ASSIGN(const Record person, recordOf(tx, u"person"_s, grant.text(u"person"_s)));
        if (!relations.contains(person.text(u"employment"_s)))
            continue;
        DW_ASSIGN(const Record organisation, recordOf(tx, u"organisation"_s, person.text(u"organisation"_s)));
        if (isOnePerOutsider && organisation.text(u"deal_role"_s) != u"own"_s) {
            if (outsiders.contains(organisation.id.toString()))
                continue;
            outsiders.insert(organisation.id.toString());
        }
        insider.records = {{u"person"_s, person}, {u"organisation"_s, organisation}, {u"grant"_s, grant}};
        if (const auto account = recordOf(tx, u"account"_s, grant.text(u"requested_by"_s)))
            insider.records.insert(u"account"_s, *account);
        if (deal)
            insider.records.insert(u"deal"_s, *deal);
        insider.number = int(list.size()) + 1;
        list.append(insider);
    }
    return list;
}

Result<QByteArray> makeCsv(const ReadTx &tx, const QJsonObject &profile, Language language)
{
    DW_ASSIGN(const DealDay day, dealDay(tx));
    DW_ASSIGN(const auto list, insiders(tx, profile));
    const ProfileWriter writer(tx, day, language);
    qint64 updatedAt = 0;
    for (const Insider &insider : list)
        updatedAt = qMax(updatedAt, insider.records.value(u"grant"_s).updatedAt);
    QStringList lines;
    Insider head;
    RecordFilter all;
    DW_ASSIGN(const auto deal, tx.records().first(u"deal"_s, all));
    if (deal)
        head.records.insert(u"deal"_s, *deal);
    for (const QJsonValue value : profile.value("header"_L1).toArray()) {
        DW_ASSIGN(const QString text, writer.cell(value.toObject(), head, updatedAt));
        lines.append(csvCell(words(value.toObject().value("title"_L1).toObject(), language)) + u',' + csvCell(text));
    }
    lines.append(QString());
    const QJsonArray columns = profile.value("columns"_L1).toArray();
    QStringList titles;
    for (const QJsonValue column : columns)
        titles.append(csvCell(words(column.toObject().value("title"_L1).toObject(), language)));
    lines.append(titles.join(u','));
    for (const Insider &insider : list) {
        QStringList cells;
        for (const QJsonValue column : columns) {
            DW_ASSIGN(const QString text, writer.cell(column.toObject(), insider, updatedAt));
            cells.append(csvCell(text));
        }
        lines.append(cells.join(u','));
    }
    return QByteArray("\xef\xbb\xbf") + (lines.join(u"\r\n"_s) + u"\r\n"_s).toUtf8();
}

} // namespace

QStringList PeopleService::insiderProfiles()
{
    return {u"eu_2026_1291"_s, u"eu_2022_1210"_s, u"cn"_s};
}

Result<QByteArray> PeopleService::exportInsiderRegister(const QString &profile, Language language, const QString &reason)
{
    DW_TRY(permit(u"insiders.export"_s));
    QFile file(u":/release/insider_%1.json"_s.arg(profile));
    if (!insiderProfiles().contains(profile) || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::InvalidInput, u"insiders.unknown_profile"_s, {profile});
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    return m_store.write(Action {u"insiders.export"_s, u"access_grant"_s, profile, reason},
        [&](WriteTx &tx) { return makeCsv(tx, json, language); });
}

} // namespace dw
