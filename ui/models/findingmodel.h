#pragma once

#include "core/domain/document.h"

#include <QAbstractItemModel>
#include <QSet>

#include <array>
#include <memory>

namespace dw {

/// What was found in a version, as a tree: type, then value, then the places of that value. What only looks like
/// client information stands in groups of its own at the end.
class FindingModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        IdsRole = Qt::UserRole + 1, ///< QStringList: findings under the row.
        TitleRole, ///< The row's name without its remark.
        RemarkRole, ///< The quieter second line.
        ScoreRole, ///< "98 %"; empty for types.
        StateRole, ///< ChipSpec of what was decided, when the whole row shares it.
    };
    enum class Show { ToDecide, Marked, Dismissed, All };

    explicit FindingModel(QObject *parent = nullptr);
    ~FindingModel() override;

    /// `marked`: findings that accepted marks cover.
    void setFindings(const QList<Finding> &findings, const QSet<FindingId> &marked);
    /// The same, row by row where only a few places come or go; false when all was shown anew, as after setFindings().
    bool update(const QList<Finding> &findings, const QSet<FindingId> &marked);
    void setShow(Show show);
    Show show() const { return m_show; }
    int count(Show show) const { return m_counts.at(std::size_t(show)); } ///< Places, without those that only look like it.

    const Finding *finding(const FindingId &id) const;
    bool isMarked(const FindingId &id) const { return m_marked.contains(id); }
    QList<FindingId> idsUnder(const QModelIndex &index) const;
    QModelIndex indexOf(const FindingId &id) const; ///< Of its place; of its value when that has only one.
    QList<FindingId> order() const; ///< What is shown, from top to bottom.
    /// All that are shown with the value, or the type, of this one.
    QList<FindingId> sameValue(const FindingId &id) const;
    QList<FindingId> sameType(const FindingId &id) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &) const override { return 1; }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Node;
    void rebuild();
    void recount();
    bool isShown(const Finding &finding, Show show) const;
    bool hasSamePlaces(const QList<Finding> &findings) const;
    const QString &wordsOf(const QString &kind) const;
    Node &insertRow(Node &parent, int row, const QList<qsizetype> &findings);
    void removeRows(Node &parent, int first, int last);
    QModelIndex indexOf(const Node &node) const;
    Node *typeOf(qsizetype finding) const; ///< Null when no row of it is there.
    Node *valueOf(const Node &type, qsizetype finding) const;
    void takeOut(qsizetype finding);
    void putIn(qsizetype finding);
    const Node *nodeOf(const QModelIndex &index) const;
    QString titleOf(const Node &node) const;
    QString remarkOf(const Node &node) const;
    QVariant stateOf(const Node &node) const;

    QList<Finding> m_findings;
    QHash<FindingId, qsizetype> m_rows; ///< Index in m_findings.
    QSet<FindingId> m_marked;
    Show m_show = Show::ToDecide;
    std::array<int, 4> m_counts {}; ///< By Show.
    QList<bool> m_isShown; ///< By finding: it has a row.
    mutable QHash<QString, QString> m_kindWords;
    std::unique_ptr<Node> m_root;
};

} // namespace dw
