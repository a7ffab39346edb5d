#pragma once

#include "core/desk/ndacover.h"
#include "core/domain/condition.h"
#include "core/domain/ids.h"
#include "core/domain/language.h"

#include <QDate>

namespace dw {

/// One change of state made by PeopleService::refresh.
struct StateChange {
    QString registerId;
    RecordId id;
    QString from;
    QString to;
    QStringList because; ///< Ids of the conditions that decided it ("background_check").
};

struct Refresh {
    QList<StateChange> changes;
    int newObligations = 0;
    bool isWritten = false; ///< False when nothing changed, or this account may not write it.

    bool isEmpty() const { return changes.isEmpty() && newObligations == 0; }
};

struct NdaSigning {
    OrganisationId organisation;
    PersonId person;
    QString jobTitle;
    QDate signedOn;
    QString method; ///< wet, esign, seal, click
    QString authority; ///< By what right this person signs.
    RecordId proof; ///< Evidence of it; may be null.
};

struct NdaStatus {
    QString state;
    QStringList missingSignatures; ///< Names of the party organisations without a dated signature.
    QDate effectiveOn;
    QDate termEndOn;
    QDate survivingUntil; ///< Invalid: none, or without end.
    bool isSurvivingForever = false;
    int openObligations = 0;
};

struct BackgroundCheck {
    QString outcome; ///< passed, failed, waived
    QString scope;
    QDate checkedOn;
    QDate validUntil;
    RecordId evidence; ///< May be null.
};

struct GrantRequest {
    PersonId person;
    int maxLevel = 2;
    QStringList phases; ///< prepare, negotiate, documents, closing, post
    QString team = QStringLiteral("deal"); ///< deal, clean
    QStringList assets; ///< Ids of data assets; empty = all up to the level.
    QStringList folders; ///< Empty = all.
    QString reason;
    QString jobFunction;
    QDate endsOn;
};

struct GrantStatus {
    GrantId id;
    QString state;
    QList<Condition> preconditions;
    int approvals = 0;
    int approvalsNeeded = 1; ///< 2 at level 4.
};

struct WallCrossing {
    PersonId person;
    QString reason;
    PersonId approvedBy;
    PersonId supervisedBy;
    RecordId document; ///< May be null.
};

struct ThirdPartyStatus {
    RecordId id;
    QString organisation;
    QString service;
    QString state;
    QDate assessedUntil; ///< Of the newest approved assessment; invalid when there is none.
    bool isCurrent = false; ///< Approved (or with conditions) and assessed.
    QStringList missingClauses; ///< Mandatory clause codes that are neither present nor carried by an exception.
};

} // namespace dw
