#include "ui/widgets/fieldeditor.h"

#include "ui/base/icons.h"
#include "ui/base/theme.h"

#include <QBoxLayout>
#include <QCalendarWidget>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QDateTime>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QWheelEvent>
#include <QWidgetAction>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// A list that a scrolling wheel does not change by accident.
class CalmCombo final : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

class LineEditor final : public FieldEditor
{
public:
    explicit LineEditor(FieldType type)
        : m_type(type)
        , m_line(new QLineEdit)
    {
        if (type == FieldType::Integer || type == FieldType::Real)
            m_line->setMaximumWidth(200);
        wrap(m_line);
        connect(m_line, &QLineEdit::textChanged, this, &FieldEditor::edited);
    }

    QVariant value() const override
    {
        const QString text = m_line->text().trimmed();
        if (text.isEmpty())
            return {};
        bool ok = false;
        if (m_type == FieldType::Integer) {
            const qint64 number = QLocale().toLongLong(text, &ok);
            return ok ? QVariant(number) : QVariant(text);
        }
        if (m_type == FieldType::Real) {
            const double number = QLocale().toDouble(text, &ok);
            return ok ? QVariant(number) : QVariant(text);
        }
        return text;
    }

    void setValue(const QVariant &value) override
    {
        if (value.isNull())
            m_line->clear();
        else if (m_type == FieldType::Integer)
            m_line->setText(QLocale().toString(value.toLongLong()));
        else
            m_line->setText(value.toString());
    }

    bool isWellFormed() const override
    {
        bool ok = true;
        const QString text = m_line->text().trimmed();
        if (!text.isEmpty() && m_type == FieldType::Integer)
            QLocale().toLongLong(text, &ok);
        if (!text.isEmpty() && m_type == FieldType::Real)
            QLocale().toDouble(text, &ok);
        return ok;
    }

private:
    FieldType m_type;
    QLineEdit *m_line;
};

class TextEditor final : public FieldEditor
{
public:
    explicit TextEditor(FieldType type)
        : m_type(type)
        , m_text(new QPlainTextEdit)
    {
        m_text->setTabChangesFocus(true);
        m_text->setFixedHeight(88);
        if (type == FieldType::TextList)
            m_text->setPlaceholderText(QCoreApplication::translate("FieldEditor", "One a line"));
        wrap(m_text);
        connect(m_text, &QPlainTextEdit::textChanged, this, &FieldEditor::edited);
    }

    QVariant value() const override
    {
        const QString text = m_text->toPlainText().trimmed();
        if (text.isEmpty())
            return {};
        if (m_type != FieldType::TextList)
            return text;
        QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
        for (QString &line : lines)
            line = line.trimmed();
        lines.removeAll(QString());
        return lines;
    }

    void setValue(const QVariant &value) override
    {
        m_text->setPlainText(m_type == FieldType::TextList ? value.toStringList().join(u'\n') : value.toString());
    }

private:
    FieldType m_type;
    QPlainTextEdit *m_text;
};

class BoolEditor final : public FieldEditor
{
public:
    explicit BoolEditor(const QString &title)
        : m_check(new QCheckBox(title))
    {
        wrap(m_check);
        connect(m_check, &QCheckBox::toggled, this, &FieldEditor::edited);
    }

    QVariant value() const override { return m_check->isChecked(); }
    void setValue(const QVariant &value) override { m_check->setChecked(value.toBool()); }

private:
    QCheckBox *m_check;
};

/// A date or an instant: typed, or picked from a calendar.
class DateEditor final : public FieldEditor
{
public:
    explicit DateEditor(FieldType type)
        : m_type(type)
        , m_line(new QLineEdit)
    {
        m_line->setMaximumWidth(220);
        m_line->setPlaceholderText(type == FieldType::Date
                ? QCoreApplication::translate("FieldEditor", "YYYY-MM-DD")
                : QCoreApplication::translate("FieldEditor", "YYYY-MM-DD HH:MM"));
        QAction *pick = m_line->addAction(icon(u"calendar"_s), QLineEdit::TrailingPosition);
        pick->setToolTip(QCoreApplication::translate("FieldEditor", "Choose from a calendar"));
        wrap(m_line);
        connect(pick, &QAction::triggered, this, [this] { showCalendar(); });
        connect(m_line, &QLineEdit::textChanged, this, &FieldEditor::edited);
    }

