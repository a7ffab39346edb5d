#include "core/engines/seal/sealverifier.h"

#include "tests/support/sealsample.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

/// What somebody could try with a sealed report in hand. Each case: the attack, and the demand that refuses it.
class SealVerifierTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void refusesChangedBytes_data();
    void refusesChangedBytes();
    void refusesEveryTruncation();
    void refusesFlippedBits_data();
    void refusesFlippedBits();
    void refusesSealedLies_data();
    void refusesSealedLies();
    void refusesAnotherSigner();
    void neverTripsOverRubbish();
    void refusesWhatUnfolds();

private:
    QByteArray incremental() const;
    bool isRefused(const QByteArray &pdf, qsizetype at, int bit) const;

    QByteArray m_pdf;
    SignatureSpan m_span;
};

void SealVerifierTest::initTestCase()
{
    const dwtest::SealSample sample;
    m_pdf = sample.sealed();
    m_span = *findSignature(m_pdf);
    QVERIFY(verifySealedReport(m_pdf).isValid());
}

/// An incremental update that puts another page object in the first page's place, as an editor would.
QByteArray SealVerifierTest::incremental() const
{
    const qsizetype startAt = m_pdf.lastIndexOf("startxref\n") + 10;
    const QByteArray previous = m_pdf.mid(startAt, m_pdf.indexOf('\n', startAt) - startAt);
    const qsizetype trailerAt = m_pdf.lastIndexOf("trailer << ");
    QByteArray trailer = m_pdf.mid(trailerAt, m_pdf.lastIndexOf(">>") - trailerAt) + "/Prev " + previous + " >>";
    const qsizetype pageAt = m_pdf.indexOf("/Type /Page ");
    const qsizetype objectAt = m_pdf.lastIndexOf(" 0 obj", pageAt);
    const qsizetype numberAt = m_pdf.lastIndexOf('\n', objectAt) + 1;
    const QByteArray number = m_pdf.mid(numberAt, objectAt - numberAt);
    QByteArray out = m_pdf;
    const QByteArray offset = QByteArray::number(out.size()).rightJustified(10, '0');
    out += number + " 0 obj\n<< /Type /Page /MediaBox [ 0 0 595 842 ] >>\nendobj\n";
    const QByteArray table = QByteArray::number(out.size());
    return out + "xref\n" + number + " 1\n" + offset + " 00000 n \n" + trailer + "\nstartxref\n" + table + "\n%%EOF\n";
}

void SealVerifierTest::refusesChangedBytes_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &pdf, const char *reason) {
        QTest::newRow(name) << pdf << QString::fromLatin1(reason);
    };
    const auto with = [this](qsizetype at, const QByteArray &bytes) {
        QByteArray pdf = m_pdf;
        return pdf.replace(at, bytes.size(), bytes);
    };
    row("page replaced by an incremental update", incremental(), "seal.revisions");
    row("comment appended", m_pdf + "% all approved\n", "seal.revisions");
    row("line break appended", m_pdf + '\n', "seal.revisions");
    row("second end of file", m_pdf + "%%EOF\n", "seal.revisions");
    row("junk in the padding", with(m_span.holeEnd - 40, "00ff00"), "seal.padding");
    row("last digit of the padding", with(m_span.holeEnd - 2, "1"), "seal.padding");
    const QByteArray head = m_pdf.mid(m_span.holeBegin + 1, 40);
    row("upper-case digits", with(m_span.holeBegin + 1, head.toUpper()), "seal.padding");
    row("signature wiped", with(m_span.holeBegin + 1, QByteArray(2000, '0')), "seal.padding");
    QByteArray shrunk = m_pdf;
    shrunk.replace("/ByteRange [ 0 ", "/ByteRange [ 9 ");
    row("ByteRange shrunk", shrunk, "seal.byte_range");
    QByteArray two = m_pdf;
    two.replace("/Type /Catalog", "/ByteRange [0]");
    row("two ByteRanges", two, "seal.byte_range");
    QByteArray removed = m_pdf;
    removed.replace("/ByteRange", "/ByteRangf");
    row("signature field removed", removed, "seal.byte_range");
    QByteArray subFilter = m_pdf;
    subFilter.replace("/ETSI.CAdES.detached", "/adbe.pkcs7.detached");
    row("another SubFilter", subFilter, "cms.digest");
    row("not a PDF", "Sealed report: all measures met.", "seal.not_pdf");
    row("empty", {}, "seal.not_pdf");
}

