#include "core/desk/report/reportlayout.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

Result<QJsonObject> readJson(const QString &path)
{
    QFile file(path);
    QJsonParseError error;
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"report.layout"_s, {path});
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return fail(ErrorCode::Internal, u"report.layout"_s, {path}, error.errorString());
    return document.object();
}

LocalText words(const QJsonValue &value)
{
    return {value.toObject().value("en"_L1).toString(), value.toObject().value("zh"_L1).toString()};
}

ReportColumn::Kind kindOf(const FieldDecl &field)
{
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Real:
        return ReportColumn::Number;
    case FieldType::Bool:
        return ReportColumn::Bool;
    case FieldType::Date:
        return ReportColumn::Date;
    case FieldType::Instant:
        return ReportColumn::Instant;
    case FieldType::Level:
        return ReportColumn::Level;
    case FieldType::Choice:
    case FieldType::Measure:
        return ReportColumn::Word;
    case FieldType::Choices:
    case FieldType::Measures:
        return ReportColumn::Words;
    default:
        return field.name.endsWith("sha256"_L1) ? ReportColumn::Hash : ReportColumn::Text;
    }
}

ReportColumn::Kind kindOf(const QString &id)
{
    static const QHash<QString, ReportColumn::Kind> kinds {{u"number"_s, ReportColumn::Number}, {u"bool"_s, ReportColumn::Bool},
        {u"date"_s, ReportColumn::Date}, {u"instant"_s, ReportColumn::Instant}, {u"level"_s, ReportColumn::Level},
        {u"word"_s, ReportColumn::Word}, {u"words"_s, ReportColumn::Words}, {u"hash"_s, ReportColumn::Hash},
        {u"checks"_s, ReportColumn::Checks}};
    return kinds.value(id, ReportColumn::Text);
}

QHash<QString, ReportWord> stateWords(const RegisterDecl &decl)
{
    QHash<QString, ReportWord> out;
    for (const StateDecl &state : decl.states)
        out.insert(state.id, {state.title, state.tone.isEmpty() ? u"neutral"_s : state.tone});
    return out;
}

QHash<QString, ReportWord> choiceWords(const FieldDecl &field)
{
    QHash<QString, ReportWord> out;
    for (const ChoiceDecl &choice : field.choices)
        out.insert(choice.id, {choice.title, {}});
    return out;
}

} // namespace

/// Reads the declaration once.
class LayoutReader
{
public:
    LayoutReader(const RegisterCatalogue &catalogue, const MeasureCatalogue &measures)
        : m_catalogue(catalogue)
        , m_measureWords(ReportLayout::measureWords(measures))
    {
        for (const CheckDecl &check : measures.checks())
            m_checkWords.insert(check.id, {check.title, {}});
    }

    Result<ReportLayout> read()
    {
        DW_ASSIGN(const QJsonObject root, readJson(u":/report/sections.json"_s));
        m_labels = root.value("labels"_L1).toObject();
        ReportLayout layout;
        const QJsonArray sections = root.value("sections"_L1).toArray();
        for (const QJsonValue &value : sections) {
            const QJsonObject one = value.toObject();
            SectionLayout section;
            section.section.id = one.value("id"_L1).toString();
            section.section.number = one.value("number"_L1).toString();
            section.section.title = words(one.value("title"_L1));
            section.section.about = words(one.value("about"_L1));
            const QJsonArray tables = one.value("tables"_L1).toArray();
            for (const QJsonValue &table : tables) {
                DW_ASSIGN(const TableLayout read, readTable(section.section.id, table.toObject()));
                section.tables << read;
            }
            layout.m_sections << section;
        }
        return layout;
    }

private:
    tl::unexpected<Error> bad(const QString &place) const { return fail(ErrorCode::Internal, u"report.layout"_s, {place}); }

