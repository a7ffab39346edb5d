#pragma once

#include "core/base/result.h"
#include "core/domain/language.h"

#include <QByteArray>
#include <QStringList>

namespace dw {

/// A document of the demo deal, drawn from `:/demo/NAME.json`.
struct DemoPdf {
    QByteArray bytes;
    QString title;
    int pages = 0;
    QStringList clients; ///< Names that must go.
    QStringList contacts;
    QStringList prices;
};

/// Needs a QGuiApplication, for its fonts.
Result<DemoPdf> drawDemoPdf(const QString &name, Language language);

} // namespace dw
