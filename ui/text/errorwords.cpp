#include "ui/text/errorwords.h"

#include <QtGlobal>

#include <array>

namespace dw {

namespace {

// One line per reason, sorted by reason: what happened, what was kept, what to do.
constexpr std::array words {
    ErrorWords {"crypto.not_authentic", QT_TRANSLATE_NOOP("ErrorText", "Some bytes are damaged or were changed from outside. Nothing was shown from them. Restore a backup.")},
    ErrorWords {"deal.code_name", QT_TRANSLATE_NOOP("ErrorText", "The code name must be a plain word that does not contain the true name.")},
    ErrorWords {"deal.exists", QT_TRANSLATE_NOOP("ErrorText", "This vault already holds a deal. Make a new vault for another deal.")},
    ErrorWords {"deal.missing", QT_TRANSLATE_NOOP("ErrorText", "There is no deal in this vault yet. Enter the deal first.")},
    ErrorWords {"gate.deal_state", QT_TRANSLATE_NOOP("ErrorText", "A gate passes only while the deal is active.")},
    ErrorWords {"gate.is_deal_manager", QT_TRANSLATE_NOOP("ErrorText", "The deal manager cannot decide on a gate of their own deal.")},
    ErrorWords {"gate.not_compliance_officer", QT_TRANSLATE_NOOP("ErrorText", "Only a compliance officer decides on a gate.")},
    ErrorWords {"gate.not_open", QT_TRANSLATE_NOOP("ErrorText", "This gate does not belong to the open phase.")},
    ErrorWords {"gate.red", QT_TRANSLATE_NOOP("ErrorText", "The gate cannot pass while rows that block it are red. The gate stays open. Fix the rows or request an exception for each.")},
    ErrorWords {"id.malformed", QT_TRANSLATE_NOOP("ErrorText", "“%1” is no id. Ids are shown by “record list”.")},
    ErrorWords {"job.cancelled", QT_TRANSLATE_NOOP("ErrorText", "Stopped at your request. Nothing was changed.")},
    ErrorWords {"kdf.above_ceiling", QT_TRANSLATE_NOOP("ErrorText", "The vault asks for more memory than this program allows. Nothing was opened. Restore a backup and tell the owner.")},
    ErrorWords {"kdf.below_floor", QT_TRANSLATE_NOOP("ErrorText", "The vault's protection against guessing was weakened from outside. Nothing was opened. Do not type your passphrase again. Restore a backup and tell the owner.")},
    ErrorWords {"level.not_cleared", QT_TRANSLATE_NOOP("ErrorText", "This is kept at level %1, and your account holds no key for it. Ask somebody who is cleared.")},
    ErrorWords {"marks.malformed", QT_TRANSLATE_NOOP("ErrorText", "The list of marks cannot be read.")},
    ErrorWords {"measure.changed_meanwhile", QT_TRANSLATE_NOOP("ErrorText", "The data changed after you looked at it. Nothing was signed. Look at the row again, then sign.")},
    ErrorWords {"measure.evidence_needed", QT_TRANSLATE_NOOP("ErrorText", "The holder of this function has no account here: their paper is needed as evidence. Add the paper on the Report page under Evidence and choose it when signing.")},
    ErrorWords {"measure.no_holder", QT_TRANSLATE_NOOP("ErrorText", "Nobody holds the function that signs this measure. Name a holder on the Coordination page.")},
    ErrorWords {"measure.not_green", QT_TRANSLATE_NOOP("ErrorText", "This row cannot be signed while its checks fail. Nothing was signed. Open the tab Checks: each failing row leads to where it is fixed.")},
    ErrorWords {"measure.not_your_function", QT_TRANSLATE_NOOP("ErrorText", "Only the person who holds this function may sign: %1. Ask them to sign, or name who holds the function on the Coordination page.")},
    ErrorWords {"record.already_voided", QT_TRANSLATE_NOOP("ErrorText", "This entry was voided before. It stays visible in the history.")},
    ErrorWords {"record.bad_value", QT_TRANSLATE_NOOP("ErrorText", "The value of “%1” does not fit its kind. Nothing was saved.")},
    ErrorWords {"record.changed_meanwhile", QT_TRANSLATE_NOOP("ErrorText", "Somebody else changed this entry since you opened it. Your changes were not saved; look at the new state and repeat them.")},
    ErrorWords {"record.choice", QT_TRANSLATE_NOOP("ErrorText", "The value of %2 is not one of the choices.")},
    ErrorWords {"record.missing", QT_TRANSLATE_NOOP("ErrorText", "There is no such entry in “%1”.")},
    ErrorWords {"record.needs", QT_TRANSLATE_NOOP("ErrorText", "Some fields must be filled before this step: %1.")},
    ErrorWords {"record.read_only", QT_TRANSLATE_NOOP("ErrorText", "The field %2 is written by the program alone.")},
    ErrorWords {"record.reason_needed", QT_TRANSLATE_NOOP("ErrorText", "This step needs a reason. Write one sentence and try again.")},
    ErrorWords {"record.reference", QT_TRANSLATE_NOOP("ErrorText", "The record that %2 points to does not exist.")},
    ErrorWords {"record.required", QT_TRANSLATE_NOOP("ErrorText", "A required field is empty: %2.")},
    ErrorWords {"record.role", QT_TRANSLATE_NOOP("ErrorText", "Your role does not allow this change. Ask someone whose role allows it; the settings page lists the accounts.")},
    ErrorWords {"record.single", QT_TRANSLATE_NOOP("ErrorText", "There is one of these already, and only one is allowed.")},
    ErrorWords {"record.transition", QT_TRANSLATE_NOOP("ErrorText", "This step is not possible in the present state.")},
    ErrorWords {"record.type", QT_TRANSLATE_NOOP("ErrorText", "The value does not fit the field %2.")},
    ErrorWords {"record.unique", QT_TRANSLATE_NOOP("ErrorText", "Another record already has this value in %2.")},
    ErrorWords {"record.unknown_field", QT_TRANSLATE_NOOP("ErrorText", "“%1” has no field “%2”.")},
    ErrorWords {"record.unknown_state", QT_TRANSLATE_NOOP("ErrorText", "“%1” has no state “%2”.")},
    ErrorWords {"redact.unknown_level", QT_TRANSLATE_NOOP("ErrorText", "This way of redacting is not known.")},
    ErrorWords {"register.malformed", QT_TRANSLATE_NOOP("ErrorText", "A register declaration of this program is damaged. The vault is not affected. Install the program again.")},
    ErrorWords {"register.unknown", QT_TRANSLATE_NOOP("ErrorText", "There is no register “%1”.")},
    ErrorWords {"register.unreadable", QT_TRANSLATE_NOOP("ErrorText", "A register declaration of this program cannot be read. The vault is not affected. Install the program again.")},
    ErrorWords {"signature.invalid", QT_TRANSLATE_NOOP("ErrorText", "A stored signature does not match what was signed. The record was not changed. Treat it as tampering: keep a copy of the vault and tell the compliance officer.")},
    ErrorWords {"store.busy", QT_TRANSLATE_NOOP("ErrorText", "The vault is being written to right now. Nothing was changed; try again in a moment.")},
    ErrorWords {"store.cannot_open", QT_TRANSLATE_NOOP("ErrorText", "%1 cannot be opened. Check that you may read and write the vault's folder.")},
    ErrorWords {"store.constraint", QT_TRANSLATE_NOOP("ErrorText", "This does not fit with the other entries, for example because it refers to one that does not exist. Nothing was saved.")},
    ErrorWords {"store.damaged", QT_TRANSLATE_NOOP("ErrorText", "%1 is damaged. The file was left as it is. Restore the newest verified backup (Controls and backups, or “vault restore”).")},
    ErrorWords {"store.disk_full", QT_TRANSLATE_NOOP("ErrorText", "The disk is full: %1 could not be written. The vault is as it was before this step; make room and repeat it.")},
    ErrorWords {"store.exists", QT_TRANSLATE_NOOP("ErrorText", "There is a vault in this folder already. It was not touched; choose another name.")},
    ErrorWords {"store.failed", QT_TRANSLATE_NOOP("ErrorText", "The database refused the change. What was saved before is safe; the last change was not made. Try again; if it happens again, run the check on the page Controls and backups.")},
    ErrorWords {"store.io", QT_TRANSLATE_NOOP("ErrorText", "%1 could not be read or written. The vault is as it was before this step; check the disk.")},
    ErrorWords {"store.missing", QT_TRANSLATE_NOOP("ErrorText", "%1 is missing from the vault's folder. Restore the newest verified backup.")},
    ErrorWords {"store.newer_version", QT_TRANSLATE_NOOP("ErrorText", "%1 was written by a newer Dealward (format %2). It was not touched; open it with that version.")},
    ErrorWords {"store.no_wal", QT_TRANSLATE_NOOP("ErrorText", "This folder does not support safe writing (it may be a network drive). Nothing was changed; move the vault to a local disk.")},
    ErrorWords {"store.read_only", QT_TRANSLATE_NOOP("ErrorText", "%1 cannot be written: the folder or the disk is read-only. Nothing was changed.")},
    ErrorWords {"usage.unknown_option", QT_TRANSLATE_NOOP("ErrorText", "There is no option “%1” here.")},
    ErrorWords {"usage.value_missing", QT_TRANSLATE_NOOP("ErrorText", "The option %1 needs a value.")},
    ErrorWords {"vault.locked", QT_TRANSLATE_NOOP("ErrorText", "Another program has this vault open. Close it there first. One laptop holds the pen at a time.")},
    ErrorWords {"vault.newer_version", QT_TRANSLATE_NOOP("ErrorText", "This vault was made by a newer version of Dealward. Nothing was changed. Install the newer version to open it.")},
    ErrorWords {"vault.not_a_vault", QT_TRANSLATE_NOOP("ErrorText", "This folder is not a vault. Choose a folder that ends in .dealvault.")},
    ErrorWords {"vault.wrong_passphrase", QT_TRANSLATE_NOOP("ErrorText", "The account name or the passphrase is wrong. Check Caps Lock and the keyboard layout, then try again.")},
    ErrorWords {"worker.crashed", QT_TRANSLATE_NOOP("ErrorText", "The part that reads files stopped working on this file. The program and the vault are not affected. The file may be damaged or hostile. Ask the sender for another copy.")},
    ErrorWords {"worker.timeout", QT_TRANSLATE_NOOP("ErrorText", "This file takes longer to read than the limit allows. The program and the vault are not affected. Split the file, or ask the sender for a simpler copy.")},
};

} // namespace

std::span<const ErrorWords> errorWords()
{
    return words;
}

} // namespace dw