    Result<TableLayout> readTable(const QString &section, const QJsonObject &one)
    {
        TableLayout out;
        out.table.id = one.value("id"_L1).toString();
        out.table.title = words(one.value("title"_L1));
        out.table.empty = words(one.value("empty"_L1));
        out.table.note = words(one.value("note"_L1));
        out.table.isFacts = one.value("form"_L1).toString() == "facts"_L1;
        out.table.isGrid = one.value("form"_L1).toString() == "grid"_L1;
        const QString place = section + u'.' + out.table.id;
        const RegisterDecl *decl = nullptr;
        if (one.contains("register"_L1)) {
            decl = m_catalogue.find(one.value("register"_L1).toString());
            if (decl == nullptr)
                return bad(place);
        }
        QStringList selected;
        const QJsonArray columns = one.value("columns"_L1).toArray();
        for (const QJsonValue &column : columns) {
            DW_ASSIGN(const ReportColumn read, readColumn(decl, column, place, &selected));
            out.table.columns << read;
        }
        if (decl == nullptr) {
            out.sql = one.value("sql"_L1).toString();
            out.outsideSql = one.value("outside"_L1).toString();
            return out;
        }
        const QString where = one.value("where"_L1).toString();
        const QString order = one.value("order"_L1).toString(u"t.created_at"_s);
        const QString from = u" FROM "_s + decl->id + u" t WHERE t.voided_at IS NULL"_s
            + (where.isEmpty() ? QString() : u" AND ("_s + where + u')');
        out.sql = u"SELECT "_s + selected.join(u", "_s) + from;
        if (one.contains("period"_L1)) {
            DW_ASSIGN(const QString inside, periodSql(*decl, one.value("period"_L1), place));
            out.sql += u" AND "_s + inside;
            out.outsideSql = u"SELECT count(*) AS n"_s + from + u" AND NOT "_s + inside;
        }
        out.sql += u" ORDER BY "_s + order + u", t.id"_s;
        return out;
    }

    /// True for a row that the period touches, and for one that has no date yet.
    Result<QString> periodSql(const RegisterDecl &decl, const QJsonValue &value, const QString &place) const
    {
        const QJsonObject span = value.toObject();
        QString begin = span.value("begin"_L1).toString();
        QString end = span.value("end"_L1).toString();
        bool isInstant = span.value("kind"_L1).toString() == "instant"_L1;
        if (value.isString()) {
            const FieldDecl *field = decl.field(value.toString());
            if (field == nullptr || (field->type != FieldType::Date && field->type != FieldType::Instant))
                return bad(place + u".period"_s);
            begin = end = u"t.\""_s + field->name + u'"';
            isInstant = field->type == FieldType::Instant;
        }
        return QString(u"coalesce("_s + begin + (isInstant ? u" <= :until_ms AND "_s : u" <= :until_day AND "_s) + end
            + (isInstant ? u" >= :from_ms, 1)"_s : u" >= :from_day, 1)"_s));
    }

    Result<ReportColumn> readColumn(
        const RegisterDecl *decl, const QJsonValue &value, const QString &place, QStringList *selected)
    {
        if (value.isString())
            return readField(decl, value.toString(), place, selected);
        const QJsonObject one = value.toObject();
        ReportColumn column;
        column.id = one.value("id"_L1).toString();
        column.title = words(one.value("title"_L1));
        column.kind = kindOf(one.value("kind"_L1).toString());
        column.person = one.value("person"_L1).toString();
        if (one.contains("words"_L1)) {
            DW_ASSIGN(column.words, wordsOf(one.value("words"_L1).toString(), place));
        }
        const QJsonObject values = one.value("values"_L1).toObject();
        for (auto it = values.begin(); it != values.end(); ++it)
            column.words.insert(it.key(), {words(it.value()), it.value().toObject().value("tone"_L1).toString()});
        if (decl != nullptr)
            *selected << one.value("sql"_L1).toString() + u" AS \""_s + column.id + u'"';
        return column;
    }

    Result<QHash<QString, ReportWord>> wordsOf(const QString &source, const QString &place) const
    {
        if (source == "measure"_L1)
            return m_measureWords;
        if (source == "check"_L1)
            return m_checkWords;
        const RegisterDecl *decl = m_catalogue.find(source.section(u'.', 0, 0));
        const QString name = source.section(u'.', 1);
        if (decl == nullptr)
            return bad(place);
        if (name == "state"_L1)
            return stateWords(*decl);
        const FieldDecl *field = decl->field(name);
        return field != nullptr ? Result<QHash<QString, ReportWord>>(choiceWords(*field)) : bad(place);
    }

    Result<ReportColumn> readField(
        const RegisterDecl *decl, const QString &name, const QString &place, QStringList *selected)
    {
        if (decl == nullptr)
            return bad(place + u'.' + name);
        ReportColumn column;
        column.id = name;
        if (name == "state"_L1) {
            column.title = {u"State"_s, u"状态"_s};
            column.kind = ReportColumn::Word;
            column.words = stateWords(*decl);
            *selected << u"t.state AS \"state\""_s;
            return column;
        }
        const FieldDecl *field = decl->field(name);
        if (field == nullptr || field->sealedLevel > 0)
            return bad(place + u'.' + name);
        column.title = field->title;
        column.kind = kindOf(*field);
        column.words = field->type == FieldType::Measure || field->type == FieldType::Measures ? m_measureWords : choiceWords(*field);
        DW_ASSIGN(const QString sql, fieldSql(*field, &column, place));
        *selected << sql + u" AS \""_s + name + u'"';
        return column;
    }

