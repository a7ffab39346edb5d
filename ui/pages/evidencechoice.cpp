#include "ui/pages/evidencechoice.h"

#include "core/desk/registers/recordservice.h"
#include "core/session/session.h"
#include "ui/base/appearance.h"

#include <QComboBox>

namespace dw {

using namespace Qt::StringLiterals;

QComboBox *makeEvidenceChoice(const PageContext &context, const QString &name)
{
    auto *box = new QComboBox;
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->addItem(QString(), QString());
    const auto labels = context.session.records().labels(u"evidence"_s, context.appearance.language()).value_or(QHash<QString, QString>());
    for (auto it = labels.begin(); it != labels.end(); ++it)
        box->addItem(it.value(), it.key());
    box->model()->sort(0);
    return box;
}

RecordId chosenEvidence(const QComboBox *box)
{
    return RecordId::fromText(box->currentData().toString());
}

} // namespace dw
