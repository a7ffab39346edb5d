#include "ui/models/findingmodel.h"

#include "ui/models/findingnode.h"
#include "ui/text/findingtext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/chip.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace dw {

using namespace Qt::StringLiterals;

FindingModel::FindingModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

FindingModel::~FindingModel() = default;

void FindingModel::setFindings(const QList<Finding> &findings, const QSet<FindingId> &marked)
{
    beginResetModel();
    m_findings = findings;
    m_marked = marked;
    m_rows.clear();
    for (qsizetype i = 0; i < m_findings.size(); ++i)
        m_rows.insert(m_findings.at(i).id, i);
    rebuild();
    endResetModel();
}

void FindingModel::setShow(Show show)
{
    beginResetModel();
    m_show = show;
    rebuild();
    endResetModel();
}

bool FindingModel::isShown(const Finding &finding, Show show) const
{
    const bool isMarked = finding.state == FindingState::Redacted || (finding.state == FindingState::Open && m_marked.contains(finding.id));
    switch (show) {
    case Show::ToDecide:
        return finding.state == FindingState::Open && !isMarked;
    case Show::Marked:
        return isMarked;
    case Show::Dismissed:
        return finding.state == FindingState::FalsePositive || finding.state == FindingState::Accepted;
    case Show::All:
        return true;
    }
    return true;
}

const QString &FindingModel::wordsOf(const QString &kind) const
{
    QString &words = m_kindWords[kind];
    if (words.isEmpty())
        words = idtext::findingKind(kind);
    return words;
}

void FindingModel::recount()
{
    m_counts.fill(0);
    for (const Finding &finding : std::as_const(m_findings)) {
        if (finding.isPossible())
            continue;
        for (const Show show : {Show::ToDecide, Show::Marked, Show::Dismissed, Show::All})
            m_counts.at(std::size_t(show)) += isShown(finding, show) ? 1 : 0;
    }
}

void FindingModel::rebuild()
{
    // Types by the words they are called by; values in the order of their first place.
    m_kindWords.clear(); // the language may be another one
    recount();
    m_isShown.fill(false, m_findings.size());
    std::map<std::tuple<bool, QString, QString>, QList<qsizetype>> types;
    for (qsizetype i = 0; i < m_findings.size(); ++i) {
        const Finding &finding = m_findings.at(i);
        if (!isShown(finding, m_show))
            continue;
        m_isShown[i] = true;
        types[{finding.isPossible(), wordsOf(finding.kind), finding.kind}].append(i);
    }
    m_root = std::make_unique<Node>();
    const auto add = [](Node &parent, const QList<qsizetype> &findings, bool isPossible) -> Node & {
        auto node = std::make_unique<Node>();
        node->parent = &parent;
        node->row = int(parent.children.size());
        node->findings = findings;
        node->isPossible = isPossible;
        parent.children.push_back(std::move(node));
        return *parent.children.back();
    };
    for (const auto &[type, findings] : types) {
        Node &typeNode = add(*m_root, findings, std::get<0>(type));
        QStringList order;
        QHash<QString, QList<qsizetype>> values;
        for (const qsizetype i : findings) {
            const QString &value = m_findings.at(i).value;
            QList<qsizetype> &places = values[value];
            if (places.isEmpty())
                order.append(value);
            places.append(i);
        }
        for (const QString &value : std::as_const(order)) {
            Node &valueNode = add(typeNode, values.value(value), typeNode.isPossible);
            if (valueNode.findings.size() == 1)
                continue; // it is its own place
            for (const qsizetype i : std::as_const(valueNode.findings))
                add(valueNode, {i}, typeNode.isPossible);
        }
    }
}

const Finding *FindingModel::finding(const FindingId &id) const
{
    const auto row = m_rows.constFind(id);
    return row == m_rows.cend() ? nullptr : &m_findings.at(*row);
}

const FindingModel::Node *FindingModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.constInternalPointer()) : m_root.get();
}

QList<FindingId> FindingModel::idsUnder(const QModelIndex &index) const
{
    QList<FindingId> ids;
    if (!index.isValid())
        return ids;
    for (const qsizetype i : nodeOf(index)->findings)
        ids.append(m_findings.at(i).id);
    return ids;
}

QList<FindingId> FindingModel::order() const
{
    QList<FindingId> ids;
    for (const auto &type : m_root->children) {
        for (const auto &value : type->children) {
            for (const qsizetype i : value->findings)
                ids.append(m_findings.at(i).id);
        }
    }
    return ids;
}

