#pragma once

#include <QString>
#include <QStringList>

namespace dw::idtext {

/// Words for the stable ids of core, in the language of the program. An unknown id comes back readable:
/// "some_new.id" -> "Some new: id".
QString jobKind(const QString &id);
QString stage(const QString &id);
QString role(const QString &id); ///< Account roles and functions of measures.
QString status(const QString &id); ///< na, red, amber, green, green_signed
QString statusReason(const QString &id, const QStringList &args);
QString level(int level);
QString phase(const QString &id);
QString gate(const QString &id); ///< "G1" -> "G1 open negotiation"
/// Of the audit trail: "record.add"; `otherwise` stands for an action without words, as a change of state.
QString action(const QString &id, const QString &otherwise = {});
QString fact(const QString &id); ///< What the program measured: "vault.cipher"
QString findingKind(const QString &id); ///< "CN_ID"
QString trailProblem(const QString &reason);
QString recurrence(const QString &id, int months);
QString readable(const QString &id);

} // namespace dw::idtext
