#pragma once

#include "core/engines/redact/wordscanner.h"

#include <qpdf/QPDF.hh>

#include <QStringList>

namespace dwtest {

/// Where a word is found in a file: its bytes, and every string, name and stream of every object, also of those that
/// nothing refers to, in every encoding. Empty: nowhere.
class LeakScan
{
public:
    LeakScan(const QByteArray &file, const QString &word)
        : m_scanner({word})
    {
        look(QStringLiteral("bytes"), file);
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("out", file.constData(), std::size_t(file.size()));
        value(QStringLiteral("trailer"), pdf.getTrailer(), 0);
        for (QPDFObjectHandle &object : pdf.getAllObjects()) {
            const QString where = QStringLiteral("object %1").arg(object.getObjectID());
            value(where, object.isStream() ? object.getDict() : object, 0);
            if (!object.isStream())
                continue;
            look(where, bytesOf(*object.getRawStreamData()));
            try {
                const QByteArray data = bytesOf(*object.getStreamData(qpdf_dl_all));
                look(where, data);
                if (!m_scanner.scanStrings(data).isEmpty())
                    m_places.append(where + QStringLiteral(": strings of a stream"));
            } catch (const std::exception &) {
                m_places.append(where + QStringLiteral(": cannot be decoded"));
            }
        }
    }

    const QStringList &places() const { return m_places; }

private:
    static QByteArray bytesOf(Buffer &data) { return {reinterpret_cast<const char *>(data.getBuffer()), qsizetype(data.getSize())}; }

    void look(const QString &where, const QByteArray &bytes)
    {
        if (!m_scanner.scan(bytes).isEmpty())
            m_places.append(where);
    }

    void value(const QString &where, QPDFObjectHandle object, int depth)
    {
        if (depth > 50 || (depth > 0 && object.isIndirect()))
            return;
        if (object.isString()) {
            look(where + QStringLiteral(": a string"), QByteArray::fromStdString(object.getStringValue()));
        } else if (object.isName()) {
            look(where + QStringLiteral(": a name"), QByteArray::fromStdString(object.getName()));
        } else if (object.isArray()) {
            for (const QPDFObjectHandle &item : object.getArrayAsVector())
                value(where, item, depth + 1);
        } else if (object.isDictionary()) {
            for (const std::string &key : object.getKeys()) {
                look(where + QStringLiteral(": a key"), QByteArray::fromStdString(key));
                value(where, object.getKey(key), depth + 1);
            }
        }
    }

    dw::WordScanner m_scanner;
    QStringList m_places;
};

} // namespace dwtest
