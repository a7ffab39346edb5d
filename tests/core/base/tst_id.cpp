#include "core/domain/ids.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

class TestId final : public QObject
{
    Q_OBJECT

private slots:
    void isVersion7AndSortsByTime()
    {
        const QUuid early = createUuidV7(1'700'000'000'000);
        const QUuid late = createUuidV7(1'700'000'000'001);
        QCOMPARE(int(early.data3 >> 12), 7);
        QCOMPARE(int(early.data4[0] >> 6), 2);
        QVERIFY(early.toString() < late.toString());
    }

    void roundTripsThroughText()
    {
        const PersonId id = PersonId::create();
        QCOMPARE(PersonId::parse(id.toString()).value(), id);
        QVERIFY(!PersonId::parse(u"nonsense"));
        QVERIFY(PersonId().toString().isEmpty());
    }
};

DW_TEST(TestId)
#include "tst_id.moc"
