#pragma once

#include <QString>
#include <QStringList>

namespace dw {

/// The kind of a failure: what a caller can decide on. The words a person reads are made in ui/text.
enum class ErrorCode {
    InvalidInput, ///< What was given cannot be used as it is.
    NotFound, ///< No such row, file, page or account.
    Conflict, ///< Somebody or something changed it in between, or it exists already.
    Locked, ///< The vault is locked, or another program holds it.
    WrongPassphrase, ///< The passphrase (or key file, or account name) does not open it.
    NotPermitted, ///< The account's role or clearance does not allow it.
    Corrupt, ///< The bytes are damaged or were tampered with.
    Unsupported, ///< Well-formed, but of a kind or version that is not handled.
    Io, ///< The file system said no: full, read-only, gone.
    Cancelled, ///< The user asked to stop.
    PolicyBlocked, ///< A rule of the deal refuses it; `args` name the rules.
    VerificationFailed, ///< The result could not be proven and was not published.
    LimitExceeded, ///< Too large, too deep, too slow for the stated limits.
    Internal, ///< A bug.
};

/// A failure as a value. `reason` is a stable dotted id ("vault.newer_version") that ui/text turns into
/// what happened, what was kept and what to do; `args` are the facts it names. `detail` is for the log:
/// English, no client data, no secrets.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString reason;
    QStringList args;
    QString detail;

    bool operator==(const Error &) const = default;
};

} // namespace dw
