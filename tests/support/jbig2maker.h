#pragma once

#include <QByteArray>
#include <QList>
#include <QPoint>
#include <QSize>

namespace dwtest {

/// JBIG2 as PDF embeds it: a dictionary of symbols for /JBIG2Globals and a page that places them, Huffman coded with
/// the standard tables, bitmaps not compressed (ISO 14492, 6.5.9 and 7.4).
class Jbig2Maker
{
public:
    /// Four symbols of 8 x 8; each byte a row, the high bit left.
    static QByteArray globals(const QList<QByteArray> &symbols)
    {
        QByteArray data = QByteArray::fromHex("0001") + number(4, 4) + number(4, 4);
        Bits bits;
        bits.put("1110100"); // height 8 by table B.4: 4 + 4
        bits.put("1110101"); // the first width, 8, by table B.2: 3 + 5
        bits.put("000"); // no wider ones
        bits.put("111111"); // end of this height
        bits.put("00000"); // bitmap not compressed
        data += bits.bytes();
        for (int row = 0; row < 8; ++row) {
            for (const QByteArray &symbol : symbols)
                data += symbol.at(row);
        }
        Bits exported;
        exported.put("00000"); // none left out
        exported.put("00100"); // then four exported
        return segment(0, 0, QByteArray::fromHex("00"), 0, data + exported.bytes());
    }

    /// Symbols by number at places of their upper left corners, from left to right and from top to bottom; not more
    /// than one on a row of pixels may start with the same y.
    static QByteArray page(QSize size, const QList<std::pair<int, QPoint>> &symbols)
    {
        const QByteArray information = number(size.width(), 4) + number(size.height(), 4) + QByteArray(8, '\0') + QByteArray::fromHex("000000");
        QByteArray text = number(size.width(), 4) + number(size.height(), 4) + QByteArray(8, '\0') + QByteArray(1, '\0');
        text += QByteArray::fromHex("0011") + QByteArray::fromHex("0000") + number(int(symbols.size()), 4);
        Bits ids;
        for (int code = 0; code < 35; ++code)
            ids.put(code == 2 ? "0001" : "0000"); // only the length 2 is used, as "0"
        ids.put("0000"); // all four symbols have codes of 2 bits
        text += ids.bytes();
        Bits bits;
        bits.put("0"); // the first strip starts at -1
        int strip = -1;
        int first = 0;
        for (const auto &[symbol, place] : symbols) {
            bits.putStripStep(place.y() - strip);
            strip = place.y();
            bits.put("00"); // table B.6
            bits.putNumber(place.x() - first, 7);
            first = place.x();
            bits.putNumber(symbol, 2);
            bits.put("01"); // end of the strip
        }
        text += bits.bytes();
        return segment(1, 48, QByteArray::fromHex("00"), 1, information) + segment(2, 6, QByteArray::fromHex("2000"), 1, text);
    }

private:
    class Bits
    {
    public:
        void put(const char *bits) { m_bits += bits; }

        void putNumber(int value, int width)
        {
            for (int i = width - 1; i >= 0; --i)
                m_bits += (value >> i) & 1 ? '1' : '0';
        }

        /// Table B.11, 1 to 20.
        void putStripStep(int step)
        {
            if (step == 1)
                put("0");
            else if (step <= 3)
                put("10"), putNumber(step - 2, 1);
            else if (step == 4)
                put("1100");
            else if (step <= 6)
                put("1101"), putNumber(step - 5, 1);
            else if (step <= 8)
                put("11100"), putNumber(step - 7, 1);
            else if (step <= 12)
                put("11101"), putNumber(step - 9, 2);
            else if (step <= 16)
                put("111100"), putNumber(step - 13, 2);
            else
                put("1111010"), putNumber(step - 17, 2);
        }

        QByteArray bytes() const
        {
            QByteArray result((m_bits.size() + 7) / 8, '\0');
            for (qsizetype i = 0; i < m_bits.size(); ++i) {
                if (m_bits.at(i) == '1')
                    result[i / 8] = char(quint8(result.at(i / 8)) | 0x80 >> (i % 8));
            }
            return result;
        }

    private:
        QByteArray m_bits;
    };

    static QByteArray number(int value, int bytes)
    {
        QByteArray result;
        for (int i = bytes - 1; i >= 0; --i)
            result += char(value >> (8 * i));
        return result;
    }

    /// `referred`: the count and the numbers of other segments, as coded.
    static QByteArray segment(int number_, int type, const QByteArray &referred, int page, const QByteArray &data)
    {
        return number(number_, 4) + char(type) + referred + char(page) + number(int(data.size()), 4) + data;
    }
};

} // namespace dwtest
