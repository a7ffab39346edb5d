#pragma once

#include "core/base/result.h"
#include "core/domain/record.h"

#include <QJsonObject>

namespace dw {

class ReadTx;
class WriteTx;

/// What is signed: everything but the signer and the time.
struct SignedMatter {
    QString kind; ///< A choice of signature.kind: "measure", "nil_return", "gate" ...
    QString subject; ///< Measure, check, gate, or id of the row it is about.
    QString measure;
    QString checkId;
    QString phase;
    QString function;
    QString decision;
    RecordId person;
    RecordId evidence;
    QByteArray seenHash; ///< SHA-256 of what was seen.
    QString note;
};

/// Register "signature": Ed25519 of the actor over the canonical JSON of the matter, the account and the time
/// (schema "dealward.signature/1"; fields in payload()).
class SignatureBook
{
public:
    static Result<RecordId> add(WriteTx &tx, const SignedMatter &matter);
    static Result<> verify(const ReadTx &tx, const RecordId &id); ///< VerificationFailed "signature.invalid".
    static Result<> withdraw(WriteTx &tx, const RecordId &id, const QString &reason);

    /// What is signed, rebuilt from a stored row.
    static QJsonObject payload(const Record &signature);
};

} // namespace dw
