#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>



namespace dwtest {

/// Small CFF programs whose glyphs are boxes, written by hand: what is in them is known to the byte.
namespace fontmaker {

inline QByteArray number(quint32 value, int bytes)
{
    QByteArray result;
    for (int i = bytes; i-- > 0;)
        result += char(value >> (8 * i) & 0xff);
    return result;
}

inline QByteArray cffInt(int value) ///< In a dictionary, always five bytes.
{
    return char(29) + number(quint32(value), 4);
}

inline QByteArray cffIndex(const QList<QByteArray> &items)
{
    if (items.isEmpty())
        return number(0, 2);
    QByteArray result = number(quint32(items.size()), 2) + char(2);
    quint32 at = 1;
    result += number(at, 2);
    for (const QByteArray &item : items)
        result += number(at += quint32(item.size()), 2);
    return result + items.join();
}

inline QByteArray type2Int(int value)
{
    return char(28) + number(quint32(value) & 0xffff, 2);
}

/// From (x, 0) a box of `width` and `height`; ends with `end` (endchar, return or a call).
inline QByteArray type2Box(int x, int width, int height, const QByteArray &end = QByteArray("\x0e"))
{
    return type2Int(x) + type2Int(0) + char(21) + type2Int(width) + char(6) + type2Int(height) + char(7) + type2Int(-width) + char(6) + end;
}

struct Cff {
    QList<QByteArray> glyphs; ///< .notdef first.
    QList<int> charset; ///< Of the others: strings (34 is A; 391 the first of `strings`) or CIDs.
    QList<int> codes; ///< Of the others; none: no encoding of its own.
    QList<QByteArray> strings;
    QList<QByteArray> globalSubrs;
    QList<QByteArray> localSubrs;
    bool cid = false;
    bool charsetAsRanges = false;
};

class CffWriter
{
public:
    explicit CffWriter(const Cff &font)
        : m_font(font)
    {
    }

    QByteArray bytes()
    {
        QByteArray result;
        for (int round = 0; round < 2; ++round) // the first finds the places
            result = write();
        return result;
    }

private:
    int place(const char *name, QByteArray &file, const QByteArray &part)
    {
        int &at = m_places[QByteArray(name)];
        at = int(file.size());
        file += part;
        return at;
    }

    QByteArray write()
    {
        QByteArray file = QByteArray::fromHex("01000404") + cffIndex({"TestFont"});
        QByteArray top;
        if (m_font.cid)
            top += cffInt(391) + cffInt(392) + cffInt(0) + QByteArray::fromHex("0c1e");
        top += cffInt(m_places.value("charset")) + char(15);
        if (!m_font.codes.isEmpty())
            top += cffInt(m_places.value("encoding")) + char(16);
        top += cffInt(m_places.value("glyphs")) + char(17);
        const QByteArray priv = cffInt(m_privateSize) + cffInt(m_places.value("private")) + char(18);
        top += m_font.cid ? cffInt(m_places.value("fonts")) + QByteArray::fromHex("0c24") + cffInt(m_places.value("select")) + QByteArray::fromHex("0c25") : priv;
        file += cffIndex({top});
        file += cffIndex(m_font.cid ? QList<QByteArray> {"Adobe", "Identity"} : m_font.strings);
        file += cffIndex(m_font.globalSubrs);
        place("charset", file, charset());
        if (!m_font.codes.isEmpty()) {
            QByteArray encoding = char(0) + number(quint32(m_font.codes.size()), 1);
            for (const int code : m_font.codes)
                encoding += char(code);
            place("encoding", file, encoding);
        }
        if (m_font.cid)
            place("select", file, QByteArray(1 + m_font.glyphs.size(), '\0'));
        place("glyphs", file, cffIndex(m_font.glyphs));
        if (m_font.cid)
            place("fonts", file, cffIndex({priv}));
        QByteArray dict = cffInt(500) + char(20);
        if (!m_font.localSubrs.isEmpty())
            dict += cffInt(int(dict.size()) + 6) + char(19);
        m_privateSize = int(dict.size());
        place("private", file, dict);
        return m_font.localSubrs.isEmpty() ? file : file + cffIndex(m_font.localSubrs);
    }

    QByteArray charset() const
    {
        QByteArray result(1, m_font.charsetAsRanges ? '\1' : '\0');
        for (const int entry : m_font.charset)
            result += number(quint32(entry), 2) + (m_font.charsetAsRanges ? QByteArray(1, '\0') : QByteArray());
        return result;
    }

    const Cff m_font;
    QHash<QByteArray, int> m_places;
    int m_privateSize = 0;
};

inline QByteArray cff(const Cff &font)
{
    return CffWriter(font).bytes();
}

} // namespace fontmaker

} // namespace dwtest
