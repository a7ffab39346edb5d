#include "core/engines/redact/type3ink.h"

#include "core/engines/redact/contentprogram.h"
#include "core/engines/redact/keyof.h"
#include "core/engines/redact/unprovable.h"

#include <QTransform>

#include <cmath>
#include <set>

namespace dw::type3ink {

namespace {

const std::set<std::string> painting {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"};
const std::set<std::string> stroking {"B", "B*", "b", "b*", "S", "s"};
/// They paint what this class does not follow, or change how wide lines are.
const std::set<std::string> beyond {"BT", "sh", "gs", "Tj", "TJ", "'", "\""};

QRectF boxOf(QPDFObjectHandle array)
{
    if (!array.isArray() || array.getArrayNItems() != 4)
        return {};
    double values[4] {};
    for (int i = 0; i < 4; ++i) {
        if (!array.getArrayItem(i).isNumber())
            return {};
        values[i] = array.getArrayItem(i).getNumericValue();
    }
    return QRectF(QPointF(values[0], values[1]), QPointF(values[2], values[3])).normalized();
}

class Painter
{
public:
    explicit Painter(QPDFObjectHandle resources)
        : m_resources(resources)
    {
    }

    bool followed = true;
    QRectF declared; ///< d1's.

    void run(const ContentProgram &program)
    {
        for (const Operation &operation : program.operations()) {
            m_numbers.clear();
            for (QPDFObjectHandle operand : operation.operands) {
                if (operand.isNumber())
                    m_numbers.push_back(operand.getNumericValue());
            }
            step(operation);
        }
    }

    QRectF painted() const
    {
        return m_any ? QRectF(m_left, m_bottom, std::max(m_right - m_left, 1e-6), std::max(m_top - m_bottom, 1e-6)) : QRectF();
    }

private:
    void step(const Operation &operation)
    {
        const std::string &name = operation.name;
        if (name == "d1" && m_numbers.size() == 6)
            declared = QRectF(QPointF(m_numbers[2], m_numbers[3]), QPointF(m_numbers[4], m_numbers[5])).normalized();
        else if (name == "q")
            m_stack.push_back({m_matrix, m_width});
        else if (name == "Q" && !m_stack.empty())
            restore();
        else if (name == "cm" && m_numbers.size() == 6)
            m_matrix = QTransform(m_numbers[0], m_numbers[1], m_numbers[2], m_numbers[3], m_numbers[4], m_numbers[5]) * m_matrix;
        else if (name == "w" && m_numbers.size() == 1)
            m_width = std::abs(m_numbers[0]);
        else if (name == "m" || name == "l" || name == "c" || name == "v" || name == "y" || name == "re")
            points(name);
        else if (name == "n")
            m_path.clear();
        else if (painting.contains(name))
            paint(stroking.contains(name));
        else if (name == "EI" || name == "Do")
            image(operation);
        else if (beyond.contains(name))
            followed = false;
    }

    void restore()
    {
        m_matrix = m_stack.back().first;
        m_width = m_stack.back().second;
        m_stack.pop_back();
    }

    void points(const std::string &name)
    {
        if (name == "re" && m_numbers.size() == 4) {
            const QRectF rect(m_numbers[0], m_numbers[1], m_numbers[2], m_numbers[3]);
            for (const QPointF corner : {rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight()})
                m_path.push_back(m_matrix.map(corner));
            return;
        }
        for (std::size_t i = 0; i + 1 < m_numbers.size(); i += 2)
            m_path.push_back(m_matrix.map(QPointF(m_numbers[i], m_numbers[i + 1])));
    }

    void paint(bool stroke)
    {
        // Mitred corners reach further than half the width; twice the width covers all but needles.
        const double scale = std::sqrt(std::abs(m_matrix.m11() * m_matrix.m22() - m_matrix.m12() * m_matrix.m21()));
        const double margin = stroke ? 2 * m_width * scale : 0;
        for (const QPointF &point : m_path)
            add(point, margin);
        m_path.clear();
    }

    void image(const Operation &operation)
    {
        if (operation.name == "Do") {
            QPDFObjectHandle name = operation.operands.empty() ? QPDFObjectHandle::newNull() : operation.operands[0];
            QPDFObjectHandle object = name.isName() ? keyOf(keyOf(m_resources, "/XObject"), name.getName()) : name;
            if (!object.isStream() || !object.getDict().getKey("/Subtype").isNameAndEquals("/Image")) {
                followed = false;
                return;
            }
        }
        for (const QPointF corner : {QPointF(0, 0), QPointF(1, 0), QPointF(0, 1), QPointF(1, 1)})
            add(m_matrix.map(corner), 0);
    }

    void add(QPointF point, double margin)
    {
        if (!std::isfinite(point.x()) || !std::isfinite(point.y())) {
            followed = false;
            return;
        }
        m_left = m_any ? std::min(m_left, point.x() - margin) : point.x() - margin;
        m_right = m_any ? std::max(m_right, point.x() + margin) : point.x() + margin;
        m_bottom = m_any ? std::min(m_bottom, point.y() - margin) : point.y() - margin;
        m_top = m_any ? std::max(m_top, point.y() + margin) : point.y() + margin;
        m_any = true;
    }

    QPDFObjectHandle m_resources;
    QTransform m_matrix;
    double m_width = 1;
    std::vector<std::pair<QTransform, double>> m_stack;
    std::vector<double> m_numbers;
    std::vector<QPointF> m_path;
    double m_left = 0;
    double m_right = 0;
    double m_bottom = 0;
    double m_top = 0;
    bool m_any = false;
};

std::optional<QRectF> inGlyphSpace(QPDFObjectHandle font, const std::string &glyphName)
{
    QPDFObjectHandle procedure = keyOf(font.getKey("/CharProcs"), '/' + glyphName);
    if (!procedure.isStream())
        return QRectF();
    Painter painter(font.getKey("/Resources"));
    try {
        painter.run(ContentProgram::ofStream(procedure));
    } catch (const Unprovable &) {
        painter.followed = false;
    }
    if (painter.followed)
        return painter.painted();
    if (!painter.declared.isEmpty())
        return painter.declared;
    const QRectF whole = boxOf(font.getKey("/FontBBox"));
    return whole.isEmpty() ? std::nullopt : std::optional<QRectF>(whole);
}

} // namespace

std::optional<QRectF> box(QPDFObjectHandle font, const std::string &glyphName)
{
    const std::optional<QRectF> rect = inGlyphSpace(font, glyphName);
    QPDFObjectHandle matrix = font.getKey("/FontMatrix");
    if (!rect || rect->isNull() || !matrix.isMatrix())
        return rect ? std::optional<QRectF>(rect->isNull() ? *rect : QTransform::fromScale(0.001, 0.001).mapRect(*rect)) : std::nullopt;
    const QPDFObjectHandle::Matrix m = matrix.getArrayAsMatrix();
    return QTransform(m.a, m.b, m.c, m.d, m.e, m.f).mapRect(*rect);
}

} // namespace dw::type3ink
