#include "core/engines/redact/contentcleaner.h"

#include "core/engines/redact/inlineimage.h"
#include "core/engines/redact/knownnames.h"
#include "core/engines/redact/operandrules.h"
#include "core/engines/redact/unprovable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

const std::set<std::string> deviceSpaces {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern", "/G", "/RGB", "/CMYK", "/I"};
const std::set<std::string> notes {"BMC", "BDC", "EMC", "MP", "DP", "BX", "EX"};

/// The category of the resource that an operator names last, or nothing.
std::string categoryOf(const Operation &operation)
{
    if (operation.name == "Tf")
        return "/Font";
    if (operation.name == "Do")
        return "/XObject";
    if (operation.name == "gs")
        return "/ExtGState";
    if (operation.name == "sh")
        return "/Shading";
    if (operation.name == "cs" || operation.name == "CS")
        return "/ColorSpace";
    if (operation.name == "scn" || operation.name == "SCN")
        return "/Pattern";
    return {};
}

} // namespace

ContentCleaner::ContentCleaner(ObjectCopier &copier, QPDFObjectHandle resources, QPDFObjectHandle fallback)
    : m_copier(copier)
    , m_fonts(copier.fontUse())
    , m_source(resources.isDictionary() ? resources : fallback)
    , m_page(fallback)
    , m_target(QPDFObjectHandle::newDictionary())
{
}

std::string ContentCleaner::clean(const ContentProgram &program)
{
    std::string result;
    m_fonts = FontUseTracker(m_copier.fontUse());
    for (const Operation &source : program.operations())
        operation(source, result);
    return result;
}

void ContentCleaner::operation(const Operation &source, std::string &to)
{
    if (notes.contains(source.name))
        return markedContent(source, to);
    if (!ContentProgram::isKnownOperator(source.name))
        return;
    if (source.name == "EI")
        return inlineImage(source, to);
    if (operandrules::isClean(source))
        return drawing(source, to);
    Operation cleaned = source;
    operandrules::clean(cleaned);
    drawing(cleaned, to);
}

void ContentCleaner::drawing(const Operation &source, std::string &to)
{
    if (source.name == "ri") {
        if (source.operands.size() == 1 && knownnames::allows("/RI", source.operands[0]))
            ContentProgram::write(source, to);
        return;
    }
    const auto isName = [](QPDFObjectHandle operand) { return operand.isName(); };
    if (std::none_of(source.operands.begin(), source.operands.end(), isName)) {
        m_fonts.operation(source, m_target);
        return ContentProgram::write(source, to);
    }
    const std::string category = categoryOf(source);
    Operation target = source;
    for (QPDFObjectHandle &operand : target.operands) {
        if (!operand.isName() || (category == "/ColorSpace" && deviceSpaces.contains(operand.getName())))
            continue;
        operand = QPDFObjectHandle::newName(renamed(category, operand.getName()));
    }
    m_fonts.operation(target, m_target);
    ContentProgram::write(target, to);
}

/// The colour space of an inline image may be a resource; its data must not be a file within the file.
void ContentCleaner::inlineImage(const Operation &source, std::string &to)
{
    Operation target = inlineimage::cleaned(m_copier.source(), source, m_source);
    for (std::size_t i = 0; i + 1 < target.operands.size(); i += 2) {
        const bool space = target.operands[i].isNameAndEquals("/CS") || target.operands[i].isNameAndEquals("/ColorSpace");
        QPDFObjectHandle &value = target.operands[i + 1];
        if (space && value.isName() && !deviceSpaces.contains(value.getName()))
            value = QPDFObjectHandle::newName(renamed("/ColorSpace", value.getName()));
    }
    ContentProgram::write(target, to);
}

/// Tags and properties go. What PageCutter has proven to say no more than the glyphs do stays.
void ContentCleaner::markedContent(const Operation &source, std::string &to)
{
    if (source.name == "EMC") {
        if (!m_marked.empty() && m_marked.back())
            to += "EMC\n";
        if (!m_marked.empty())
            m_marked.pop_back();
        return;
    }
    if (source.name != "BDC" && source.name != "BMC")
        return;
    bool kept = false;
    if (source.name == "BDC") {
        checkLayer(source);
        if (!m_copier.spanTag().empty() && source.operands.size() == 2 && QPDFObjectHandle(source.operands[0]).isNameAndEquals(m_copier.spanTag())) {
            QPDFObjectHandle text = QPDFObjectHandle(source.operands[1]).getKeyIfDict("/ActualText");
            kept = text.isString();
            if (kept)
                to += "/Span << /ActualText " + text.unparse() + " >> BDC\n";
        }
    }
    m_marked.push_back(kept);
}

void ContentCleaner::checkLayer(const Operation &source)
{
    if (source.operands.size() < 2 || !QPDFObjectHandle(source.operands[0]).isNameAndEquals("/OC"))
        return;
    QPDFObjectHandle group = source.operands[1];
    if (group.isName())
        group = find("/Properties", group.getName());
    if (m_copier.layers().isShown(group) != std::optional<bool>(true))
        throw Unprovable {u"layer_off"_s};
}

QPDFObjectHandle ContentCleaner::find(const std::string &category, const std::string &name) const
{
    QPDFObjectHandle found = QPDFObjectHandle(m_source).getKeyIfDict(category).getKeyIfDict(name);
    return found;
}

std::string ContentCleaner::renamed(const std::string &category, const std::string &name)
{
    const std::string key = category + name;
    if (const auto known = m_names.find(key); known != m_names.end())
        return known->second;
    QPDFObjectHandle source = find(category, name);
    if (source.isNull())
        throw Unprovable {u"resource_missing"_s};
    QPDFObjectHandle copy = copied(category, source);
    const std::string fresh = "/" + category.substr(1, 1) + std::to_string(++m_counts[category]);
    if (!m_target.hasKey(category))
        m_target.replaceKey(category, QPDFObjectHandle::newDictionary());
    m_target.getKey(category).replaceKey(fresh, copy);
    m_names[key] = fresh;
    return fresh;
}

QPDFObjectHandle ContentCleaner::copied(const std::string &category, QPDFObjectHandle source)
{
    if (category == "/Font")
        return m_copier.numbered(m_copier.font(source, m_page));
    if (category == "/XObject")
        return m_copier.xobject(source, m_page);
    if (category == "/ExtGState")
        return m_copier.graphicsState(source, m_page);
    if (category == "/ColorSpace")
        return m_copier.colorSpace(source);
    if (category == "/Pattern")
        return m_copier.pattern(source, m_page);
    return m_copier.shading(source);
}

} // namespace dw
