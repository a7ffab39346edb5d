#pragma once

#include <QtGlobal>

#include <ctime>

namespace dwtest {

/// CPU time of this thread: what else runs on the machine does not count.
inline qint64 threadNanoseconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace dwtest