    /// References are named by what store.db holds in clear, never by what a cleared reader might see.
    Result<QString> fieldSql(const FieldDecl &field, ReportColumn *column, const QString &place) const
    {
        const QString own = u"t.\""_s + field.name + u'"';
        if (field.type == FieldType::Choices || field.type == FieldType::Measures || field.type == FieldType::TextList)
            return QString(u"(SELECT group_concat(value, ', ') FROM json_each("_s + own + u"))"_s);
        if (field.type != FieldType::Ref && field.type != FieldType::Refs)
            return own;
        const QString label = m_labels.value(field.target).toString();
        if (label.isEmpty())
            return bad(place + u'.' + field.name);
        column->person = field.target;
        column->kind = ReportColumn::Text;
        if (field.type == FieldType::Ref)
            return QString(u"(SELECT "_s + label + u" FROM "_s + field.target + u" r WHERE r.id = "_s + own + u')');
        return QString(u"(SELECT group_concat("_s + label + u", '; ') FROM "_s + field.target
            + u" r WHERE r.id IN (SELECT value FROM json_each("_s + own + u")))"_s);
    }

    const RegisterCatalogue &m_catalogue;
    QHash<QString, ReportWord> m_measureWords;
    QHash<QString, ReportWord> m_checkWords;
    QJsonObject m_labels;
};

Result<ReportLayout> ReportLayout::load(const RegisterCatalogue &catalogue, const MeasureCatalogue &measures)
{
    return LayoutReader(catalogue, measures).read();
}

QHash<QString, ReportWord> ReportLayout::measureWords(const MeasureCatalogue &measures)
{
    QHash<QString, ReportWord> out;
    for (const MeasureDecl &measure : measures.measures())
        out.insert(measure.id, {measure.title, {}});
    return out;
}

ReportLayout ReportLayout::filtered(const OutsideFilter &filter) const
{
    ReportLayout out;
    for (const SectionLayout &section : m_sections) {
        if (filter.sections.contains(section.section.id))
            continue;
        SectionLayout kept = section;
        kept.tables.clear();
        for (TableLayout table : section.tables) {
            const QString place = section.section.id + u'.' + table.table.id;
            if (filter.tables.contains(place))
                continue;
            table.table.columns.removeIf(
                [&](const ReportColumn &column) { return filter.columns.contains(place + u'.' + column.id); });
            kept.tables << table;
        }
        out.m_sections << kept;
    }
    return out;
}

QList<LocalText> ReportLayout::wordsOf(const OutsideFilter &filter) const
{
    QList<LocalText> out;
    const auto below = [](const LocalText &above, const LocalText &title) {
        return title.en.isEmpty() ? above : LocalText {above.en + u": "_s + title.en, above.zh + u"："_s + title.zh};
    };
    for (const SectionLayout &section : m_sections) {
        const LocalText &chapter = section.section.title;
        if (filter.sections.contains(section.section.id)) {
            out << chapter;
            continue;
        }
        for (const TableLayout &table : section.tables) {
            const QString place = section.section.id + u'.' + table.table.id;
            if (filter.tables.contains(place)) {
                out << below(chapter, table.table.title);
                continue;
            }
            for (const ReportColumn &column : table.table.columns) {
                if (filter.columns.contains(place + u'.' + column.id))
                    out << below(below(chapter, table.table.title), column.title);
            }
        }
    }
    return out;
}

Result<OutsideFilter> OutsideFilter::load()
{
    DW_ASSIGN(const QJsonObject root, readJson(u":/report/outside_safe.json"_s));
    OutsideFilter filter;
    const auto take = [&root](const QString &key) {
        QSet<QString> out;
        const QJsonArray array = root.value(key).toArray();
        for (const QJsonValue &value : array)
            out << value.toString();
        return out;
    };
    filter.sections = take(u"drop_sections"_s);
    filter.tables = take(u"drop_tables"_s);
    filter.columns = take(u"drop_columns"_s);
    const QJsonObject masks = root.value("mask"_L1).toObject();
    for (auto it = masks.begin(); it != masks.end(); ++it)
        filter.masks.insert(it.key(), it.value().toString());
    return filter;
}

QStringList OutsideFilter::leftOut() const
{
    QStringList out;
    for (const QSet<QString> &part : {sections, tables, columns})
        out << part.values();
    for (auto it = masks.begin(); it != masks.end(); ++it)
        out << it.key() + u".name"_s;
    out.sort();
    return out;
}

} // namespace dw
