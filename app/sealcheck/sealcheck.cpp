#include "app/sealcheck/sealcheck.h"

#include "core/engines/crypto/hash.h"
#include "core/engines/crypto/timestamp.h"
#include "core/engines/seal/sealverifier.h"
#include "core/engines/seal/trailverifier.h"
#include "ui/text/sealtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

using Print = std::function<void(const QString &)>;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SealCheck)
};

struct Options {
    QString file;
    QString fingerprint;
    QString timestamp; ///< File with the reply of a time-stamping authority.
    bool isJson = false;
    bool isTrail = false;
    bool wantsHelp = false;
};

bool isFingerprint(QString text)
{
    text.remove(u' ').remove(u':');
    return text.size() == 64
        && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 128 && isxdigit(c.unicode()) != 0; });
}

/// False when the usage is wrong.
bool readOptions(QStringList arguments, Options *options)
{
    while (!arguments.isEmpty()) {
        const QString argument = arguments.takeFirst();
        if (argument == "--json"_L1)
            options->isJson = true;
        else if (argument == "--trail"_L1)
            options->isTrail = true;
        else if (argument == "--help"_L1 || argument == "-h"_L1)
            options->wantsHelp = true;
        else if (argument == "--fingerprint"_L1 && !arguments.isEmpty() && isFingerprint(arguments.first()))
            options->fingerprint = arguments.takeFirst();
        else if (argument == "--timestamp"_L1 && !arguments.isEmpty() && options->timestamp.isEmpty())
            options->timestamp = arguments.takeFirst();
        else if (!argument.startsWith(u'-') && options->file.isEmpty())
            options->file = argument;
        else
            return false;
    }
    return options->wantsHelp || (!options->file.isEmpty() && !(options->isTrail && !(options->fingerprint.isEmpty() && options->timestamp.isEmpty())));
}