    QVariant value() const override
    {
        const QString text = m_line->text().trimmed();
        if (text.isEmpty())
            return {};
        if (m_type == FieldType::Date) {
            const QDate date = parsed(text);
            return date.isValid() ? date.toString(Qt::ISODate) : text;
        }
        const QDateTime at = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
        return at.isValid() ? QVariant(at.toMSecsSinceEpoch()) : QVariant(text);
    }

    void setValue(const QVariant &value) override
    {
        if (value.isNull() || value.toString().isEmpty())
            m_line->clear();
        else if (m_type == FieldType::Date)
            m_line->setText(value.toString());
        else if (value.toLongLong() > 0)
            m_line->setText(QDateTime::fromMSecsSinceEpoch(value.toLongLong()).toString(u"yyyy-MM-dd HH:mm"_s));
    }

    bool isWellFormed() const override
    {
        const QString text = m_line->text().trimmed();
        if (text.isEmpty())
            return true;
        return m_type == FieldType::Date ? parsed(text).isValid()
                                         : QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s).isValid();
    }

private:
    static QDate parsed(const QString &text)
    {
        QString plain = text;
        plain.replace(u'/', u'-').replace(u'.', u'-').replace(u'年', u'-').replace(u'月', u'-').remove(u'日');
        return QDate::fromString(plain, u"yyyy-M-d"_s);
    }

    void showCalendar()
    {
        QMenu menu(this);
        auto *calendar = new QCalendarWidget;
        calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        const QDate now = parsed(m_line->text().left(10));
        if (now.isValid())
            calendar->setSelectedDate(now);
        auto *action = new QWidgetAction(&menu);
        action->setDefaultWidget(calendar);
        menu.addAction(action);
        connect(calendar, &QCalendarWidget::clicked, &menu, [&](QDate date) {
            const QString time = m_type == FieldType::Instant ? u" 12:00"_s : QString();
            m_line->setText(date.toString(Qt::ISODate) + time);
            menu.close();
        });
        menu.exec(m_line->mapToGlobal(QPoint(0, m_line->height())));
    }

    FieldType m_type;
    QLineEdit *m_line;
};

/// One of a list; searchable when it is long.
class ChoiceEditor final : public FieldEditor
{
public:
    ChoiceEditor(const QList<Option> &options, bool numeric, bool required)
        : m_combo(new CalmCombo)
        , m_numeric(numeric)
    {
        if (!required || options.size() != 1)
            m_combo->addItem(QString(), QString());
        for (const Option &option : options)
            m_combo->addItem(option.text, option.id);
        if (options.size() > 12) {
            m_combo->setEditable(true);
            m_combo->setInsertPolicy(QComboBox::NoInsert);
            m_combo->completer()->setFilterMode(Qt::MatchContains);
            m_combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
            m_combo->lineEdit()->setPlaceholderText(QCoreApplication::translate("FieldEditor", "Type to search"));
        }
        m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_combo->setMinimumContentsLength(16);
        wrap(m_combo);
        connect(m_combo, &QComboBox::currentTextChanged, this, &FieldEditor::edited);
    }

    QVariant value() const override
    {
        const int row = m_combo->isEditable() ? m_combo->findText(m_combo->currentText()) : m_combo->currentIndex();
        const QString id = row < 0 ? QString() : m_combo->itemData(row).toString();
        if (id.isEmpty())
            return {};
        return m_numeric ? QVariant(id.toLongLong()) : QVariant(id);
    }

