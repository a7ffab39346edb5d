#include "core/engines/office/mailreader.h"

#include "core/engines/office/textencoding.h"

#include <QMap>

#include <cctype>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 20; ///< Parts within parts.
constexpr int mostParts = 1000;

/// A header field: its value and its parameters.
struct Field {
    QByteArray value;
    QMap<QByteArray, QString> parameters;
};

/// Bytes in a named character set; what is not known is read as UTF-8.
QString decoded(const QByteArray &bytes, const QByteArray &charset)
{
    QString name = QString::fromLatin1(charset).toLower();
    if (name == u"us-ascii"_s || name == u"ascii"_s || name.isEmpty())
        name = u"utf-8"_s;
    if (name == u"iso-8859-1"_s || name == u"latin1"_s)
        name = u"windows-1252"_s;
    TextDecoder decoder(encodingFromId(name).value_or(TextEncoding::Utf8));
    QByteArray utf8;
    if (!decoder.decode(bytes, true, utf8))
        return QString::fromLatin1(bytes);
    return QString::fromUtf8(utf8);
}

QByteArray fromQuotedPrintable(const QByteArray &text, bool isHead)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == '=' && i + 2 < text.size() && std::isxdigit(uchar(text.at(i + 1))) && std::isxdigit(uchar(text.at(i + 2)))) {
            out += QByteArray::fromHex(text.mid(i + 1, 2));
            i += 2;
        } else if (text.at(i) == '=' && !isHead) {
            const qsizetype end = text.indexOf('\n', i); // a soft line break
            i = end < 0 ? text.size() : end;
        } else {
            out += isHead && text.at(i) == '_' ? ' ' : text.at(i);
        }
    }
    return out;
}

/// RFC 2047: "=?utf-8?B?...?=" among plain words.
QString decodedHead(const QByteArray &raw)
{
    QString out;
    qsizetype at = 0;
    bool wasEncoded = false;
    while (at < raw.size()) {
        const qsizetype start = raw.indexOf("=?", at);
        const QList<QByteArray> parts = start < 0 ? QList<QByteArray>() : raw.mid(start + 2, 4096).split('?');
        if (parts.size() < 4 || !parts.at(3).startsWith('=')) {
            out += QString::fromUtf8(raw.mid(at));
            break;
        }
        const QByteArray between = raw.mid(at, start - at);
        if (!wasEncoded || !between.trimmed().isEmpty())
            out += QString::fromUtf8(between);
        const QByteArray bytes = parts.at(1).toUpper() == "B" ? QByteArray::fromBase64(parts.at(2)) : fromQuotedPrintable(parts.at(2), true);
        out += decoded(bytes, parts.at(0).split('*').first());
        at = start + 2 + parts.at(0).size() + 1 + parts.at(1).size() + 1 + parts.at(2).size() + 2;
        wasEncoded = true;
    }
    return out.simplified();
}

/// "text/plain; charset=utf-8; name*=UTF-8''a%20b" (RFC 2231 without its pieces joined by numbers beyond ten).
Field field(const QByteArray &raw)
{
    Field out;
    QList<QByteArray> pieces;
    QByteArray piece;
    bool isQuoted = false;
    for (const char c : raw) {
        if (c == '"')
            isQuoted = !isQuoted;
        else if (c == ';' && !isQuoted)
            pieces.append(std::exchange(piece, {}));
        else
            piece += c;
    }
    pieces.append(piece);
    out.value = pieces.takeFirst().trimmed().toLower();
    for (const QByteArray &each : std::as_const(pieces)) {
        const qsizetype equals = each.indexOf('=');
        if (equals < 0)
            continue;
        const QByteArray key = each.left(equals).trimmed().toLower();
        const QByteArray value = each.mid(equals + 1).trimmed();
        const QByteArray name = key.split('*').first();
        if (!key.contains('*'))
            out.parameters[name] = decodedHead(value);
        else if (key.endsWith('*'))
            out.parameters[name] += decoded(QByteArray::fromPercentEncoding(value.mid(value.count('\'') >= 2 ? value.indexOf('\'', value.indexOf('\'') + 1) + 1 : 0)), value.split('\'').first());
        else
            out.parameters[name] += QString::fromUtf8(value);
    }
    return out;
}

