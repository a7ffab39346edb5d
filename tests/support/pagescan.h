#pragma once

#include <QByteArray>
#include <QFile>

#include <openssl/evp.h>

namespace dwtest {

/// Decrypts every page of an SQLCipher 4 database with a raw key, without SQLite and without looking at MACs:
/// free pages and slack space too. With a wrong key the result is noise.
inline QByteArray decryptedPages(const QString &path, QByteArrayView key)
{
    constexpr qsizetype pageSize = 4096;
    constexpr qsizetype reserve = 80; // IV 16, HMAC-SHA512 64
    constexpr qsizetype saltSize = 16;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    QByteArray plain;
    for (qsizetype at = 0; at + pageSize <= bytes.size(); at += pageSize) {
        const qsizetype skip = at == 0 ? saltSize : 0;
        const qsizetype size = pageSize - reserve - skip;
        const auto *page = reinterpret_cast<const unsigned char *>(bytes.constData()) + at;
        QByteArray out(size + 32, '\0');
        EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
        EVP_DecryptInit_ex(context, EVP_aes_256_cbc(), nullptr, reinterpret_cast<const unsigned char *>(key.data()),
            page + pageSize - reserve);
        EVP_CIPHER_CTX_set_padding(context, 0);
        int written = 0;
        EVP_DecryptUpdate(context, reinterpret_cast<unsigned char *>(out.data()), &written, page + skip, int(size));
        EVP_CIPHER_CTX_free(context);
        plain += out.first(written);
    }
    return plain;
}

} // namespace dwtest