QString usage()
{
    return Words::tr("Usage: sealcheck REPORT.pdf [--fingerprint F] [--timestamp REPLY.tsr] [--json]\n"
              "       sealcheck --trail FILE [--json]\n"
              "Verifies a sealed report, or an exported audit trail. It needs no vault and no network.\n"
              "F: SHA-256 of the signer's or the authority's certificate, 64 hexadecimal digits.\n"
              "REPLY.tsr: what a time-stamping authority answered for this very file.\n"
              "Ends with 0 valid, 1 not valid, 2 unreadable or wrong usage.");
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString time(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
}

/// A time-stamp that was asked about: what it says, or why it says nothing.
struct Stamp {
    bool isGiven = false;
    QString reason; ///< Empty: it holds.
    Timestamp value;
};

QJsonObject toJson(const Stamp &stamp)
{
    if (!stamp.reason.isEmpty())
        return {{u"valid"_s, false}, {u"reason"_s, stamp.reason}};
    return {{u"valid"_s, true}, {u"at"_s, stamp.value.at}, {u"authority"_s, stamp.value.authority},
        {u"certificate_sha256"_s, stamp.value.fingerprint}, {u"serial"_s, stamp.value.serial}};
}

QJsonObject toJson(const SealResult &result, const Stamp &stamp)
{
    static const char *const outcomes[] {"passed", "failed", "not_checked"};
    QJsonArray checks;
    for (const SealCheck &check : result.checks) {
        QJsonObject one {{u"id"_s, check.id}, {u"outcome"_s, QString::fromLatin1(outcomes[check.outcome])}};
        if (!check.reason.isEmpty())
            one.insert(u"reason"_s, check.reason);
        if (!check.detail.isEmpty())
            one.insert(u"detail"_s, check.detail);
        checks << one;
    }
    QJsonObject out {{u"valid"_s, result.isValid() && stamp.reason.isEmpty()}, {u"size"_s, result.fileSize}, {u"pages"_s, result.pages},
        {u"checks"_s, checks}};
    if (!result.signer.fingerprint.isEmpty()) {
        out.insert(u"signer"_s,
            QJsonObject {{u"name"_s, result.signer.commonName}, {u"organisation"_s, result.signer.organisation},
                {u"certificate_sha256"_s, result.signer.fingerprint}, {u"authority_sha256"_s, result.authorityFingerprint}});
    }
    for (const QString &key : {u"id"_s, u"kind"_s, u"variant"_s, u"code_name"_s, u"made_at"_s, u"data_sha256"_s, u"audit"_s}) {
        if (result.isValid())
            out.insert(key, result.report.value(key));
    }
    if (stamp.isGiven && result.isValid())
        out.insert(u"timestamp"_s, toJson(stamp));
    return out;
}

void printStamp(const Stamp &stamp, const Print &print)
{
    if (!stamp.isGiven)
        return;
    print(Words::tr("Time-stamp:   %1, says %2").arg(time(stamp.value.at), stamp.value.authority));
    print(Words::tr("              certificate %1").arg(groupedFingerprint(stamp.value.fingerprint)));
}

void printFacts(const SealResult &result, const Print &print)
{
    const QJsonObject &report = result.report;
    print(Words::tr("Report:       %1, %2, pages: %3")
              .arg(reportKindText(report.value("kind"_L1).toString()), report.value("code_name"_L1).toString())
              .arg(result.pages));
    print(Words::tr("Report id:    %1").arg(report.value("id"_L1).toString()));
    print(Words::tr("Made:         %1 (the laptop's clock)").arg(time(report.value("made_at"_L1).toInteger())));
    print(Words::tr("Signed by:    %1").arg(result.signer.commonName));
    print(Words::tr("Fingerprint:  %1").arg(groupedFingerprint(result.signer.fingerprint)));
    if (!result.authorityFingerprint.isEmpty())
        print(Words::tr("Authority:    %1").arg(groupedFingerprint(result.authorityFingerprint)));
    print(Words::tr("Audit trail:  entry %1, head %2")
              .arg(report.value("audit"_L1).toObject().value("seq"_L1).toInteger())
              .arg(report.value("audit"_L1).toObject().value("head"_L1).toString()));
}

void printResult(const SealResult &result, const Stamp &stamp, const Options &options, const Print &print)
{
    const bool isStampRefused = result.isValid() && !stamp.reason.isEmpty();
    print(isStampRefused     ? Words::tr("NOT VALID: the report is sound, but the time-stamp is not one of this file.")
            : result.isValid() ? Words::tr("VALID: this is a sealed report, unchanged since it was sealed.")
                               : Words::tr("NOT VALID: do not rely on this file."));
    print({});
    for (const SealCheck &check : result.checks) {
        const QString mark = check.outcome == SealCheck::Passed ? u"  ✓ "_s
            : check.outcome == SealCheck::Failed                ? u"  ✗ "_s
                                                                : u"  - "_s;
        print(mark + sealCheckText(check.id)
            + (check.outcome == SealCheck::NotChecked ? u" "_s + Words::tr("(not reached)") : QString()));
        if (check.outcome == SealCheck::Failed)
            print(u"      "_s + sealReasonText(check.reason, check.detail));
    }
    if (isStampRefused)
        print(u"  ✗ "_s + sealReasonText(stamp.reason, {}));
    print({});
    if (result.isValid() && !isStampRefused) {
        printFacts(result, print);
        printStamp(stamp, print);
        print({});
        if (options.fingerprint.isEmpty())
            print(Words::tr("No fingerprint was given: compare the one above with the signer before you rely on it."));
        if (stamp.isGiven)
            print(Words::tr("The time-stamp is worth as much as its authority: compare that certificate with the one it publishes."));
        print(Words::tr("Proved: the file is byte for byte what was sealed with this certificate, and its pages are the ones the data inside vouches for."));
        print(sealLimitsText());
        return;
    }
    print(Words::tr("What to do: keep this file apart, ask the sender for the report again by another way and check that one. If it "
                    "fails too, tell the issuer which line has the cross."));
}

/// One byte more than the largest report is enough to refuse a larger file.
bool read(const QString &name, QByteArray *bytes, const Print &complain)
{
    QFile file(name);
    if (file.open(QIODevice::ReadOnly))
        *bytes = file.read(sealedReportLimit + 1);
    if (file.error() == QFileDevice::NoError)
        return true;
    complain(Words::tr("%1 cannot be read: %2").arg(name, file.errorString()));
    return false;
}

int checkTrail(const QByteArray &bytes, const Options &options, const Print &print)
{
    const TrailCheckResult result = verifyTrailExport(bytes);
    if (options.isJson) {
        QJsonArray problems;
        for (const TrailCheckResult::Problem &problem : result.problems)
            problems << QJsonObject {{u"reason"_s, problem.reason}, {u"seq"_s, problem.seq}};
        print(compact({{u"valid"_s, result.isValid()}, {u"vault"_s, result.vault}, {u"entries"_s, result.entries},
            {u"head"_s, result.head}, {u"merkle_root"_s, result.merkleRoot}, {u"problems"_s, problems}}));
        return result.isValid() ? 0 : 1;
    }
    print(result.isValid() ? Words::tr("VALID: the trail is whole and every entry is signed.")
                           : Words::tr("NOT VALID: do not rely on this trail."));
    for (const TrailCheckResult::Problem &problem : result.problems)
        print(u"  ✗ "_s + trailReasonText(problem.reason, problem.seq));
    if (result.entries > 0) {
        print(Words::tr("Entries:      %1, from %2 to %3").arg(result.entries).arg(time(result.firstAt), time(result.lastAt)));
        print(Words::tr("Head:         %1").arg(result.head));
        print(Words::tr("Merkle root:  %1").arg(result.merkleRoot));
        print(Words::tr("Compare the head with one that was kept outside: on a sealed report, a backup or a release. Without "
                 "that, somebody with the keys could have written the whole trail anew."));
    }
    return result.isValid() ? 0 : 1;
}

} // namespace

int runSealCheck(const QStringList &arguments, const Print &print, const Print &complain)
{
    Options options;
    if (!readOptions(arguments, &options)) {
        complain(usage());
        return 2;
    }
    if (options.wantsHelp) {
        print(usage());
        return 0;
    }
    QByteArray bytes;
    QByteArray reply;
    if (!read(options.file, &bytes, complain) || (!options.timestamp.isEmpty() && !read(options.timestamp, &reply, complain)))
        return 2;
    if (options.isTrail)
        return checkTrail(bytes, options, print);
    const SealResult result = verifySealedReport(bytes, {options.fingerprint});
    Stamp stamp {!options.timestamp.isEmpty(), {}, {}};
    if (stamp.isGiven) {
        const auto found = readTimestamp(reply, sha256(bytes));
        stamp.reason = found ? QString() : found.error().reason;
        stamp.value = found.value_or(Timestamp());
    }
    if (options.isJson)
        print(compact(toJson(result, stamp)));
    else
        printResult(result, stamp, options, print);
    return result.isValid() && stamp.reason.isEmpty() ? 0 : 1;
}

} // namespace dw
