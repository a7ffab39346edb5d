#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <utility>

namespace dw {

/// Walks through a large UTF-8 XML part without building anything: a few times as fast as a general parser on
/// sheets, in bounded memory. Checks as much of XML as keeps it safe, not well-formedness as such. A document
/// type declaration is refused, so there are no entities but the five of XML and numeric ones.
class XmlScanner
{
public:
    enum class Token { Start, End, Text, Done };

    /// Returns the next bytes; empty at the end.
    using Source = std::function<Result<QByteArray>()>;

    explicit XmlScanner(Source source);

    /// An empty element gives Start and End. Long text may come in pieces. Fails with Corrupt "xml.malformed",
    /// Unsupported "xml.doctype" or "xml.encoding", LimitExceeded "xml.tag_too_long".
    Result<Token> next();

    /// Of Start and End: the name without prefix. Valid until next().
    QByteArrayView name() const { return m_name; }

    /// Of Start: the value of an attribute by its name without prefix, entities decoded; empty if absent.
    QByteArray attribute(QByteArrayView localName) const;

    /// Of Start: every attribute in order, by its name without prefix; entities decoded.
    QList<std::pair<QByteArray, QByteArray>> attributes() const;

    /// Of Text: entities decoded. Valid until next().
    QByteArrayView text() const { return m_text; }

private:
    Result<bool> need(qsizetype bytes);
    Result<qsizetype> find(QByteArrayView what, qsizetype from);
    Result<qsizetype> tagEnd();
    Result<Token> readMarkup();
    Result<Token> readText();
    static bool nextAttribute(QByteArrayView &rest, QByteArrayView &name, QByteArrayView &value);

    Source m_source;
    QByteArray m_buffer;
    qsizetype m_pos = 0;
    QByteArrayView m_name;
    QByteArrayView m_attributes;
    QByteArrayView m_text;
    QByteArray m_decoded;
    bool m_isSourceDone = false;
    bool m_isStarted = false;
    bool m_owesEnd = false; ///< An empty element was started.
};

/// Decodes &lt; &gt; &amp; &quot; &apos; &#n; &#xn; anything else stays as it is.
QByteArray decodeXmlEntities(QByteArrayView text);

} // namespace dw
