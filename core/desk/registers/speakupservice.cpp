#include "core/desk/registers/speakupservice.h"

#include "core/desk/dealday.h"
#include "core/desk/registers/recordservice.h"
#include "core/store/keychain.h"
#include "core/store/keyring.h"
#include "core/store/store.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

const QString cases = u"speakup_case"_s;

/// Binds the box to its row: it opens nowhere else.
QByteArray purposeOf(const RecordId &id)
{
    return "speakup " + id.toString().toLatin1();
}

QByteArray boxOf(const Record &row)
{
    const QJsonObject sealed = QJsonDocument::fromJson(row.text(u"sealed_text"_s).toUtf8()).object();
    return QByteArray::fromBase64(sealed["box"_L1].toString().toLatin1());
}

} // namespace

SpeakupService::SpeakupService(Store &store, const RecordService &records, const KeyChain &keys)
    : m_store(store)
    , m_records(records)
    , m_keys(keys)
{
}

Result<QList<AccountCard>> SpeakupService::receivers() const
{
    return m_store.read([this](const ReadTx &tx) { return receiversIn(tx); });
}

Result<QList<AccountCard>> SpeakupService::receiversIn(const ReadTx &tx) const
{
    DW_ASSIGN(const DealDay day, dealDay(tx));
    DW_ASSIGN(const auto rows, tx.query(u"SELECT DISTINCT p.id FROM speakup_channel c JOIN person p ON p.id = c.receiver "
                                        "WHERE c.voided_at IS NULL AND c.published_on <= :today AND (c.ended_on IS NULL OR c.ended_on > :today) "
                                        "AND p.voided_at IS NULL AND p.state = 'active'"_s,
                               {{u":today"_s, day.isoToday()}}));
    QStringList named;
    for (const Row &row : rows)
        named.append(row.value(u"id"_s).toString());
    const auto keyring = m_keys.current();
    QList<AccountCard> cards;
    for (const auto &[id, card] : keyring->cards()) {
        const bool isNamed = !card.person.isNull() && named.contains(card.person.toString());
        if (card.isActive(m_store.clock().nowMs()) && card.role != Role::Recovery && (isNamed || card.role == Role::ComplianceOfficer))
            cards.append(card);
    }
    std::sort(cards.begin(), cards.end(), [&](const AccountCard &a, const AccountCard &b) {
        const bool first = named.contains(a.person.toString()), second = named.contains(b.person.toString());
        return first != second ? first : a.name < b.name;
    });
    return cards;
}

Result<RecordId> SpeakupService::report(const QString &text, const AccountId &receiver)
{
    if (text.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput, u"speakup.empty"_s);
    if (text.size() > longest)
        return fail(ErrorCode::InvalidInput, u"speakup.too_long"_s, {QString::number(longest)});
    return m_store.write(Action {u"speakup.report"_s, cases, {}, {}}, [&](WriteTx &tx) -> Result<RecordId> {
        DW_ASSIGN(const QList<AccountCard> possible, receiversIn(tx));
        if (std::none_of(possible.begin(), possible.end(), [&](const AccountCard &card) { return card.id == receiver; }))
            return fail(ErrorCode::NotPermitted, u"speakup.no_receiver"_s);
        DW_ASSIGN(const DealDay day, dealDay(tx));
        DW_ASSIGN(const RecordId id, m_records.addIn(tx, cases,
            {{u"received_on"_s, day.isoToday()}, {u"intake"_s, u"vault"_s}, {u"anonymous"_s, false}}));
        DW_ASSIGN(const QByteArray box, m_keys.current()->sealToAccount(receiver, text.toUtf8(), purposeOf(id)));
        const QJsonObject sealed {{u"box"_s, QString::fromLatin1(box.toBase64())}};
        DW_TRY(tx.records().update(cases, id,
            {{u"receiver_account"_s, receiver.toString()}, {u"sealed_text"_s, QString::fromUtf8(QJsonDocument(sealed).toJson(QJsonDocument::Compact))}}));
        tx.setObject(cases, id);
        return id;
    });
}

bool SpeakupService::isForMe(const Record &speakupCase) const
{
    return speakupCase.registerId == cases && speakupCase.text(u"receiver_account"_s) == m_store.actor().id.toString();
}

Result<SecretBytes> SpeakupService::read(const RecordId &id)
{
    DW_ASSIGN(const Record row, m_records.get(cases, id));
    const QByteArray box = boxOf(row);
    if (box.isEmpty())
        return fail(ErrorCode::NotFound, u"speakup.no_text"_s);
    if (!isForMe(row))
        return fail(ErrorCode::NotPermitted, u"speakup.not_receiver"_s);
    auto text = m_keys.current()->openOwn(box, purposeOf(id));
    if (!text)
        return fail(ErrorCode::Corrupt, u"speakup.unreadable"_s);
    const auto logged = m_store.write(Action {u"speakup.read"_s, cases, id.toString(), {}}, [](WriteTx &) { return Result<>(); });
    DW_TRY(logged);
    return std::move(*text);
}

} // namespace dw
