#include "core/engines/redact/operands.h"

#include "core/engines/redact/unprovable.h"

#include <array>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dw::operands {

std::vector<double> numbers(const Operation &operation)
{
    std::vector<double> result;
    for (QPDFObjectHandle operand : operation.operands) {
        if (operand.isNumber())
            result.push_back(operand.getNumericValue());
    }
    return result;
}

QTransform matrix(const std::vector<double> &numbers)
{
    if (numbers.size() < 6)
        return {};
    const double *const last = numbers.data() + numbers.size() - 6;
    return {last[0], last[1], last[2], last[3], last[4], last[5]};
}

QTransform matrix(QPDFObjectHandle array)
{
    std::vector<double> values;
    for (int i = 0; array.isArray() && i < array.getArrayNItems(); ++i) {
        if (array.getArrayItem(i).isNumber())
            values.push_back(array.getArrayItem(i).getNumericValue());
    }
    return matrix(values);
}

QRectF rectangle(QPDFObjectHandle array)
{
    if (!array.isArray() || array.getArrayNItems() < 4)
        return {};
    std::array<double, 4> values {};
    for (int i = 0; i < 4; ++i) {
        if (!array.getArrayItem(i).isNumber())
            return {};
        values[std::size_t(i)] = array.getArrayItem(i).getNumericValue();
    }
    return QRectF(QPointF(values[0], values[1]), QPointF(values[2], values[3])).normalized();
}

std::string number(double value, int decimals)
{
    constexpr double largest = 1e9;
    if (!(std::abs(value) < largest))
        throw Unprovable {u"content_numbers"_s};
    std::array<char, 32> text {};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
    const char *end = written.ptr;
    while (decimals > 0 && end[-1] == '0')
        --end;
    if (end[-1] == '.')
        --end;
    const std::string result(static_cast<const char *>(text.data()), end);
    return result == "-0" ? "0" : result;
}

std::string shortest(double value)
{
    std::array<char, 400> text {}; // the smallest numbers begin with over three hundred zeros
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return {text.data(), written.ptr};
}

} // namespace dw::operands
