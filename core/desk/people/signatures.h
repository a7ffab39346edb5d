#pragma once

#include "core/desk/dealday.h"
#include "core/store/transaction.h"

namespace dw {

/// Who of an NDA's parties has signed by today. Every organisation on either side needs a named signatory with a
/// date; a document with one signature missing binds nobody here.
struct Signatures {
    int given = 0; ///< Dated signatures of named people.
    QStringList missing; ///< Names of the party organisations without one.

    bool isComplete() const { return given > 0 && missing.isEmpty(); }
};

Result<Signatures> signaturesOf(const ReadTx &tx, const DealDay &day, const Row &nda);

} // namespace dw
