#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"

#include <QString>

namespace dw {

class Connection;

/// The copy of one database under a new key, `<file>.rekey`, on its way to replace it.
struct RekeyFile {
    QString path; ///< Of the database itself.

    QString copyPath() const { return path + QStringLiteral(".rekey"); }

    /// Makes and proves the copy. `db` must not change afterwards.
    Result<> copyFrom(const Connection &db, const SecretBytes &key) const;

    /// Exchanges the files; every connection is closed.
    Result<> putInPlace() const;
    void discard() const;

    /// At opening: completes or throws away what an interrupted re-key left. Believes nothing but which of the
    /// two files the key in force opens, and that key comes from a signed envelope.
    Result<> finish(const SecretBytes &key) const;
};

} // namespace dw
