#include "core/desk/releases/watermark.h"

#include "core/engines/crypto/random.h"

#include <QRegularExpression>

namespace dw::watermark {

using namespace Qt::StringLiterals;

namespace {

constexpr char crockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // 32: no I, L, O, U
constexpr char readable[] = "abcdefghjkmnpqrstuvwxyz23456789"; // 31: nothing that sounds or looks alike twice

} // namespace

QString newId()
{
    const QByteArray bytes = randomBytes(8);
    QString id = u"W-"_s;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (i == 4)
            id.append(u'-');
        id.append(QLatin1Char(crockford[static_cast<unsigned char>(bytes[i]) % 32]));
    }
    return id;
}

QString line(const QString &recipient, const QString &organisation, const QDate &day)
{
    QStringList parts {recipient};
    if (!organisation.isEmpty())
        parts.append(organisation);
    parts.append(day.toString(Qt::ISODate));
    return parts.join(u" · "_s);
}

SecretBytes password()
{
    constexpr unsigned letters = sizeof readable - 1;
    constexpr unsigned fair = 256 - 256 % letters; // bytes from here on would favour the first letters
    SecretBytes password;
    int count = 0;
    while (count < 20) {
        const SecretBytes random = randomSecret(1);
        if (random.data()[0] >= fair)
            continue;
        if (count > 0 && count % 4 == 0)
            password.append("-");
        password.append(QByteArrayView(&readable[random.data()[0] % letters], 1));
        ++count;
    }
    return password;
}

QStringList findIds(const QByteArray &bytes)
{
    static const QRegularExpression pattern(u"W-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"_s);
    QStringList ids;
    // Latin-1 keeps every byte, so the id is found amid anything; UTF-16 texts have a zero in between.
    for (const QString &text : {QString::fromLatin1(bytes), QString::fromLatin1(QByteArray(bytes).replace('\0', ""))}) {
        auto it = pattern.globalMatch(text);
        while (it.hasNext())
            ids.append(it.next().captured());
    }
    ids.removeDuplicates();
    return ids;
}

} // namespace dw::watermark
