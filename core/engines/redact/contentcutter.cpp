#include "core/engines/redact/contentcutter.h"

#include "core/engines/redact/lineplanner.h"
#include "core/engines/redact/operands.h"
#include "core/engines/redact/unprovable.h"

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr std::size_t mostFrames = 512;

bool isPattern(const Operation &operation)
{
    return !operation.operands.empty() && QPDFObjectHandle(operation.operands.back()).isName();
}

std::string lastName(const Operation &operation)
{
    return isPattern(operation) ? QPDFObjectHandle(operation.operands.back()).getName() : std::string();
}

} // namespace

ContentCutter::ContentCutter(CutContext &context, QPDFObjectHandle resources, QPDFObjectHandle pageResources, const GraphicsState &start)
    : m_context(context)
    , m_resources(resources, pageResources)
    , m_page(pageResources)
    , m_base(start.ctm)
    , m_state(start)
    , m_text(context, m_resources, m_state, m_out)
    , m_patterns(context, m_resources, pageResources)
    , m_paths(context, m_patterns, m_state, m_out)
    , m_objects(context, m_resources, pageResources)
{
    m_state.text.fontName.clear(); // it names nothing here
    context.tools.fonts.prepare(m_resources.fonts());
}

std::string ContentCutter::cut(const ContentProgram &program, bool hidden)
{
    m_hiddenDepth = hidden ? 1 : 0;
    for (const Operation &operation : program.operations())
        operate(operation);
    if (m_text.isInText())
        m_text.operate({"ET", {}, {}}, false);
    if (m_span)
        m_context.replacement.spoil();
    while (!m_frames.empty())
        restore();
    return std::move(m_out);
}

void ContentCutter::operate(const Operation &operation)
{
    const std::size_t written = m_out.size();
    const std::string &name = operation.name;
    checkPatterns(operation);
    if (m_text.operate(operation, isHidden()))
        return;
    if (m_paths.operate(operation, isHidden())) {
        m_painted += m_out.size() > written && name != "n"; // a clip alone shows nothing
    } else if (name == "Do") {
        m_context.replacement.spoil();
        if (m_resources.find("/XObject", lastName(operation)).isFormXObject())
            m_text.writeSpacing(); // forms begin with what is set outside
        m_objects.paint(operation, m_state, m_out, isHidden());
        m_painted += m_out.size() > written;
    } else if (name == "EI") {
        m_objects.paintInline(operation, m_state, m_out, isHidden());
        m_painted += m_out.size() > written;
    } else if (name == "sh") {
        shading(operation);
        m_painted += m_out.size() > written;
    } else if (!operateState(operation) && !operateText(operation) && !operateLine(operation) && !operateColor(operation)
        && !operateMarked(operation) && ContentProgram::isKnownOperator(name)) {
        copy(operation);
    }
}

/// Letters and stencils painted with a pattern; paths see to theirs themselves.
void ContentCutter::checkPatterns(const Operation &operation)
{
    static const std::set<std::string> shows {"Tj", "TJ", "'", "\"", "EI", "Do"};
    if (isHidden() || !shows.contains(operation.name) || (m_state.fill.pattern.isNull() && m_state.line.pattern.isNull()))
        return;
    m_state.fill.write(m_out);
    m_state.line.write(m_out);
    QPDFObjectHandle object = operation.name == "Do" ? m_resources.find("/XObject", lastName(operation)) : QPDFObjectHandle::newNull();
    if (object.isStream() && !object.getDict().getKey("/Subtype").isNameAndEquals("/Image"))
        return; // a form: its contents are looked at
    m_patterns.requirePlain(m_state.fill);
    m_patterns.requirePlain(m_state.line);
}

void ContentCutter::copy(const Operation &operation)
{
    ContentProgram::write(operation, m_out);
}

void ContentCutter::save()
{
    if (m_frames.size() > mostFrames)
        throw Unprovable {u"nested_too_deep"_s};
    m_frames.push_back({m_state, m_out.size(), paints(), m_text.isInText()});
    m_out += "q\n";
}

void ContentCutter::restore()
{
    if (m_frames.empty())
        return; // one too many: readers ignore it
    const Frame frame = std::move(m_frames.back());
    m_frames.pop_back();
    m_state = frame.state;
    m_context.replacement.leave(m_frames.size());
    if (frame.paints == paints() && !frame.inText && !m_text.isInText())
        m_out.resize(frame.written);
    else
        m_out += "Q\n";
}