QModelIndex FindingModel::indexOf(const FindingId &id) const
{
    const qsizetype wanted = m_rows.value(id, -1);
    for (const auto &type : m_root->children) {
        for (const auto &value : type->children) {
            const qsizetype at = value->findings.indexOf(wanted);
            if (at < 0)
                continue;
            Node *node = value->children.empty() ? value.get() : value->children.at(std::size_t(at)).get();
            return createIndex(node->row, 0, node);
        }
    }
    return {};
}

QList<FindingId> FindingModel::sameValue(const FindingId &id) const
{
    QModelIndex index = indexOf(id);
    if (index.parent().parent().isValid()) // one of several places
        index = index.parent();
    return idsUnder(index);
}

QList<FindingId> FindingModel::sameType(const FindingId &id) const
{
    QModelIndex index = indexOf(id);
    while (index.parent().isValid())
        index = index.parent();
    return idsUnder(index);
}

QModelIndex FindingModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (column != 0 || row < 0 || row >= int(node->children.size()))
        return {};
    return createIndex(row, 0, node->children.at(std::size_t(row)).get());
}

QModelIndex FindingModel::parent(const QModelIndex &child) const
{
    const Node *node = child.isValid() ? nodeOf(child)->parent : nullptr;
    return node == nullptr || node == m_root.get() ? QModelIndex() : createIndex(node->row, 0, node);
}

int FindingModel::rowCount(const QModelIndex &parent) const
{
    return int(nodeOf(parent)->children.size());
}

QString FindingModel::titleOf(const Node &node) const
{
    const Finding &first = m_findings.at(node.findings.first());
    if (node.parent == m_root.get()) {
        const QString &kind = wordsOf(first.kind);
        return node.isPossible ? tr("Possible (typo or OCR): %1").arg(kind) : kind;
    }
    if (node.parent->parent == m_root.get())
        return first.value;
    return first.place.isEmpty() ? tr("Page %1").arg(first.page + 1) : findingtext::place(first.place);
}

QString FindingModel::remarkOf(const Node &node) const
{
    const Finding &first = m_findings.at(node.findings.first());
    if (node.parent == m_root.get())
        return tr("%n value(s)", nullptr, int(node.children.size())) + u" · "_s + tr("%n place(s)", nullptr, int(node.findings.size()));
    QStringList words;
    if (node.parent->parent == m_root.get()) {
        if (node.findings.size() > 1)
            words.append(tr("%n place(s)", nullptr, int(node.findings.size())));
        else
            words.append(first.place.isEmpty() ? tr("Page %1").arg(first.page + 1) : findingtext::place(first.place));
    }
    words.append(findingtext::why(first.why, first.cue));
    if (const QString sub = findingtext::sub(first.sub); !sub.isEmpty())
        words.append(sub);
    return words.join(u" · "_s);
}

QVariant FindingModel::stateOf(const Node &node) const
{
    const auto of = [&](qsizetype i) -> ChipSpec {
        const Finding &finding = m_findings.at(i);
        switch (finding.state) {
        case FindingState::Redacted:
            return {tr("Redacted"), u"eye-off"_s, Tone::Good};
        case FindingState::FalsePositive:
            return {tr("No client information"), u"x"_s, Tone::Neutral};
        case FindingState::Accepted:
            return {tr("Stays"), u"check"_s, Tone::Neutral};
        case FindingState::Open:
            return m_marked.contains(finding.id) ? ChipSpec {tr("Marked"), u"square-pen"_s, Tone::Accent} : ChipSpec();
        }
        return {};
    };
    const ChipSpec first = of(node.findings.first());
    const auto differs = [&](qsizetype i) { return of(i).text != first.text; };
    if (node.parent == m_root.get() || first.isEmpty() || std::any_of(node.findings.begin(), node.findings.end(), differs))
        return {};
    return QVariant::fromValue(first);
}

QVariant FindingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    const bool isType = node.parent == m_root.get();
    const auto best = std::max_element(node.findings.begin(), node.findings.end(), [&](qsizetype a, qsizetype b) { return m_findings.at(a).score < m_findings.at(b).score; });
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return QString(titleOf(node) + u" — "_s + remarkOf(node));
    case Qt::ToolTipRole:
        return isType ? QVariant() : QVariant(titleOf(node) + u'\n' + remarkOf(node));
    case TitleRole:
        return titleOf(node);
    case RemarkRole:
        return remarkOf(node);
    case ScoreRole:
        return isType ? QString() : findingtext::score(m_findings.at(*best).score);
    case StateRole:
        return stateOf(node);
    case IdsRole: {
        QStringList ids;
        for (const qsizetype i : node.findings)
            ids.append(m_findings.at(i).id.toString());
        return ids;
    }
    default:
        return {};
    }
}

} // namespace dw
