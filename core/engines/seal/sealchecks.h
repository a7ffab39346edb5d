// The parts of the verifier. Each demand is a function that returns the stable id of what is wrong, or nothing.
#pragma once

#include "core/engines/seal/pdfsigner.h"
#include "core/engines/seal/sealverifier.h"

#include <QJsonObject>
#include <QStringList>

#include <memory>

class QPDF;

namespace dw::seal {

/// What was learned on the way; later demands use it.
struct Evidence {
    const QByteArray &pdf;
    const SealDemands &demands;
    SealResult &result;
    SignatureSpan span;
    QByteArray attachment; ///< The bytes of report.json.
    QStringList pageTexts;
    std::shared_ptr<QPDF> document; ///< Read once, strictly.
};

/// A refusal; `reason` empty = fine.
struct Verdict {
    QString reason;
    QString detail;
};

/// One revision in one form: header, one table of objects that all stand where it says, one trailer, one end.
Verdict checkStructure(const QByteArray &pdf);

/// What qpdf reads, without mending anything: the signature field, its permissions, nothing that acts, the one
/// associated file. Fills `attachment`, `pageTexts` and the number of pages.
Verdict checkField(Evidence &evidence);
Verdict checkActiveContent(Evidence &evidence);
Verdict checkAttachment(Evidence &evidence);

/// The embedded data against its schema, itself and the pages. Fills `report`.
Verdict checkSchema(Evidence &evidence);
Verdict checkDataHash(Evidence &evidence);
Verdict checkText(Evidence &evidence);
Verdict checkIssuer(Evidence &evidence);
Verdict checkAuditHead(Evidence &evidence);
Verdict checkEvidenceHashes(Evidence &evidence);

} // namespace dw::seal
