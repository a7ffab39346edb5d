#include "ui/text/sealtext.h"

#include <QCoreApplication>

#include <array>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    const char *id;
    const char *text;
};

constexpr std::array checkWords {
    Words {"structure", QT_TRANSLATE_NOOP("SealText", "One revision, complete, with nothing behind its end")},
    Words {"byte_range", QT_TRANSLATE_NOOP("SealText", "One signature, which covers every byte but itself")},
    Words {"padding", QT_TRANSLATE_NOOP("SealText", "Nothing hidden in the space kept for the signature")},
    Words {"cms", QT_TRANSLATE_NOOP("SealText", "The signature fits these bytes, in its one permitted form")},
    Words {"certificate", QT_TRANSLATE_NOOP("SealText", "The certificate is whole, and the one you asked for if you named one")},
    Words {"field", QT_TRANSLATE_NOOP("SealText", "One signature field, which permits no later change")},
    Words {"active_content", QT_TRANSLATE_NOOP("SealText", "No scripts, links, actions, layers or other files inside")},
    Words {"attachment", QT_TRANSLATE_NOOP("SealText", "The report's data is inside, and only that")},
    Words {"schema", QT_TRANSLATE_NOOP("SealText", "The data has the published form")},
    Words {"data_hash", QT_TRANSLATE_NOOP("SealText", "The data has the hash that is printed")},
    Words {"text", QT_TRANSLATE_NOOP("SealText", "The pages show the text that the data vouches for")},
    Words {"issuer", QT_TRANSLATE_NOOP("SealText", "The report names the certificate that sealed it")},
    Words {"audit_head", QT_TRANSLATE_NOOP("SealText", "The head of the audit trail is signed")},
    Words {"evidence", QT_TRANSLATE_NOOP("SealText", "Every listed piece of evidence has a hash of the right form")},
};

constexpr std::array reasonWords {
    Words {"seal.not_pdf", QT_TRANSLATE_NOOP("SealText", "This is not a sealed report: it does not begin as one.")},
    Words {"seal.too_large", QT_TRANSLATE_NOOP("SealText", "The file is larger than any report.")},
    Words {"seal.revisions", QT_TRANSLATE_NOOP("SealText", "Something was added or cut off after it was sealed.")},
    Words {"seal.xref", QT_TRANSLATE_NOOP("SealText", "The file was changed or damaged: its table of contents does not fit it. %1")},
    Words {"seal.encrypted", QT_TRANSLATE_NOOP("SealText", "The file is encrypted: a report never is. A release package is verified with its VERIFY.txt and a PDF reader.")},
    Words {"seal.byte_range", QT_TRANSLATE_NOOP("SealText", "There is no signature over the whole file: it is no sealed report, or it was changed.")},
    Words {"seal.padding", QT_TRANSLATE_NOOP("SealText", "The signature was changed, or something was hidden beside it.")},
    Words {"seal.certificate", QT_TRANSLATE_NOOP("SealText", "It was sealed with an authority's certificate, which must not seal reports.")},
    Words {"seal.fingerprint", QT_TRANSLATE_NOOP("SealText", "It was sealed with another certificate than the one you asked for: %1")},
    Words {"seal.field", QT_TRANSLATE_NOOP("SealText", "The signature field is not as a report has it: the file was made or changed by another program.")},
    Words {"seal.annotation", QT_TRANSLATE_NOOP("SealText", "There are annotations besides the seal.")},
    Words {"seal.signatures", QT_TRANSLATE_NOOP("SealText", "There are %1 signatures instead of one.")},
    Words {"seal.signature_keys", QT_TRANSLATE_NOOP("SealText", "The signature says more than it may.")},
    Words {"seal.subfilter", QT_TRANSLATE_NOOP("SealText", "The signature is of a kind that is not permitted.")},
    Words {"seal.docmdp", QT_TRANSLATE_NOOP("SealText", "The seal would permit later changes.")},
    Words {"seal.active", QT_TRANSLATE_NOOP("SealText", "It holds something that acts or hides: %1")},
    Words {"seal.attachments", QT_TRANSLATE_NOOP("SealText", "The embedded files are not the report's data alone.")},
    Words {"seal.damaged", QT_TRANSLATE_NOOP("SealText", "The file is damaged or was built to mislead: a part of it cannot be read. %1")},
    Words {"seal.json", QT_TRANSLATE_NOOP("SealText", "The embedded data is not in its one permitted form.")},
    Words {"seal.schema", QT_TRANSLATE_NOOP("SealText", "The embedded data does not fit the published schema: %1")},
    Words {"seal.data_hash", QT_TRANSLATE_NOOP("SealText", "The embedded data does not have the hash that is printed.")},
    Words {"seal.text", QT_TRANSLATE_NOOP("SealText", "The pages show another text than the data vouches for.")},
    Words {"seal.not_shown", QT_TRANSLATE_NOOP("SealText", "The pages do not show a value that they must show: %1")},
    Words {"seal.issuer", QT_TRANSLATE_NOOP("SealText", "The report names another certificate than the one that sealed it.")},
    Words {"seal.audit_head", QT_TRANSLATE_NOOP("SealText", "The head of the audit trail is not signed by the key it names.")},
    Words {"seal.evidence_hash", QT_TRANSLATE_NOOP("SealText", "A hash is malformed in “%1”.")},
    Words {"cms.malformed", QT_TRANSLATE_NOOP("SealText", "The signature cannot be read.")},
    Words {"cms.not_canonical", QT_TRANSLATE_NOOP("SealText", "The signature is not in its one permitted form.")},
    Words {"cms.digest", QT_TRANSLATE_NOOP("SealText", "The file was changed after it was sealed.")},
    Words {"cms.signature", QT_TRANSLATE_NOOP("SealText", "The signature was not made with the certificate's key.")},
    Words {"cms.chain", QT_TRANSLATE_NOOP("SealText", "The certificate was not issued by the authority inside.")},
    Words {"timestamp.malformed", QT_TRANSLATE_NOOP("SealText", "The time-stamp cannot be read as a reply of a time-stamping authority.")},
    Words {"timestamp.refused", QT_TRANSLATE_NOOP("SealText", "The authority refused to give a time-stamp.")},
    Words {"timestamp.other_file", QT_TRANSLATE_NOOP("SealText", "The time-stamp is for another file than this one.")},
    Words {"timestamp.signature", QT_TRANSLATE_NOOP("SealText", "The time-stamp is not signed by the authority it names.")},
    Words {"x509.malformed", QT_TRANSLATE_NOOP("SealText", "The certificate cannot be read.")},
};

