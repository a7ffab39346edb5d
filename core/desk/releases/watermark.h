#pragma once

#include "core/base/secretbytes.h"

#include <QDate>
#include <QString>
#include <QStringList>

/// Ids, lines and passwords of handed-over copies.
namespace dw::watermark {

/// "W-7F3K-22QD": 40 random bits in letters and digits that cannot be mistaken for one another.
QString newId();

/// The line printed across each page: who has this copy, and since when.
QString line(const QString &recipient, const QString &organisation, const QDate &day);

/// Five groups of four: about 99 bits, easy to read out on the telephone. Known to nobody but who sees it now.
SecretBytes password();

/// Every watermark id that stands in a text or in a file's plain bytes.
QStringList findIds(const QByteArray &bytes);

} // namespace dw::watermark
