#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace dw {

/// What to do with a CSV that is imported into a register.
struct ImportOptions {
    enum class Mode { DryRun, Write };
    Mode mode = Mode::Write;
    QHash<QString, QString> mapping; ///< Heading -> field; headings not named map by field name or title in either language.
    QString note;
};

/// What an import did or would do. Rows with problems are left out; the others are imported in one action.
struct ImportReport {
    struct Problem {
        int row = 0; ///< Line of data, from 1; 0 = the file as a whole.
        QString field;
        QString reason; ///< As Error.reason: "record.choice" ...
        QStringList args;
    };

    int rows = 0;
    int imported = 0;
    QList<RecordId> ids;
    QList<Problem> problems;
    QStringList ignoredHeadings;
};

} // namespace dw
