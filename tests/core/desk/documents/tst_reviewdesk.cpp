#include "core/engines/crypto/hash.h"
#include "tests/support/documentfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace dwtest;
using namespace Qt::StringLiterals;

class TestReviewDesk final : public QObject
{
    Q_OBJECT

    VersionId redacted(DocumentFixture &f)
    {
        const auto outcome = f.import(SamplePdf().page({{"Contract with Acme Holdings"}}).bytes());
        if (!outcome || !f.documents->marks().addWord(outcome->version, {u"Acme Holdings"_s}, {}, f.job))
            qFatal("set-up");
        const auto made = f.documents->redaction().run(outcome->version, {}, f.job);
        if (!made)
            qFatal("redaction: %s", qPrintable(made.error().reason));
        return made->version.id;
    }

private slots:
    void aSecondPersonApproves()
    {
        DocumentFixture f;
        const VersionId id = redacted(f);
        QVERIFY(f.documents->reviews().request(id));
        QCOMPARE(f.documents->reviews().approve(id, u"fine"_s).error().reason, u"review.own_work"_s);
        f.become(u"chen"_s, Role::ComplianceOfficer);
        QVERIFY(f.documents->reviews().obstacles(id).value().isEmpty());
        const auto review = f.documents->reviews().approve(id, u"looked at every page"_s);
        QVERIFY2(review, qPrintable(review ? QString() : review.error().reason));
        const DocumentVersion version = f.version(id);
        QCOMPARE(version.state, u"approved"_s);
        QVERIFY(version.approvedAt > 0);
        const Review written = f.documents->reviews().list(id).value().first();
        QVERIFY(written.isApproval);
        QCOMPARE(written.sha256, version.sha256);
        QCOMPARE(written.reviewer, f.fixture.actor.id);
        // the signature is over the hash of what was seen
        const auto signature = f.store->read([](const ReadTx &tx) { return tx.records().first(u"signature"_s); }).value();
        QVERIFY(signature);
        const QByteArray hash = sha256(signature->text(u"seen"_s).toUtf8());
        QCOMPARE(QString::fromLatin1(hash.toHex()), signature->text(u"seen_hash"_s));
        QVERIFY(verifySignature(f.fixture.signer.publicKey(), hash, QByteArray::fromHex(signature->text(u"signature_value"_s).toLatin1())));
        QCOMPARE(f.documents->reviews().approve(id, {}).error().reason, u"review.wrong_state"_s);
    }

    void sentBackWithWords()
    {
        DocumentFixture f;
        const VersionId id = redacted(f);
        QVERIFY(f.documents->reviews().request(id));
        f.become(u"chen"_s, Role::Reviewer);
        QCOMPARE(f.documents->reviews().sendBack(id, u"  "_s).error().reason, u"review.note_needed"_s);
        QVERIFY(f.documents->reviews().sendBack(id, u"page 3 shows the address"_s));
        QCOMPARE(f.version(id).state, u"rejected"_s);
        QVERIFY(f.documents->reviews().request(id)); // again, after a second thought
        QCOMPARE(f.version(id).state, u"in_review"_s);
    }

    void openFindingsForbidApproval()
    {
        DocumentFixture f;
        f.clientNames = {{u"Contract"_s, u"COMPANY"_s}};
        const VersionId id = redacted(f);
        QCOMPARE(f.version(id).findingsOpen, 1);
        QVERIFY(f.documents->reviews().request(id));
        f.become(u"chen"_s, Role::ComplianceOfficer);
        const auto refused = f.documents->reviews().approve(id, {});
        QCOMPARE(refused.error().reason, u"review.open_findings"_s);
        QCOMPARE(refused.error().code, ErrorCode::PolicyBlocked);
        const auto found = f.documents->findings().list(id).value();
        QVERIFY(f.documents->findings().decide(id, {found.first().id}, FindingState::Accepted));
        QVERIFY(f.documents->reviews().approve(id, {}));
        QCOMPARE(f.documents->findings().decide(id, {found.first().id}, FindingState::Open).error().reason, u"document.approved"_s);
    }

    void anotherHashIsNotApproved()
    {
        DocumentFixture f;
        const VersionId id = redacted(f);
        QVERIFY(f.documents->reviews().request(id));
        // Somebody with the keys puts other bytes into the row.
        const auto swapped = f.store->write({u"test"_s, {}, {}, {}}, [&](WriteTx &tx) {
            return tx.records().update(u"doc_version"_s, id.as<RecordTag>(), {{u"sha256"_s, QString(64, u'0')}});
        });
        QVERIFY(swapped);
        f.become(u"chen"_s, Role::ComplianceOfficer);
        QCOMPARE(f.documents->reviews().approve(id, {}).error().reason, u"blob.damaged"_s);
        QCOMPARE(f.documents->reviews().obstacles(id).value().first().reason, u"review.not_verified"_s);
    }

