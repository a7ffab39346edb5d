#pragma once

#include <QByteArray>
#include <QRandomGenerator>

#include <functional>

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dwtest {

/// A forked child that reports on a pipe, for faults that must hit a whole process. To be used while no database
/// is open and no thread runs.
class ChildProcess
{
public:
    /// `work` gets a function that reports one number; the child ends when it returns.
    explicit ChildProcess(const std::function<void(const std::function<void(qint64)> &)> &work)
    {
        int ends[2];
        if (::pipe(ends) != 0)
            qFatal("pipe");
        m_pid = ::fork();
        if (m_pid == 0) {
            ::close(ends[0]);
            work([&](qint64 number) {
                if (::write(ends[1], &number, sizeof number) != sizeof number)
                    ::_exit(3);
            });
            ::_exit(0);
        }
        ::close(ends[1]);
        m_pipe = ends[0];
    }

    ~ChildProcess()
    {
        kill();
        ::close(m_pipe);
    }

    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    /// The next report; -1 at the child's end.
    qint64 next()
    {
        qint64 number = -1;
        return ::read(m_pipe, &number, sizeof number) == sizeof number ? number : -1;
    }

    /// Waits for up to `microseconds` for a report that is not taken: a moment in the middle of something.
    void letRun(int microseconds) const
    {
        pollfd descriptor {-1, 0, 0};
        const timespec time {0, microseconds * 1000L};
        ::ppoll(&descriptor, 1, &time, nullptr);
    }

    /// kill -9; afterwards the reports already made can still be read.
    void kill()
    {
        if (m_pid <= 0)
            return;
        ::kill(m_pid, SIGKILL);
        wait();
    }

    int wait()
    {
        int status = 0;
        if (m_pid > 0)
            ::waitpid(m_pid, &status, 0);
        m_pid = 0;
        return status;
    }

private:
    pid_t m_pid = 0;
    int m_pipe = -1;
};

} // namespace dwtest
