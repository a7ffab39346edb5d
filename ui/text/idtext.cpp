#include "ui/text/idtext.h"

#include "ui/text/actionwords.h"

#include <QCoreApplication>

#include <span>

namespace dw::idtext {

using namespace Qt::StringLiterals;

namespace {

using Entry = IdWords;

QString lookUp(std::span<const Entry> entries, const QString &id)
{
    for (const Entry &entry : entries) {
        if (id == QLatin1StringView(entry.id))
            return QCoreApplication::translate("Ids", entry.text);
    }
    return {};
}

QString lookUpOr(std::span<const Entry> entries, const QString &id)
{
    const QString words = lookUp(entries, id);
    return words.isEmpty() ? readable(id) : words;
}

constexpr Entry jobs[] = {
    {"vault.open", QT_TRANSLATE_NOOP("Ids", "Opening the vault")},
    {"vault.create", QT_TRANSLATE_NOOP("Ids", "Creating the vault")},
    {"worker.measure", QT_TRANSLATE_NOOP("Ids", "Measuring the worker's sandbox")},
    {"evidence.add", QT_TRANSLATE_NOOP("Ids", "Keeping a file as evidence")},
    {"evidence.verify", QT_TRANSLATE_NOOP("Ids", "Comparing files with their hashes")},
    {"document.mark", QT_TRANSLATE_NOOP("Ids", "Marking words")},
    {"demo.build", QT_TRANSLATE_NOOP("Ids", "Building the demo deal")},
    {"backup.make", QT_TRANSLATE_NOOP("Ids", "Backing up")},
    {"backup.drill", QT_TRANSLATE_NOOP("Ids", "Restore drill")},
    {"backup.restore", QT_TRANSLATE_NOOP("Ids", "Restoring")},
    {"clients.import", QT_TRANSLATE_NOOP("Ids", "Importing the client list")},
    {"clients.search", QT_TRANSLATE_NOOP("Ids", "Searching the client list")},
    {"document.import", QT_TRANSLATE_NOOP("Ids", "Importing a document")},
    {"document.find", QT_TRANSLATE_NOOP("Ids", "Looking for client information")},
    {"document.find_all", QT_TRANSLATE_NOOP("Ids", "Searching all documents")},
    {"folder.search", QT_TRANSLATE_NOOP("Ids", "Searching a folder")},
    {"document.redact", QT_TRANSLATE_NOOP("Ids", "Redacting")},
    {"document.verify", QT_TRANSLATE_NOOP("Ids", "Verifying")},
    {"document.render", QT_TRANSLATE_NOOP("Ids", "Drawing pages")},
    {"release.package", QT_TRANSLATE_NOOP("Ids", "Packing the release")},
    {"report.make", QT_TRANSLATE_NOOP("Ids", "Making the sealed report")},
    {"trail.verify", QT_TRANSLATE_NOOP("Ids", "Checking the audit trail")},
    {"account.passphrase", QT_TRANSLATE_NOOP("Ids", "Changing the passphrase")},
    {"account.change", QT_TRANSLATE_NOOP("Ids", "Changing the account")},
    {"account.revoke", QT_TRANSLATE_NOOP("Ids", "Revoking access")},
    {"register.import", QT_TRANSLATE_NOOP("Ids", "Importing rows")},
    {"document.mark", QT_TRANSLATE_NOOP("Ids", "Marking")},
    {"document.compare", QT_TRANSLATE_NOOP("Ids", "Comparing versions")},
    {"document.confirm", QT_TRANSLATE_NOOP("Ids", "Checking the approved file")},
    {"document.gaps", QT_TRANSLATE_NOOP("Ids", "Measuring gaps")},
    {"document.preview", QT_TRANSLATE_NOOP("Ids", "Redacting in memory")},
    {"document.view", QT_TRANSLATE_NOOP("Ids", "Drawing pages")},
    {"clients.check", QT_TRANSLATE_NOOP("Ids", "Checking the client list")},
    {"clients.open", QT_TRANSLATE_NOOP("Ids", "Reading the client list")},
    {"clients.undo_import", QT_TRANSLATE_NOOP("Ids", "Taking the import back")},
};

constexpr Entry stages[] = {
    {"backup.copy", QT_TRANSLATE_NOOP("Ids", "Copying")},
    {"backup.drill", QT_TRANSLATE_NOOP("Ids", "Restoring into a test folder")},
    {"backup.verify", QT_TRANSLATE_NOOP("Ids", "Verifying the copy")},
    {"clients.check", QT_TRANSLATE_NOOP("Ids", "Checking the rows")},
    {"clients.import", QT_TRANSLATE_NOOP("Ids", "Importing the rows")},
    {"document.convert", QT_TRANSLATE_NOOP("Ids", "Converting to PDF")},
    {"document.inspect", QT_TRANSLATE_NOOP("Ids", "Looking for what is hidden")},
    {"document.store", QT_TRANSLATE_NOOP("Ids", "Encrypting and storing")},
    {"document.text", QT_TRANSLATE_NOOP("Ids", "Reading the text")},
    {"redact.build", QT_TRANSLATE_NOOP("Ids", "Rebuilding the file")},
    {"redact.find", QT_TRANSLATE_NOOP("Ids", "Looking for client information")},
    {"redact.search", QT_TRANSLATE_NOOP("Ids", "Looking for the marked content")},
    {"redact.verify", QT_TRANSLATE_NOOP("Ids", "Verifying the result")},
    {"release.sign", QT_TRANSLATE_NOOP("Ids", "Signing the package")},
    {"release.watermark", QT_TRANSLATE_NOOP("Ids", "Drawing the watermark")},
    {"report.collect", QT_TRANSLATE_NOOP("Ids", "Collecting the data")},
    {"report.draw", QT_TRANSLATE_NOOP("Ids", "Drawing pages")},
    {"report.seal", QT_TRANSLATE_NOOP("Ids", "Sealing")},
    {"report.verify", QT_TRANSLATE_NOOP("Ids", "Verifying the result")},
};

constexpr Entry roles[] = {
    {"owner", QT_TRANSLATE_NOOP("Ids", "Owner")},
    {"deal_manager", QT_TRANSLATE_NOOP("Ids", "Deal manager")},
    {"compliance_officer", QT_TRANSLATE_NOOP("Ids", "Compliance officer")},
    {"reviewer", QT_TRANSLATE_NOOP("Ids", "Reviewer")},
    {"legal_counsel", QT_TRANSLATE_NOOP("Ids", "Legal counsel")},
    {"auditor", QT_TRANSLATE_NOOP("Ids", "Auditor")},
    {"recovery", QT_TRANSLATE_NOOP("Ids", "Recovery key")},
    {"it_security", QT_TRANSLATE_NOOP("Ids", "IT security")},
    {"hr", QT_TRANSLATE_NOOP("Ids", "Human resources")},
    {"business_owner", QT_TRANSLATE_NOOP("Ids", "Business owner")},
    {"external_auditor", QT_TRANSLATE_NOOP("Ids", "External auditor")},
};

constexpr Entry statuses[] = {
    {"na", QT_TRANSLATE_NOOP("Ids", "Not applicable")},
    {"red", QT_TRANSLATE_NOOP("Ids", "Red")},
    {"amber", QT_TRANSLATE_NOOP("Ids", "Amber")},
    {"green", QT_TRANSLATE_NOOP("Ids", "Green")},
    {"green_signed", QT_TRANSLATE_NOOP("Ids", "Green, signed")},
};

constexpr Entry statusReasons[] = {
    {"check_failed", QT_TRANSLATE_NOOP("Ids", "to mend: %2")},
    {"no_data", QT_TRANSLATE_NOOP("Ids", "nothing is entered yet")},
    {"nil_return_due", QT_TRANSLATE_NOOP("Ids", "nothing happened in this phase? Then sign a nil return")},
    {"signature_missing", QT_TRANSLATE_NOOP("Ids", "to be signed by: %1")},
    {"signature_expired", QT_TRANSLATE_NOOP("Ids", "the signature ran out on %1")},
    {"changed_since_signed", QT_TRANSLATE_NOOP("Ids", "changed since it was signed")},
    {"due", QT_TRANSLATE_NOOP("Ids", "falls due on %1")},
    {"exception", QT_TRANSLATE_NOOP("Ids", "carried by exception %1 until %2")},
    {"exception_expired", QT_TRANSLATE_NOOP("Ids", "exception %1 ran out on %2")},
    {"na", QT_TRANSLATE_NOOP("Ids", "not applicable: %1 (approved by %2)")},
    {"nothing_counts", QT_TRANSLATE_NOOP("Ids", "nothing to check in this deal")},
    {"signed", QT_TRANSLATE_NOOP("Ids", "signed by %1 on %2")},
    {"nil_return", QT_TRANSLATE_NOOP("Ids", "nil return signed by %2")},
};

constexpr Entry phases[] = {
    {"prepare", QT_TRANSLATE_NOOP("Ids", "Preparation")},
    {"negotiate", QT_TRANSLATE_NOOP("Ids", "Negotiation and due diligence")},
    {"documents", QT_TRANSLATE_NOOP("Ids", "Document disclosure")},
    {"closing", QT_TRANSLATE_NOOP("Ids", "Signing and closing")},
    {"post", QT_TRANSLATE_NOOP("Ids", "Post-transfer")},
    {"programme", QT_TRANSLATE_NOOP("Ids", "Programme")},
};

constexpr Entry gates[] = {
    {"G1", QT_TRANSLATE_NOOP("Ids", "G1 open negotiation")},
    {"G2", QT_TRANSLATE_NOOP("Ids", "G2 open disclosure")},
    {"G3", QT_TRANSLATE_NOOP("Ids", "G3 enter closing")},
    {"G4", QT_TRANSLATE_NOOP("Ids", "G4 record closing")},
    {"G5", QT_TRANSLATE_NOOP("Ids", "G5 archive")},
};

constexpr Entry problems[] = {
    {"trail.chain", QT_TRANSLATE_NOOP("Ids", "an entry does not follow the one before")},
    {"trail.clock_back", QT_TRANSLATE_NOOP("Ids", "an entry is older than the one before")},
    {"trail.gap", QT_TRANSLATE_NOOP("Ids", "an entry is missing")},
    {"trail.hash", QT_TRANSLATE_NOOP("Ids", "the hash of an entry does not match")},
    {"trail.signature", QT_TRANSLATE_NOOP("Ids", "the signature of an entry is not valid")},
    {"trail.unknown_actor", QT_TRANSLATE_NOOP("Ids", "an entry was signed by an unknown account")},
    {"trail.row_changed", QT_TRANSLATE_NOOP("Ids", "a row is not in the state the trail says")},
    {"trail.row_history", QT_TRANSLATE_NOOP("Ids", "the earlier states of a row are not as the trail says")},
    {"trail.row_missing", QT_TRANSLATE_NOOP("Ids", "a row that the trail names is gone")},
    {"trail.row_unknown", QT_TRANSLATE_NOOP("Ids", "a row was added past the trail")},
    {"trail.role", QT_TRANSLATE_NOOP("Ids", "an action was signed outside its role")},
};

constexpr Entry findingKinds[] = {
    {"ADDRESS", QT_TRANSLATE_NOOP("Ids", "Address")},
    {"AMOUNT", QT_TRANSLATE_NOOP("Ids", "Amount")},
    {"BANK_ACCOUNT", QT_TRANSLATE_NOOP("Ids", "Bank account")},
    {"BANK_CARD", QT_TRANSLATE_NOOP("Ids", "Bank card")},
    {"BIRTH_DATE", QT_TRANSLATE_NOOP("Ids", "Date of birth")},
    {"BIZ_REG_NO", QT_TRANSLATE_NOOP("Ids", "Business registration number")},
    {"CN_ID", QT_TRANSLATE_NOOP("Ids", "Identity card number")},
    {"COMPANY", QT_TRANSLATE_NOOP("Ids", "Company")},
    {"CONTRACT_NO", QT_TRANSLATE_NOOP("Ids", "Contract number")},
    {"EMAIL", QT_TRANSLATE_NOOP("Ids", "E-mail")},
    {"HKID", QT_TRANSLATE_NOOP("Ids", "Hong Kong identity card")},
    {"HKMO_PERMIT", QT_TRANSLATE_NOOP("Ids", "Home return permit")},
    {"IBAN", QT_TRANSLATE_NOOP("Ids", "IBAN")},
    {"IMEI", QT_TRANSLATE_NOOP("Ids", "Device number (IMEI)")},
    {"IP", QT_TRANSLATE_NOOP("Ids", "IP address")},
    {"ORG_CODE", QT_TRANSLATE_NOOP("Ids", "Organisation code")},
    {"PASSPORT", QT_TRANSLATE_NOOP("Ids", "Passport")},
    {"PERM_RES_ID", QT_TRANSLATE_NOOP("Ids", "Permanent residence card")},
    {"PERSON", QT_TRANSLATE_NOOP("Ids", "Person")},
    {"PHONE", QT_TRANSLATE_NOOP("Ids", "Phone")},
    {"PLATE", QT_TRANSLATE_NOOP("Ids", "Number plate")},
    {"POSTCODE", QT_TRANSLATE_NOOP("Ids", "Postcode")},
    {"QQ", QT_TRANSLATE_NOOP("Ids", "QQ number")},
    {"SWIFT", QT_TRANSLATE_NOOP("Ids", "SWIFT code")},
    {"TW_ID", QT_TRANSLATE_NOOP("Ids", "Taiwan identity card")},
    {"TW_PERMIT", QT_TRANSLATE_NOOP("Ids", "Taiwan compatriot permit")},
    {"URL", QT_TRANSLATE_NOOP("Ids", "Web address")},
    {"US_SSN", QT_TRANSLATE_NOOP("Ids", "US social security number")},
    {"USCC", QT_TRANSLATE_NOOP("Ids", "Unified social credit code")},
    {"WECHAT", QT_TRANSLATE_NOOP("Ids", "WeChat id")},
};

constexpr Entry facts[] = {
    {"app.version", QT_TRANSLATE_NOOP("Ids", "version of the program")},
    {"backup.last", QT_TRANSLATE_NOOP("Ids", "newest backup")},
    {"backup.restore_test", QT_TRANSLATE_NOOP("Ids", "restore drill of the newest backup")},
    {"document.bytes_match", QT_TRANSLATE_NOOP("Ids", "stored document is unchanged")},
    {"evidence.bytes_match", QT_TRANSLATE_NOOP("Ids", "stored evidence is unchanged")},
    {"vault.blobs_encrypted", QT_TRANSLATE_NOOP("Ids", "stored files are encrypted")},
    {"vault.cipher", QT_TRANSLATE_NOOP("Ids", "database is encrypted")},
    {"vault.format", QT_TRANSLATE_NOOP("Ids", "format of the vault is current")},
    {"vault.kdf", QT_TRANSLATE_NOOP("Ids", "protection of passphrases is current")},
};

constexpr const char *levels[] = {QT_TRANSLATE_NOOP("Level", "Public"), QT_TRANSLATE_NOOP("Level", "Internal"),
    QT_TRANSLATE_NOOP("Level", "Confidential"), QT_TRANSLATE_NOOP("Level", "Restricted")};

QString filled(QString words, const QStringList &args)
{
    for (qsizetype i = 0; i < 9; ++i)
        words.replace(u"%"_s + QString::number(i + 1), args.value(i));
    return words.simplified();
}

} // namespace

QString readable(const QString &id)
{
    QString words = id;
    words.replace(u'.', u": "_s).replace(u'_', u' ');
    if (!words.isEmpty())
        words[0] = words.at(0).toUpper();
    return words;
}

QString jobKind(const QString &id)
{
    return lookUpOr(jobs, id);
}

QString stage(const QString &id)
{
    return lookUpOr(stages, id);
}

QString role(const QString &id)
{
    return lookUpOr(roles, id);
}

QString status(const QString &id)
{
    return lookUpOr(statuses, id);
}

QString statusReason(const QString &id, const QStringList &args)
{
    QStringList shown = args;
    if (id == "signature_missing"_L1 && !shown.isEmpty())
        shown[0] = role(shown.at(0));
    return filled(lookUpOr(statusReasons, id), shown);
}

QString level(int level)
{
    return level >= 1 && level <= 4 ? QCoreApplication::translate("Level", levels[level - 1]) : QString();
}

QString phase(const QString &id)
{
    return lookUpOr(phases, id);
}

QString gate(const QString &id)
{
    return lookUpOr(gates, id);
}

QString action(const QString &id, const QString &otherwise)
{
    const QString words = lookUp(actionWords(), id);
    return !words.isEmpty() ? words : !otherwise.isEmpty() ? otherwise : readable(id);
}

QString fact(const QString &id)
{
    return lookUpOr(facts, id);
}

QString findingKind(const QString &id)
{
    const QString words = lookUp(findingKinds, id);
    return words.isEmpty() ? id : words; // a category of the deal's own is a word already
}

QString trailProblem(const QString &reason)
{
    return lookUpOr(problems, reason);
}

QString recurrence(const QString &id, int months)
{
    if (id == "every_months"_L1)
        return QCoreApplication::translate("Ids", "every %n month(s)", nullptr, months);
    if (id == "per_phase"_L1)
        return QCoreApplication::translate("Ids", "in every phase");
    if (id == "per_event"_L1)
        return QCoreApplication::translate("Ids", "at every event");
    return QCoreApplication::translate("Ids", "once");
}

} // namespace dw::idtext
