#pragma once

#include "core/engines/redact/contentprogram.h"
#include "core/engines/redact/objectcopier.h"

namespace dw {

/// Rewrites one content stream for the new file: marked content, comments and unknown operators are gone, every
/// resource it uses is copied and renamed (a name can be a secret), what is not used stays behind. Content of a
/// layer that is off, external data and missing resources throw Unprovable.
class ContentCleaner
{
public:
    /// `resources`: of the stream itself; `fallback`: of the page, for streams without their own.
    ContentCleaner(ObjectCopier &copier, QPDFObjectHandle resources, QPDFObjectHandle fallback);

    std::string clean(const ContentProgram &program);

    QPDFObjectHandle resources() const { return m_target; } ///< The new dictionary, complete after clean().

private:
    void operation(const Operation &source, std::string &to);
    void drawing(const Operation &source, std::string &to);
    void inlineImage(const Operation &source, std::string &to);
    void checkLayer(const Operation &source);
    void markedContent(const Operation &source, std::string &to);
    std::string renamed(const std::string &category, const std::string &name);
    QPDFObjectHandle find(const std::string &category, const std::string &name) const;
    QPDFObjectHandle copied(const std::string &category, QPDFObjectHandle source);

    ObjectCopier &m_copier;
    FontUseTracker m_fonts;
    QPDFObjectHandle m_source;
    QPDFObjectHandle m_page;
    QPDFObjectHandle m_target;
    std::vector<bool> m_marked; ///< Open marked content: is it kept?
    std::map<std::string, std::string> m_names; ///< "/Font/F1" to "/F1".
    std::map<std::string, int> m_counts;
};

} // namespace dw