    void damagedBytesAreNotApproved()
    {
        DocumentFixture f;
        const VersionId id = redacted(f);
        QVERIFY(f.documents->reviews().request(id));
        f.become(u"chen"_s, Role::ComplianceOfficer);
        QFile file(f.blobs.path(f.version(id).blob));
        QVERIFY(file.resize(file.size() - 1));
        QCOMPARE(f.documents->reviews().approve(id, {}).error().reason, u"blob.damaged"_s);
        QCOMPARE(f.version(id).state, u"in_review"_s);
    }

    void onlyWhoIsClearedAndAllowed()
    {
        DocumentFixture f;
        const VersionId id = redacted(f);
        QVERIFY(f.documents->reviews().request(id));
        f.become(u"low"_s, Role::ComplianceOfficer, 2);
        QCOMPARE(f.documents->reviews().approve(id, {}).error().reason, u"level.not_cleared"_s);
        f.become(u"audit"_s, Role::Auditor);
        QVERIFY(f.documents->reviews().obstacles(id).value().contains(Error {ErrorCode::NotPermitted, u"record.role"_s, {u"review"_s}, {}}));
        QCOMPARE(f.documents->reviews().approve(id, {}).error().reason, u"record.role"_s);
        QCOMPARE(f.documents->reviews().sendBack(id, u"no"_s).error().reason, u"record.role"_s);
    }

    void aNewerApprovalSupersedesTheOlder()
    {
        DocumentFixture f;
        const VersionId first = redacted(f);
        const VersionId source = f.version(first).derivedFrom;
        QVERIFY(f.documents->marks().addWord(source, {u"Contract"_s}, {}, f.job));
        const auto second = f.documents->redaction().run(source, {}, f.job);
        QVERIFY(second);
        QVERIFY(f.documents->reviews().request(first));
        QVERIFY(f.documents->reviews().request(second->version.id));
        f.become(u"chen"_s, Role::ComplianceOfficer);
        QVERIFY(f.documents->reviews().approve(first, {}));
        QCOMPARE(f.version(second->version.id).state, u"in_review"_s);
        QVERIFY(f.documents->reviews().approve(second->version.id, {}));
        QCOMPARE(f.version(first).state, u"superseded"_s);
        QCOMPARE(f.version(source).state, u"scanned"_s); // the original is of another kind
        QCOMPARE(f.documents->reviews().request(first).error().reason, u"review.wrong_state"_s);
        QCOMPARE(f.documents->redaction().run(first, {}, f.job).error().reason, u"document.closed"_s);
    }

    void approvalIsLostWithTheBytes()
    {
        DocumentFixture f;
        const VersionId id = redacted(f);
        QVERIFY(!f.documents->reviews().confirmApproval(id).value()); // not approved yet
        QVERIFY(f.documents->reviews().request(id));
        f.become(u"chen"_s, Role::ComplianceOfficer);
        QVERIFY(f.documents->reviews().approve(id, {}));
        QVERIFY(f.documents->reviews().confirmApproval(id).value());
        QCOMPARE(f.version(id).state, u"approved"_s);
        QFile file(f.blobs.path(f.version(id).blob));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        const QByteArray byte = file.read(1);
        QVERIFY(file.seek(file.size() / 2));
        file.write(QByteArray(1, char(byte.at(0) ^ 1)));
        file.close();
        QVERIFY(!f.documents->reviews().confirmApproval(id).value());
        QCOMPARE(f.version(id).state, u"rejected"_s);
        QCOMPARE(f.actions().last(), u"document.approval_lost"_s);
    }

    /// Another file in the place of the approved one, all of it well-formed: row, hash and blob.
    void approvalIsLostWithASwappedFile()
    {
        DocumentFixture f;
        const VersionId id = redacted(f);
        const auto other = f.import(SamplePdf().page({{"Something else"}}).bytes(), u"other.pdf"_s);
        QVERIFY(other);
        QVERIFY(f.documents->reviews().request(id));
        f.become(u"chen"_s, Role::ComplianceOfficer);
        QVERIFY(f.documents->reviews().approve(id, {}));
        const DocumentVersion swap = f.version(other->version);
        QVERIFY(f.store->write({u"test"_s, {}, {}, {}}, [&](WriteTx &tx) {
            return tx.records().update(u"doc_version"_s, id.as<RecordTag>(), {{u"sha256"_s, swap.sha256}, {u"blob"_s, swap.blob.toString()}});
        }));
        QVERIFY(!f.documents->reviews().confirmApproval(id).value());
        QCOMPARE(f.version(id).state, u"rejected"_s);
    }
};

DW_TEST(TestReviewDesk)
#include "tst_reviewdesk.moc"
