#include "core/desk/accounts/accountservice.h"

#include "core/desk/accounts/passphrase.h"
#include "core/engines/crypto/hash.h"
#include "core/store/recoverykey.h"
#include "core/store/rekeykeep.h"
#include "core/store/store.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

const QString accountRegister = u"account"_s;

QVariantMap rowOf(const AccountCard &card, quint64 sequence)
{
    const QString until = card.validUntil == 0
        ? QString()
        : QDateTime::fromMSecsSinceEpoch(card.validUntil, Qt::UTC).date().toString(Qt::ISODate);
    return {{u"name"_s, card.name}, {u"account_role"_s, roleId(card.role)}, {u"clearance"_s, qint64(card.clearance)},
        {u"person"_s, card.person.isNull() ? QVariant() : card.person.toString()},
        {u"valid_until"_s, until.isEmpty() ? QVariant() : until},
        {u"public_key"_s, QString::fromLatin1(card.signingKey.toHex())},
        {u"fingerprint"_s, QString::fromLatin1(sha256(card.signingKey).toHex())},
        {u"keys_version"_s, static_cast<qint64>(sequence)}};
}

} // namespace

AccountService::AccountService(Store &store, KeyChain &keys, AccountSettings settings)
    : m_store(store)
    , m_keys(keys)
    , m_settings(std::move(settings))
{
}

QList<AccountCard> AccountService::list() const
{
    QList<AccountCard> cards;
    for (const auto &[id, card] : m_keys.current()->cards())
        cards.append(card);
    std::sort(cards.begin(), cards.end(), [](const AccountCard &a, const AccountCard &b) { return a.name < b.name; });
    return cards;
}

Result<AccountCard> AccountService::get(const AccountId &id) const
{
    const auto keyring = m_keys.current();
    const AccountCard *card = keyring->card(id);
    if (!card)
        return fail(ErrorCode::NotFound, u"account.missing"_s);
    return *card;
}

Result<AccountCard> AccountService::byName(const QString &name) const
{
    const auto keyring = m_keys.current();
    const AccountCard *card = keyring->cardByName(name);
    if (!card)
        return fail(ErrorCode::NotFound, u"account.missing"_s, {name});
    return *card;
}

bool AccountService::canManage() const
{
    const auto keyring = m_keys.current();
    return keyring->root() && keyring->own().isRootHolder();
}

Result<> AccountService::needManager() const
{
    return canManage() ? Result<>() : fail(ErrorCode::NotPermitted, u"account.owner_only"_s);
}

Result<> AccountService::checkTerms(const AccountTerms &terms) const
{
    if (terms.role == Role::Recovery || terms.clearance < 2 || terms.clearance > 4)
        return fail(ErrorCode::InvalidInput, u"account.invalid"_s);
    if (terms.role == Role::Auditor && terms.validUntil == 0)
        return fail(ErrorCode::InvalidInput, u"account.auditor_needs_end"_s);
    if (terms.validUntil != 0 && terms.validUntil <= m_store.clock().nowMs())
        return fail(ErrorCode::InvalidInput, u"account.end_is_past"_s);
    return {};
}

Result<> AccountService::checkOwnersRemain(const AccountId &without) const
{
    const auto keyring = m_keys.current();
    const bool isOneLeft = std::any_of(keyring->cards().begin(), keyring->cards().end(), [&](const auto &entry) {
        return entry.first != without && entry.second.role == Role::Owner
            && entry.second.isActive(m_store.clock().nowMs());
    });
    return isOneLeft ? Result<>() : fail(ErrorCode::PolicyBlocked, u"account.last_owner"_s);
}

Result<AccountId> AccountService::add(const AccountTerms &terms, const Credentials &credentials)
{
    DW_TRY(needManager());
    DW_TRY(checkTerms(terms));
    DW_TRY(passphrase::check(credentials.passphrase, {credentials.accountName}, m_settings.passphraseFloor));
    const auto keyring = m_keys.current();
    KeyringEditor editor(*keyring, m_settings.limits, m_store.clock().nowMs());
    AccountCard card;
    card.role = terms.role;
    card.clearance = terms.clearance;
    card.validUntil = terms.validUntil;
    card.person = terms.person;
    DW_ASSIGN(const AccountId id, editor.addUser(card, credentials, m_settings.kdf));
    DW_ASSIGN(KeyringEditor::Finished finished, editor.finish(&credentials));
    DW_TRY(commit({u"account.add"_s, accountRegister, id.toString(), {}}, std::move(finished)));
    return id;
}

