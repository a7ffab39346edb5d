#pragma once

#include "core/domain/ids.h"

#include <QObject>

namespace dw {

enum class Operation { Added, Changed, Voided };

/// One changed row.
struct Change {
    QString registerId;
    RecordId id;
    Operation operation = Operation::Changed;
};

using ChangeSet = QList<Change>;

/// Tells the models what a committed action changed: once per commit, never before it.
class ChangeFeed final : public QObject
{
    Q_OBJECT

signals:
    void committed(const dw::ChangeSet &changes);
};

} // namespace dw
