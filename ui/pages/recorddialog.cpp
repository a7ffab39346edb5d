#include "ui/pages/recorddialog.h"

#include "core/desk/measures/measureservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/base/dealwardstyle.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/columnscroll.h"
#include "ui/widgets/formview.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QCollator>
#include <QPushButton>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

QList<Option> OptionBook::operator()(const FieldDecl &field) const
{
    QList<Option> list;
    const Language language = m_context.appearance.language();
    if (field.type == FieldType::Level) {
        for (int level = 1; level <= 4; ++level)
            list.append({QString::number(level), u"%1 %2"_s.arg(level).arg(idtext::level(level))});
        return list;
    }
    if (field.type == FieldType::Measure || field.type == FieldType::Measures) {
        for (const MeasureDecl &measure : m_context.session.measures().catalogue().measures())
            list.append({measure.id, measure.title.in(language == Language::Chinese)});
        return list;
    }
    if (const auto labels = m_context.session.records().labels(field.target, language)) {
        for (auto it = labels->begin(); it != labels->end(); ++it)
            list.append({it.key(), it.value()});
    }
    QCollator collator;
    collator.setNumericMode(true);
    std::sort(list.begin(), list.end(), [&](const Option &a, const Option &b) { return collator.compare(a.text, b.text) < 0; });
    return list;
}

RecordDialog::RecordDialog(
    PageContext context, const RegisterDecl &decl, const Record *record, const QVariantMap &fixed, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_decl(decl)
    , m_fixed(fixed)
{
    if (record)
        m_record = *record;
    const Language language = context.appearance.language();
    const QString name = decl.singular.in(language == Language::Chinese);
    const QString title = record ? tr("Edit: %1").arg(name) : tr("New: %1").arg(name);
    setWindowTitle(title);
    resize(Theme::formWidth + 2 * Theme::margin + 20, 640);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::margin, Theme::margin, Theme::gap, Theme::padding);
    column->setSpacing(Theme::padding);
    column->addWidget(makeTitleLabel(title));
    auto *scroll = new ColumnScroll;
    scroll->column()->setContentsMargins(2, 0, Theme::padding, 0);
    m_form = new FormView(decl, language, OptionBook(context));
    scroll->column()->addWidget(m_form);
    column->addWidget(scroll, 1);
    m_error = makeErrorLabel();
    column->addWidget(m_error);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(0, 0, Theme::padding, 0);
    m_reason = makeQuietLabel({});
    foot->addWidget(m_reason, 1);
    auto *cancel = new QPushButton(tr("Cancel"));
    m_save = new QPushButton(tr("Save"));
    m_save->setObjectName(u"save"_s);
    setButtonKind(m_save, ButtonKind::Primary);
    m_save->setDefault(true);
    foot->addWidget(cancel);
    foot->addWidget(m_save);
    column->addLayout(foot);

    QVariantMap values = record ? record->values : context.session.records().defaults(decl.id).value_or(QVariantMap());
    for (auto it = fixed.begin(); it != fixed.end(); ++it) {
        values.insert(it.key(), it.value());
        m_form->hideField(it.key());
    }
    if (record) {
        for (const QString &field : record->withheld)
            m_form->hideField(field);
    }
    m_form->setValues(values);
    m_form->focusFirst();
    connect(m_form, &FormView::edited, this, &RecordDialog::updateState);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &RecordDialog::save);
    updateState();
}

void RecordDialog::updateState()
{
    QString obstacle = m_form->obstacle();
    if (obstacle.isEmpty() && m_record && m_form->changedValues().isEmpty())
        obstacle = tr("Nothing changed yet.");
    m_save->setEnabled(obstacle.isEmpty());
    m_reason->setText(obstacle);
}

void RecordDialog::save()
{
    m_form->clearErrors();
    m_error->hide();
    RecordService &records = m_context.session.records();
    Result<RecordId> saved = RecordId();
    if (m_record) {
        const Result<> done = records.set(m_decl.id, m_record->id, m_record->version, m_form->changedValues());
        saved = done ? Result<RecordId>(m_record->id) : Result<RecordId>(tl::unexpected(done.error()));
    } else {
        QVariantMap values = m_form->values();
        for (auto it = m_fixed.begin(); it != m_fixed.end(); ++it)
            values.insert(it.key(), it.value());
        values.removeIf([](const std::pair<const QString &, QVariant &> &item) { return item.second.isNull(); });
        saved = records.add(m_decl.id, values);
    }
    if (saved) {
        m_saved = *saved;
        accept();
        return;
    }
    const Error &error = saved.error();
    // "record.required" and its kin name register and field: say it under that field.
    const QString field = error.args.value(1);
    if (!field.isEmpty() && m_form->editor(field))
        m_form->showFieldError(field, errorText(error));
    else {
        m_error->setText(errorText(error));
        m_error->show();
    }
}

} // namespace dw