Result<> AccountService::change(const AccountId &id, const AccountTerms &terms, const QString &reason)
{
    DW_TRY(needManager());
    DW_TRY(checkTerms(terms));
    DW_ASSIGN(AccountCard card, get(id));
    if (card.role == Role::Owner && terms.role != Role::Owner)
        DW_TRY(checkOwnersRemain(id));
    card.role = terms.role;
    card.clearance = terms.clearance;
    card.validUntil = terms.validUntil;
    card.person = terms.person;
    const auto keyring = m_keys.current();
    KeyringEditor editor(*keyring, m_settings.limits, m_store.clock().nowMs());
    DW_TRY(editor.changeUser(card));
    DW_ASSIGN(KeyringEditor::Finished finished, editor.finish());
    return commit({u"account.change"_s, accountRegister, id.toString(), reason}, std::move(finished));
}

Result<> AccountService::linkPerson(const AccountId &id, const PersonId &person)
{
    DW_ASSIGN(const AccountCard card, get(id));
    return change(id, {card.role, card.clearance, card.validUntil, person}, {});
}

// First the row, which closes the account to this program at once and says why; then the keys. Interrupted in
// between, the revocation is unfinished and said to be so.
Result<> AccountService::revoke(const AccountId &id, const QString &reason)
{
    DW_TRY(needManager());
    DW_ASSIGN(const AccountCard card, get(id));
    if (card.role == Role::Owner)
        DW_TRY(checkOwnersRemain(id));
    const auto keyring = m_keys.current();
    KeyringEditor editor(*keyring, m_settings.limits, m_store.clock().nowMs());
    DW_TRY(editor.revokeUser(id));
    DW_ASSIGN(KeyringEditor::Finished finished, editor.finish());
    const QString row = id.toString();
    const auto closed = m_store.write(Action {u"account.revoke"_s, accountRegister, row, reason},
        [&](WriteTx &tx) { return tx.records().setState(accountRegister, RecordId::fromText(row), u"revoked"_s); });
    DW_TRY(closed);
    return commit({u"account.new_keys"_s, accountRegister, row, reason}, std::move(finished));
}

QList<AccountId> AccountService::unfinishedRevocations() const
{
    const auto keyring = m_keys.current();
    const auto rows = m_store.read([&](const ReadTx &tx) -> Result<QList<Record>> {
        RecordFilter filter;
        filter.equals = {{u"state"_s, u"revoked"_s}};
        return tx.records().list(accountRegister, filter);
    });
    QList<AccountId> ids;
    for (const Record &row : rows.value_or(QList<Record>())) {
        const AccountCard *card = keyring->card(row.id.as<AccountTag>());
        if (card && card->status == AccountCard::Status::Active)
            ids.append(card->id);
    }
    return ids;
}

Result<> AccountService::prove(const Credentials &present) const
{
    const Credentials proof {m_keys.current()->own().name, present.passphrase.clone(), present.keyFile};
    DW_TRY(Keyring::unlock(m_settings.directory, proof, m_store.clock().nowMs(), m_settings.limits));
    return {};
}

Result<> AccountService::changePassphrase(const Credentials &present, const Credentials &wanted)
{
    const auto keyring = m_keys.current();
    const QString name = keyring->own().name;
    if (keyring->own().role == Role::Recovery)
        return fail(ErrorCode::NotPermitted, u"account.no_passphrase"_s);
    DW_TRY(passphrase::check(wanted.passphrase, {name}, m_settings.passphraseFloor));
    const Credentials proof {name, present.passphrase.clone(), present.keyFile};
    DW_TRY(Keyring::unlock(m_settings.directory, proof, m_store.clock().nowMs(), m_settings.limits));
    KeyringEditor editor(*keyring, m_settings.limits, m_store.clock().nowMs());
    const Credentials fresh {name, wanted.passphrase.clone(), wanted.keyFile};
    DW_TRY(editor.changeOwnPassphrase(fresh, m_settings.kdf));
    DW_ASSIGN(KeyringEditor::Finished finished, editor.finish(&fresh));
    return commit({u"account.passphrase"_s, accountRegister, keyring->own().id.toString(), {}}, std::move(finished));
}

Result<> AccountService::resetPassphrase(const AccountId &id, const Credentials &wanted, const QString &reason)
{
    DW_TRY(needManager());
    DW_ASSIGN(const AccountCard card, get(id));
    DW_TRY(passphrase::check(wanted.passphrase, {card.name}, m_settings.passphraseFloor));
    const auto keyring = m_keys.current();
    KeyringEditor editor(*keyring, m_settings.limits, m_store.clock().nowMs());
    const Credentials fresh {card.name, wanted.passphrase.clone(), wanted.keyFile};
    DW_TRY(editor.reissueUser(id, fresh, m_settings.kdf));
    DW_ASSIGN(KeyringEditor::Finished finished, editor.finish(&fresh));
    return commit({u"account.reset"_s, accountRegister, id.toString(), reason}, std::move(finished));
}

Result<SecretBytes> AccountService::replaceRecoveryKey(const QString &reason)
{
    DW_TRY(needManager());
    const auto keyring = m_keys.current();
    KeyringEditor editor(*keyring, m_settings.limits, m_store.clock().nowMs());
    const SecretBytes key = recoverykey::generate();
    DW_TRY(editor.replaceRecoveryKey(key));
    DW_ASSIGN(KeyringEditor::Finished finished, editor.finish());
    DW_TRY(commit({u"account.recovery_key"_s, u"vault"_s, keyring->header().vault.toString(), reason}, std::move(finished)));
    return recoverykey::toText(key);
}

