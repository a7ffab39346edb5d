#pragma once

#include "tests/support/cffmaker.h"

namespace dwtest {

/// The like in Type 1.
namespace fontmaker {

inline QByteArray type1Encrypted(const QByteArray &plain, quint16 key)
{
    QByteArray result;
    for (const char byte : plain) {
        const auto cipher = static_cast<unsigned char>(static_cast<unsigned char>(byte) ^ (key >> 8));
        result += static_cast<char>(cipher);
        key = static_cast<quint16>((cipher + key) * 52845U + 22719U);
    }
    return result;
}

inline QByteArray type1Int(int value)
{
    return char(255) + number(quint32(value), 4);
}

/// hsbw, a box, and `end` (closepath endchar, return or a call).
inline QByteArray type1Box(int x, int width, int height, const QByteArray &end = QByteArray("\x09\x0e"))
{
    return type1Int(x) + type1Int(600) + char(13) + type1Int(0) + char(22) + type1Int(width) + char(6) + type1Int(height) + char(7)
        + type1Int(-width) + char(6) + end;
}

struct Type1 {
    QList<std::pair<QByteArray, QByteArray>> glyphs; ///< Names and programs.
    QList<std::pair<int, QByteArray>> encoding;
    QList<QByteArray> subrs;
    bool hex = false;
    int clear = 0; ///< Set by type1(): Length1.
    int encrypted = 0; ///< Length2.
};

inline QByteArray type1(Type1 &font)
{
    const auto program = [](const QByteArray &plain) { return type1Encrypted(QByteArray(4, 'x') + plain, 4330); };
    QByteArray clear = "%!PS-AdobeFont-1.0: TestFont\n11 dict begin\n/FontInfo 1 dict dup begin end readonly def\n/FontName /TestFont def\n"
                       "/PaintType 0 def\n/FontType 1 def\n/FontMatrix [0.001 0 0 0.001 0 0] readonly def\n/Encoding 256 array\n"
                       "0 1 255 {1 index exch /.notdef put} for\n";
    for (const auto &[code, name] : font.encoding)
        clear += "dup " + QByteArray::number(code) + " /" + name + " put\n";
    clear += "readonly def\n/FontBBox {0 0 1000 1000} readonly def\ncurrentdict end\ncurrentfile eexec\n";
    QByteArray secret = "dup /Private 8 dict dup begin\n/RD {string currentfile exch readstring pop} executeonly def\n/ND {noaccess def} executeonly def\n"
                        "/NP {noaccess put} executeonly def\n/BlueValues [] def\n/password 5839 def\n/Subrs " + QByteArray::number(font.subrs.size()) + " array\n";
    for (qsizetype i = 0; i < font.subrs.size(); ++i) {
        const QByteArray bytes = program(font.subrs.at(i));
        secret += "dup " + QByteArray::number(i) + ' ' + QByteArray::number(bytes.size()) + " RD " + bytes + " NP\n";
    }
    secret += "ND\n2 index /CharStrings " + QByteArray::number(font.glyphs.size()) + " dict dup begin\n";
    for (const auto &[name, plain] : font.glyphs) {
        const QByteArray bytes = program(plain);
        secret += '/' + name + ' ' + QByteArray::number(bytes.size()) + " RD " + bytes + " ND\n";
    }
    secret += "end\nend\nreadonly put\nnoaccess put\ndup /FontName get exch definefont pop\nmark currentfile closefile\n";
    QByteArray cipher = type1Encrypted("abcd" + secret, 55665);
    if (font.hex)
        cipher = cipher.toHex() + '\n';
    font.clear = int(clear.size());
    font.encrypted = int(cipher.size());
    return clear + cipher + QByteArray(512, '0') + "\ncleartomark\n";
}

} // namespace fontmaker

} // namespace dwtest
