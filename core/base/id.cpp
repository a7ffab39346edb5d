#include "core/base/id.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <array>

namespace dw {

QUuid createUuidV7()
{
    return createUuidV7(QDateTime::currentMSecsSinceEpoch());
}

QUuid createUuidV7(qint64 unixMs)
{
    std::array<quint32, 4> words {};
    QRandomGenerator::system()->fillRange(words.data(), 4);
    const auto ms = static_cast<quint64>(unixMs) & 0xffff'ffff'ffffULL;
    const auto data1 = static_cast<uint>(ms >> 16);
    const auto data2 = static_cast<ushort>(ms & 0xffff);
    const auto data3 = static_cast<ushort>(0x7000 | (words[0] & 0x0fff));
    const auto byte = [&](int word, int shift) { return static_cast<uchar>((words[size_t(word)] >> shift) & 0xff); };
    const auto variant = static_cast<uchar>(0x80 | (byte(1, 0) & 0x3f));
    return QUuid(data1, data2, data3, variant, byte(1, 8), byte(2, 0), byte(2, 8), byte(2, 16), byte(2, 24),
        byte(3, 0), byte(3, 8));
}

} // namespace dw
