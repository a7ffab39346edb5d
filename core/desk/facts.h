#pragma once

#include "core/base/result.h"

#include <QString>

namespace dw {

class WriteTx;

/// What the program found out by itself and checks rest on: a row of register "fact".
struct Fact {
    QString name; ///< "backup.last"
    QString subject; ///< Id of the record it is about; empty = the vault.
    bool holds = false;
    QString value;
};

/// Writes it as measured now, over what was known of the same name and subject.
Result<> writeFact(WriteTx &tx, const Fact &fact);

} // namespace dw
