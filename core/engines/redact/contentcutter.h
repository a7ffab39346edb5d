#pragma once

#include "core/engines/redact/objectcutter.h"
#include "core/engines/redact/pathpainter.h"
#include "core/engines/redact/textcutter.h"

namespace dw {

/// Interprets one content stream (of a page, a form, a pattern cell) and writes it again without what the areas
/// take. Follows the graphics state, closes what was left open, drops marked content, unknown operators, layers that
/// are off and groups (q to Q) in which nothing is painted any more.
class ContentCutter
{
public:
    ContentCutter(CutContext &context, QPDFObjectHandle resources, QPDFObjectHandle pageResources, const GraphicsState &start);

    /// Throws Unprovable.
    std::string cut(const ContentProgram &program, bool hidden = false);

    QPDFObjectHandle resources() const { return m_resources.dictionary(); } ///< Complete after cut().

private:
    struct Frame {
        GraphicsState state;
        std::size_t written = 0; ///< Length of the output when it was opened.
        int paints = 0;
        bool inText = false;
    };

    void operate(const Operation &operation);
    bool operateState(const Operation &operation);
    bool operateText(const Operation &operation);
    bool operateLine(const Operation &operation);
    bool operateColor(const Operation &operation);
    PatternColor patternColor(const Operation &operation) const;
    void checkPatterns(const Operation &operation);
    bool operateMarked(const Operation &operation);
    void save();
    void restore();
    void setFont(QPDFObjectHandle font, double size);
    void graphicsState(const Operation &operation);
    void shading(const Operation &operation);
    void copy(const Operation &operation);
    int paints() const { return m_painted + m_text.paints(); }
    bool isHidden() const { return m_hiddenDepth > 0; }

    CutContext &m_context;
    ResourceSet m_resources;
    QPDFObjectHandle m_page;
    QTransform m_base; ///< The matrix that the stream began with.
    GraphicsState m_state;
    std::string m_out;
    TextCutter m_text;
    PatternCutter m_patterns;
    PathPainter m_paths;
    ObjectCutter m_objects;
    std::vector<Frame> m_frames;
    std::vector<bool> m_marked; ///< Open marked content: is it a layer that is off?
    std::optional<std::size_t> m_span; ///< Which of m_marked is the run with replacement text.
    int m_hiddenDepth = 0;
    int m_painted = 0; ///< Painting operations written so far, without text.
};

} // namespace dw
