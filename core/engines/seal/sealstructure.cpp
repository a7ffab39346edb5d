#include "core/engines/seal/sealchecks.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace dw::seal {

namespace {

Verdict refuse(const char *reason, const QString &detail = {})
{
    return {QString::fromLatin1(reason), detail};
}

/// Reads decimal digits at `at`; -1 when there are none.
qint64 numberAt(QByteArrayView bytes, qsizetype &at)
{
    qint64 value = 0;
    const qsizetype begin = at;
    while (at < bytes.size() && bytes.at(at) >= '0' && bytes.at(at) <= '9' && at - begin < 12)
        value = value * 10 + (bytes.at(at++) - '0');
    return at == begin ? -1 : value;
}

bool isEntry(QByteArrayView entry)
{
    for (qsizetype i = 0; i < 20; ++i) {
        const char c = entry.at(i);
        const bool ok = i == 10 || i == 16 || i == 18 ? c == ' ' : i == 17 ? c == 'n' || c == 'f'
            : i == 19                                              ? c == '\n'
                                                                   : c >= '0' && c <= '9';
        if (!ok)
            return false;
    }
    return true;
}

/// "xref 0 N" with N entries, each pointing at its object, the first one free.
Verdict checkTable(QByteArrayView pdf, qsizetype tableAt, qsizetype *behind)
{
    qsizetype at = tableAt;
    if (!pdf.sliced(at).startsWith("xref\n0 "))
        return refuse("seal.xref");
    at += 7;
    const qint64 count = numberAt(pdf, at);
    if (count < 2 || at >= pdf.size() || pdf.at(at++) != '\n' || count > (pdf.size() - at) / 20)
        return refuse("seal.xref");
    for (qint64 i = 0; i < count; ++i, at += 20) {
        const QByteArrayView entry = pdf.sliced(at, 20);
        if (!isEntry(entry) || (i == 0) != (entry.at(17) == 'f'))
            return refuse("seal.xref", QString::number(i));
        if (i == 0)
            continue;
        qsizetype digits = 0;
        const qint64 offset = numberAt(entry, digits);
        const QByteArray head = QByteArray::number(i) + " 0 obj\n";
        if (offset >= pdf.size() || !pdf.sliced(offset).startsWith(head) || !entry.sliced(11).startsWith("00000"))
            return refuse("seal.xref", QString::number(i));
    }
    *behind = at;
    return {};
}

} // namespace

Verdict checkStructure(const QByteArray &pdf)
{
    static const QRegularExpression header(u"^%PDF-1\\.[4-7]\n"_s);
    if (!header.match(QString::fromLatin1(pdf.left(9))).hasMatch())
        return refuse("seal.not_pdf");
    if (pdf.size() > sealedReportLimit)
        return refuse("seal.too_large");
    if (pdf.count("%%EOF") != 1 || !pdf.endsWith("\n%%EOF\n"))
        return refuse("seal.revisions");
    if (pdf.count("startxref") != 1)
        return refuse("seal.revisions");
    qsizetype at = pdf.indexOf("startxref\n") + 10;
    const qint64 tableAt = at > 10 ? numberAt(pdf, at) : -1;
    if (tableAt <= 0 || tableAt >= pdf.size() || QByteArrayView(pdf).sliced(at) != QByteArrayView("\n%%EOF\n"))
        return refuse("seal.xref");
    qsizetype trailerAt = 0;
    if (const Verdict table = checkTable(pdf, tableAt, &trailerAt); !table.reason.isEmpty())
        return table;
    const QByteArrayView trailer = QByteArrayView(pdf).sliced(trailerAt);
    if (!trailer.startsWith("trailer << "))
        return refuse("seal.xref");
    for (const char *key : {"/Prev", "/XRefStm"}) {
        if (trailer.contains(QByteArrayView(key)))
            return refuse("seal.revisions");
    }
    if (trailer.contains(QByteArrayView("/Encrypt")))
        return refuse("seal.encrypted");
    return {};
}

} // namespace dw::seal