/// One part: its heads and what follows them.
struct Part {
    QMap<QByteArray, QByteArray> heads; ///< Lower-case names, the first of each; unfolded.
    QByteArray body;
};

Part split(const QByteArray &bytes)
{
    Part part;
    qsizetype at = 0;
    QByteArray name;
    while (at < bytes.size()) {
        qsizetype end = bytes.indexOf('\n', at);
        end = end < 0 ? bytes.size() : end;
        QByteArray line = bytes.mid(at, end - at);
        if (line.endsWith('\r'))
            line.chop(1);
        at = end + 1;
        if (line.isEmpty())
            break;
        if ((line.startsWith(' ') || line.startsWith('\t')) && !name.isEmpty()) {
            part.heads[name] += ' ' + line.trimmed();
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        name = colon > 0 ? line.left(colon).trimmed().toLower() : QByteArray();
        if (name.isEmpty() || part.heads.contains(name))
            name.clear();
        else
            part.heads.insert(name, line.mid(colon + 1).trimmed());
    }
    part.body = bytes.mid(at);
    return part;
}

class Reader
{
public:
    explicit Reader(MailMessage &mail)
        : m_mail(mail)
    {
    }

    Result<> read(const Part &part, int depth)
    {
        if (depth > deepest || ++m_parts > mostParts)
            return fail(ErrorCode::LimitExceeded, u"convert.mail_nested"_s);
        const Field type = field(part.heads.value("content-type", "text/plain"));
        const Field placing = field(part.heads.value("content-disposition"));
        if (type.value.startsWith("multipart/") && !type.parameters.value("boundary").isEmpty())
            return readParts(part.body, type.parameters.value("boundary").toUtf8(), depth);
        const QString name = placing.parameters.value("filename", type.parameters.value("name"));
        const bool isHtml = type.value == "text/html";
        if (placing.value == "attachment" || !name.isEmpty() || (!isHtml && type.value != "text/plain")) {
            m_mail.attachments.append(name.isEmpty() ? QString::fromLatin1(type.value) : name);
            return {};
        }
        const QString text = decoded(contentOf(part), type.parameters.value("charset").toLatin1());
        if (m_mail.body.isEmpty() || (m_mail.isHtml && !isHtml)) {
            m_mail.body = text;
            m_mail.isHtml = isHtml;
        } else if (m_mail.isHtml == isHtml) {
            m_mail.body += u'\n' + text;
        }
        return {};
    }

private:
    static QByteArray contentOf(const Part &part)
    {
        const QByteArray encoding = part.heads.value("content-transfer-encoding").trimmed().toLower();
        if (encoding == "base64")
            return QByteArray::fromBase64(part.body);
        return encoding == "quoted-printable" ? fromQuotedPrintable(part.body, false) : part.body;
    }

    Result<> readParts(const QByteArray &body, const QByteArray &boundary, int depth)
    {
        const QByteArray line = QByteArray("--").append(boundary);
        const QByteArray newLine = QByteArray("\n").append(line);
        const QByteArray lastLine = QByteArray(line).append("--");
        qsizetype at = body.startsWith(line) ? 0 : body.indexOf(newLine);
        while (at >= 0) {
            const qsizetype start = body.indexOf('\n', at + line.size());
            if (start < 0 || body.mid(at, start - at).trimmed().endsWith(lastLine))
                break;
            const qsizetype next = body.indexOf(newLine, start);
            DW_TRY(read(split(body.mid(start + 1, next < 0 ? -1 : next - start - 1)), depth + 1));
            at = next;
        }
        return {};
    }

    MailMessage &m_mail;
    int m_parts = 0;
};

} // namespace

Result<MailMessage> readMail(const QByteArray &bytes)
{
    const Part whole = split(bytes);
    MailMessage mail;
    for (const char *name : {"From", "To", "Cc", "Date", "Subject"}) {
        const QByteArray value = whole.heads.value(QByteArray(name).toLower());
        if (!value.isEmpty())
            mail.heads.append({QString::fromLatin1(name), decodedHead(value)});
    }
    if (mail.heads.isEmpty())
        return fail(ErrorCode::Corrupt, u"convert.no_mail"_s);
    DW_TRY(Reader(mail).read(whole, 0));
    return mail;
}

} // namespace dw
