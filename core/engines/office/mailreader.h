#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace dw {

/// A message as its reader sees it.
struct MailMessage {
    QList<std::pair<QString, QString>> heads; ///< From, To, Cc, Date, Subject as far as they are there, decoded.
    QString body;
    bool isHtml = false; ///< The body is HTML; plain text is taken where there is a choice.
    QStringList attachments; ///< Their names, decoded; "" becomes the type, "image/png".
};

/// Reads an Internet message (RFC 5322) with MIME parts (RFC 2045 to 2047, RFC 2231). Fails with Corrupt
/// "convert.no_mail" for what has no heads, and LimitExceeded "convert.mail_nested" for parts within parts without end.
Result<MailMessage> readMail(const QByteArray &bytes);

} // namespace dw
