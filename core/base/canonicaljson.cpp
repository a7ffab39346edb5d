#include "core/base/canonicaljson.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace dw {

namespace {

void writeString(const QString &text, QByteArray &out)
{
    static constexpr char hex[] = "0123456789abcdef";
    out.append('"');
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"': out.append("\\\""); break;
        case '\\': out.append("\\\\"); break;
        case '\b': out.append("\\b"); break;
        case '\f': out.append("\\f"); break;
        case '\n': out.append("\\n"); break;
        case '\r': out.append("\\r"); break;
        case '\t': out.append("\\t"); break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out.append("\\u00");
                out.append(hex[(c >> 4) & 0xf]);
                out.append(hex[c & 0xf]);
            } else {
                out.append(c);
            }
        }
    }
    out.append('"');
}

// ECMAScript Number::toString on top of the shortest digits that read back the same.
void writeNumber(double number, QByteArray &out)
{
    if (number == 0) {
        out.append('0'); // also for -0
        return;
    }
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::abs(number), std::chars_format::scientific).ptr;
    const QByteArray text(buffer, end - buffer); // d.ddde+xx
    const qsizetype e = text.indexOf('e');
    QByteArray digits = text.left(e);
    digits.replace(".", "");
    const int exponent = text.mid(e + 1).toInt();
    const auto count = static_cast<int>(digits.size());
    const int point = exponent + 1; // position of the decimal point relative to the first digit
    if (number < 0)
        out.append('-');
    if (point >= count && point <= 21) {
        out.append(digits).append(QByteArray(point - count, '0'));
    } else if (point > 0 && point <= 21) {
        out.append(digits.left(point)).append('.').append(digits.mid(point));
    } else if (point > -6 && point <= 0) {
        out.append("0.").append(QByteArray(-point, '0')).append(digits);
    } else {
        out.append(digits.left(1));
        if (count > 1)
            out.append('.').append(digits.mid(1));
        out.append('e').append(exponent < 0 ? '-' : '+').append(QByteArray::number(std::abs(exponent)));
    }
}

void write(const QJsonValue &value, QByteArray &out)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        out.append(value.toBool() ? "true" : "false");
        break;
    case QJsonValue::Double:
        writeNumber(value.toDouble(), out);
        break;
    case QJsonValue::String:
        writeString(value.toString(), out);
        break;
    case QJsonValue::Array: {
        out.append('[');
        bool first = true;
        for (const QJsonValue item : value.toArray()) {
            if (!std::exchange(first, false))
                out.append(',');
            write(item, out);
        }
        out.append(']');
        break;
    }
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        QStringList keys = object.keys();
        std::sort(keys.begin(), keys.end()); // QString compares UTF-16 code units, as RFC 8785 asks
        out.append('{');
        bool first = true;
        for (const QString &key : std::as_const(keys)) {
            if (!std::exchange(first, false))
                out.append(',');
            writeString(key, out);
            out.append(':');
            write(object.value(key), out);
        }
        out.append('}');
        break;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        out.append("null");
        break;
    }
}

} // namespace

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    write(value, out);
    return out;
}

} // namespace dw
