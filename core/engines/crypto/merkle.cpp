#include "core/engines/crypto/merkle.h"
#include "core/engines/crypto/hash.h"

namespace dw {

namespace {

QByteArray nodeHash(const QByteArray &left, const QByteArray &right)
{
    Sha256 node;
    node.update(QByteArrayView("\1", 1));
    node.update(left);
    node.update(right);
    return node.finish();
}

} // namespace

void MerkleTree::append(QByteArrayView entry)
{
    Sha256 leaf;
    leaf.update(QByteArrayView("\0", 1));
    leaf.update(entry);
    Peak peak {leaf.finish(), 1};
    while (!m_peaks.isEmpty() && m_peaks.last().leaves == peak.leaves) {
        const Peak left = m_peaks.takeLast();
        peak = {nodeHash(left.hash, peak.hash), left.leaves * 2};
    }
    m_peaks.append(peak);
    ++m_size;
}

QByteArray MerkleTree::root() const
{
    if (m_peaks.isEmpty())
        return sha256({});
    QByteArray hash = m_peaks.last().hash;
    for (qsizetype i = m_peaks.size() - 2; i >= 0; --i)
        hash = nodeHash(m_peaks.at(i).hash, hash);
    return hash;
}

QByteArray merkleRoot(const QList<QByteArray> &entries)
{
    MerkleTree tree;
    for (const QByteArray &entry : entries)
        tree.append(entry);
    return tree.root();
}

} // namespace dw
