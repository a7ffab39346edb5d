#include "ui/pages/documents/findingpanel.h"

#include "ui/base/dealwardstyle.h"
#include "ui/text/findingtext.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptystate.h"
#include "ui/models/findingdelegate.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QBoxLayout>
#include <QComboBox>
#include <QGridLayout>
#include <QLocale>
#include <QDateTime>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTreeView>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownGaps = 4;
constexpr int openedValues = 200; ///< With more than these the types stay closed at first.

} // namespace

FindingPanel::FindingPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new FindingModel(this))
{
    build();
    addKeysTo(this);
    showState();
}

void FindingPanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::gap, 0, 0);
    column->setSpacing(Theme::gap);
    auto *head = new QHBoxLayout;
    m_state = new Chip;
    head->addWidget(m_state);
    head->addStretch();
    m_show = new QComboBox;
    m_show->setObjectName(u"show_findings"_s);
    m_show->setAccessibleName(tr("Which findings are shown"));
    for (int i = 0; i < 4; ++i)
        m_show->addItem({});
    head->addWidget(m_show);
    column->addLayout(head);
    m_gapBox = new QWidget;
    auto *gaps = new QVBoxLayout(m_gapBox);
    gaps->setContentsMargins(0, 0, 0, 0);
    gaps->setSpacing(Theme::unit);
    m_gaps = makeQuietLabel({});
    m_gaps->setObjectName(u"gaps"_s);
    m_gaps->setWordWrap(true);
    gaps->addWidget(m_gaps);
    m_gapsSeen = new QPushButton(tr("I looked at these parts myself…"));
    m_gapsSeen->setObjectName(u"gaps_seen"_s);
    m_gapsSeen->setAutoDefault(false);
    gaps->addWidget(m_gapsSeen, 0, Qt::AlignLeft);
    column->addWidget(m_gapBox);
    m_stack = new QStackedWidget;
    m_tree = new QTreeView;
    m_tree->setObjectName(u"findings"_s);
    m_tree->setAccessibleName(tr("Findings by type and value"));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(Theme::padding);
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new FindingDelegate(m_tree));
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack->addWidget(m_tree);
    m_empty = new EmptyState;
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    column->addWidget(buildButtons());
    connect(m_show, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_model->setShow(static_cast<FindingModel::Show>(index));
        m_tree->expandToDepth(0);
        showState();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingPanel::currentChanged);
    connect(m_empty, &EmptyState::activated, this, &FindingPanel::searchWanted);
    connect(m_gapsSeen, &QPushButton::clicked, this, &FindingPanel::gapsSeenWanted);
}

QWidget *FindingPanel::buildButtons()
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Theme::gap);
    const auto button = [&](const QString &name, const QString &text, const QString &tip, std::pair<int, int> place, auto run) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        made->setToolTip(tip);
        made->setAutoDefault(false);
        grid->addWidget(made, place.first, place.second);
        connect(made, &QPushButton::clicked, this, run);
        return made;
    };
    m_accept = button(u"accept_finding"_s, tr("Accept"), tr("Mark it for redaction (A)"), {0, 0}, [this] { accept(Scope::This); });
    setButtonKind(m_accept, ButtonKind::Primary);
    m_acceptValue = button(u"accept_value"_s, tr("All of this value"), tr("Mark every place of this value (V)"), {0, 1}, [this] { accept(Scope::Value); });
    m_acceptType = button(u"accept_type"_s, tr("All of this type"), tr("Mark everything of this type that is shown (T)"), {1, 0}, [this] { accept(Scope::Type); });
    m_dismiss = button(u"false_positive"_s, tr("No client information"),
        tr("This value is no client information, here and in every other document of the deal (F)"), {1, 1}, [this] { dismiss(Scope::Value); });
    m_keep = button(u"keep_finding"_s, tr("It stays, by decision"), tr("It is client information and may stay in this document (S)"), {2, 0}, [this] { keep(); });
    m_reopen = button(u"reopen_finding"_s, tr("Decide again"), tr("Take the decision back (O)"), {2, 1}, [this] { reopen(); });
    return box;
}

void FindingPanel::addKeysTo(QWidget *widget)
{
    const auto key = [this, widget](Qt::Key code, auto run) {
        auto *shortcut = new QShortcut(code, widget, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, run] {
            if (isVisible())
                run();
        });
    };
    key(Qt::Key_J, [this] { go(1); });
    key(Qt::Key_K, [this] { go(-1); });
    key(Qt::Key_A, [this] { accept(Scope::This); });
    key(Qt::Key_V, [this] { accept(Scope::Value); });
    key(Qt::Key_T, [this] { accept(Scope::Type); });
    key(Qt::Key_F, [this] { dismiss(Scope::Value); });
    key(Qt::Key_S, [this] { keep(); });
    key(Qt::Key_O, [this] { reopen(); });
}

