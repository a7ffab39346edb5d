// The rows of the tree that come and go when a few findings are decided: what is open and chosen in a view stays.
#include "ui/models/findingmodel.h"
#include "ui/models/findingnode.h"

#include <algorithm>

namespace dw {

namespace {

constexpr qsizetype fewRows = 200; // more are shown anew at once

} // namespace

bool FindingModel::hasSamePlaces(const QList<Finding> &findings) const
{
    return findings.size() == m_findings.size()
        && std::equal(findings.begin(), findings.end(), m_findings.begin(), [](const Finding &a, const Finding &b) { return a.id == b.id && a.value == b.value; });
}

bool FindingModel::update(const QList<Finding> &findings, const QSet<FindingId> &marked)
{
    QList<qsizetype> gone;
    QList<qsizetype> come;
    QList<qsizetype> others; // that stay and may look different
    if (hasSamePlaces(findings)) {
        const QList<Finding> before = std::exchange(m_findings, findings);
        const QSet<FindingId> markedBefore = std::exchange(m_marked, marked);
        for (qsizetype i = 0; i < m_findings.size(); ++i) {
            const Finding &finding = m_findings.at(i);
            const bool isNow = isShown(finding, m_show);
            if (isNow != m_isShown.at(i))
                (isNow ? come : gone).append(i);
            else if (isNow && (finding.state != before.at(i).state || m_marked.contains(finding.id) != markedBefore.contains(finding.id)))
                others.append(i);
        }
    } else {
        setFindings(findings, marked);
        return false;
    }
    if (gone.size() + come.size() + others.size() > fewRows) {
        setFindings(findings, marked);
        return false;
    }
    recount();
    for (const qsizetype i : std::as_const(gone))
        takeOut(i);
    for (const qsizetype i : std::as_const(come))
        putIn(i);
    for (const qsizetype i : std::as_const(others)) {
        for (QModelIndex row = indexOf(m_findings.at(i).id); row.isValid(); row = row.parent())
            emit dataChanged(row, row);
    }
    return true;
}

QModelIndex FindingModel::indexOf(const Node &node) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row, 0, &node);
}

FindingModel::Node *FindingModel::typeOf(qsizetype finding) const
{
    const Finding &wanted = m_findings.at(finding);
    for (const auto &type : m_root->children) {
        const Finding &first = m_findings.at(type->findings.first());
        if (first.kind == wanted.kind && first.isPossible() == wanted.isPossible())
            return type.get();
    }
    return nullptr;
}

FindingModel::Node *FindingModel::valueOf(const Node &type, qsizetype finding) const
{
    const QString &wanted = m_findings.at(finding).value;
    const auto at = std::find_if(type.children.begin(), type.children.end(), [&](const auto &value) { return m_findings.at(value->findings.first()).value == wanted; });
    return at == type.children.end() ? nullptr : at->get();
}

FindingModel::Node &FindingModel::insertRow(Node &parent, int row, const QList<qsizetype> &findings)
{
    auto node = std::make_unique<Node>();
    node->parent = &parent;
    node->findings = findings;
    node->isPossible = m_findings.at(findings.first()).isPossible();
    beginInsertRows(indexOf(parent), row, row);
    Node &made = **parent.children.insert(parent.children.begin() + row, std::move(node));
    for (std::size_t i = std::size_t(row); i < parent.children.size(); ++i)
        parent.children[i]->row = int(i);
    endInsertRows();
    return made;
}

void FindingModel::removeRows(Node &parent, int first, int last)
{
    beginRemoveRows(indexOf(parent), first, last);
    parent.children.erase(parent.children.begin() + first, parent.children.begin() + last + 1);
    for (std::size_t i = std::size_t(first); i < parent.children.size(); ++i)
        parent.children[i]->row = int(i);
    endRemoveRows();
}

void FindingModel::takeOut(qsizetype finding)
{
    m_isShown[finding] = false;
    Node *type = typeOf(finding);
    Node *value = type ? valueOf(*type, finding) : nullptr;
    if (!value)
        return;
    if (type->findings.size() == 1)
        return removeRows(*m_root, type->row, type->row);
    if (value->findings.size() == 1) {
        removeRows(*type, value->row, value->row);
    } else {
        // of two places one stays: then the value is its own place again
        const int at = int(value->findings.indexOf(finding));
        removeRows(*value, value->findings.size() == 2 ? 0 : at, value->findings.size() == 2 ? 1 : at);
        value->findings.removeAt(at);
        emit dataChanged(indexOf(*value), indexOf(*value));
    }
    type->findings.removeOne(finding);
    emit dataChanged(indexOf(*type), indexOf(*type));
}

void FindingModel::putIn(qsizetype finding)
{
    m_isShown[finding] = true;
    const auto before = [](const QList<qsizetype> &list, qsizetype wanted) { return int(std::lower_bound(list.begin(), list.end(), wanted) - list.begin()); };
    Node *type = typeOf(finding);
    if (!type) {
        const Finding &wanted = m_findings.at(finding);
        const auto key = [this](const Finding &each) { return std::tuple(each.isPossible(), wordsOf(each.kind), each.kind); };
        const auto row = std::find_if(m_root->children.begin(), m_root->children.end(), [&](const auto &each) { return key(wanted) < key(m_findings.at(each->findings.first())); });
        Node &made = insertRow(*m_root, int(row - m_root->children.begin()), {finding});
        insertRow(made, 0, {finding});
        return;
    }
    type->findings.insert(before(type->findings, finding), finding);
    Node *value = valueOf(*type, finding);
    if (!value) {
        const auto row = std::find_if(type->children.begin(), type->children.end(), [&](const auto &each) { return each->findings.first() > finding; });
        insertRow(*type, int(row - type->children.begin()), {finding});
    } else {
        const int at = before(value->findings, finding);
        if (value->children.empty())
            insertRow(*value, 0, value->findings);
        value->findings.insert(at, finding);
        insertRow(*value, at, {finding});
        emit dataChanged(indexOf(*value), indexOf(*value));
    }
    emit dataChanged(indexOf(*type), indexOf(*type));
}

} // namespace dw
