#include "core/engines/redact/pathbuilder.h"

#include "core/engines/redact/unprovable.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

/// How many numbers each operator takes, -1: none of ours.
int operandsOf(const std::string &name)
{
    if (name == "h")
        return 0;
    if (name == "m" || name == "l")
        return 2;
    if (name == "v" || name == "y" || name == "re")
        return 4;
    return name == "c" ? 6 : -1;
}

} // namespace

bool PathBuilder::add(const Operation &operation)
{
    const int count = operandsOf(operation.name);
    if (count < 0)
        return false;
    if (int(operation.operands.size()) < count)
        throw Unprovable {u"path_numbers"_s};
    // Readers take the last operands when there are too many.
    std::array<double, 6> number {};
    const std::size_t skipped = operation.operands.size() - std::size_t(count);
    for (std::size_t i = 0; i < std::size_t(count); ++i) {
        QPDFObjectHandle operand = operation.operands[skipped + i];
        // QPainterPath passes over what is farther away than this.
        if (!operand.isNumber() || !(std::abs(operand.getNumericValue()) < 1e100))
            throw Unprovable {u"path_numbers"_s};
        number[i] = operand.getNumericValue();
    }
    const QPointF first(number[0], number[1]);
    const QPointF second(number[2], number[3]);
    const QPointF third(number[4], number[5]);
    const std::string &name = operation.name;
    if (name == "m") {
        m_path.moveTo(first);
    } else if (name == "re") {
        m_path.moveTo(first);
        m_path.lineTo(first + QPointF(second.x(), 0));
        m_path.lineTo(first + second);
        m_path.lineTo(first + QPointF(0, second.y()));
        m_path.closeSubpath();
    } else if (name == "h") {
        m_path.closeSubpath();
    } else if (m_path.elementCount() == 0) {
        throw Unprovable {u"path_numbers"_s}; // no current point: readers disagree on what this draws
    } else if (name == "l") {
        line(first);
    } else if (name == "c") {
        m_path.cubicTo(first, second, third);
    } else if (name == "v") {
        m_path.cubicTo(m_path.currentPosition(), first, second);
    } else {
        m_path.cubicTo(first, second, second);
    }
    return true;
}

void PathBuilder::line(const QPointF &to)
{
    const QPointF from = m_path.currentPosition();
    m_path.lineTo(from == to ? to + QPointF(std::max(1e-7, std::abs(to.x()) * 1e-10), 0) : to);
}

} // namespace dw
