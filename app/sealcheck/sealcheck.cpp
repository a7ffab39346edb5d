#include "app/sealcheck/sealcheck.h"

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
    bool isJson = false;
    bool isTrail = false;
    bool wantsHelp = false;
};

bool isFingerprint(QString text)
{
    text.remove(u' ').remove(u':');
    return text.size() == 64
        && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return isxdigit(c.unicode()) != 0 && c.unicode() < 128; });
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
        else if (!argument.startsWith(u'-') && options->file.isEmpty())
            options->file = argument;
        else
            return false;
    }
    return options->wantsHelp || (!options->file.isEmpty() && !(options->isTrail && !options->fingerprint.isEmpty()));
}

QString usage()
{
    return Words::tr("Usage: sealcheck REPORT.pdf [--fingerprint F] [--json]\n"
              "       sealcheck --trail FILE [--json]\n"
              "Verifies a sealed report, or an exported audit trail. It needs no vault and no network.\n"
              "F: SHA-256 of the signer's or the authority's certificate, 64 hexadecimal digits.\n"
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

QJsonObject toJson(const SealResult &result)
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
    QJsonObject out {{u"valid"_s, result.isValid()}, {u"size"_s, result.fileSize}, {u"pages"_s, result.pages},
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
    return out;
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

void printResult(const SealResult &result, const Options &options, const Print &print)
{
    print(result.isValid() ? Words::tr("VALID: this is a sealed report, unchanged since it was sealed.")
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
    print({});
    if (result.isValid()) {
        printFacts(result, print);
        print({});
        if (options.fingerprint.isEmpty())
            print(Words::tr("No fingerprint was given: compare the one above with the signer before you rely on it."));
        print(sealLimitsText());
    }
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
    QFile file(options.file);
    if (!file.open(QIODevice::ReadOnly)) {
        complain(Words::tr("%1 cannot be read: %2").arg(options.file, file.errorString()));
        return 2;
    }
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        complain(Words::tr("%1 cannot be read: %2").arg(options.file, file.errorString()));
        return 2;
    }
    if (options.isTrail)
        return checkTrail(bytes, options, print);
    const SealResult result = verifySealedReport(bytes, {options.fingerprint});
    if (options.isJson)
        print(compact(toJson(result)));
    else
        printResult(result, options, print);
    return result.isValid() ? 0 : 1;
}

} // namespace dw
