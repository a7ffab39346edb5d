#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QJsonObject>

namespace dw {

class DemoStage;

/// What one kind of step of the script does; the kind is the step's key.
using DemoStep = Result<> (*)(DemoStage &stage, const QJsonObject &step);
using DemoSteps = QHash<QString, DemoStep>;

DemoSteps demoRecordSteps(); ///< add, set, do, deal, deal_do, raci, clauses, attend, ack_rules, evidence, account ...
DemoSteps demoPeopleSteps(); ///< nda_sign, nda_join, background_check, grant, approve_grant, certify_grants, wall_member
DemoSteps demoDataSteps(); ///< import_clients, decide, review_asset
DemoSteps demoDocumentSteps(); ///< import_document, mark_words, mark_area, redact, submit, approve_version, refused, release, receipt
DemoSteps demoMeasureSteps(); ///< sign, sign_nil, gate, approve_exception, verify_evidence, backup, report

} // namespace dw
