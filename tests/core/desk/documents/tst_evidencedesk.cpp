#include "tests/support/documentfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace dwtest;
using namespace Qt::StringLiterals;

namespace {

EvidenceDraft paper()
{
    EvidenceDraft draft;
    draft.bytes = "signed by both";
    draft.fileName = u"nda.txt"_s;
    draft.kind = u"nda"_s;
    return draft;
}

QVariantMap factOf(DocumentFixture &f, const QString &name, const QString &subject)
{
    RecordFilter filter;
    filter.equals = {{u"name"_s, name}, {u"subject"_s, subject}};
    const auto fact = f.store->read([&](const ReadTx &tx) { return tx.records().list(u"fact"_s, filter); }).value();
    return fact.size() == 1 ? fact.first().values : QVariantMap();
}

} // namespace

class TestEvidenceDesk final : public QObject
{
    Q_OBJECT

private slots:
    void keepsAFileWithItsHash()
    {
        DocumentFixture f;
        const RecordId account = f.fixture.actor.id.as<RecordTag>();
        EvidenceDraft draft = paper();
        draft.links = {u"account/"_s + account.toString()};
        draft.retainUntil = QDate(2031, 1, 1);
        const auto id = f.documents->evidence().add(draft);
        QVERIFY2(id, qPrintable(id ? QString() : id.error().reason + id.error().detail));
        const Record row = f.store->read([&](const ReadTx &tx) { return tx.records().get(u"evidence"_s, *id); }).value();
        QCOMPARE(row.text(u"title"_s), u"nda"_s);
        QCOMPARE(row.text(u"collected_on"_s), u"2026-03-02"_s);
        QCOMPARE(row.text(u"retain_until"_s), u"2031-01-01"_s);
        QCOMPARE(row.text(u"sha256"_s).size(), 64);
        QCOMPARE(row.list(u"linked"_s), draft.links);
        QCOMPARE(f.documents->evidence().bytes(*id).value().view().toByteArray(), draft.bytes);
        QCOMPARE(factOf(f, u"evidence.bytes_match"_s, id->toString()).value(u"holds"_s), QVariant(true));
        QVERIFY(!f.everyByteOnDisk().contains("signed by both"));
    }

    void refusesWhatDoesNotFit()
    {
        DocumentFixture f;
        EvidenceDraft draft = paper();
        draft.links = {u"account/"_s + RecordId::create().toString()};
        QCOMPARE(f.documents->evidence().add(draft).error().reason, u"record.missing"_s);
        draft.links = {u"nonsense"_s};
        QCOMPARE(f.documents->evidence().add(draft).error().reason, u"id.malformed"_s);
        draft = paper();
        draft.kind = u"napkin"_s;
        QCOMPARE(f.documents->evidence().add(draft).error().reason, u"record.bad_value"_s);
        draft = paper();
        draft.bytes.clear();
        QCOMPARE(f.documents->evidence().add(draft).error().reason, u"document.empty"_s);
        QCOMPARE(f.blobCount(), 0);
        f.become(u"low"_s, Role::DealManager, 2);
        draft = paper();
        draft.level = 3;
        QCOMPARE(f.documents->evidence().add(draft).error().reason, u"level.not_cleared"_s);
        f.become(u"audit"_s, Role::Auditor);
        QCOMPARE(f.documents->evidence().add(paper()).error().reason, u"record.role"_s);
    }

    void linksAndHolds()
    {
        DocumentFixture f;
        const RecordId id = f.documents->evidence().add(paper()).value();
        const RecordId account = f.fixture.actor.id.as<RecordTag>();
        QVERIFY(f.documents->evidence().link(id, u"account"_s, account));
        QVERIFY(f.documents->evidence().link(id, u"account"_s, account));
        const auto row = [&] { return f.store->read([&](const ReadTx &tx) { return tx.records().get(u"evidence"_s, id); }).value(); };
        QCOMPARE(row().list(u"linked"_s).size(), 1);
        QCOMPARE(f.documents->evidence().setLegalHold(id, true, {}).error().reason, u"record.role"_s); // a deal manager
        f.become(u"chen"_s, Role::ComplianceOfficer);
        QVERIFY(f.documents->evidence().setLegalHold(id, true, {}));
        QVERIFY(row().flag(u"legal_hold"_s));
        QCOMPARE(f.documents->evidence().setLegalHold(id, false, {}).error().reason, u"record.reason_needed"_s);
        QVERIFY(f.documents->evidence().setLegalHold(id, false, u"case closed"_s));
    }

