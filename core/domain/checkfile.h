#pragma once

#include "core/domain/measure.h"

namespace dw {

/// Reads resources/checks/*.sql (format: README.md beside them).
class CheckFile
{
public:
    /// The shared views: name and SELECT, in order; a view may use those before it.
    using Views = QList<std::pair<QString, QString>>;

    static Result<Views> readViews(const QString &text);
    static Result<QList<CheckDecl>> readChecks(const QString &module, const QString &text, const Views &views);

    /// `sql` with the views it mentions (and those they mention) as a WITH clause; `population` as one more.
    static QString withViews(const QString &sql, const Views &views, const QString &population = {});
};

} // namespace dw
