#pragma once

#include "ui/models/findingmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace dw {

class Chip;
class EmptyState;

/// What was found in a version, beside its pages: grouped by type and value, with how sure it is and why, and the
/// decisions. Knows findings, not services. It says what a person chose and wants; what became of it comes back by
/// setFindings(). Keys: J and K go on and back, A accepts, V all of this value, T all of this type, F says that it is
/// no client information, S that it stays, O opens it again.
class FindingPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingPanel(QWidget *parent = nullptr);

    void setVersion(const DocumentVersion &version, bool maySearch);
    void setFindings(const QList<Finding> &findings, const QSet<FindingId> &marked);
    void setSearching(bool isSearching);

    FindingId current() const;
    void choose(const FindingId &id); ///< As from the page: shows and selects it, and does not send the page anywhere.
    FindingModel *model() const { return m_model; }

    void addKeysTo(QWidget *widget); ///< The same keys while the focus is there and this can be seen.
    void go(int step); ///< To the next (+1) or the one before (-1).
    enum class Scope { This, Value, Type };
    void accept(Scope scope);
    void dismiss(Scope scope);
    void keep();
    void reopen();

signals:
    void chosen(const dw::FindingId &id);
    void acceptWanted(const QList<dw::FindingId> &ids);
    void decisionWanted(const QList<dw::FindingId> &ids, dw::FindingState state);
    void searchWanted();
    void gapsSeenWanted();

private:
    void build();
    QWidget *buildButtons();
    void showState();
    void showButtons();
    void currentChanged();
    QList<FindingId> idsOf(Scope scope) const;
    void remember(const QList<FindingId> &going); ///< What to choose when these have left the list.

    FindingModel *m_model = nullptr;
    QTreeView *m_tree = nullptr;
    QComboBox *m_show = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_gapBox = nullptr;
    Chip *m_state = nullptr;
    QLabel *m_gaps = nullptr;
    QPushButton *m_gapsSeen = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_acceptValue = nullptr;
    QPushButton *m_acceptType = nullptr;
    QPushButton *m_dismiss = nullptr;
    QPushButton *m_keep = nullptr;
    QPushButton *m_reopen = nullptr;
    DocumentVersion m_version;
    bool m_maySearch = false;
    bool m_isQuiet = false; ///< While it is filled, nothing is chosen by a person.
    FindingId m_next;
};

} // namespace dw
