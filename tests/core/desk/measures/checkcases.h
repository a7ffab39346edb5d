#pragma once

#include "core/store/transaction.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace dwtest {

/// One case of cases/*.txt, its macros resolved.
struct CheckCase {
    QString check;
    QString kind; ///< pass, near, fail, empty
    int number = 0; ///< Among those of its kind and check.
    int rows = -1; ///< Rows that must be listed; -1 = not said.
    QStringList lines;
};

QList<CheckCase> readCheckCases(const QString &directory, const QStringList &measures);

/// Writes a case's rows into the transaction.
dw::Result<> applyCase(dw::WriteTx &tx, const CheckCase &test, const QDate &today);

} // namespace dwtest
