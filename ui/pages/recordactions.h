#pragma once

#include "core/domain/record.h"
#include "ui/pages/page.h"

#include <functional>

namespace dw {

/// A step of a record that is more than a change of its state: it is taken by the service that answers for it.
struct RecordAction {
    QString id; ///< Object name of its button.
    QString text;
    bool isPrimary = false;
    std::function<void(QWidget *parent)> run;
};

/// The steps that make sense for this record now; permissions are the services' and are told in words.
QList<RecordAction> recordActions(const PageContext &context, const Record &record);

} // namespace dw