bool ContentCutter::operateState(const Operation &operation)
{
    const std::string &name = operation.name;
    if (name == "q") {
        save();
    } else if (name == "Q") {
        restore();
    } else if (name == "cm") {
        const std::vector<double> numbers = operands::numbers(operation);
        if (numbers.size() < 6)
            return true;
        m_state.ctm = operands::matrix(numbers) * m_state.ctm;
        copy(operation);
    } else if (name == "gs") {
        graphicsState(operation);
    } else {
        return false;
    }
    return true;
}

void ContentCutter::setFont(QPDFObjectHandle font, double size)
{
    m_state.text.font = font;
    m_state.text.size = size;
    m_state.text.face = nullptr; // asked for when it is used
    m_state.text.fontName.clear();
}

bool ContentCutter::operateText(const Operation &operation)
{
    const std::string &name = operation.name;
    if (name == "Tf") {
        if (operation.operands.size() < 2)
            return true;
        QPDFObjectHandle font = operation.operands[operation.operands.size() - 2];
        QPDFObjectHandle size = operation.operands.back();
        if (!font.isName() || !size.isNumber())
            return true;
        setFont(m_resources.find("/Font", font.getName()), size.getNumericValue());
        m_state.text.fontName = font.getName();
        if (!m_state.text.font.isNull())
            copy(operation);
        return true;
    }
    double *target = nullptr;
    double mode = 0;
    if (name == "Tc")
        target = &m_state.text.charSpacing;
    else if (name == "Tw")
        target = &m_state.text.wordSpacing;
    else if (name == "Ts")
        target = &m_state.text.rise;
    else if (name == "Tz")
        target = &m_state.text.scale;
    else if (name == "Tr")
        target = &mode;
    if (!target)
        return false;
    const std::vector<double> numbers = operands::numbers(operation);
    if (numbers.empty())
        return true;
    *target = name == "Tz" ? numbers.back() / 100 : numbers.back();
    if (name == "Tc" || name == "Tw") {
        if (m_context.planner)
            return true; // written when a string needs it
        m_state.text.writtenCharSpacing = m_state.text.charSpacing;
        m_state.text.writtenWordSpacing = m_state.text.wordSpacing;
    }
    if (name == "Tr")
        m_state.text.mode = int(mode);
    copy(operation);
    return true;
}

bool ContentCutter::operateLine(const Operation &operation)
{
    const std::string &name = operation.name;
    if (name != "w" && name != "J" && name != "j" && name != "M" && name != "d")
        return false;
    const std::vector<double> numbers = operands::numbers(operation);
    if (numbers.empty())
        return true;
    if (name == "w")
        m_state.stroke.width = numbers.back();
    else if (name == "J")
        m_state.stroke.cap = int(numbers.back());
    else if (name == "j")
        m_state.stroke.join = int(numbers.back());
    else if (name == "M")
        m_state.stroke.miter = numbers.back();
    if (name == "d") {
        m_state.stroke.phase = numbers.back();
        m_state.stroke.dash.clear();
        for (QPDFObjectHandle operand : operation.operands) {
            for (int i = 0; operand.isArray() && i < operand.getArrayNItems(); ++i)
                m_state.stroke.dash.append(operand.getArrayItem(i).isNumber() ? operand.getArrayItem(i).getNumericValue() : 0);
        }
    }
    copy(operation);
    return true;
}

bool ContentCutter::operateColor(const Operation &operation)
{
    static const std::set<std::string> fill {"g", "rg", "k", "cs", "sc", "scn"};
    static const std::set<std::string> stroke {"G", "RG", "K", "CS", "SC", "SCN"};
    const std::string &name = operation.name;
    if (!fill.contains(name) && !stroke.contains(name))
        return false;
    PatternColor &color = fill.contains(name) ? m_state.fill : m_state.line;
    color = name == "scn" || name == "SCN" ? patternColor(operation) : PatternColor();
    if (color.pattern.isNull())
        copy(operation);
    return true;
}

PatternColor ContentCutter::patternColor(const Operation &operation) const
{
    PatternColor color;
    color.pattern = m_resources.find("/Pattern", lastName(operation));
    color.base = m_base;
    for (std::size_t i = 0; i + 1 < operation.operands.size(); ++i)
        color.tints += QPDFObjectHandle(operation.operands[i]).unparse() + ' ';
    if (!color.pattern.isNull())
        ContentProgram::write(operation, color.pending);
    return color;
}