Result<> AccountService::pinRoot(const Credentials &own)
{
    const auto keyring = m_keys.current();
    if (keyring->isRootPinned())
        return {};
    KeyringEditor editor(*keyring, m_settings.limits, m_store.clock().nowMs());
    DW_TRY(editor.pinRoot(own));
    DW_ASSIGN(KeyringEditor::Finished finished, editor.finish(&own));
    return commit({u"account.pin_root"_s, accountRegister, keyring->own().id.toString(), {}}, std::move(finished));
}

Result<> AccountService::pinRoot(const SecretBytes &recoveryKey)
{
    const auto keyring = m_keys.current();
    if (keyring->isRootPinned())
        return {};
    KeyringEditor editor(*keyring, m_settings.limits, m_store.clock().nowMs());
    DW_TRY(editor.pinRoot(recoveryKey));
    DW_ASSIGN(KeyringEditor::Finished finished, editor.finish());
    return commit({u"account.pin_root"_s, accountRegister, keyring->own().id.toString(), {}}, std::move(finished));
}

// Without new level keys, slots.bin is replaced inside the action, just before its commit: should the commit
// fail, the next owner's unlock brings the register in line.
Result<> AccountService::commit(const Action &action, KeyringEditor::Finished finished)
{
    if (!finished.isRekeyed) {
        const auto written = m_store.write(action, [&](WriteTx &tx) -> Result<> {
            DW_TRY(mirror(tx, finished.keyring));
            return putInForce(finished);
        });
        DW_TRY(written);
        m_keys.replace(std::move(finished.keyring));
        return {};
    }
    std::array<SecretBytes, 2> levelKeys {finished.keyring.levelKey(3), finished.keyring.levelKey(4)};
    const RekeyKeep keep(m_settings.directory);
    // Called while nobody can write and the copies under the new keys are proven: the last moment before they hold.
    const auto exchange = [&]() -> Result<> {
        DW_TRY(keep.make());
        return putInForce(finished);
    };
    DW_TRY(m_store.rekey(finished.keyring.levelKey(2), std::move(levelKeys), exchange));
    // From here the new keys hold; the second header copy only repairs what the first already says.
    const Result<> header
        = m_settings.directory.writeHeader(finished.keyring.header(), finished.keyring.headerMacKey());
    m_keys.replace(std::move(finished.keyring));
    const auto fresh = m_keys.current();
    const auto written = m_store.write(action, [&](WriteTx &tx) { return mirror(tx, *fresh); });
    DW_TRY(written);
    // The new keys have opened and written every file: the copy that the former keys open has done its duty.
    keep.discard();
    return header;
}

Result<> AccountService::putInForce(const KeyringEditor::Finished &finished) const
{
    const Keyring &keyring = finished.keyring;
    if (finished.isRekeyed)
        DW_TRY(m_settings.directory.writeHeaderCopy(keyring.header(), keyring.headerMacKey()));
    return m_settings.directory.writeSlots(keyring.content(), keyring.slotsMacKey());
}

Result<int> AccountService::mirror(WriteTx &tx, const Keyring &keyring) const
{
    int changed = 0;
    for (const auto &[id, card] : keyring.cards())
        DW_TRY(mirrorCard(tx, card, keyring.content().sequence, &changed));
    return changed;
}

Result<> AccountService::mirrorCard(WriteTx &tx, const AccountCard &card, quint64 sequence, int *changed) const
{
    const RecordId id = RecordId::fromText(card.id.toString());
    QVariantMap wanted = rowOf(card, sequence);
    RecordFilter filter;
    filter.equals = {{u"id"_s, id.toString()}};
    filter.includeVoided = true;
    DW_ASSIGN(const std::optional<Record> row, tx.records().first(accountRegister, filter));
    if (!row) {
        ++*changed;
        DW_TRY(tx.records().insert(accountRegister, wanted, id));
    } else {
        QVariantMap different;
        for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
            if (it.key() != "keys_version"_L1 && row->value(it.key()) != it.value()
                && !(row->value(it.key()).isNull() && it.value().isNull()))
                different.insert(it.key(), it.value());
        }
        if (!different.isEmpty()) {
            ++*changed;
            different.insert(u"keys_version"_s, wanted.value(u"keys_version"_s));
            DW_TRY(tx.records().update(accountRegister, id, different));
        }
    }
    const bool isRevoked = card.status == AccountCard::Status::Revoked;
    if (isRevoked && (!row || row->state != "revoked"_L1)) {
        ++*changed;
        DW_TRY(tx.records().setState(accountRegister, id, u"revoked"_s));
    }
    return {};
}

} // namespace dw
