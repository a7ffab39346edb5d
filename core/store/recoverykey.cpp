#include "core/store/recoverykey.h"

#include "core/engines/crypto/hash.h"
#include "core/engines/crypto/random.h"

#include <cstring>

namespace dw::recoverykey {

using namespace Qt::StringLiterals;

namespace {

constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int dataGroups = groups - 1;

int valueOf(char c)
{
    if (c >= 'a' && c <= 'z')
        c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O')
        c = '0';
    if (c == 'I' || c == 'L')
        c = '1';
    const char *found = c == '\0' ? nullptr : std::strchr(alphabet, c);
    return found ? static_cast<int>(found - alphabet) : -1;
}

quint64 checkBits(quint32 data, int group)
{
    SecretBytes input(5);
    std::memcpy(input.data(), &data, 4);
    input.data()[4] = static_cast<std::uint8_t>(group);
    return static_cast<quint64>(static_cast<uchar>(sha256(input.view()).front())) & 7;
}

quint64 wholeCheck(const SecretBytes &key)
{
    const QByteArray hash = hmacSha256(QByteArrayView("dealward recovery key"), key.view());
    quint64 bits = 0;
    for (int i = 0; i < 5; ++i)
        bits = bits << 8 | static_cast<uchar>(hash.at(i));
    return bits >> 5; // 35 bits
}

quint32 dataOf(const SecretBytes &key, int group)
{
    quint32 data = 0;
    for (int i = 0; i < 4; ++i)
        data = data << 8 | key.data()[group * 4 + i];
    return data;
}

bool isSeparator(char c)
{
    return c == ' ' || c == '-' || c == '\n' || c == '\r' || c == '\t';
}

} // namespace

SecretBytes generate()
{
    return randomSecret(32);
}

SecretBytes toText(const SecretBytes &key)
{
    Q_ASSERT(key.size() == 32);
    SecretBytes text;
    for (int group = 0; group < groups; ++group) {
        const quint32 data = group < dataGroups ? dataOf(key, group) : 0;
        const quint64 bits = group < dataGroups ? quint64(data) << 3 | checkBits(data, group) : wholeCheck(key);
        if (group > 0)
            text.append("-");
        for (int i = groupSize - 1; i >= 0; --i)
            text.append(QByteArrayView(&alphabet[(bits >> (5 * i)) & 31], 1));
    }
    return text;
}

Result<SecretBytes> parse(const SecretBytes &text)
{
    SecretBytes symbols;
    for (const char c : text.view()) {
        if (isSeparator(c))
            continue;
        const int value = valueOf(c);
        if (value < 0) {
            const auto group = static_cast<int>(symbols.size()) / groupSize + 1;
            return fail(ErrorCode::InvalidInput, u"recovery.character"_s, {QString::number(group)});
        }
        const char symbol = static_cast<char>(value);
        symbols.append(QByteArrayView(&symbol, 1));
    }
    if (symbols.size() != groups * groupSize)
        return fail(ErrorCode::InvalidInput, u"recovery.length"_s,
            {QString::number(symbols.size()), QString::number(groups * groupSize)});
    SecretBytes key(32);
    quint64 check = 0;
    for (int group = 0; group < groups; ++group) {
        quint64 bits = 0;
        for (int i = 0; i < groupSize; ++i)
            bits = bits << 5 | symbols.data()[group * groupSize + i];
        if (group == dataGroups) {
            check = bits;
            break;
        }
        const auto data = static_cast<quint32>(bits >> 3);
        if (checkBits(data, group) != (bits & 7))
            return fail(ErrorCode::InvalidInput, u"recovery.group"_s, {QString::number(group + 1)});
        for (int i = 0; i < 4; ++i)
            key.data()[group * 4 + i] = static_cast<std::uint8_t>(data >> (24 - 8 * i));
    }
    if (check != wholeCheck(key))
        return fail(ErrorCode::InvalidInput, u"recovery.checksum"_s);
    return key;
}

} // namespace dw::recoverykey