void FindingPanel::setVersion(const DocumentVersion &version, bool maySearch)
{
    m_version = version;
    m_maySearch = maySearch;
    showState();
}

void FindingPanel::setSearching(bool isSearching)
{
    m_maySearch = m_maySearch && !isSearching;
    if (isSearching)
        m_state->setSpec({tr("Searching…"), u"loader"_s, Tone::Neutral});
    else
        showState();
}

void FindingPanel::setFindings(const QList<Finding> &findings, const QSet<FindingId> &marked)
{
    const bool isFirst = m_model->rowCount() == 0;
    QSet<QString> open;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex type = m_model->index(row, 0);
        if (m_tree->isExpanded(type))
            open.insert(type.data(FindingModel::TitleRole).toString());
    }
    const bool goesOn = !m_next.isNull(); // what was chosen is decided: on to the next one
    const FindingId wanted = goesOn ? m_next : current();
    m_next = {};
    m_isQuiet = true;
    const bool isKept = m_model->update(findings, marked);
    for (int row = 0; row < m_model->rowCount() && !isKept; ++row) {
        const QModelIndex type = m_model->index(row, 0);
        if (isFirst ? findings.size() <= openedValues || row == 0 : open.contains(type.data(FindingModel::TitleRole).toString()))
            m_tree->expand(type);
    }
    showState();
    if (const QModelIndex index = m_model->indexOf(wanted); index.isValid())
        m_tree->setCurrentIndex(index);
    m_isQuiet = false;
    showButtons();
    if (goesOn && !current().isNull())
        emit chosen(current());
}

void FindingPanel::showState()
{
    const char *const names[] = {QT_TR_NOOP("To decide (%1)"), QT_TR_NOOP("Marked (%1)"), QT_TR_NOOP("Dismissed or stays (%1)"), QT_TR_NOOP("All (%1)")};
    for (int i = 0; i < 4; ++i)
        m_show->setItemText(i, tr(names[i]).arg(m_model->count(static_cast<FindingModel::Show>(i))));
    const bool isNever = m_version.searchState.isEmpty() && m_version.scannedAt == 0;
    const bool isOld = m_version.searchState.isEmpty() && !isNever;
    const bool isWhole = m_version.searchState == searched::complete;
    m_state->setSpec(isNever ? ChipSpec {tr("Never searched"), u"circle-dashed"_s, Tone::Warn}
            : isOld          ? ChipSpec {tr("Searched for names only"), u"circle-alert"_s, Tone::Warn}
            : isWhole        ? ChipSpec {tr("Searched completely"), u"circle-check"_s, Tone::Good}
                             : ChipSpec {tr("Searched in part"), u"triangle-alert"_s, Tone::Warn});
    QStringList gaps;
    for (qsizetype i = 0; i < std::min(shownGaps, m_version.searchGaps.size()); ++i)
        gaps.append(findingtext::gap(m_version.searchGaps.at(i).reason, m_version.searchGaps.at(i).args));
    if (m_version.searchGaps.size() > shownGaps)
        gaps.append(tr("And %n more of these.", nullptr, int(m_version.searchGaps.size() - shownGaps)));
    if (!m_version.gapsSeenBy.isNull())
        gaps.append(tr("Somebody looked at these parts on %1.").arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_version.gapsSeenAt), QLocale::ShortFormat)));
    m_gaps->setText(gaps.join(u'\n'));
    m_gapsSeen->setVisible(!isWhole && !m_version.searchGaps.isEmpty() && m_version.gapsSeenBy.isNull());
    m_gapsSeen->setEnabled(m_maySearch);
    m_gapBox->setVisible(!gaps.isEmpty());
    const bool isEmpty = m_model->rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (!isEmpty)
        return;
    const QString again = m_maySearch ? tr("Search now") : QString();
    if (isNever)
        m_empty->set(u"search"_s, tr("This version was never searched for client information. Nothing is known about what it holds."), again);
    else if (m_model->count(FindingModel::Show::All) > 0)
        m_empty->set(u"check-check"_s, tr("Nothing of this kind. Choose above which findings are shown."));
    else if (isWhole)
        m_empty->set(u"search"_s, tr("All of it was searched and nothing was found. Have a person look as well: no search finds everything."));
    else
        m_empty->set(u"triangle-alert"_s, tr("Nothing was found in the parts that were searched. About the others nothing is known."), again);
}

