#include "ui/widgets/formview.h"

#include "ui/base/icons.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QToolButton>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstFields = 6;

} // namespace

FormView::FormView(const RegisterDecl &decl, Language language, OptionSource options, QWidget *parent)
    : QWidget(parent)
    , m_decl(decl)
    , m_language(language)
    , m_options(std::move(options))
{
    setMaximumWidth(Theme::formWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::padding);
    m_rest = new QWidget;
    auto *rest = new QVBoxLayout(m_rest);
    rest->setContentsMargins(0, 0, 0, 0);
    rest->setSpacing(Theme::padding);

    QList<const FieldDecl *> shown;
    for (const FieldDecl &field : decl.fields) {
        if (!field.readOnly && field.type != FieldType::Json)
            shown.append(&field);
    }
    int first = 0;
    int folded = 0;
    for (const FieldDecl *field : std::as_const(shown)) {
        // What must be filled is never hidden; a form of eight fields needs no second part.
        const bool early = field->required || (!field->more && first < firstFields) || shown.size() <= firstFields + 1;
        addField(*field, early ? column : rest);
        early ? ++first : ++folded;
    }
    m_more = new QToolButton;
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setIcon(icon(u"chevron-right"_s));
    m_more->setText(tr("More (%n field(s))", nullptr, folded));
    m_more->setCheckable(true);
    m_more->setVisible(folded > 0);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addWidget(m_rest);
    m_rest->hide();
    column->addStretch();
    connect(m_more, &QToolButton::toggled, this, [this](bool open) {
        m_rest->setVisible(open);
        m_more->setIcon(icon(open ? u"chevron-down"_s : u"chevron-right"_s));
    });
}

void FormView::addField(const FieldDecl &field, QVBoxLayout *column)
{
    const bool chinese = m_language == Language::Chinese;
    auto *block = new QWidget;
    auto *lines = new QVBoxLayout(block);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(Theme::unit);
    if (field.type != FieldType::Bool) {
        const QString title = field.title.in(chinese);
        lines->addWidget(makeLabel(field.required ? title + u" *"_s : title, TextSize::Small, QFont::DemiBold));
    }
    auto *editor = FieldEditor::make(field, m_language, m_options);
    lines->addWidget(editor);
    if (!field.help.in(chinese).isEmpty())
        lines->addWidget(makeQuietLabel(field.help.in(chinese)));
    QLabel *error = makeErrorLabel();
    lines->addWidget(error);
    column->addWidget(block);
    m_editors.insert(field.name, {&field, editor, error, block});
    m_order.append(field.name);
    connect(editor, &FieldEditor::edited, this, [this, error] {
        error->hide();
        emit edited();
    });
}

void FormView::setValues(const QVariantMap &values)
{
    for (const Item &item : std::as_const(m_editors))
        item.editor->setValue(values.value(item.decl->name));
    m_before = this->values();
}

QVariantMap FormView::values() const
{
    QVariantMap map;
    for (const Item &item : m_editors)
        map.insert(item.decl->name, item.editor->value());
    return map;
}

QVariantMap FormView::changedValues() const
{
    QVariantMap map;
    const QVariantMap now = values();
    for (auto it = now.begin(); it != now.end(); ++it) {
        if (it.value() != m_before.value(it.key()))
            map.insert(it.key(), it.value());
    }
    return map;
}

QString FormView::obstacle() const
{
    QStringList missing;
    for (const QString &name : m_order) {
        const Item &item = m_editors[name];
        const QString title = item.decl->title.in(m_language == Language::Chinese);
        if (!item.editor->isWellFormed())
            return tr("“%1” is not filled in correctly.").arg(title);
        if (item.decl->required && item.decl->type != FieldType::Bool && item.editor->value().isNull())
            missing.append(title);
    }
    if (missing.isEmpty())
        return {};
    return tr("Still needed: %1").arg(missing.join(tr(", ")));
}

void FormView::showFieldError(const QString &field, const QString &words)
{
    const Item item = m_editors.value(field);
    if (!item.error)
        return;
    if (m_rest->isAncestorOf(item.block))
        showMore();
    item.error->setText(words);
    item.error->show();
    item.editor->setFocus();
}

void FormView::clearErrors()
{
    for (const Item &item : std::as_const(m_editors))
        item.error->hide();
}

void FormView::showMore()
{
    m_more->setChecked(true);
}

void FormView::hideField(const QString &field)
{
    if (const Item item = m_editors.value(field); item.block)
        item.block->hide();
}

void FormView::focusFirst()
{
    for (const QString &name : std::as_const(m_order)) {
        const Item &item = m_editors[name];
        if (!item.block->isHidden()) {
            item.editor->setFocus();
            return;
        }
    }
}

} // namespace dw
