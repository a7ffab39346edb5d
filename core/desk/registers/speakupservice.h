#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"
#include "core/domain/ids.h"
#include "core/domain/record.h"
#include "core/store/accountcard.h"

#include <QList>

namespace dw {

class KeyChain;
class ReadTx;
class RecordService;
class Store;

/// Concerns that are reported inside the vault: the text is sealed to the key of one account, and nobody else, an
/// owner included, reads it. That a report came, when, and what became of it is in the register speakup_case.
class SpeakupService
{
public:
    static constexpr qsizetype longest = 20'000; ///< Characters of a report.

    SpeakupService(Store &store, const RecordService &records, const KeyChain &keys);

    /// Accounts that may be chosen: those of the persons who receive a published channel first, then the compliance
    /// officers.
    Result<QList<AccountCard>> receivers() const;

    /// Any account reports; its name is in the trail. Errors: InvalidInput "speakup.empty", "speakup.too_long" (arg:
    /// characters allowed), NotPermitted "speakup.no_receiver" when `receiver` is none of receivers().
    Result<RecordId> report(const QString &text, const AccountId &receiver);

    /// Whether the text of a case is sealed to who is at the keyboard.
    bool isForMe(const Record &speakupCase) const;

    /// The text, UTF-8; logged first. NotPermitted "speakup.not_receiver", NotFound "speakup.no_text", Corrupt
    /// "speakup.unreadable" when it was sealed to keys that the account no longer has, or was changed.
    Result<SecretBytes> read(const RecordId &id);

private:
    Result<QList<AccountCard>> receiversIn(const ReadTx &tx) const;

    Store &m_store;
    const RecordService &m_records;
    const KeyChain &m_keys;
};

} // namespace dw
