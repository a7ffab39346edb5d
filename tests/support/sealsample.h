#pragma once

#include "core/base/canonicaljson.h"
#include "core/engines/crypto/hash.h"
#include "core/engines/crypto/signing.h"
#include "core/engines/seal/auditheadclaim.h"
#include "core/engines/seal/glyphtext.h"
#include "core/engines/seal/pdfa3.h"
#include "core/engines/seal/pdfsigner.h"
#include "core/engines/seal/sealdrawing.h"
#include "tests/support/sealidentity.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonObject>
#include <QPainter>
#include <QPdfWriter>

namespace dwtest {

using namespace Qt::StringLiterals;

/// A4, PDF/A-1b, one line per text, as many pages as lists.
inline QByteArray drawPages(const QList<QStringList> &pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(72);
    QPainter painter(&writer);
    const dw::GlyphText font(9);
    for (qsizetype page = 0; page < pages.size(); ++page) {
        if (page > 0)
            writer.newPage();
        for (qsizetype line = 0; line < pages.at(page).size(); ++line)
            font.draw(painter, QPointF(20, 30 + 14 * double(line)), pages.at(page).at(line));
    }
    painter.end();
    return bytes;
}

/// A small sealed report that the verifier accepts; the hooks change it before it is sealed.
struct SealSample {
    dw::SealIdentity identity = makeIdentity();
    dw::SigningKey account = dw::SigningKey::generate();
    std::function<void(QJsonObject &)> changeReport; ///< After the page hash was taken.
    std::function<void(QStringList &)> changeText; ///< Before drawing.
    QString attachmentName = u"report.json"_s;
    dw::SecretBytes password;

    QJsonObject data() const
    {
        return {{u"conclusion"_s,
                    QJsonObject {{u"outcome"_s, u"met"_s}, {u"measures"_s, 61}, {u"green"_s, 60}, {u"amber"_s, 1},
                        {u"red"_s, 0}, {u"not_applicable"_s, 0}, {u"exceptions"_s, 0}, {u"readiness"_s, 98},
                        {u"phase"_s, u"negotiate"_s}}},
            {u"readiness"_s, QJsonArray {}}, {u"left_out"_s, QJsonArray {}},
            {u"sections"_s,
                QJsonArray {QJsonObject {{u"id"_s, u"evidence"_s},
                    {u"tables"_s,
                        QJsonArray {QJsonObject {{u"id"_s, u"evidence"_s},
                            {u"columns"_s, QJsonArray {u"title"_s, u"sha256"_s}},
                            {u"rows"_s,
                                QJsonArray {QJsonObject {{u"title"_s, u"NDA.pdf"_s},
                                    {u"sha256"_s, QString(64, u'a')}}}}}}}}}}};
    }

    QJsonObject report() const
    {
        const QString id = u"0192f3a1-0000-7000-8000-000000000001"_s;
        const QString hash = QString::fromLatin1(dw::sha256(dw::canonicalJson(data())).toHex());
        const dw::AuditHeadClaim claim {id, 12, dw::sha256("head"), dw::sha256("root"), 1'780'000'000'000};
        return {{u"schema"_s, u"dealward.report/1"_s}, {u"id"_s, id}, {u"kind"_s, u"gate"_s}, {u"gate"_s, u"G2"_s},
            {u"variant"_s, u"internal"_s}, {u"language"_s, u"both"_s}, {u"classification"_s, 3},
            {u"code_name"_s, u"Kingfisher"_s},
            {u"period"_s, QJsonObject {{u"from"_s, u"2026-01-05"_s}, {u"until"_s, u"2026-11-23"_s}}},
            {u"made_at"_s, qint64(1'780'000'000'000)}, {u"software"_s, u"Dealward"_s},
            {u"issuer"_s,
                QJsonObject {{u"name"_s, u"Chen Jing"_s}, {u"role"_s, u"compliance_officer"_s},
                    {u"certificate_sha256"_s, identity.fingerprint()},
                    {u"authority_sha256"_s, dw::certificateFingerprint(identity.chain.first())}}},
            {u"data"_s, data()}, {u"data_sha256"_s, hash},
            {u"audit"_s, dw::signAuditHead(claim, account.publicKey(), [this](const QByteArray &bytes) {
                return account.sign(bytes);
            })}};
    }

    QStringList words(const QJsonObject &report) const
    {
        return {u"Kingfisher 客户 高度敏感 长 风"_s, report.value("id"_L1).toString(),
            report.value("data_sha256"_L1).toString(), dw::groupedFingerprint(identity.fingerprint()),
            report.value("audit"_L1).toObject().value("head"_L1).toString()};
    }

    /// The file before its signature.
    QByteArray finished() const
    {
        QJsonObject json = report();
        QStringList text = words(json);
        if (changeText)
            changeText(text);
        auto pdf = dw::PdfA3::open(drawPages({text, {u"Second page 第二页"_s}}));
        json.insert("pages"_L1,
            QJsonObject {{u"count"_s, 2}, {u"text_sha256"_s, dw::pageTextsSha256(pdf->pageTexts())}});
        if (changeReport)
            changeReport(json);
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(1'780'000'000'000, Qt::UTC);
        const dw::DocumentFacts facts {u"Sealed report"_s, u"Chen Jing"_s, u"Kingfisher"_s, u"zh-CN"_s, time,
            json.value("id"_L1).toString()};
        const dw::AssociatedFile file {
            attachmentName, u"Report data"_s, u"application/json"_s, dw::canonicalJson(json), time};
        return *pdf->finish(facts, {{u"Cover 封面"_s, 0, 800, 0}, {u"Part"_s, 1, 700, 1}}, file);
    }

    dw::SignOptions options() const
    {
        dw::SignOptions options;
        options.signerName = u"陈静 Chen Jing"_s;
        options.reason = u"Sealed report"_s;
        options.time = QDateTime::fromMSecsSinceEpoch(1'780'000'000'000, Qt::UTC);
        options.password = password.clone();
        const dw::SealWords sealWords {u"Sealed by 签章"_s, u"陈静 Chen Jing"_s, {u"Compliance officer"_s}, identity.fingerprint()};
        options.seal = {0, QRectF(40, 60, 260, 72), *dw::drawSeal(sealWords, QSizeF(260, 72))};
        return options;
    }

    QByteArray sealed() const { return *dw::signPdf(finished(), identity, options()); }
};

} // namespace dwtest
