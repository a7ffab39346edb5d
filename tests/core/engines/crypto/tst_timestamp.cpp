#include "core/engines/crypto/timestamp.h"

#include "core/engines/crypto/hash.h"
#include "tests/support/testmain.h"
#include "tests/support/timestamper.h"

#include <QDateTime>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TimestampTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsWhatAnAuthoritySays();
    void refusesAnotherFile();
    void refusesChangedBits();
    void refusesAnotherPurpose();
    void refusesRubbish();

private:
    dwtest::Timestamper m_authority;
    const QByteArray m_hash = sha256("a report");
    QByteArray m_reply;
};

void TimestampTest::initTestCase()
{
    if (!m_authority.isReady())
        QSKIP("no openssl program");
    m_reply = m_authority.reply(timestampRequest(m_hash).value_or(QByteArray()));
    QVERIFY(!m_reply.isEmpty());
}

void TimestampTest::readsWhatAnAuthoritySays()
{
    const auto stamp = readTimestamp(m_reply, m_hash);
    QVERIFY2(stamp, stamp ? "" : qPrintable(stamp.error().reason));
    QCOMPARE(stamp->authority, u"Clock of the Test"_s);
    QCOMPARE(stamp->fingerprint.size(), 64);
    QVERIFY(qAbs(stamp->at - QDateTime::currentMSecsSinceEpoch()) < 600'000);
    QVERIFY(!timestampRequest("short"));
}

void TimestampTest::refusesAnotherFile()
{
    QCOMPARE(readTimestamp(m_reply, sha256("another report")).error().reason, u"timestamp.other_file"_s);
}

/// A reply is DER by others: not every bit of it means something. What counts is that no change of it is ever taken
/// for another time or another authority.
void TimestampTest::refusesChangedBits()
{
    const auto whole = readTimestamp(m_reply, m_hash);
    int refused = 0;
    for (qsizetype at = 0; at < m_reply.size(); ++at) {
        QByteArray flipped = m_reply;
        flipped[at] = static_cast<char>(flipped.at(at) ^ (1 << (at % 8)));
        const auto stamp = readTimestamp(flipped, m_hash);
        refused += stamp ? 0 : 1;
        if (stamp)
            QVERIFY2(stamp->at == whole->at && stamp->fingerprint == whole->fingerprint, qPrintable(QString::number(at)));
    }
    QVERIFY2(refused > m_reply.size() * 9 / 10, qPrintable(QString::number(refused)));
}

void TimestampTest::refusesAnotherPurpose()
{
    dwtest::Timestamper other(u"serverAuth"_s); // openssl itself declines to answer with it.
    const QByteArray reply = other.reply(timestampRequest(m_hash).value_or(QByteArray()));
    QVERIFY(!readTimestamp(reply, m_hash));
}

void TimestampTest::refusesRubbish()
{
    for (qsizetype size = 0; size < m_reply.size(); size += 7)
        QVERIFY(!readTimestamp(m_reply.left(size), m_hash));
    QCOMPARE(readTimestamp(m_reply + 'x', m_hash).error().reason, u"timestamp.malformed"_s);
    QCOMPARE(readTimestamp(QByteArray(3000, '\x30'), m_hash).error().reason, u"timestamp.malformed"_s);
    QCOMPARE(readTimestamp({}, m_hash).error().reason, u"timestamp.malformed"_s);
}

DW_TEST(TimestampTest)
#include "tst_timestamp.moc"
