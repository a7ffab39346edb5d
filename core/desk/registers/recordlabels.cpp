#include "core/desk/registers/recordlabels.h"

#include "core/domain/measure.h"
#include "core/store/store.h"

#include <QDateTime>
#include <QRegularExpression>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestReference = 3; // a label that refers to a label that refers to a label

QString titleOf(const FieldDecl &field, const QString &id, Language language)
{
    for (const ChoiceDecl &choice : field.choices) {
        if (choice.id == id)
            return choice.title.in(language == Language::Chinese);
    }
    return id;
}

} // namespace

RecordLabels::RecordLabels(const ReadTx &tx, Language language)
    : m_tx(tx)
    , m_language(language)
{
}

Result<QString> RecordLabels::of(const QString &registerId, const RecordId &id)
{
    const QString text = id.toString();
    if (const auto known = m_known.constFind(registerId); known != m_known.constEnd() && known->contains(text))
        return known->value(text);
    DW_ASSIGN(const Record record, m_tx.records().get(registerId, id));
    return of(record);
}

Result<QString> RecordLabels::of(const Record &record)
{
    const RegisterDecl *decl = m_tx.store().catalogue().find(record.registerId);
    if (!decl)
        return fail(ErrorCode::NotFound, u"register.unknown"_s, {record.registerId});
    DW_ASSIGN(const QString label, make(*decl, record));
    m_known[record.registerId].insert(record.id.toString(), label);
    return label;
}

Result<QHash<QString, QString>> RecordLabels::all(const QString &registerId)
{
    RecordFilter everything;
    everything.includeVoided = true;
    DW_ASSIGN(const auto records, m_tx.records().list(registerId, everything));
    QHash<QString, QString> labels;
    for (const Record &record : records) {
        DW_ASSIGN(const QString label, of(record));
        labels.insert(record.id.toString(), label);
    }
    return labels;
}

Result<QString> RecordLabels::make(const RegisterDecl &decl, const Record &record)
{
    static const QRegularExpression braces(u"\\{(\\w+)\\}"_s);
    if (m_depth >= deepestReference)
        return QString();
    ++m_depth;
    const QString pattern = decl.label.contains(u'{') ? decl.label : u'{' + decl.label + u'}';
    QString label;
    qsizetype end = 0;
    Result<QString> word = QString();
    for (auto matches = braces.globalMatch(pattern); word && matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        label += pattern.mid(end, match.capturedStart() - end);
        end = match.capturedEnd();
        if (const FieldDecl *field = decl.field(match.captured(1))) {
            word = part(decl, *field, record.value(field->name));
            if (word)
                label += *word;
        }
    }
    --m_depth;
    if (!word)
        return word;
    label += pattern.mid(end);
    label = label.simplified();
    return label.isEmpty() ? record.id.toString().right(8) : label;
}

Result<QString> RecordLabels::part(const RegisterDecl &decl, const FieldDecl &field, const QVariant &content)
{
    if (field.type == FieldType::Measure)
        return measureTitle(content.toString(), m_language);
    if (field.type == FieldType::Level && content.toInt() > 0)
        return m_language == Language::Chinese ? u"%1 级"_s.arg(content.toInt()) : u"level %1"_s.arg(content.toInt());
    return value(decl, field, content);
}

Result<QString> RecordLabels::value(const RegisterDecl &, const FieldDecl &field, const QVariant &value)
{
    if (value.isNull())
        return QString();
    switch (field.type) {
    case FieldType::Ref: {
        const Result<QString> label = of(field.target, RecordId::fromText(value.toString()));
        return label ? *label : QString(); // a reference into the void names nothing
    }
    case FieldType::Refs: {
        QStringList words;
        for (const QString &id : value.toStringList()) {
            if (const Result<QString> label = of(field.target, RecordId::fromText(id)))
                words.append(*label);
        }
        return words.join(u"; "_s);
    }
    case FieldType::Choice:
        return titleOf(field, value.toString(), m_language);
    case FieldType::Choices: {
        QStringList words;
        for (const QString &id : value.toStringList())
            words.append(titleOf(field, id, m_language));
        return words.join(u"; "_s);
    }
    case FieldType::TextList:
    case FieldType::Measures:
        return value.toStringList().join(u"; "_s);
    case FieldType::Bool:
        return m_language == Language::Chinese ? (value.toBool() ? u"是"_s : u"否"_s) : (value.toBool() ? u"yes"_s : u"no"_s);
    case FieldType::Instant:
        return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC).toString(Qt::ISODate);
    default:
        return value.toString();
    }
}

} // namespace dw
