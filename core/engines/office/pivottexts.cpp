#include "core/engines/office/pivottexts.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// s, n, d, b and e hold a value; m is an absent one.
bool isValue(QByteArrayView name)
{
    return name == "s" || name == "n" || name == "d" || name == "b" || name == "e" || name == "m";
}

} // namespace

PivotTexts::PivotTexts(Take take)
    : m_take(std::move(take))
{
}

void PivotTexts::takeRow(const QString &part, const QStringList &cells, bool isNewTable)
{
    FileText text;
    text.part = part;
    text.kind = u"pivot"_s;
    text.at = QString::number(++m_row);
    text.cells = cells;
    text.isNewTable = isNewTable;
    m_take(text);
}

Result<> PivotTexts::readDefinition(const QString &part, XmlScanner::Source source)
{
    m_fields.clear();
    m_items.clear();
    m_row = 0;
    XmlScanner xml(std::move(source));
    for (;;) {
        DW_ASSIGN(const XmlScanner::Token token, xml.next());
        if (token == XmlScanner::Token::Done)
            return {};
        if (token != XmlScanner::Token::Start)
            continue;
        if (xml.name() == "cacheField") {
            m_fields.append(QString::fromUtf8(xml.attribute("name")));
            m_items.append(QStringList());
            takeRow(part, {m_fields.last()}, true);
        } else if (isValue(xml.name()) && !m_items.isEmpty()) {
            const QString value = QString::fromUtf8(xml.attribute("v"));
            m_items.last().append(value);
            if (!value.isEmpty())
                takeRow(part, {value}, false);
        } else if (xml.name() == "worksheetSource") {
            takeRow(part, {QString::fromUtf8(xml.attribute("sheet"))}, true);
        }
    }
}

Result<> PivotTexts::readRecords(const QString &part, XmlScanner::Source source)
{
    m_row = 0;
    if (!m_fields.isEmpty())
        takeRow(part, m_fields, true);
    XmlScanner xml(std::move(source));
    QStringList cells;
    for (;;) {
        DW_ASSIGN(const XmlScanner::Token token, xml.next());
        if (token == XmlScanner::Token::Done)
            return {};
        if (xml.name() == "r" && token == XmlScanner::Token::Start) {
            cells.clear();
        } else if (xml.name() == "r" && token == XmlScanner::Token::End) {
            takeRow(part, cells, false);
        } else if (token == XmlScanner::Token::Start && isValue(xml.name())) {
            cells.append(QString::fromUtf8(xml.attribute("v")));
        } else if (token == XmlScanner::Token::Start && xml.name() == "x") {
            const qsizetype field = cells.size();
            cells.append(field < m_items.size() ? m_items.at(field).value(xml.attribute("v").toInt()) : QString());
        }
    }
}

} // namespace dw
