#include "ui/text/errorwords.h"

#include <QtGlobal>

#include <array>

namespace dw {

namespace {

// One line per reason, sorted by reason: what happened, what was kept, what to do.
constexpr std::array words {
    ErrorWords {"id.malformed", QT_TRANSLATE_NOOP("ErrorText", "“%1” is no id. Ids are shown by “record list”.")},
    ErrorWords {"job.cancelled", QT_TRANSLATE_NOOP("ErrorText", "Stopped at your request. Nothing was changed.")},
    ErrorWords {"level.not_cleared", QT_TRANSLATE_NOOP("ErrorText", "This is kept at level %1, and your account holds no key for it. Ask somebody who is cleared.")},
    ErrorWords {"record.already_voided", QT_TRANSLATE_NOOP("ErrorText", "This entry was voided before. It stays visible in the history.")},
    ErrorWords {"record.bad_value", QT_TRANSLATE_NOOP("ErrorText", "The value of “%1” does not fit its kind. Nothing was saved.")},
    ErrorWords {"record.changed_meanwhile", QT_TRANSLATE_NOOP("ErrorText", "Somebody else changed this entry since you opened it. Your changes were not saved; look at the new state and repeat them.")},
    ErrorWords {"record.missing", QT_TRANSLATE_NOOP("ErrorText", "There is no such entry in “%1”.")},
    ErrorWords {"record.unknown_field", QT_TRANSLATE_NOOP("ErrorText", "“%1” has no field “%2”.")},
    ErrorWords {"record.unknown_state", QT_TRANSLATE_NOOP("ErrorText", "“%1” has no state “%2”.")},
    ErrorWords {"register.unknown", QT_TRANSLATE_NOOP("ErrorText", "There is no register “%1”.")},
    ErrorWords {"store.busy", QT_TRANSLATE_NOOP("ErrorText", "The vault is being written to right now. Nothing was changed; try again in a moment.")},
    ErrorWords {"store.cannot_open", QT_TRANSLATE_NOOP("ErrorText", "%1 cannot be opened. Check that you may read and write the vault's folder.")},
    ErrorWords {"store.constraint", QT_TRANSLATE_NOOP("ErrorText", "This does not fit with the other entries, for example because it refers to one that does not exist. Nothing was saved.")},
    ErrorWords {"store.damaged", QT_TRANSLATE_NOOP("ErrorText", "%1 is damaged. The file was left as it is. Restore the newest verified backup (Controls and backups, or “vault restore”).")},
    ErrorWords {"store.disk_full", QT_TRANSLATE_NOOP("ErrorText", "The disk is full: %1 could not be written. The vault is as it was before this step; make room and repeat it.")},
    ErrorWords {"store.exists", QT_TRANSLATE_NOOP("ErrorText", "There is a vault in this folder already. It was not touched; choose another name.")},
    ErrorWords {"store.io", QT_TRANSLATE_NOOP("ErrorText", "%1 could not be read or written. The vault is as it was before this step; check the disk.")},
    ErrorWords {"store.missing", QT_TRANSLATE_NOOP("ErrorText", "%1 is missing from the vault's folder. Restore the newest verified backup.")},
    ErrorWords {"store.newer_version", QT_TRANSLATE_NOOP("ErrorText", "%1 was written by a newer Dealward (format %2). It was not touched; open it with that version.")},
    ErrorWords {"store.no_wal", QT_TRANSLATE_NOOP("ErrorText", "This folder does not support safe writing (it may be a network drive). Nothing was changed; move the vault to a local disk.")},
    ErrorWords {"store.read_only", QT_TRANSLATE_NOOP("ErrorText", "%1 cannot be written: the folder or the disk is read-only. Nothing was changed.")},
    ErrorWords {"usage.unknown_option", QT_TRANSLATE_NOOP("ErrorText", "There is no option “%1” here.")},
    ErrorWords {"usage.value_missing", QT_TRANSLATE_NOOP("ErrorText", "The option %1 needs a value.")},
};

} // namespace

std::span<const ErrorWords> errorWords()
{
    return words;
}

} // namespace dw