    void setValue(const QVariant &value) override
    {
        const int row = m_combo->findData(value.toString());
        m_combo->setCurrentIndex(qMax(row, m_combo->findData(QString())));
    }

    bool isWellFormed() const override
    {
        return !m_combo->isEditable() || m_combo->currentText().isEmpty() || m_combo->findText(m_combo->currentText()) >= 0;
    }

private:
    CalmCombo *m_combo;
    bool m_numeric;
};

/// Several of a list.
class ChoicesEditor final : public FieldEditor
{
public:
    explicit ChoicesEditor(const QList<Option> &options)
        : m_list(new QListWidget)
    {
        for (const Option &option : options) {
            auto *item = new QListWidgetItem(option.text, m_list);
            item->setData(Qt::UserRole, option.id);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
            item->setCheckState(Qt::Unchecked);
        }
        if (options.isEmpty()) {
            auto *item = new QListWidgetItem(QCoreApplication::translate("FieldEditor", "Nothing to choose from yet"), m_list);
            item->setFlags(Qt::NoItemFlags);
        }
        m_list->setFixedHeight(qBound(1, int(options.size()), 5) * 26 + 6);
        wrap(m_list);
        connect(m_list, &QListWidget::itemChanged, this, &FieldEditor::edited);
    }

    QVariant value() const override
    {
        QStringList ids;
        for (int row = 0; row < m_list->count(); ++row) {
            if (m_list->item(row)->checkState() == Qt::Checked && !m_list->item(row)->data(Qt::UserRole).isNull())
                ids.append(m_list->item(row)->data(Qt::UserRole).toString());
        }
        return ids.isEmpty() ? QVariant() : QVariant(ids);
    }

    void setValue(const QVariant &value) override
    {
        const QStringList ids = value.toStringList();
        for (int row = 0; row < m_list->count(); ++row) {
            QListWidgetItem *item = m_list->item(row);
            if (item->flags() & Qt::ItemIsUserCheckable)
                item->setCheckState(ids.contains(item->data(Qt::UserRole).toString()) ? Qt::Checked : Qt::Unchecked);
        }
    }

private:
    QListWidget *m_list;
};

QList<Option> ownChoices(const FieldDecl &field, Language language)
{
    QList<Option> list;
    for (const ChoiceDecl &choice : field.choices)
        list.append({choice.id, choice.title.in(language == Language::Chinese)});
    return list;
}

} // namespace

void FieldEditor::wrap(QWidget *control)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(control);
    if (control->maximumWidth() < QWIDGETSIZE_MAX)
        row->addStretch();
    setFocusProxy(control);
}

FieldEditor *FieldEditor::make(const FieldDecl &field, Language language, const OptionSource &options)
{
    FieldEditor *editor = nullptr;
    const auto source = [&] { return options ? options(field) : QList<Option>(); };
    switch (field.type) {
    case FieldType::LongText:
    case FieldType::TextList:
        editor = new TextEditor(field.type);
        break;
    case FieldType::Bool:
        editor = new BoolEditor(field.title.in(language == Language::Chinese));
        break;
    case FieldType::Date:
    case FieldType::Instant:
        editor = new DateEditor(field.type);
        break;
    case FieldType::Choice:
        editor = new ChoiceEditor(ownChoices(field, language), false, field.required);
        break;
    case FieldType::Level:
    case FieldType::Ref:
    case FieldType::Measure:
        editor = new ChoiceEditor(source(), field.type == FieldType::Level, field.required);
        break;
    case FieldType::Choices:
        editor = new ChoicesEditor(ownChoices(field, language));
        break;
    case FieldType::Refs:
    case FieldType::Measures:
        editor = new ChoicesEditor(source());
        break;
    default:
        editor = new LineEditor(field.type);
    }
    editor->focusProxy()->setAccessibleName(field.title.in(language == Language::Chinese));
    editor->focusProxy()->setAccessibleDescription(field.help.in(language == Language::Chinese));
    editor->focusProxy()->setObjectName(field.name);
    return editor;
}

} // namespace dw
