#include "core/desk/accounts/passphrase.h"

#include "core/engines/crypto/random.h"

#include <zxcvbn.h>

#include <vector>

namespace dw::passphrase {

using namespace Qt::StringLiterals;

double strengthBits(const SecretBytes &passphrase, const QStringList &context)
{
    if (passphrase.isEmpty())
        return 0;
    // zxcvbn takes quadratic time; what is longer than this is strong enough by its beginning.
    constexpr std::size_t longest = 100;
    SecretBytes text = passphrase.clone();
    text.resize(std::min(text.size(), longest));
    text.append(QByteArrayView("\0", 1));
    std::vector<QByteArray> words;
    for (const QString &word : context)
        words.push_back(word.toUtf8());
    std::vector<const char *> pointers;
    for (const QByteArray &word : words)
        pointers.push_back(word.constData());
    pointers.push_back(nullptr);
    return ZxcvbnMatch(reinterpret_cast<const char *>(text.data()), pointers.data(), nullptr);
}

Result<> check(const SecretBytes &passphrase, const QStringList &context, double floor)
{
    if (floor <= 0)
        return passphrase.isEmpty() ? fail(ErrorCode::InvalidInput, u"passphrase.too_short"_s, {u"1"_s}) : Result<>();
    if (passphrase.size() < minimumLength)
        return fail(ErrorCode::InvalidInput, u"passphrase.too_short"_s, {QString::number(minimumLength)});
    const double bits = strengthBits(passphrase, context);
    if (bits < floor)
        return fail(ErrorCode::InvalidInput, u"passphrase.too_weak"_s,
            {QString::number(bits, 'f', 0), QString::number(floor, 'f', 0)});
    return {};
}

SecretBytes generate()
{
    constexpr char alphabet[] = "23456789abcdefghijkmnpqrstuvwxyz"; // 32 characters, no 0 1 l o
    constexpr int groups = 6;
    constexpr int groupSize = 5;
    const SecretBytes random = randomSecret(groups * groupSize);
    SecretBytes text;
    for (int i = 0; i < groups * groupSize; ++i) {
        if (i > 0 && i % groupSize == 0)
            text.append("-");
        text.append(QByteArrayView(&alphabet[random.data()[i] & 31], 1));
    }
    return text;
}

} // namespace dw::passphrase
