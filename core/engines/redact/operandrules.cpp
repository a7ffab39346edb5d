#include "core/engines/redact/operandrules.h"

#include <algorithm>
#include <unordered_map>

namespace dw::operandrules {

namespace {

enum class Extra { None, Name, String, Text, Dash, Colour };

struct Rule {
    std::size_t numbers = 0; ///< At most; readers take the last ones.
    Extra extra = Extra::None; ///< What comes beside them: before (Name of Tf, Dash), or after (String, Name of scn).
};

constexpr std::size_t mostInks = 32; // ISO 32000-2, Annex C: components of DeviceN

const std::unordered_map<std::string, Rule> &rules()
{
    static const std::unordered_map<std::string, Rule> table {{"w", {1}}, {"J", {1}}, {"j", {1}}, {"M", {1}}, {"i", {1}}, {"cm", {6}}, {"m", {2}}, {"l", {2}},
        {"c", {6}}, {"v", {4}}, {"y", {4}}, {"re", {4}}, {"Tc", {1}}, {"Tw", {1}}, {"Tz", {1}}, {"TL", {1}}, {"Tr", {1}}, {"Ts", {1}}, {"Td", {2}},
        {"TD", {2}}, {"Tm", {6}}, {"d0", {2}}, {"d1", {6}}, {"g", {1}}, {"G", {1}}, {"rg", {3}}, {"RG", {3}}, {"k", {4}}, {"K", {4}}, {"sc", {mostInks}},
        {"SC", {mostInks}}, {"d", {1, Extra::Dash}}, {"Tf", {1, Extra::Name}}, {"gs", {0, Extra::Name}}, {"Do", {0, Extra::Name}}, {"sh", {0, Extra::Name}},
        {"ri", {0, Extra::Name}}, {"cs", {0, Extra::Name}}, {"CS", {0, Extra::Name}}, {"scn", {mostInks, Extra::Colour}}, {"SCN", {mostInks, Extra::Colour}},
        {"Tj", {0, Extra::String}}, {"'", {0, Extra::String}}, {"\"", {2, Extra::String}}, {"TJ", {0, Extra::Text}}};
    return table;
}

bool isExtra(const QPDFObjectHandle &constant, Extra extra)
{
    QPDFObjectHandle operand = constant;
    switch (extra) {
    case Extra::None:
        return false;
    case Extra::Name:
    case Extra::Colour:
        return operand.isName();
    case Extra::String:
        return operand.isString();
    case Extra::Text:
    case Extra::Dash:
        return operand.isArray();
    }
    return false;
}

bool isStrange(QPDFObjectHandle item, bool strings)
{
    return !item.isNumber() && !(strings && item.isString());
}

/// An array with nothing but numbers in it, and strings where they are shown.
bool isCleanArray(QPDFObjectHandle array, bool strings)
{
    const int count = array.getArrayNItems();
    for (int i = 0; i < count; ++i) {
        if (isStrange(array.getArrayItem(i), strings))
            return false;
    }
    return true;
}

QPDFObjectHandle cleanArray(QPDFObjectHandle array, bool strings)
{
    if (isCleanArray(array, strings))
        return array;
    std::vector<QPDFObjectHandle> items = array.getArrayAsVector();
    if (strings)
        std::erase_if(items, [](const QPDFObjectHandle &item) { return isStrange(item, true); });
    else // of dashes every second one is a gap: readers take 0 for what is no number
        std::replace_if(items.begin(), items.end(), [](const QPDFObjectHandle &item) { return isStrange(item, false); }, QPDFObjectHandle::newInteger(0));
    return QPDFObjectHandle::newArray(items);
}

} // namespace

bool isClean(const Operation &operation)
{
    const auto found = rules().find(operation.name);
    if (found == rules().end())
        return operation.operands.empty();
    const Rule rule = found->second;
    std::size_t numbers = 0;
    bool extra = false;
    for (QPDFObjectHandle operand : operation.operands) {
        if (operand.isNumber()) {
            if (++numbers > rule.numbers)
                return false;
        } else {
            if (extra || !isExtra(operand, rule.extra) || (operand.isArray() && !isCleanArray(operand, rule.extra == Extra::Text)))
                return false;
            extra = true;
        }
    }
    return true;
}

void clean(Operation &operation)
{
    const auto found = rules().find(operation.name);
    if (found == rules().end()) {
        operation.operands.clear(); // paths, q, BT and their like take nothing
        return;
    }
    const Rule rule = found->second;
    std::vector<QPDFObjectHandle> kept;
    std::size_t numbers = 0;
    bool extra = false;
    // From the last one on, as readers take them.
    for (auto operand = operation.operands.rbegin(); operand != operation.operands.rend(); ++operand) {
        if (operand->isNumber() && numbers < rule.numbers) {
            ++numbers;
            kept.push_back(*operand);
        } else if (!extra && isExtra(*operand, rule.extra)) {
            extra = true;
            kept.push_back(operand->isArray() ? cleanArray(*operand, rule.extra == Extra::Text) : *operand);
        }
    }
    std::reverse(kept.begin(), kept.end());
    operation.operands = std::move(kept);
}

} // namespace dw::operandrules