void SealVerifierTest::refusesChangedBytes()
{
    QFETCH(QByteArray, pdf);
    QFETCH(QString, reason);
    const SealResult result = verifySealedReport(pdf);
    QVERIFY(!result.isValid());
    QCOMPARE(result.firstFailure()->reason, reason);
    QVERIFY(result.report.isEmpty());
}

void SealVerifierTest::refusesEveryTruncation()
{
    for (qsizetype size = 0; size < m_pdf.size(); size += 97)
        QVERIFY2(!verifySealedReport(m_pdf.left(size)).isValid(), qPrintable(QString::number(size)));
}

bool SealVerifierTest::isRefused(const QByteArray &pdf, qsizetype at, int bit) const
{
    QByteArray flipped = pdf;
    flipped[at] = static_cast<char>(flipped.at(at) ^ (1 << bit));
    return !verifySealedReport(flipped).isValid();
}

void SealVerifierTest::refusesFlippedBits_data()
{
    QTest::addColumn<qsizetype>("begin");
    QTest::addColumn<qsizetype>("end");
    QTest::addColumn<qsizetype>("step");
    const qsizetype table = m_pdf.lastIndexOf("xref\n0 ");
    QTest::newRow("the whole file, every 31st byte") << qsizetype(0) << m_pdf.size() << qsizetype(31);
    QTest::newRow("the head") << qsizetype(0) << qsizetype(200) << qsizetype(1);
    QTest::newRow("the signature dictionary") << m_span.byteRangeAt - 40 << m_span.holeBegin + 1 << qsizetype(1);
    QTest::newRow("the CMS") << m_span.holeBegin << m_span.holeBegin + 2600 << qsizetype(1);
    QTest::newRow("its padding") << m_span.holeBegin + 2600 << m_span.holeEnd << qsizetype(13);
    QTest::newRow("behind the CMS") << m_span.holeEnd - 4 << m_span.holeEnd + 400 << qsizetype(1);
    QTest::newRow("cross references and trailer") << table << m_pdf.size() << qsizetype(3);
}

/// The whole of it, all bits of every byte, runs in tests/corpus.
void SealVerifierTest::refusesFlippedBits()
{
    QFETCH(qsizetype, begin);
    QFETCH(qsizetype, end);
    QFETCH(qsizetype, step);
    int accepted = 0;
    for (qsizetype at = begin; at < end; at += step) {
        for (int bit = 0; bit < 8; ++bit)
            accepted += isRefused(m_pdf, at, bit) ? 0 : 1;
    }
    QCOMPARE(accepted, 0);
}

using Change = std::function<void(QJsonObject &)>;
Q_DECLARE_METATYPE(Change)

