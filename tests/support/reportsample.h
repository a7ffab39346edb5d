#pragma once

#include "core/desk/report/reportdata.h"
#include "core/engines/crypto/hash.h"
#include "core/engines/crypto/signing.h"
#include "core/engines/seal/auditheadclaim.h"

namespace dwtest {

using namespace Qt::StringLiterals;

/// A report with something in every kind of cell, as long as `rows` asks for.
inline dw::ReportData sampleReport(const QString &language, int rows, const QString &certificate, const QString &authority)
{
    using namespace dw;
    ReportData data;
    data.request = {u"gate"_s, u"G2"_s, false, language, QDate(2026, 1, 5), QDate(2026, 11, 23)};
    data.id = u"0192f3a1-0000-7000-8000-000000000001"_s;
    data.codeName = u"Kingfisher 翠鸟"_s;
    data.classification = 3;
    data.madeAt = 1'795'000'000'000;
    data.software = u"Dealward 0.1.0"_s;
    data.timeZone = u"Asia/Shanghai"_s;
    data.issuerName = u"陈静 Chen Jing"_s;
    data.issuerRole = u"compliance_officer"_s;
    data.certificate = certificate;
    data.authority = authority;
    data.outcome = u"met_with_exceptions"_s;
    data.measures = 61;
    data.green = 52;
    data.amber = 7;
    data.notApplicable = 2;
    data.exceptions = 1;
    data.readiness = 93;
    data.phase = u"documents"_s;
    const qint64 day = 86'400'000;
    data.phases = {{{u"Preparation"_s, u"转让准备"_s}, u"G1"_s, u"passed"_s, data.madeAt - 200 * day, u"Chen Jing"_s, 88},
        {{u"Negotiation & due diligence"_s, u"谈判与尽调"_s}, u"G2"_s, u"passed_with_exceptions"_s, data.madeAt - 60 * day, u"Chen Jing"_s, 91},
        {{u"Document disclosure"_s, u"文件处理与披露"_s}, u"G3"_s, u"open"_s, 0, {}, -1},
        {{u"Signing & closing"_s, u"签约与交割"_s}, u"G4"_s, u"not_started"_s, 0, {}, -1},
        {{u"Post-transfer"_s, u"转让之后"_s}, u"G5"_s, u"not_started"_s, 0, {}, -1}};
    data.trend = {{data.madeAt - 260 * day, 22, {}}, {data.madeAt - 230 * day, 64, {}}, {data.madeAt - 200 * day, 88, u"G1"_s},
        {data.madeAt - 120 * day, 79, {}}, {data.madeAt - 60 * day, 91, u"G2"_s}};
    ReportColumn title {u"title"_s, {u"Title"_s, u"名称"_s}, ReportColumn::Text, {}, {}};
    ReportColumn status {u"status"_s, {u"Status"_s, u"状态"_s}, ReportColumn::Word,
        {{u"green"_s, {{u"Green"_s, u"绿"_s}, u"good"_s}}, {u"amber"_s, {{u"Amber"_s, u"黄"_s}, u"warn"_s}}, {u"red"_s, {{u"Red"_s, u"红"_s}, u"bad"_s}}}, {}};
    ReportColumn level {u"level"_s, {u"Level"_s, u"密级"_s}, ReportColumn::Level, {}, {}};
    ReportColumn count {u"records"_s, {u"Records"_s, u"记录数"_s}, ReportColumn::Number, {}, {}};
    ReportColumn personal {u"personal"_s, {u"Personal information"_s, u"个人信息"_s}, ReportColumn::Bool, {}, {}};
    ReportColumn seen {u"seen_on"_s, {u"Checked on"_s, u"检查日期"_s}, ReportColumn::Date, {}, {}};
    ReportColumn at {u"at"_s, {u"Time"_s, u"时间"_s}, ReportColumn::Instant, {}, {}};
    ReportColumn reason {u"reason"_s, {u"Reason"_s, u"理由"_s}, ReportColumn::Text, {}, {}};
    ReportColumn hash {u"sha256"_s, {u"SHA-256"_s, u"SHA-256"_s}, ReportColumn::Hash, {}, {}};
    ReportTable table {u"sample"_s, {u"Data assets"_s, u"数据资产"_s}, {}, {title, level, status, count, personal, seen, reason}, {}};
    ReportTable evidence {u"evidence"_s, {}, {}, {title, at, hash}, {}};
    for (int i = 0; i < rows; ++i) {
        table.rows << QVariantMap {{u"title"_s, i % 3 == 0 ? u"CRM 客户主表"_s : u"Contracts of the eastern region"_s}, {u"level"_s, 1 + i % 4},
            {u"status"_s, i % 7 == 3 ? u"red"_s : i % 3 == 1 ? u"amber"_s : u"green"_s}, {u"records"_s, 120 + i * 17}, {u"personal"_s, i % 2 == 0},
            {u"seen_on"_s, u"2026-10-%1"_s.arg(1 + i % 28, 2, 10, QChar(u'0'))},
            {u"reason"_s, i % 4 == 0 ? u"含客户联系方式、银行账号与价格清单，对竞争性买方属高度敏感，仅限清洁团队在受控环境中查阅。"_s : i % 4 == 1 ? u"Names and contacts; proposed 3 by the volume rule, decided 3."_s : QString()}};
        evidence.rows << QVariantMap {{u"title"_s, u"Signed NDA %1"_s.arg(i)}, {u"at"_s, data.madeAt - i * day}, {u"sha256"_s, QString::fromLatin1(sha256(QByteArray::number(i)).toHex())}};
    }
    data.sections = {{u"deal"_s, u"2"_s, {u"The deal"_s, u"交易"_s}, {u"What is transferred, by whom, and how far it has come."_s, u"转让标的、主体与进展。"_s}, {}},
        {u"assets"_s, u"5"_s, {u"Client-data inventory"_s, u"客户数据清点"_s}, {u"Counts and levels; never a client's data."_s, u"仅有数量与密级，不含客户数据。"_s}, {table}},
        {u"speakup"_s, u"12"_s, {u"Speak-up"_s, u"举报"_s}, {}, {{u"cases"_s, {}, {}, {title}, {}}}},
        {u"evidence"_s, u"A"_s, {u"Evidence index"_s, u"证据索引"_s}, {}, {evidence}}};
    data.signers = {{{u"Prepared"_s, u"编制"_s}, u"Wang Lei"_s, {}, 0}, {{u"Reviewed"_s, u"复核"_s}, data.issuerName, certificate, data.madeAt}};
    const SigningKey key = SigningKey::generate();
    data.audit = signAuditHead({data.id, 412, sha256("head"), sha256("root"), data.madeAt}, key.publicKey(),
        [&](const QByteArray &bytes) { return key.sign(bytes); });
    return data;
}

} // namespace dwtest
