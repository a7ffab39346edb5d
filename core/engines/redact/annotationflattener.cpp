#include "core/engines/redact/annotationflattener.h"

#include "core/engines/redact/barenotes.h"
#include "core/engines/redact/layerstates.h"
#include "core/engines/redact/linkframes.h"

#include <qpdf/QPDFPageDocumentHelper.hh>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <set>

namespace dw {

namespace {

/// Not part of the page's content, whatever their appearance says.
const std::set<std::string> leftOut {"/Popup", "/Link", "/Redact", "/FileAttachment", "/Sound", "/Movie", "/Screen", "/RichMedia",
    "/3D", "/TrapNet", "/PrinterMark"};
constexpr int hiddenFlags = 1 | 2 | 32; // Invisible, Hidden, NoView
constexpr int noRotate = 16;

bool isDrawn(QPDFObjectHandle annotation, LayerStates &layers)
{
    if (!annotation.isDictionary() || !annotation.getKey("/Subtype").isName() || leftOut.contains(annotation.getKey("/Subtype").getName()))
        return false;
    QPDFObjectHandle flags = annotation.getKey("/F");
    if (flags.isInteger() && (flags.getIntValue() & hiddenFlags) != 0)
        return false;
    return !annotation.hasKey("/OC") || layers.isShown(annotation.getKey("/OC")) == std::optional<bool>(true);
}

template <typename Number>
std::array<Number, 6> place(const QPDFObjectHandle::Rectangle &box, const QPDFObjectHandle::Matrix &matrix, const QPDFObjectHandle::Rectangle &rect)
{
    std::array<Number, 4> x {};
    std::array<Number, 4> y {};
    for (std::size_t i = 0; i < 4; ++i) {
        const Number u = Number(i % 2 == 0 ? box.llx : box.urx);
        const Number v = Number(i / 2 == 0 ? box.lly : box.ury);
        x[i] = u * Number(matrix.a) + v * Number(matrix.c) + Number(matrix.e);
        y[i] = u * Number(matrix.b) + v * Number(matrix.d) + Number(matrix.f);
    }
    const auto [left, right] = std::minmax_element(x.begin(), x.end());
    const auto [low, high] = std::minmax_element(y.begin(), y.end());
    const std::pair<Number, Number> across = std::minmax({Number(rect.llx), Number(rect.urx)});
    const std::pair<Number, Number> up = std::minmax({Number(rect.lly), Number(rect.ury)});
    const Number width = *right - *left;
    const Number height = *high - *low;
    if (width <= 0 || height <= 0 || across.first == across.second || up.first == up.second)
        return {};
    const Number sx = (across.second - across.first) / width;
    const Number sy = (up.second - up.first) / height;
    return {sx, 0, 0, sy, across.first - *left * sx, up.first - *low * sy};
}

bool isSensible(double value)
{
    constexpr double largest = 1e9;
    return std::abs(value) < largest;
}

/// All its digits: the edge of a box may lie on the very edge of a pixel.
std::string text(double value)
{
    std::array<char, 400> digits {};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
    return {digits.data(), written.ptr};
}

/// The number nearest to `exact` that single precision rounds to `single`.
std::string both(double exact, float single)
{
    double value = exact;
    if (float(exact) != single) {
        const float next = std::nextafter(single, exact > double(single) ? std::numeric_limits<float>::max() : std::numeric_limits<float>::lowest());
        constexpr double almostHalf = 0.49;
        value = double(single) + (double(next) - double(single)) * almostHalf;
    }
    return text(value);
}

} // namespace

AnnotationFlattener::AnnotationFlattener(QPDF &pdf, Guide guide)
    : m_pdf(pdf)
    , m_guide(std::move(guide))
    , m_form(pdf)
{
}

void AnnotationFlattener::run()
{
    LayerStates layers(m_pdf);
    std::vector<Drawn> drawn;
    int index = -1;
    for (QPDFObjectHandle page : m_pdf.getAllPages()) {
        ++index;
        QPDFObjectHandle annotations = page.getKey("/Annots");
        if (!annotations.isArray())
            continue;
        const QList<QRectF> areas = m_guide.areas ? m_guide.areas(index) : QList<QRectF>();
        std::vector<QPDFObjectHandle> kept = LinkFrames::of(page);
        Drawn here {page, index, {}};
        std::vector<QPDFObjectHandle> bare = bareOf(annotations, areas);
        int at = -1;
        for (QPDFObjectHandle &annotation : annotations.getArrayAsVector()) {
            ++at;
            QPDFObjectHandle &note = bare[std::size_t(at)];
            if (note.isDictionary())
                kept.push_back(note);
            if ((!note.isDictionary() || note.hasKey("/FT")) && isDrawn(annotation, layers))
                here.annotations.push_back(annotation);
        }
        page.removeKey("/Annots");
        if (!kept.empty())
            page.replaceKey("/Annots", QPDFObjectHandle::newArray(kept));
        if (!here.annotations.empty())
            drawn.push_back(std::move(here));
    }
    for (const Drawn &here : drawn)
        flatten(here);
}

/// For each annotation its bare note, or null. Drawings near an area are none; nor is one that another lies over which becomes
/// part of the page, and would come to lie under it.
std::vector<QPDFObjectHandle> AnnotationFlattener::bareOf(QPDFObjectHandle annotations, const QList<QRectF> &areas)
{
    std::vector<QPDFObjectHandle> result = annotations.getArrayAsVector();
    bool isLast = true;
    for (auto at = result.rbegin(); at != result.rend(); ++at) {
        QPDFObjectHandle bare = BareNotes::of(*at);
        if (bare.isDictionary() && BareNotes::isDrawing(bare) && (!isLast || BareNotes::isNear(bare, areas)))
            bare = QPDFObjectHandle::newNull();
        isLast = isLast && (bare.isDictionary() || !at->isDictionary() || at->getKey("/Subtype").isNameAndEquals("/Link") || at->getKey("/Subtype").isNameAndEquals("/Popup"));
        *at = bare;
    }
    return result;
}

bool AnnotationFlattener::mustBeMade(QPDFObjectHandle annotation)
{
    return !QPDFAnnotationObjectHelper(annotation).getAppearanceStream("/N").isStream()
        || (annotation.getKey("/Subtype").isNameAndEquals("/Widget") && m_form.getNeedAppearances());
}

void AnnotationFlattener::flatten(const Drawn &drawn)
{
    QPDFPageObjectHelper helper(drawn.page);
    QPDFObjectHandle rotation = helper.getAttribute("/Rotate", false);
    const int rotate = rotation.isInteger() ? int(rotation.getIntValue() % 360) : 0;
    QPDFObjectHandle resources = helper.getAttribute("/Resources", true);
    if (!resources.isDictionary()) {
        resources = QPDFObjectHandle::newDictionary();
        helper.getObjectHandle().replaceKey("/Resources", resources);
    }
    const bool anyMade = m_guide.looks
        && std::any_of(drawn.annotations.begin(), drawn.annotations.end(), [this](const QPDFObjectHandle &annotation) { return mustBeMade(annotation); });
    LookMaker maker(m_pdf, anyMade ? m_guide.looks(drawn.index) : QList<AnnotationLook>());
    resources.mergeResources(QPDFObjectHandle::parse("<< /XObject << >> >>"));
    QPDFObjectHandle objects = resources.getKey("/XObject");
    std::set<std::string> names = resources.getResourceNames();
    std::string content;
    int number = 1;
    for (const QPDFObjectHandle &annotation : drawn.annotations) {
        const LookMaker::Made made = mustBeMade(annotation) ? maker.make(annotation) : LookMaker::Made();
        const bool own = !QPDFObjectHandle(made.form).isStream();
        QPDFObjectHandle look = own ? appearance(annotation) : made.form;
        if (!look.isStream())
            continue;
        const std::string name = resources.getUniqueResourceName("/Fxo", number, &names);
        const bool isNote = !QPDFObjectHandle(annotation).getKey("/Subtype").isNameAndEquals("/Widget");
        const std::string text = !own && isNote ? drawing(made.origin, name) : drawing(annotation, look, name, own ? rotate : 0);
        if (text.empty())
            continue;
        objects.replaceKey(name, look);
        content += text;
        ++number;
    }
    if (content.empty())
        return;
    helper.addPageContents(m_pdf.newStream("q\n"), true);
    helper.addPageContents(m_pdf.newStream("\nQ\n" + content), false);
}

std::string AnnotationFlattener::drawing(QPDFObjectHandle annotation, QPDFObjectHandle look, const std::string &name, int rotate)
{
    QPDFObjectHandle flags = annotation.getKey("/F");
    if (rotate != 0 && flags.isInteger() && (flags.getIntValue() & noRotate) != 0)
        return QPDFAnnotationObjectHelper(annotation).getPageContentForAppearance(name, rotate);
    const std::string matrix = placement(look, annotation.getKey("/Rect"));
    return matrix.empty() ? std::string() : "q\n" + matrix + " cm\n" + name + " Do\nQ\n";
}

std::string AnnotationFlattener::drawing(const QPointF &origin, const std::string &name)
{
    if (!isSensible(origin.x()) || !isSensible(origin.y()))
        return {};
    return "q\n1 0 0 1 " + text(origin.x()) + ' ' + text(origin.y()) + " cm\n" + name + " Do\nQ\n";
}

/// A field's may use what the form says for all of them.
QPDFObjectHandle AnnotationFlattener::appearance(QPDFObjectHandle annotation)
{
    QPDFObjectHandle look = QPDFAnnotationObjectHelper(annotation).getAppearanceStream("/N");
    if (!look.isStream())
        return look;
    QPDFObjectHandle dictionary = look.getDict();
    if (!dictionary.hasKey("/Subtype"))
        dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
    if (!annotation.getKey("/Subtype").isNameAndEquals("/Widget"))
        return look;
    QPDFObjectHandle defaults = m_form.getFieldForAnnotation(annotation).getDefaultResources();
    QPDFObjectHandle resources = dictionary.getKey("/Resources");
    if (!resources.isDictionary() || !defaults.isDictionary())
        return look;
    if (resources.isIndirect()) {
        resources = resources.shallowCopy();
        dictionary.replaceKey("/Resources", resources);
    }
    resources.mergeResources(defaults);
    return look;
}

std::string AnnotationFlattener::placement(QPDFObjectHandle appearance, QPDFObjectHandle rect)
{
    QPDFObjectHandle box = appearance.getDict().getKey("/BBox");
    if (!box.isRectangle() || !rect.isRectangle())
        return {};
    QPDFObjectHandle given = appearance.getDict().getKey("/Matrix");
    const QPDFObjectHandle::Matrix matrix = given.isMatrix() ? given.getArrayAsMatrix() : QPDFObjectHandle::Matrix(1, 0, 0, 1, 0, 0);
    const auto exact = place<double>(box.getArrayAsRectangle(), matrix, rect.getArrayAsRectangle());
    const auto single = place<float>(box.getArrayAsRectangle(), matrix, rect.getArrayAsRectangle());
    if (exact == decltype(exact) {} || !std::all_of(exact.begin(), exact.end(), isSensible))
        return {};
    std::string result;
    for (std::size_t i = 0; i < exact.size(); ++i)
        result += (i == 0 ? "" : " ") + both(exact[i], single[i]);
    return result;
}

} // namespace dw