constexpr std::array trailWords {
    Words {"trail.format", QT_TRANSLATE_NOOP("SealText", "Line %1 is not in the form of an exported trail.")},
    Words {"trail.empty", QT_TRANSLATE_NOOP("SealText", "There are no entries.")},
    Words {"trail.gap", QT_TRANSLATE_NOOP("SealText", "The numbers do not run on at entry %1.")},
    Words {"trail.chain", QT_TRANSLATE_NOOP("SealText", "Entry %1 does not follow the one before it.")},
    Words {"trail.hash", QT_TRANSLATE_NOOP("SealText", "Entry %1 was changed.")},
    Words {"trail.signature", QT_TRANSLATE_NOOP("SealText", "Entry %1 was not signed by the account it names.")},
    Words {"trail.unknown_actor", QT_TRANSLATE_NOOP("SealText", "Entry %1 names an account whose key is not listed.")},
    Words {"trail.clock_back", QT_TRANSLATE_NOOP("SealText", "The clock went back at entry %1.")},
    Words {"trail.header_signature", QT_TRANSLATE_NOOP("SealText", "The first line is not signed by the account that exported the trail.")},
    Words {"trail.head", QT_TRANSLATE_NOOP("SealText", "The head that is stated is not the head of these entries.")},
};

constexpr std::array kindWords {
    Words {"gate", QT_TRANSLATE_NOOP("SealText", "Gate report")},
    Words {"periodic", QT_TRANSLATE_NOOP("SealText", "Periodic report")},
    Words {"incident", QT_TRANSLATE_NOOP("SealText", "Incident report")},
    Words {"final", QT_TRANSLATE_NOOP("SealText", "Final report")},
};

template <std::size_t Size>
QString find(const std::array<Words, Size> &table, const QString &id)
{
    for (const Words &words : table) {
        if (id == QLatin1StringView(words.id))
            return QCoreApplication::translate("SealText", words.text);
    }
    return id;
}

QString filled(const QString &text, const QString &detail)
{
    return (text.contains("%1"_L1) ? text.arg(detail) : text).trimmed();
}

} // namespace

QString sealCheckText(const QString &checkId)
{
    return find(checkWords, checkId);
}

QString sealReasonText(const QString &reason, const QString &detail)
{
    return filled(find(reasonWords, reason), detail);
}

QString trailReasonText(const QString &reason, qint64 seq)
{
    return filled(find(trailWords, reason), QString::number(seq));
}

QString reportKindText(const QString &kind)
{
    return find(kindWords, kind);
}

QString sealLimitsText()
{
    return QCoreApplication::translate("SealText",
        "Not checked, because no file can prove it: that the signer is who the certificate says (compare the "
        "fingerprint with them by another way), that the laptop's clock was right, and what recipients did with what "
        "they were given.");
}

} // namespace dw
