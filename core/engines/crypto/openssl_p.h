// Shared by the files of this folder that use OpenSSL's objects; nobody else includes it.
#pragma once

#include <openssl/x509.h>

#include <memory>

namespace dw::crypto {

/// Frees an object of a C library with its own function.
template <auto Free>
struct Deleter {
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

inline void freeCertificates(STACK_OF(X509) * stack)
{
    sk_X509_pop_free(stack, X509_free);
}

using CertificatesPtr = std::unique_ptr<STACK_OF(X509), Deleter<freeCertificates>>;

} // namespace dw::crypto