/// Tags, properties and notes go; what a layer shows stays, what it hides goes with it.
bool ContentCutter::operateMarked(const Operation &operation)
{
    const std::string &name = operation.name;
    if (name == "BMC" || name == "BDC") {
        bool off = false;
        QPDFObjectHandle group = QPDFObjectHandle::newNull();
        if (name == "BDC" && operation.operands.size() >= 2) {
            group = operation.operands[1];
            if (group.isName())
                group = m_resources.find("/Properties", group.getName());
        }
        const bool opened = m_context.replacement.isOpen();
        m_context.replacement.begin(group, m_out.size(), m_frames.size());
        if (!opened && m_context.replacement.isOpen())
            m_span = m_marked.size();
        if (name == "BDC" && operation.operands.size() >= 2 && QPDFObjectHandle(operation.operands[0]).isNameAndEquals("/OC")) {
            const std::optional<bool> shown = m_context.tools.layers.isShown(group);
            if (!shown)
                throw Unprovable {u"layer_undecided"_s};
            off = !*shown;
        }
        m_marked.push_back(off);
        m_hiddenDepth += off;
    } else if (name == "EMC") {
        if (!m_marked.empty()) {
            m_hiddenDepth -= m_marked.back();
            m_marked.pop_back();
            if (m_context.replacement.isOpen() && m_span == m_marked.size())
                m_context.replacement.end(m_out, m_frames.size());
        }
    } else {
        return name == "MP" || name == "DP" || name == "BX" || name == "EX";
    }
    return true;
}

void ContentCutter::graphicsState(const Operation &operation)
{
    QPDFObjectHandle state = m_resources.find("/ExtGState", lastName(operation));
    if (!state.isDictionary())
        return; // readers ignore it
    const auto number = [&state](const char *key, double &target) {
        if (state.getKey(key).isNumber())
            target = state.getKey(key).getNumericValue();
    };
    number("/LW", m_state.stroke.width);
    number("/ML", m_state.stroke.miter);
    double cap = m_state.stroke.cap;
    double join = m_state.stroke.join;
    number("/LC", cap);
    number("/LJ", join);
    m_state.stroke.cap = int(cap);
    m_state.stroke.join = int(join);
    QPDFObjectHandle font = state.getKey("/Font");
    if (font.isArray() && font.getArrayNItems() == 2 && font.getArrayItem(1).isNumber())
        setFont(font.getArrayItem(0), font.getArrayItem(1).getNumericValue());
    QPDFObjectHandle dash = state.getKey("/D");
    if (dash.isArray() && dash.getArrayNItems() == 2 && dash.getArrayItem(0).isArray()) {
        m_state.stroke.dash.clear();
        for (QPDFObjectHandle &length : dash.getArrayItem(0).getArrayAsVector())
            m_state.stroke.dash.append(length.isNumber() ? length.getNumericValue() : 0);
        m_state.stroke.phase = dash.getArrayItem(1).isNumber() ? dash.getArrayItem(1).getNumericValue() : 0;
    }
    QPDFObjectHandle mask = state.getKey("/SMask");
    if (!mask.isDictionary() || !mask.getKey("/G").isStream()) {
        copy(operation);
        return;
    }
    m_text.writeSpacing();
    QPDFObjectHandle group = mask.getKey("/G");
    QPDFObjectHandle left = m_objects.cutForm(group, m_state, isHidden());
    if (left.getObjGen() == group.getObjGen()) {
        copy(operation);
        return;
    }
    QPDFObjectHandle ownMask = mask.shallowCopy();
    ownMask.replaceKey("/G", left);
    QPDFObjectHandle ownState = state.shallowCopy();
    ownState.replaceKey("/SMask", ownMask);
    m_out += m_resources.add("/ExtGState", ownState) + " gs\n";
}

/// A smooth shading tells nothing by the part a box covers; the points of a mesh are places.
void ContentCutter::shading(const Operation &operation)
{
    QPDFObjectHandle object = m_resources.find("/Shading", lastName(operation));
    QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
    if (!dictionary.isDictionary() || isHidden()) {
        m_context.changed = true;
        return;
    }
    if (const std::string cut = m_patterns.shading(object, m_state.ctm); !cut.empty()) {
        m_out += cut + " sh\n";
        return;
    }
    copy(operation);
}

} // namespace dw
