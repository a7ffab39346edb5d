#include "core/desk/documents/redactionreasons.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int paletteSize = 12;

LocalText localText(const QJsonObject &object)
{
    return {object.value("en"_L1).toString(), object.value("zh"_L1).toString()};
}

} // namespace

QString RedactionReasons::defaultCode()
{
    return u"client_identity"_s;
}

Result<QList<RedactionReason>> RedactionReasons::builtIn()
{
    QFile file(u":/words/reasons.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"resource.missing"_s, {u"reasons.json"_s});
    QList<RedactionReason> reasons;
    const QJsonArray list = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue item : list) {
        const QJsonObject object = item.toObject();
        reasons.append({object.value("code"_L1).toString(), localText(object.value("title"_L1).toObject()),
            object.value("label"_L1).toString(), object.value("colour"_L1).toInt() % paletteSize, true});
    }
    return reasons;
}

Result<QList<RedactionReason>> RedactionReasons::all(const ReadTx &tx)
{
    DW_ASSIGN(QList<RedactionReason> reasons, builtIn());
    RecordFilter filter;
    filter.equals.insert(u"state"_s, u"in_use"_s);
    filter.orderBy = u"created_at"_s;
    DW_ASSIGN(const auto rows, tx.records().list(u"redaction_reason"_s, filter));
    for (const Record &row : rows) {
        reasons.append({row.text(u"code"_s), {row.text(u"title"_s), row.text(u"title_zh"_s)}, row.text(u"box_label"_s).left(8),
            int(reasons.size()) % paletteSize, false});
    }
    return reasons;
}

Result<QList<RedactionReason>> RedactionReasons::all() const
{
    return m_context.store.read([](const ReadTx &tx) { return all(tx); });
}

} // namespace dw