    void damageBecomesAFact()
    {
        DocumentFixture f;
        const RecordId whole = f.documents->evidence().add(paper()).value();
        EvidenceDraft other = paper();
        other.bytes = "another";
        const RecordId damaged = f.documents->evidence().add(other).value();
        const auto document = f.import(SamplePdf().page({{"text"}}).bytes(), u"x.pdf"_s, 4);
        const auto first = f.documents->evidence().verifyBytes(f.job);
        QVERIFY2(first, qPrintable(first ? QString() : first.error().reason));
        QCOMPARE(first->checked, 3);
        QVERIFY(first->damaged.isEmpty());
        const Record row = f.store->read([&](const ReadTx &tx) { return tx.records().get(u"evidence"_s, damaged); }).value();
        QFile file(f.blobs.path(BlobId::fromText(row.text(u"blob"_s))));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(20);
        file.putChar('?');
        file.close();
        const auto second = f.documents->evidence().verifyBytes(f.job).value();
        QCOMPARE(second.damaged, QStringList {u"evidence/"_s + damaged.toString()});
        QCOMPARE(factOf(f, u"evidence.bytes_match"_s, damaged.toString()).value(u"holds"_s), QVariant(false));
        QCOMPARE(factOf(f, u"evidence.bytes_match"_s, damaged.toString()).value(u"fact_value"_s).toString(), u"blob.damaged"_s);
        QCOMPARE(factOf(f, u"evidence.bytes_match"_s, whole.toString()).value(u"holds"_s), QVariant(true));
        QCOMPARE(factOf(f, u"document.bytes_match"_s, document->version.toString()).value(u"holds"_s), QVariant(true));
        f.become(u"low"_s, Role::DealManager, 3);
        QCOMPARE(f.documents->evidence().verifyBytes(f.job).value().skipped, 1);
    }

    void exportsAreConfirmedAndLogged()
    {
        DocumentFixture f;
        QTemporaryDir out;
        const QByteArray pdf = SamplePdf().page({{"text"}}).bytes();
        const VersionId id = f.import(pdf)->version;
        const QString path = out.filePath(u"out.pdf"_s);
        const auto no = []() -> Result<> { return fail(ErrorCode::WrongPassphrase, u"vault.wrong_passphrase"_s); };
        const auto yes = []() -> Result<> { return {}; };
        QCOMPARE(f.documents->exports().write(id, path, {}, no).error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(f.documents->exports().write(id, path, {}, {}).error().reason, u"export.not_confirmed"_s);
        QVERIFY(!QFile::exists(path));
        QVERIFY(!f.actions().contains(u"document.export"_s));
        QVERIFY(f.documents->exports().write(id, path, u"for the printer"_s, yes));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), pdf);
        QCOMPARE(f.actions().last(), u"document.export"_s);
        QCOMPARE(f.documents->exports().write(id, path, {}, yes).error().reason, u"export.file_exists"_s);
        QVERIFY(!f.documents->exports().write(id, out.filePath(u"none/out.pdf"_s), {}, yes));
        QCOMPARE(f.actions().last(), u"document.export_failed"_s);
        f.become(u"rev"_s, Role::Reviewer);
        QCOMPARE(f.documents->exports().write(id, out.filePath(u"2.pdf"_s), {}, yes).error().reason, u"record.role"_s);
    }
};

DW_TEST(TestEvidenceDesk)
#include "tst_evidencedesk.moc"
