#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <string>
#include <vector>

class Pl_Buffer;

namespace dw {

/// One operator of a content stream with what it works on.
struct Operation {
    std::string name;
    std::vector<QPDFObjectHandle> operands;
    std::string inlineImage; ///< Only for "EI": the bytes between ID and EI; operands are the image's keys and values.
};

/// A content stream as a list of operations. Comments and white space are gone by being parsed.
class ContentProgram
{
public:
    /// Of a page (its streams joined first) or of a form, pattern or glyph. Throws Unprovable("content_malformed").
    static ContentProgram ofPage(QPDFObjectHandle page);
    static ContentProgram ofStream(QPDFObjectHandle stream);

    const std::vector<Operation> &operations() const { return m_operations; }

    /// An operator of ISO 32000-2, Annex A.
    static bool isKnownOperator(const std::string &name);

    static void write(const Operation &operation, std::string &to);

private:
    bool readPlain(Pl_Buffer &bytes);

    std::vector<Operation> m_operations;
};

} // namespace dw
