#pragma once

#include "core/domain/condition.h"

namespace dw::releasetext {

/// The words of releases and grants: conditions, their facts and what they speak of, in the program's language.
QString conditionTitle(const QString &id); ///< "nda" -> "NDA"

/// "“NDA Alpha” binds Li Wei, but not for this purpose: financing."
QString conditionFact(const Condition &condition);

/// One of the fourteen lines: number, whether it holds, title and fact.
QString conditionLine(const Condition &condition);

bool hasWords(const QString &factId); ///< For the test that asks for every fact of core.

QString purpose(const QString &id);
QString treatment(const QString &id);
QString side(const QString &id);
QString legalBasis(const QString &id);
QString openCopy(const QString &why); ///< Of OpenCopy: "receipt_overdue"
QString tracedBy(const QString &id); ///< "package_hash", "watermark", "version_hash"

} // namespace dw::releasetext
