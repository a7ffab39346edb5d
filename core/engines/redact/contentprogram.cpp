#include "core/engines/redact/contentprogram.h"

#include "core/engines/redact/contentlexer.h"
#include "core/engines/redact/unprovable.h"

#include <qpdf/Pl_Buffer.hh>

#include <set>
#include <string_view>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr std::size_t mostOperations = 20'000'000;
constexpr std::size_t largestPlain = std::size_t(64) << 20; ///< Bytes; larger ones are read with all limits.
constexpr std::size_t mostOperands = 200'000; ///< Of one operator; arrays count as one.

class Collector final : public QPDFObjectHandle::ParserCallbacks
{
public:
    explicit Collector(std::vector<Operation> &operations)
        : m_operations(operations)
    {
    }

    void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override
    {
        if (object.isOperator()) {
            finish(object.getOperatorValue());
        } else if (object.isInlineImage()) {
            m_image = object.getInlineImageValue();
        } else {
            m_operands.push_back(object);
            if (m_operands.size() > mostOperands)
                throw Unprovable {u"content_malformed"_s};
        }
    }

    void handleEOF() override { }

private:
    void finish(const std::string &name)
    {
        // BI <keys> ID <bytes> EI arrives as three operators; it is kept as one.
        if (name == "BI") {
            m_operands.clear();
            return;
        }
        if (name == "ID")
            return;
        if (m_operations.size() > mostOperations)
            throw Unprovable {u"content_too_long"_s};
        m_operations.push_back({name, std::move(m_operands), name == "EI" ? std::move(m_image) : std::string()});
        m_operands.clear();
        m_image.clear();
    }

    std::vector<Operation> &m_operations;
    std::vector<QPDFObjectHandle> m_operands;
    std::string m_image;
};

} // namespace

ContentProgram ContentProgram::ofPage(QPDFObjectHandle page)
{
    ContentProgram program;
    Pl_Buffer bytes("content");
    page.pipePageContents(&bytes);
    if (program.readPlain(bytes))
        return program;
    Collector collector(program.m_operations);
    page.parsePageContents(&collector);
    return program;
}

ContentProgram ContentProgram::ofStream(QPDFObjectHandle stream)
{
    ContentProgram program;
    Pl_Buffer bytes("content");
    if (stream.isStream() && stream.pipeStreamData(&bytes, 0, qpdf_dl_specialized) && program.readPlain(bytes))
        return program;
    Collector collector(program.m_operations);
    stream.parseAsContents(&collector);
    return program;
}

bool ContentProgram::readPlain(Pl_Buffer &bytes)
{
    const std::shared_ptr<Buffer> data = bytes.getBufferSharedPointer();
    const std::string_view view(reinterpret_cast<const char *>(data->getBuffer()), data->getSize());
    if (view.size() > largestPlain)
        return false;
    if (ContentLexer(view).read(m_operations))
        return true;
    m_operations.clear();
    return false;
}

bool ContentProgram::isKnownOperator(const std::string &name)
{
    static const std::set<std::string> known {"b", "B", "b*", "B*", "BDC", "BMC", "BT", "BX", "c", "cm", "CS", "cs", "d", "d0",
        "d1", "Do", "DP", "EI", "EMC", "ET", "EX", "f", "F", "f*", "G", "g", "gs", "h", "i", "j", "J", "K", "k", "l", "m", "M",
        "MP", "n", "q", "Q", "re", "RG", "rg", "ri", "s", "S", "SC", "sc", "SCN", "scn", "sh", "T*", "Tc", "Td", "TD", "Tf",
        "Tj", "TJ", "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y", "'", "\""};
    return known.contains(name);
}

void ContentProgram::write(const Operation &operation, std::string &to)
{
    if (operation.name == "EI") {
        to += "BI";
        for (const QPDFObjectHandle &operand : operation.operands)
            to += ' ' + QPDFObjectHandle(operand).unparse();
        to += " ID " + operation.inlineImage + "EI\n";
        return;
    }
    for (const QPDFObjectHandle &operand : operation.operands)
        to += QPDFObjectHandle(operand).unparse() + ' ';
    to += operation.name + '\n';
}

} // namespace dw
