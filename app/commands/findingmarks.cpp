#include "app/commands/findingmarks.h"

#include <QSet>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// The reason code of the register that fits a type best.
QString reasonOf(const QString &type)
{
    static const QHash<QString, QString> reasons {{u"PHONE"_s, u"contact"_s}, {u"EMAIL"_s, u"contact"_s}, {u"WECHAT"_s, u"contact"_s},
        {u"QQ"_s, u"contact"_s}, {u"POSTCODE"_s, u"contact"_s}, {u"BANK_CARD"_s, u"bank_account"_s}, {u"BANK_ACCOUNT"_s, u"bank_account"_s},
        {u"IBAN"_s, u"bank_account"_s}, {u"SWIFT"_s, u"bank_account"_s}, {u"AMOUNT"_s, u"price_revenue"_s},
        {u"PERSON"_s, u"personal_information"_s}, {u"COMPANY"_s, u"client_identity"_s}, {u"CN_ID"_s, u"sensitive_personal_information"_s}};
    return reasons.value(type, u"identifier"_s);
}

} // namespace

Result<MarkSet> FindingMarks::marks(const QString &name, const QByteArray &pdf, JobContext &job) const
{
    DW_ASSIGN(const FileFindings findings, FileFinder(m_finder, m_worker).find(pdf, name, job));
    if (!findings.isComplete())
        return fail(ErrorCode::PolicyBlocked, u"find.page_unsearchable"_s, {name, findings.unread.first().args.value(1)});
    MarkSet set;
    set.pages = findings.pages;
    for (const FileFinding &found : findings.findings) {
        for (const QRectF &rect : found.rects) {
            RedactionMark mark;
            mark.id = u"m%1"_s.arg(set.marks.size() + 1);
            mark.page = found.page - 1;
            mark.displayRect = rect;
            // A name over two lines has two marks; only together they cover the word. What was read off a picture is no text.
            mark.word = found.rects.size() == 1 && !found.isRecognised ? found.text : QString();
            mark.reason = reasonOf(found.span.type);
            mark.label = mark.reason;
            set.marks.append(mark);
        }
        if (!found.isRecognised)
            set.words.append(found.text);
    }
    if (set.marks.isEmpty())
        return fail(ErrorCode::PolicyBlocked, u"find.nothing_found"_s, {name});
    return set;
}

Result<> FindingMarks::proveGone(const MarkSet &marks, const QByteArray &redacted, JobContext &job) const
{
    const QSet<QString> wanted(marks.words.begin(), marks.words.end());
    DW_ASSIGN(const FileFindings findings, FileFinder(m_finder, m_worker).find(redacted, QString(), job));
    QStringList left;
    for (const FileFinding &found : findings.findings) {
        if (wanted.contains(found.text))
            left.append(QString::number(found.page));
    }
    left.removeDuplicates();
    if (!left.isEmpty())
        return fail(ErrorCode::VerificationFailed, u"redact.findings_left"_s, {left.join(u", "_s)});
    return {};
}

} // namespace dw
