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
    DW_ASSIGN(const auto session, PdfSession::open(m_worker, pdf, job));
    MarkSet set;
    set.pages = int(session->pages().size());
    for (int page = 0; page < *set.pages; ++page) {
        DW_ASSIGN(const PdfPageText text, session->text(page, job));
        if (text.words.isEmpty())
            return fail(ErrorCode::PolicyBlocked, u"find.page_unsearchable"_s, {name, QString::number(page + 1)});
        for (const PageSpan &found : findOnPage(m_finder, text)) {
            for (const QRectF &rect : found.rects) {
                RedactionMark mark;
                mark.id = u"m%1"_s.arg(set.marks.size() + 1);
                mark.page = page;
                mark.displayRect = rect;
                // A name over two lines has two marks; only together they cover the word.
                mark.word = found.rects.size() == 1 ? found.text : QString();
                mark.reason = reasonOf(found.span.type);
                mark.label = mark.reason;
                set.marks.append(mark);
            }
            set.words.append(found.text);
        }
    }
    if (set.marks.isEmpty())
        return fail(ErrorCode::PolicyBlocked, u"find.nothing_found"_s, {name});
    return set;
}

Result<> FindingMarks::proveGone(const MarkSet &marks, const QByteArray &redacted, JobContext &job) const
{
    const QSet<QString> wanted(marks.words.begin(), marks.words.end());
    DW_ASSIGN(const auto session, PdfSession::open(m_worker, redacted, job));
    QStringList left;
    for (int page = 0; page < session->pages().size(); ++page) {
        DW_ASSIGN(const PdfPageText text, session->text(page, job));
        for (const PageSpan &found : findOnPage(m_finder, text)) {
            if (wanted.contains(found.text))
                left.append(QString::number(page + 1));
        }
    }
    left.removeDuplicates();
    if (!left.isEmpty())
        return fail(ErrorCode::VerificationFailed, u"redact.findings_left"_s, {left.join(u", "_s)});
    return {};
}

} // namespace dw