void SealVerifierTest::refusesSealedLies_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const Change &change, const char *reason) {
        QTest::newRow(name) << change << QString::fromLatin1(reason);
    };
    const auto nested = [](const QString &object, const QString &key, const QJsonValue &value) {
        return [=](QJsonObject &report) {
            QJsonObject inner = report.value(object).toObject();
            inner.insert(key, value);
            report.insert(object, inner);
        };
    };
    row("changed data", nested(u"data"_s, u"left_out"_s, QJsonArray {u"incidents"_s}), "seal.data_hash");
    row("unknown member", [](QJsonObject &report) { report.insert(u"extra"_s, 1); }, "seal.schema");
    row("wrong schema", [](QJsonObject &report) { report.insert(u"schema"_s, u"dealward.report/9"_s); }, "seal.schema");
    row("another text hash", nested(u"pages"_s, u"text_sha256"_s, QString(64, u'0')), "seal.text");
    row("another number of pages", nested(u"pages"_s, u"count"_s, 3), "seal.text");
    row("a code name that no page shows", [](QJsonObject &report) { report.insert(u"code_name"_s, u"Osprey"_s); },
        "seal.not_shown");
    row("an id that no page shows",
        [](QJsonObject &report) { report.insert(u"id"_s, u"0192f3a1-0000-7000-8000-000000000002"_s); },
        "seal.not_shown");
    row("another authority", nested(u"issuer"_s, u"authority_sha256"_s, QString(64, u'1')), "seal.issuer");
    row("another certificate", nested(u"issuer"_s, u"certificate_sha256"_s, QString(64, u'1')), "seal.not_shown");
    row("another head", nested(u"audit"_s, u"merkle_root"_s, QString(64, u'2')), "seal.audit_head");
    row("another sequence", nested(u"audit"_s, u"seq"_s, 13), "seal.audit_head");
    row("a signature by nobody", nested(u"audit"_s, u"signature"_s, QString(128, u'3')), "seal.audit_head");
}

/// The signature holds, but what is sealed contradicts itself.
void SealVerifierTest::refusesSealedLies()
{
    QFETCH(Change, change);
    QFETCH(QString, reason);
    dwtest::SealSample sample;
    sample.changeReport = change;
    const SealResult result = verifySealedReport(sample.sealed());
    QVERIFY(!result.isValid());
    QCOMPARE(result.firstFailure()->reason, reason);
}

void SealVerifierTest::refusesAnotherSigner()
{
    // The same report sealed by somebody else: only the fingerprint gives it away, inside and outside.
    const dwtest::SealSample sample;
    const SealIdentity other = dwtest::makeIdentity();
    const QByteArray pdf = *signPdf(sample.finished(), other, sample.options());
    QCOMPARE(verifySealedReport(pdf).firstFailure()->reason, u"seal.issuer"_s);
    QCOMPARE(verifySealedReport(pdf, {sample.identity.fingerprint()}).firstFailure()->reason, u"seal.fingerprint"_s);
}

void SealVerifierTest::neverTripsOverRubbish()
{
    for (qsizetype cut = 1; cut < m_pdf.size(); cut += 1511) {
        const QByteArray swapped = m_pdf.mid(cut) + m_pdf.left(cut);
        QVERIFY(!verifySealedReport(swapped).isValid());
        QVERIFY(!verifySealedReport("%PDF-1.7\n" + m_pdf.mid(cut)).isValid());
    }
}

/// Somebody's own seal over a file whose data unfolds to 200 MB: refused without keeping them.
void SealVerifierTest::refusesWhatUnfolds()
{
    const QByteArray packed = qCompress(QByteArray(200 * 1024 * 1024, ' ')).mid(4);
    QByteArray pdf = "%PDF-1.7\n"
                     "1 0 obj\n<</Type/Catalog/Pages 2 0 R/AF[4 0 R]>>\nendobj\n"
                     "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                     "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<>>>>\nendobj\n"
                     "4 0 obj\n<</Type/Filespec/F(report.json)/UF(report.json)/AFRelationship/Data/EF<</F 5 0 R>>>>\nendobj\n"
                     "5 0 obj\n<</Type/EmbeddedFile/Filter/FlateDecode/Length "
        + QByteArray::number(packed.size()) + ">>\nstream\n" + packed + "\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 6>>\n%%EOF\n";
    const auto sealed = signPdf(pdf, dwtest::makeIdentity(), {});
    QVERIFY2(sealed, sealed ? "" : qPrintable(sealed.error().reason + sealed.error().detail));
    const SealResult result = verifySealedReport(*sealed);
    QCOMPARE(result.firstFailure()->id, u"attachment"_s);
    QCOMPARE(result.firstFailure()->reason, u"seal.damaged"_s);
}

DW_TEST(SealVerifierTest)
#include "tst_sealverifier.moc"
