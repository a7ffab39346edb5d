#include "core/engines/anonymise/labeller.h"

#include "core/engines/crypto/hash.h"
#include "core/engines/find/namedictionary.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// The same for every way of writing a value: spaces mean something between words of letters and digits only.
QString comparable(const QString &value)
{
    const QString normal = QString::fromStdU32String(NameDictionary::normalised(value));
    QString result;
    for (qsizetype i = 0; i < normal.size(); ++i) {
        const auto isWord = [&](qsizetype at) { return at >= 0 && at < normal.size() && normal[at].unicode() < 0x80 && normal[at].isLetterOrNumber(); };
        if (normal[i] != u' ' || (isWord(i - 1) && isWord(i + 1)))
            result.append(normal[i]);
    }
    return result;
}

} // namespace

Labeller::Labeller(const SecretBytes &secret)
    : m_key(hkdf(secret, {}, "dealward label 1"))
{
}

Result<QString> Labeller::label(const QString &type, const QString &value, const QString &prefix, int length)
{
    constexpr QStringView alphabet(u"0123456789ABCDEFGHJKMNPQRSTVWXYZ"); // without letters that are misread
    const QByteArray message = type.toUtf8() + '\0' + comparable(value).toUtf8();
    const QByteArray mac = hmacSha256(m_key, message);
    QString label = prefix;
    for (int i = 0; i < length; ++i)
        label.append(alphabet[static_cast<unsigned char>(mac[i]) % 32]);
    const auto given = m_given.constFind(label);
    if (given != m_given.constEnd() && *given != mac)
        return fail(ErrorCode::Conflict, u"anonymise.label_clash"_s);
    m_given.insert(label, mac);
    return label;
}

} // namespace dw
