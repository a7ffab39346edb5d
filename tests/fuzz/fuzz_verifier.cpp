#include "tests/fuzz/fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    return dwtest::fuzz::run(dwtest::fuzz::verifier, data, size);
}
