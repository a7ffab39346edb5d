#pragma once

#include <QByteArray>
#include <QList>

namespace dw {

/// The root of a Merkle tree in the form of RFC 6962, section 2.1, over entries that are only appended.
/// Keeps log2(size) hashes.
class MerkleTree
{
public:
    void append(QByteArrayView entry);
    qint64 size() const { return m_size; }
    QByteArray root() const; ///< 32 bytes; SHA-256 of nothing for the empty tree.

private:
    struct Peak {
        QByteArray hash;
        qint64 leaves;
    };
    QList<Peak> m_peaks; // perfect subtrees, largest first
    qint64 m_size = 0;
};

QByteArray merkleRoot(const QList<QByteArray> &entries);

} // namespace dw
