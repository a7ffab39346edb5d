#pragma once

#include "core/domain/registerdecl.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QVariantMap>

namespace dw {

/// What is asked for.
struct ReportRequest {
    QString kind = QStringLiteral("periodic"); ///< gate, periodic, incident, final
    QString gate; ///< G1-G5 with kind gate.
    bool isOutsideSafe = false;
    QString language = QStringLiteral("both"); ///< en, zh, both
    QDate from; ///< Period; may be invalid.
    QDate until;
};

/// A stored code in words, and how its chip looks (neutral, good, warn, bad; empty = no chip).
struct ReportWord {
    LocalText title;
    QString tone;
};

/// A column: how to show the values of one key of the rows.
struct ReportColumn {
    /// Checks: lines "check=value", where value is "12/12", a fact's value or a word under "check." in words.json.
    enum Kind { Text, Number, Bool, Date, Instant, Level, Word, Words, Hash, Checks };

    QString id;
    LocalText title;
    Kind kind = Text;
    QHash<QString, ReportWord> words; ///< Of Word and Words (codes separated by ", ").
    QString person; ///< Register whose names stand here ("person", "account", "organisation"): what is masked.
};

struct ReportTable {
    QString id;
    LocalText title; ///< May be empty: the section's heading is enough.
    LocalText empty; ///< Shown in place of no rows.
    QList<ReportColumn> columns;
    QList<QVariantMap> rows;
    bool isFacts = false; ///< One row, shown as a list of names and values.
    bool isGrid = false; ///< Narrow columns of marks, ruled; empty columns stay.
    int outside = -1; ///< Entries outside of the report's period; -1: not limited to it.
    LocalText note {}; ///< Below the title; may be empty.
};

struct ReportSection {
    QString id;
    QString number; ///< "5", "A".
    LocalText title;
    LocalText about; ///< One sentence; may be empty.
    QList<ReportTable> tables;
};

struct ReportPhase {
    LocalText title;
    QString gate;
    QString state; ///< passed, passed_with_exceptions, open, gate_requested, not_started, skipped
    qint64 decidedAt = 0;
    QString decidedBy;
    int readiness = -1; ///< At its gate; -1 = not decided yet.
};

struct ReadinessPoint {
    qint64 at = 0;
    int value = 0;
    QString gate; ///< Empty: a point between gates.
};

struct ReportSigner {
    LocalText role; ///< "Prepared", "Reviewed" ...
    QString name;
    QString fingerprint; ///< Hex; empty where somebody signs by hand.
    qint64 at = 0;
    LocalText function {}; ///< What the person is in the deal; empty: see issuerRole.
};

/// Everything that a report shows. Comes from store.db alone, but for one thing: sums of record counts at levels
/// that the issuer is cleared for. Never client data.
struct ReportData {
    ReportRequest request;
    QString id; ///< UUID.
    QString codeName;
    int classification = 2;
    qint64 madeAt = 0; ///< UTC milliseconds.
    QString software;
    QString timeZone; ///< IANA; times are shown in it.

    QString issuerName;
    QString issuerRole; ///< Role id.
    QString certificate; ///< Fingerprints, hex.
    QString authority;

    QString outcome; ///< met, met_with_exceptions, not_met
    int measures = 0;
    int green = 0;
    int amber = 0;
    int red = 0;
    int notApplicable = 0;
    int exceptions = 0;
    int readiness = 0;
    QString phase;

    QList<ReportPhase> phases;
    QList<ReadinessPoint> trend;
    QList<ReportSection> sections;
    QList<ReportSigner> signers;
    QStringList leftOut; ///< Ids of what the outside-safe filter removed.
    QList<LocalText> leftOutWords; ///< The same in words: "Incidents: Steps".

    QJsonObject audit; ///< See auditheadclaim.h.

    QJsonObject dataJson() const; ///< The member "data" of report.json.
    QString dataSha256() const; ///< Of its RFC 8785 form, hex.
    QJsonObject toJson(int pages, const QString &textSha256) const; ///< All of report.json.
};

} // namespace dw
