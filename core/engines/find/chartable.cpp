#include "core/engines/find/chartable.h"

#include "core/base/normaltext.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
#include <string_view>

namespace dw {

namespace {

constexpr std::size_t planeSize = 0x10000;

bool isInvisible(char16_t c)
{
    return c == 0x00AD || c == 0x180E || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2069);
}

/// Raised, lowered and enclosed numbers and fractions: signs beside a number, not its digits.
bool staysAsItIs(char16_t c)
{
    return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0xBC && c <= 0xBE) || (c >= 0x2070 && c <= 0x209F)
        || (c >= 0x2150 && c <= 0x215F) || (c >= 0x2460 && c <= 0x24FF) || (c >= 0x3200 && c <= 0x33FF);
}

char16_t plainSign(char16_t c)
{
    if ((c >= 0x2010 && c <= 0x2013) || c == 0x2212)
        return u'-';
    if (c == 0x2028 || c == 0x2029 || c == u'\v' || c == u'\f' || c == 0x85)
        return u'\n';
    return c == u'\r' ? u' ' : c;
}

bool isHanUnit(char32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) || c == 0x3007;
}

} // namespace

const CharTable &CharTable::instance()
{
    static const CharTable table;
    return table;
}

CharTable::CharTable()
    : m_entries(planeSize), m_folded(planeSize), m_kinds(planeSize)
{
    makeNormal();
    makeFolded();
    makeKinds();
    for (Entry &entry : m_entries) {
        entry.folded = m_folded[entry.normal];
        entry.kinds = m_kinds[entry.normal];
        entry.isPlain = entry.normal != complex && entry.normal != dropped && entry.joins == 0 && (entry.kinds & (Blank | Break)) == 0 ? 1 : 0;
    }
}

void CharTable::makeNormal()
{
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2 *normaliser = icu::Normalizer2::getNFKCInstance(error);
    for (std::size_t i = 0; i < planeSize; ++i) {
        const auto c = char16_t(i);
        char16_t &normal = m_entries[i].normal;
        quint8 &joins = m_entries[i].joins;
        normal = plainSign(c);
        if (isInvisible(c)) {
            normal = dropped;
        } else if (c >= 0xD800 && c <= 0xDFFF) {
            normal = complex;
        } else if (c >= 0x2E80 && c < 0x2F00) {
            normal = compatibilityForm(QString(QChar(c))).at(0).unicode();
        } else if (normal == c && c >= 0x80 && !isHanUnit(c) && !staysAsItIs(c) && U_SUCCESS(error)) {
            joins = normaliser->hasBoundaryBefore(UChar32(c)) ? 0 : 1;
            const icu::UnicodeString form = normaliser->normalize(icu::UnicodeString(UChar(c)), error);
            normal = form.length() == 1 && !joins ? form.charAt(0) : char16_t(complex);
        } else if (c >= 0xF900 && c <= 0xFAFF) {
            const icu::UnicodeString form = normaliser->normalize(icu::UnicodeString(UChar(c)), error);
            normal = form.length() == 1 ? form.charAt(0) : char16_t(complex);
        }
        // A full width sign may have become one that has a plain form itself.
        if (normal != complex && normal != dropped)
            normal = plainSign(normal);
    }
}

void CharTable::makeFolded()
{
    UErrorCode error = U_ZERO_ERROR;
    icu::UnicodeString han;
    for (UChar32 c = 0x4E00; c <= 0x9FFF; ++c) {
        han.append(c);
        han.append(UChar32(U' ')); // keeps phrases from being seen
    }
    icu::UnicodeString simple(han);
    const std::unique_ptr<icu::Transliterator> simplifier(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, error));
    if (U_SUCCESS(error) && simplifier)
        simplifier->transliterate(simple);
    const bool canSimplify = simple.length() == han.length();
    for (std::size_t i = 0; i < planeSize; ++i) {
        const auto c = char16_t(i);
        char16_t &folded = m_folded[i];
        folded = c;
        if (c == u'\n' || c == u'\t')
            folded = u' ';
        else if (c < 0x80)
            folded = c >= u'A' && c <= u'Z' ? char16_t(c + 32) : c;
        else if (c >= 0x4E00 && c <= 0x9FFF)
            folded = canSimplify ? simple.charAt(2 * (c - 0x4E00)) : c;
        else if (c == 0x2022 || c == 0x2027 || c == 0x22C5 || c == 0x30FB || c == 0x2219)
            folded = 0xB7;
        else if (c == 0x2018 || c == 0x2019 || c == 0x2BC)
            folded = u'\'';
        else if (const UChar32 lower = u_foldCase(UChar32(c), U_FOLD_CASE_DEFAULT); lower < UChar32(planeSize))
            folded = char16_t(lower);
    }
    // What ICU keeps apart, as both forms are in simplified use: in names they are written for each other.
    constexpr std::u16string_view pairs = u"於于藉借餘余徵征鬱郁瀋沈夥伙麼么著着乾干裏里裡里佔占姪侄妳你帳账佈布";
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
        m_folded[pairs[i]] = pairs[i + 1];
}

void CharTable::makeKinds()
{
    constexpr std::u16string_view capitals = u"零壹贰叁肆伍陆柒捌玖拾佰仟万亿貳參陸萬億";
    constexpr std::u16string_view stops = u"。!?;\n｡";
    for (std::size_t i = 0; i < planeSize; ++i) {
        const auto c = char16_t(i);
        quint16 &kinds = m_kinds[i];
        if (c >= u'0' && c <= u'9')
            kinds = Digit;
        else if ((c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'))
            kinds = Letter;
        else if (isHanUnit(c))
            kinds = Han;
        else if (c == u' ' || c == u'\t')
            kinds = Blank;
        else if (c == u'\n')
            kinds = Break;
        else if (u_ispunct(UChar32(c)) || u_hasBinaryProperty(UChar32(c), UCHAR_PATTERN_SYNTAX) || u_charType(UChar32(c)) == U_CURRENCY_SYMBOL)
            kinds = Mark;
        if (stops.find(c) != std::u16string_view::npos)
            kinds = quint16(kinds | Stop);
        if (capitals.find(c) != std::u16string_view::npos)
            kinds = quint16(kinds | Capital);
    }
}

} // namespace dw
