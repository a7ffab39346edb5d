#include "ui/viewer/searchpanel.h"

#include "ui/base/icons.h"
#include "ui/base/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTimer>
#include <QToolButton>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int wordsBefore = 5; // characters, so that the hit itself is in sight

} // namespace

HitModel::HitModel(ReaderSearch &search, QObject *parent)
    : QAbstractListModel(parent)
    , m_search(search)
{
    connect(&search, &ReaderSearch::started, this, [this] {
        beginResetModel();
        m_rows = 0;
        endResetModel();
    });
    connect(&search, &ReaderSearch::hitsFound, this, [this](int first, int count) {
        beginInsertRows({}, first, first + count - 1);
        m_rows = first + count;
        endInsertRows();
    });
}

int HitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant HitModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows)
        return {};
    const ReaderSearch::Hit &hit = m_search.hit(index.row());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return tr("p. %1  …%2…").arg(hit.page + 1).arg(m_search.around(hit, wordsBefore).simplified());
    if (role == Qt::ToolTipRole)
        return m_search.around(hit, 60).simplified();
    return {};
}

SearchPanel::SearchPanel(ReaderSearch &search, QWidget *parent)
    : QWidget(parent)
    , m_search(search)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::gap, Theme::gap, Theme::gap, Theme::gap);
    column->setSpacing(Theme::gap);
    m_words = new QLineEdit;
    m_words->setObjectName(u"search_words"_s);
    m_words->setPlaceholderText(tr("Search this document"));
    m_words->setAccessibleName(tr("Search this document"));
    m_words->setClearButtonEnabled(true);
    column->addWidget(m_words);
    m_whole = new QCheckBox(tr("Whole words"));
    column->addWidget(m_whole);
    m_count = new QLabel;
    m_count->setObjectName(u"search_count"_s);
    m_count->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::unit);
    const auto tool = [&](const QString &name, const QString &tip, auto run) {
        auto *made = new QToolButton;
        made->setIcon(icon(name));
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        row->addWidget(made);
        connect(made, &QToolButton::clicked, this, run);
        return made;
    };
    tool(u"chevron-left"_s, tr("Previous hit (Shift+F3)"), [this] { go(-1); });
    tool(u"chevron-right"_s, tr("Next hit (F3)"), [this] { go(1); });
    m_mark = tool(u"pen-line"_s, tr("Mark every hit"), [this] { emit markWanted(m_words->text(), m_whole->isChecked() ? WordMatch::Whole : WordMatch::Substring); });
    tool(u"x"_s, tr("Close the search (Esc)"), [this] { emit closed(); });
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_count);
    m_list = new QListView;
    m_list->setAccessibleName(tr("Hits"));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setModel(new HitModel(search, m_list));
    column->addWidget(m_list, 1);
    connect(m_words, &QLineEdit::textChanged, this, &SearchPanel::start);
    connect(m_whole, &QCheckBox::toggled, this, &SearchPanel::start);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            emit hitChosen(now.row());
        say();
    });
    connect(&m_search, &ReaderSearch::hitsFound, this, [this] {
        if (std::exchange(m_isFirst, false))
            go(1);
        say();
    });
    connect(&m_search, &ReaderSearch::finished, this, &SearchPanel::say);
    say();
}

void SearchPanel::begin(const QString &words)
{
    if (!words.isEmpty())
        m_words->setText(words);
    m_words->setFocus();
    m_words->selectAll();
}

void SearchPanel::start()
{
    m_isFirst = true;
    m_search.start(m_words->text(), m_whole->isChecked() ? WordMatch::Whole : WordMatch::Substring, m_page);
    say();
}

int SearchPanel::current() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
}

void SearchPanel::go(int step)
{
    const int count = m_list->model()->rowCount();
    if (count > 0)
        m_list->setCurrentIndex(m_list->model()->index((std::max(current(), step > 0 ? -1 : 0) + step + count) % count, 0));
}

void SearchPanel::say()
{
    const int count = m_search.count();
    m_mark->setEnabled(count > 0);
    if (m_words->text().trimmed().isEmpty())
        m_count->clear();
    else if (m_search.isRunning())
        m_count->setText(tr("%1 so far, %2 pages searched").arg(count).arg(m_search.searchedPages()));
    else if (count == 0)
        m_count->setText(tr("Not in this text"));
    else
        m_count->setText(current() < 0 ? tr("Hits: %1").arg(count) : tr("%1 of %2").arg(current() + 1).arg(count));
}

void SearchPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        go(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    else if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace dw
