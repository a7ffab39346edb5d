#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace dw {

enum class Treatment { Keep, Remove, Mask, Label, Quarter, Band, Round, Share };

/// What happens to one column.
struct ColumnPolicy {
    QString column; ///< Its heading.
    Treatment treatment = Treatment::Remove;
    QString prefix = QStringLiteral("Client "); ///< Label: what stands before the code.
    QString type = QStringLiteral("COMPANY"); ///< Label: the same value of another type gets another label.
    int length = 8; ///< Label: characters of the code.
    int keepFirst = 0; ///< Mask: characters that stay.
    int keepLast = 0;
    QList<double> edges; ///< Band: ascending.
    double step = 1000; ///< Round.
    int digits = 1; ///< Share: decimals of the per cent.
};

/// {"columns":{"HEADING":{"operator":"label", ...}},"others":"remove"|"keep"}: see the manual.
struct AnonymisePolicy {
    QList<ColumnPolicy> columns;
    bool keepsOthers = false; ///< Columns that are not named; they are removed unless asked for.

    /// InvalidInput "anonymise.bad_policy" {name, what}.
    static Result<AnonymisePolicy> fromJson(const QString &name, const QByteArray &json);
};

} // namespace dw
