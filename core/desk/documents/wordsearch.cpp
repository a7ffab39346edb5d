#include "core/desk/documents/wordsearch.h"

#include "core/base/normaltext.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// Scripts written without spaces, whose words have no bounds that a search could ask for.
bool isUnspaced(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
        return true;
    default:
        return false;
    }
}

bool isInvisible(char32_t c)
{
    return QChar::category(c) == QChar::Other_Format || c == 0x00AD;
}

bool isSpace(char32_t c)
{
    return QChar::isSpace(c) || QChar::category(c) == QChar::Other_Control;
}

bool isWordCharacter(char32_t c)
{
    return QChar::isLetterOrNumber(c) && !isUnspaced(c);
}

/// Printable ASCII and the common Han characters are their own normal form.
bool isPlain(char32_t c)
{
    return (c > 0x20 && c < 0x7F) || (c >= 0x4E00 && c <= 0x9FA5);
}

/// The code point that ends before or starts at `position`.
char32_t codePointAt(QStringView text, qsizetype position)
{
    const QChar c = text.at(position);
    if (c.isHighSurrogate() && position + 1 < text.size())
        return QChar::surrogateToUcs4(c, text.at(position + 1));
    if (c.isLowSurrogate() && position > 0)
        return QChar::surrogateToUcs4(text.at(position - 1), c);
    return c.unicode();
}

/// No extractor's space stands between two Han characters, or between one and a bracket or comma.
bool swallowsSpace(char32_t before, char32_t after)
{
    const auto closes = [](char32_t c) { return isUnspaced(c) || QChar::isPunct(c); };
    return (isUnspaced(before) && closes(after)) || (isUnspaced(after) && closes(before));
}

/// Cuts `text` into base characters with their combining marks and hands over the normalised form of each, with
/// the index of its first code unit; white space as one blank.
template <typename Sink>
void forEachCluster(const QString &text, Sink sink)
{
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i + (text.at(i).isHighSurrogate() && i + 1 < text.size() ? 2 : 1);
        const char32_t base = codePointAt(text, i);
        while (end < text.size() && text.at(end).category() == QChar::Mark_NonSpacing)
            ++end;
        if (isSpace(base))
            sink(i, u" "_s);
        else if (end == i + 1 && isPlain(base)) // nearly every character: no need to look it up
            sink(i, QString(QChar(char16_t(base >= 'A' && base <= 'Z' ? base + 32 : base))));
        else if (!isInvisible(base))
            sink(i, compatibilityForm(text.mid(i, end - i)).toCaseFolded());
        i = end;
    }
}

} // namespace

SearchText::SearchText(const PdfPageText &page)
    : m_page(page)
{
    for (int w = 0; w < int(m_page.words.size()); ++w) {
        const PdfWord &word = m_page.words.at(w);
        forEachCluster(word.text, [&](qsizetype index, const QString &cluster) { append(cluster, {w, int(index)}); });
        if (word.spaceAfter || word.lineEnd)
            append(u" "_s, {w, -1});
    }
}

void SearchText::append(const QString &text, Origin origin)
{
    for (const QChar c : text) {
        const bool lastIsSpace = !m_text.isEmpty() && m_text.back() == u' ';
        if (c == u' ') {
            if (m_text.isEmpty() || lastIsSpace)
                continue;
        } else if (lastIsSpace && m_text.size() > 1
            && swallowsSpace(codePointAt(m_text, m_text.size() - 2), codePointAt(text, 0))) {
            m_text.chop(1);
            m_origins.removeLast();
        }
        m_text.append(c);
        m_origins.append(origin);
    }
}

QString SearchText::normalised(const QString &text)
{
    PdfPageText page;
    PdfWord word;
    word.text = text;
    page.words.append(word);
    return SearchText(page).m_text.trimmed();
}

bool SearchText::isWhole(qsizetype from, qsizetype length) const
{
    return isWhole(m_text, from, length);
}

bool SearchText::isWhole(QStringView text, qsizetype from, qsizetype length)
{
    const auto joined = [&](qsizetype left, qsizetype right) {
        return left >= 0 && right < text.size() && isWordCharacter(codePointAt(text, left)) && isWordCharacter(codePointAt(text, right));
    };
    return !joined(from - 1, from) && !joined(from + length - 1, from + length);
}

QList<WordHit> SearchText::find(const QString &needle, WordMatch match) const
{
    const QString wanted = normalised(needle);
    QList<WordHit> hits;
    if (wanted.isEmpty())
        return hits;
    for (qsizetype at = m_text.indexOf(wanted); at >= 0;) {
        if (match == WordMatch::Whole && !isWhole(at, wanted.size())) {
            at = m_text.indexOf(wanted, at + 1);
            continue;
        }
        hits.append(hit(at, wanted.size()));
        at = m_text.indexOf(wanted, at + wanted.size());
    }
    return hits;
}

WordHit SearchText::hit(qsizetype from, qsizetype length) const
{
    struct Part {
        int word = -1;
        int first = 0;
        int last = 0;
    };
    QList<Part> parts;
    for (qsizetype i = from; i < from + length; ++i) {
        const Origin origin = m_origins.at(i);
        if (origin.character < 0)
            continue;
        if (parts.isEmpty() || parts.last().word != origin.word)
            parts.append({origin.word, origin.character, origin.character});
        parts.last().last = std::max(parts.last().last, origin.character);
        parts.last().first = std::min(parts.last().first, origin.character);
    }
    WordHit hit;
    const PdfWord *previous = nullptr;
    for (const Part &part : parts) {
        const PdfWord &word = m_page.words.at(part.word);
        // A cluster may have more code units than the one it is known by.
        int last = part.last + (word.text.at(part.last).isHighSurrogate() && part.last + 1 < word.text.size() ? 1 : 0);
        while (last + 1 < word.text.size() && word.text.at(last + 1).category() == QChar::Mark_NonSpacing)
            ++last;
        QRectF rect = word.rect;
        if (word.charRects.size() == word.text.size()) {
            rect = word.charRects.at(part.first);
            for (int i = part.first + 1; i <= last; ++i)
                rect = rect.united(word.charRects.at(i));
        }
        const bool sameLine = previous && !previous->lineEnd && previous->rotation == word.rotation && !hit.rects.isEmpty();
        if (previous && (previous->spaceAfter || previous->lineEnd))
            hit.text += u' ';
        hit.text += word.text.mid(part.first, last - part.first + 1);
        if (sameLine)
            hit.rects.last() = hit.rects.last().united(rect);
        else
            hit.rects.append(rect);
        previous = &word;
    }
    return hit;
}

} // namespace dw
