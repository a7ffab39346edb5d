#include "core/engines/pdf/drawingbudget.h"

#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <cmath>
#include <string_view>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr double bytesOfStep = 8;
constexpr double stepsOfCall = 50; ///< To begin and end a form costs as much.
constexpr std::size_t deepest = 100; ///< No reader follows forms deeper.

bool isDelimiter(char c)
{
    return std::string_view(" \n\r\t\f\0()<>[]{}/%", 16).find(c) != std::string_view::npos;
}

/// The operators that draw something that stands elsewhere, and where.
std::string categoryOf(std::string_view word)
{
    if (word == "Do")
        return "/XObject";
    if (word == "scn" || word == "SCN")
        return "/Pattern";
    return word == "gs" ? "/ExtGState" : std::string();
}

/// #41 is A.
std::string plainName(std::string_view name)
{
    std::string plain;
    for (std::size_t i = 0; i < name.size(); ++i) {
        bool ok = false;
        const int value = name[i] == '#' ? QByteArray(name.data() + i + 1, qsizetype(std::min<std::size_t>(2, name.size() - i - 1))).toInt(&ok, 16) : 0;
        plain += ok ? char(value) : name[i];
        i += ok ? 2 : 0;
    }
    return plain;
}

/// How often a stream calls what by which name. Looks at bytes only: what stands in strings and images by chance is
/// counted too.
std::map<std::pair<std::string, std::string>, double> callsOf(std::string_view bytes)
{
    std::map<std::pair<std::string, std::string>, double> calls;
    std::string_view name;
    for (std::size_t at = 0; at < bytes.size();) {
        if (isDelimiter(bytes[at]) && bytes[at] != '/') {
            ++at;
            continue;
        }
        const std::size_t start = at++;
        while (at < bytes.size() && !isDelimiter(bytes[at]))
            ++at;
        const std::string_view word = bytes.substr(start, at - start);
        if (word.front() == '/') {
            name = word;
            continue;
        }
        if (word.size() > 3 || name.empty())
            continue;
        if (const std::string category = categoryOf(word); !category.empty()) {
            ++calls[{category, plainName(name)}];
            name = {};
        }
    }
    return calls;
}

double scaleOf(QPDFObjectHandle matrix)
{
    if (!matrix.isMatrix())
        return 1;
    const QPDFObjectHandle::Matrix m = matrix.getArrayAsMatrix();
    return std::abs(m.a * m.d - m.b * m.c);
}

double areaOf(QPDFObjectHandle mediaBox)
{
    constexpr double letter = 612 * 792;
    if (!mediaBox.isRectangle())
        return letter;
    const QPDFObjectHandle::Rectangle box = mediaBox.getArrayAsRectangle();
    return std::max(1.0, std::abs((box.urx - box.llx) * (box.ury - box.lly)));
}

} // namespace

Result<> DrawingBudget::check(std::size_t index)
{
    QPDFObjectHandle page = m_pdf.getAllPages().at(index);
    QPDFObjectHandle notes = page.getKey("/Annots");
    const int noteCount = notes.isArray() ? notes.getArrayNItems() : 0;
    const QString number = QString::number(index + 1);
    if (noteCount > mostAnnotations)
        return fail(ErrorCode::LimitExceeded, u"pdf.too_many_annotations"_s, {number, QString::number(noteCount)});
    QPDFPageObjectHelper helper(page);
    m_pageResources = helper.getAttribute("/Resources", false);
    const bool calls = m_pageResources.isDictionary()
        && (m_pageResources.hasKey("/XObject") || m_pageResources.hasKey("/Pattern") || m_pageResources.hasKey("/ExtGState"));
    if (!calls && noteCount == 0)
        return {}; // it is as long as it is
    m_known.clear();
    m_pageArea = areaOf(helper.getAttribute("/MediaBox", false));
    double steps = stepsOfAnnotations(notes);
    if (calls) {
        Pl_Buffer bytes("content");
        page.pipePageContents(&bytes);
        const std::shared_ptr<Buffer> data = bytes.getBufferSharedPointer();
        steps += stepsOf(std::string_view(reinterpret_cast<const char *>(data->getBuffer()), data->getSize()), m_pageResources);
    }
    if (steps > mostSteps)
        return fail(ErrorCode::LimitExceeded, u"pdf.page_too_complex"_s, {number});
    return {};
}

double DrawingBudget::stepsOf(std::string_view content, QPDFObjectHandle resources)
{
    double steps = double(content.size()) / bytesOfStep;
    for (const auto &[call, times] : callsOf(content))
        steps += stepsOfUse(call.first, resources.getKeyIfDict(call.first).getKeyIfDict(call.second), times);
    return steps;
}

/// Cells of a pattern are counted as if it filled the page once: how much of the page each use fills is not known here.
double DrawingBudget::stepsOfUse(const std::string &category, QPDFObjectHandle object, double times)
{
    if (category == "/ExtGState") {
        QPDFObjectHandle group = object.getKeyIfDict("/SMask").getKeyIfDict("/G");
        return group.isStream() ? times * stepsOfForm(group) : 0;
    }
    if (!object.isStream())
        return 0;
    if (category == "/Pattern")
        return cellsOf(object) * stepsOfForm(object);
    return times * (object.getDict().getKey("/Subtype").isNameAndEquals("/Form") ? stepsOfForm(object) : stepsOfCall);
}

double DrawingBudget::stepsOfAnnotations(QPDFObjectHandle list)
{
    double steps = 0;
    for (int i = 0; list.isArray() && i < list.getArrayNItems(); ++i) {
        QPDFObjectHandle note = list.getArrayItem(i);
        QPDFObjectHandle shown = note.getKeyIfDict("/AP").getKeyIfDict("/N");
        if (QPDFObjectHandle state = note.getKeyIfDict("/AS"); shown.isDictionary() && state.isName())
            shown = shown.getKey(state.getName());
        steps += shown.isStream() ? stepsOfForm(shown) : 0;
    }
    return steps;
}

double DrawingBudget::cellsOf(QPDFObjectHandle pattern) const
{
    QPDFObjectHandle dictionary = pattern.getDict();
    QPDFObjectHandle x = dictionary.getKey("/XStep");
    QPDFObjectHandle y = dictionary.getKey("/YStep");
    if (!x.isNumber() || !y.isNumber())
        return 1;
    const double cell = std::abs(x.getNumericValue() * y.getNumericValue()) * scaleOf(dictionary.getKey("/Matrix"));
    return cell > 0 ? std::max(1.0, m_pageArea / cell) : 1; // readers draw none of no size
}

double DrawingBudget::stepsOfForm(QPDFObjectHandle form)
{
    const QPDFObjGen id = form.getObjGen();
    if (const auto known = m_known.find(id); known != m_known.end())
        return known->second;
    if (m_open.size() > deepest || !m_open.insert(id).second)
        return 0;
    double steps = stepsOfCall;
    Pl_Buffer bytes("form");
    if (form.pipeStreamData(&bytes, 0, qpdf_dl_specialized)) {
        const std::shared_ptr<Buffer> data = bytes.getBufferSharedPointer();
        QPDFObjectHandle own = form.getDict().getKey("/Resources");
        steps += stepsOf(std::string_view(reinterpret_cast<const char *>(data->getBuffer()), data->getSize()), own.isDictionary() ? own : m_pageResources);
    }
    m_open.erase(id);
    return m_known[id] = steps;
}

} // namespace dw
