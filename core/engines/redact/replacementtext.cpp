#include "core/engines/redact/replacementtext.h"

#include "core/base/normaltext.h"

namespace dw {

namespace {

QString comparable(const QString &text)
{
    QString result;
    for (const QChar c : compatibilityForm(text)) {
        const bool says = !c.isSpace() && c.category() != QChar::Other_Control && c.category() != QChar::Other_Format
            && c != QChar::ReplacementCharacter;
        if (says)
            result += c.toCaseFolded();
    }
    return result;
}

/// Leaders, such as the dots of a table of contents: one mark again and again, which a run may show one space instead of.
bool isLeader(const QString &said, const QString &shown)
{
    const QChar mark = said.front();
    const QString seen = comparable(shown);
    return mark.isPunct() && said.count(mark) == said.size() && seen.count(mark) == seen.size() && said.size() <= shown.size();
}

} // namespace

ReplacementText::ReplacementText(std::string tag)
    : m_tag(std::move(tag))
{
}

void ReplacementText::begin(QPDFObjectHandle properties, std::size_t written, std::size_t frames)
{
    if (m_open || !properties.isDictionary() || !properties.getKey("/ActualText").isString())
        return;
    m_actual = QString::fromStdString(properties.getKey("/ActualText").getUTF8Value());
    m_shown.clear();
    m_spoiled = false;
    m_written = written;
    m_frames = frames;
    m_open = true;
}

bool ReplacementText::agree(const QString &actual, const QString &shown)
{
    const QString said = comparable(actual);
    return said.isEmpty() || said == comparable(shown) || isLeader(said, shown);
}

void ReplacementText::end(std::string &out, std::size_t frames)
{
    m_open = false;
    if (m_spoiled || frames != m_frames || out.size() <= m_written || m_shown.isEmpty() || !agree(m_actual, m_shown))
        return;
    // A text object that began inside the run and is still open: the run begins inside it too.
    const std::string_view run = std::string_view(out).substr(m_written);
    constexpr std::string_view opens = "BT\n";
    std::size_t at = m_written;
    const std::size_t begins = run.find(opens);
    const std::size_t ends = run.find("ET\n");
    if (begins != std::string_view::npos && ends == std::string_view::npos)
        at += begins + opens.size();
    else if (begins == std::string_view::npos && ends != std::string_view::npos)
        return;
    QPDFObjectHandle text = QPDFObjectHandle::newUnicodeString(m_actual.toStdString());
    out.insert(at, m_tag + " << /ActualText " + text.unparseBinary() + " >> BDC\n");
    out += "EMC\n";
}

} // namespace dw