void FindingPanel::currentChanged()
{
    showButtons();
    if (const FindingId id = current(); !m_isQuiet && !id.isNull())
        emit chosen(id);
}

FindingId FindingPanel::current() const
{
    const QModelIndex index = m_tree->currentIndex();
    // A type is no place; a value stands for its first one.
    return index.parent().isValid() ? m_model->idsUnder(index).value(0) : FindingId();
}

void FindingPanel::choose(const FindingId &id)
{
    if (!m_model->finding(id))
        return;
    if (!m_model->indexOf(id).isValid())
        m_show->setCurrentIndex(int(FindingModel::Show::All));
    m_isQuiet = true;
    const QModelIndex index = m_model->indexOf(id);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    m_isQuiet = false;
    showButtons();
}

void FindingPanel::go(int step)
{
    const QList<FindingId> order = m_model->order();
    if (order.isEmpty())
        return;
    const qsizetype at = order.indexOf(current());
    const qsizetype next = at < 0 ? (step > 0 ? 0 : order.size() - 1) : std::clamp<qsizetype>(at + step, 0, order.size() - 1);
    const QModelIndex index = m_model->indexOf(order.at(next));
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

QList<FindingId> FindingPanel::idsOf(Scope scope) const
{
    const QModelIndex index = m_tree->currentIndex();
    if (!index.isValid())
        return {};
    const FindingId first = m_model->idsUnder(index).value(0);
    if (scope == Scope::Type)
        return m_model->sameType(first);
    // What is chosen may already be more than a place: a value or a type by its own row.
    return scope == Scope::Value && index.parent().isValid() ? m_model->sameValue(first) : m_model->idsUnder(index);
}

void FindingPanel::remember(const QList<FindingId> &going)
{
    const QList<FindingId> order = m_model->order();
    const QSet<FindingId> leaving(going.begin(), going.end());
    const auto stays = [&](const FindingId &id) { return !leaving.contains(id); };
    const auto last = std::find_if(order.begin(), order.end(), [&](const FindingId &id) { return leaving.contains(id); });
    auto next = std::find_if(last, order.end(), stays);
    if (next == order.end())
        next = std::find_if(order.begin(), last, stays);
    if (isAncestorOf(QApplication::focusWidget()))
        m_tree->setFocus(); // its button may rest now, and the keys go on
    m_next = m_model->show() == FindingModel::Show::All || next == order.end() ? current() : *next;
}

void FindingPanel::accept(Scope scope)
{
    QList<FindingId> ids = idsOf(scope);
    ids.removeIf([this](const FindingId &id) { return m_model->finding(id)->state != FindingState::Open || m_model->isMarked(id); });
    if (ids.isEmpty() || !m_accept->isEnabled())
        return;
    remember(ids);
    emit acceptWanted(ids);
}

void FindingPanel::dismiss(Scope scope)
{
    const QList<FindingId> ids = idsOf(scope);
    if (ids.isEmpty() || !m_dismiss->isEnabled())
        return;
    remember(ids);
    emit decisionWanted(ids, FindingState::FalsePositive);
}

void FindingPanel::keep()
{
    const QList<FindingId> ids = idsOf(Scope::This);
    if (ids.isEmpty() || !m_keep->isEnabled())
        return;
    remember(ids);
    emit decisionWanted(ids, FindingState::Accepted);
}

void FindingPanel::reopen()
{
    const QList<FindingId> ids = idsOf(Scope::This);
    if (ids.isEmpty() || !m_reopen->isEnabled())
        return;
    remember(ids);
    emit decisionWanted(ids, FindingState::Open);
}

void FindingPanel::showButtons()
{
    bool isOpen = false, isDecided = false, hasPlace = false;
    for (const FindingId &id : idsOf(Scope::This)) {
        const Finding *finding = m_model->finding(id);
        isOpen = isOpen || (finding->state == FindingState::Open && !m_model->isMarked(id));
        isDecided = isDecided || finding->state == FindingState::FalsePositive || finding->state == FindingState::Accepted;
        hasPlace = hasPlace || !finding->rects.isEmpty();
    }
    const bool mayEdit = !m_version.isClosed();
    for (QPushButton *button : {m_accept, m_acceptValue, m_acceptType})
        button->setEnabled(mayEdit && isOpen && hasPlace);
    for (QPushButton *button : {m_dismiss, m_keep})
        button->setEnabled(mayEdit && isOpen && m_version.state != "approved"_L1);
    m_reopen->setEnabled(mayEdit && isDecided && m_version.state != "approved"_L1);
}

} // namespace dw
