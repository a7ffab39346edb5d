#include "core/engines/find/validators.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

bool accepts(const QString &type, const QString &value)
{
    namespace v = validators;
    if (type == u"CN_ID"_s)
        return v::isResidentId(value);
    if (type == u"CN_ID15"_s)
        return v::isLegacyResidentId(value);
    if (type == u"USCC"_s)
        return v::isSocialCreditCode(value);
    if (type == u"ORG_CODE"_s)
        return v::isOrganisationCode(value);
    if (type == u"BIZ_REG_NO"_s)
        return v::isBusinessRegistration(value);
    if (type == u"BANK_CARD"_s)
        return v::isBankCard(value);
    if (type == u"HKID"_s)
        return v::isHongKongId(value);
    if (type == u"TW_ID"_s)
        return v::isTaiwanId(value);
    if (type == u"PERM_RES_ID"_s)
        return v::isPermanentResidentId(value);
    if (type == u"IBAN"_s)
        return v::isIban(value);
    if (type == u"IMEI"_s)
        return v::isImei(value);
    qFatal("unknown type %s", qPrintable(type));
}

} // namespace

class TestValidators : public QObject
{
    Q_OBJECT

private slots:
    void values_data();
    void values();
    void vectors();
    void damage_data();
    void damage();
};

void TestValidators::values_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("valid");
    const auto row = [](const QString &type, const QString &value, bool valid) {
        QTest::addRow("%s %s", qPrintable(type), qPrintable(value)) << type << value << valid;
    };
    row(u"CN_ID"_s, u"11010519491231002X"_s, true);
    row(u"CN_ID"_s, u"110105194912310021"_s, false);
    row(u"CN_ID"_s, u"11010519491331002X"_s, false); // no such month
    row(u"CN_ID"_s, u""_s, false);
    row(u"CN_ID15"_s, u"110105491231002"_s, true);
    row(u"CN_ID15"_s, u"110105490231002"_s, false);
    row(u"USCC"_s, u"91510623MALNWW1R5C"_s, true);
    row(u"USCC"_s, u"91510623MALNWW1R5D"_s, false);
    row(u"USCC"_s, u"91110105MA01OIZS0V"_s, false); // letters that the alphabet leaves out
    row(u"ORG_CODE"_s, u"MA5NNKT9-5"_s, true);
    row(u"ORG_CODE"_s, u"MA5NNKT9-6"_s, false);
    row(u"BIZ_REG_NO"_s, u"370911089904275"_s, true);
    row(u"BANK_CARD"_s, u"4111111111111111"_s, true);
    row(u"BANK_CARD"_s, u"9111111111111111"_s, false);
    row(u"HKID"_s, u"A123456(3)"_s, true);
    row(u"HKID"_s, u"A1234563"_s, true);
    row(u"HKID"_s, u"A123456(4)"_s, false);
    row(u"TW_ID"_s, u"A123456789"_s, true);
    row(u"TW_ID"_s, u"A123456788"_s, false);
    row(u"IBAN"_s, u"GB82WEST12345698765432"_s, true);
    row(u"IBAN"_s, u"GB82WEST1234569876543"_s, false); // too short for its country
    row(u"IMEI"_s, u"490154203237518"_s, true);
    row(u"IMEI"_s, u"490154203237519"_s, false);
}

void TestValidators::values()
{
    QFETCH(QString, type);
    QFETCH(QString, value);
    QTEST(accepts(type, value), "valid");
}

void TestValidators::vectors()
{
    QFile file(QStringLiteral(DW_SOURCE_DIR "/../shared/data/id_vectors.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the vectors are not here");
    const QJsonObject types = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(types.size() >= 11);
    for (auto type = types.begin(); type != types.end(); ++type) {
        const QJsonObject kinds = type.value().toObject();
        for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) {
            const QJsonArray values = kind.value().toArray();
            for (const QJsonValue &entry : values) {
                const QString value = entry.toString().section(u' ', 0, 0); // a remark may follow
                const bool isValid = !kind.key().startsWith("invalid"_L1);
                const QString judged = kind.key() == "as18"_L1 ? u"CN_ID"_s : type.key();
                QVERIFY2(accepts(judged, value) == isValid, qPrintable(judged + u' ' + kind.key() + u' ' + value));
            }
        }
    }
}

void TestValidators::damage_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("empty") << QString();
    QTest::newRow("Han") << u"身份证身份证身份证身份证身份证身份证"_s;
    QTest::newRow("Arabic digits") << u"٤٥٠٤٢١١٩٨٥١٢٠٨٩٤٨٨"_s;
    QTest::newRow("brackets") << u"(((((((((((((((((("_s;
    for (int size = 1; size < 22; ++size)
        QTest::addRow("%d letters", size) << QString(size, u'A');
}

void TestValidators::damage()
{
    QFETCH(QString, value);
    for (const QString &type : {u"CN_ID"_s, u"CN_ID15"_s, u"USCC"_s, u"BIZ_REG_NO"_s, u"BANK_CARD"_s, u"HKID"_s, u"TW_ID"_s, u"PERM_RES_ID"_s, u"IBAN"_s, u"IMEI"_s})
        QVERIFY2(!accepts(type, value), qPrintable(type));
    (void)accepts(u"ORG_CODE"_s, value);
}

DW_TEST(TestValidators)
#include "tst_validators.moc"
