#include "core/desk/documents/documentservice.h"
#include "core/desk/people/peopleservice.h"
#include "core/desk/releases/releaseservice.h"
#include "core/engines/crypto/hash.h"
#include "tests/support/samplepdf.h"
#include "tests/support/testmain.h"
#include "tests/support/vaultfixture.h"

#include <QFile>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

/// A release with everything real: vault, worker, watermark, password, signature.
class TestSealedRelease final : public QObject
{
    Q_OBJECT

    static QString add(Session &session, const QString &registerId, const QVariantMap &values)
    {
        const auto id = session.store().write(Action {u"test.add"_s, registerId, {}, {}},
            [&](WriteTx &tx) { return tx.records().insert(registerId, values); });
        if (!id)
            qFatal("%s: %s", qPrintable(registerId), qPrintable(id.error().reason + id.error().detail));
        return id->toString();
    }

private slots:
    void theRecipientsCopyIsProtectedAndKnown()
    {
        dwtest::VaultFixture f;
        const auto session = f.create();
        const QString second = dwtest::VaultFixture::add(*session, u"chen"_s, Role::ComplianceOfficer, 3)->toString();
        const QString own = add(*session, u"organisation"_s, {{u"name"_s, u"Target Co"_s}, {u"deal_role"_s, u"own"_s}});
        const QString mia = add(*session, u"person"_s, {{u"name"_s, u"Mia Zhou"_s}, {u"organisation"_s, own}, {u"employment"_s, u"employee"_s}, {u"clearance"_s, 3},
            {u"background_check"_s, u"passed"_s}, {u"check_valid_until"_s, u"2026-12-31"_s}});
        add(*session, u"deal"_s, {{u"code_name"_s, u"Heron"_s}, {u"structure"_s, u"share"_s}, {u"current_phase"_s, u"prepare"_s}, {u"state"_s, u"active"_s}});
        const QString nda = add(*session, u"nda"_s, {{u"title"_s, u"Undertaking"_s}, {u"kind"_s, u"employee_undertaking"_s}, {u"receivers"_s, QStringList {own}},
            {u"purposes"_s, QStringList {u"due_diligence"_s}}, {u"effective_on"_s, u"2026-01-01"_s}});
        add(*session, u"nda_signatory"_s, {{u"nda"_s, nda}, {u"organisation"_s, own}, {u"person"_s, mia}, {u"signed_on"_s, u"2026-01-01"_s}});
        const QString course = add(*session, u"course"_s, {{u"title"_s, u"Confidentiality"_s}, {u"kind"_s, u"onboarding"_s}, {u"validity_months"_s, 12}});
        const QString lesson = add(*session, u"training_session"_s, {{u"course"_s, course}, {u"held_on"_s, u"2026-02-02"_s}});
        add(*session, u"attendance"_s, {{u"training_session"_s, lesson}, {u"person"_s, mia}, {u"present"_s, true}, {u"passed"_s, true}});
        const QString sheet = add(*session, u"rule_sheet"_s, {{u"title"_s, u"Rules"_s}, {u"sheet_version"_s, 1}, {u"rules"_s, u"x"_s}, {u"effective_on"_s, u"2026-01-01"_s}, {u"state"_s, u"issued"_s}});
        add(*session, u"rule_ack"_s, {{u"rule_sheet"_s, sheet}, {u"person"_s, mia}, {u"acknowledged_on"_s, u"2026-02-03"_s}});
        add(*session, u"access_grant"_s, {{u"person"_s, mia}, {u"max_level"_s, 3}, {u"phases"_s, QStringList {u"prepare"_s}}, {u"reason"_s, u"Runs the deal."_s},
            {u"ends_on"_s, u"2026-12-31"_s}, {u"team"_s, u"deal"_s}, {u"approved_by"_s, second}, {u"state"_s, u"approved"_s}});
        const QString channel = add(*session, u"channel"_s, {{u"name"_s, u"Mail"_s}, {u"kind"_s, u"encrypted_mail"_s}, {u"encrypted"_s, true}, {u"approved_from"_s, u"2026-01-01"_s}, {u"state"_s, u"approved"_s}});

        NoJobContext job;
        DocumentImportRequest request;
        request.bytes = dwtest::SamplePdf().page({{"A plain page about prices"}}).bytes();
        request.fileName = u"prices.pdf"_s;
        const auto imported = session->documents().imports().importFile(request, job);
        QVERIFY2(imported, imported ? "" : qPrintable(imported.error().reason));
        const auto version = session->documents().version(imported->version).value();
        ReleaseQuestion question;
        question.version = imported->version;
        question.person = PersonId::fromText(mia);
        question.purpose = u"due_diligence"_s;
        question.channel = RecordId::fromText(channel);
        QTemporaryDir out;
        QCOMPARE(session->releases().release(question, out.path(), job).error().args, QStringList {u"10"_s});

        add(*session, u"review"_s, {{u"doc_version"_s, imported->version.toString()}, {u"sha256"_s, version.sha256}, {u"reviewer"_s, second}, {u"outcome"_s, u"approved"_s}, {u"reviewed_at"_s, 1}});
        const auto approved = session->store().write(Action {u"test.set"_s, u"doc_version"_s, {}, {}}, [&](WriteTx &tx) {
            return tx.records().setState(u"doc_version"_s, imported->version.as<RecordTag>(), u"approved"_s, {{u"scanned_at"_s, 1}});
        });
        QVERIFY(approved);
        const auto made = session->releases().release(question, out.path(), job);
        QVERIFY2(made, made ? "" : qPrintable(made.error().reason + u' ' + made.error().args.join(u' ') + u' ' + made.error().detail));
        QFile file(made->files.first());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray package = file.readAll();
        QVERIFY(package.startsWith("%PDF") && package.contains("/Encrypt") && package.contains("/ByteRange"));
        QVERIFY(!package.contains("plain page"));
        QCOMPARE(made->packageSha256, QString::fromLatin1(sha256(package).toHex()));
        QFile verify(made->files.last());
        QVERIFY(verify.open(QIODevice::ReadOnly));
        const QByteArray told = verify.readAll();
        QVERIFY(told.contains(made->watermarkId.toLatin1()) && told.contains(made->packageSha256.toLatin1()));
        QVERIFY(!told.contains(QByteArray(made->password.view().toByteArray())));
        QCOMPARE(session->releases().trace(package)->first().by, TraceBy::PackageHash);
        QVERIFY(session->store().verifyTrail()->isClean());
    }
};

DW_TEST(TestSealedRelease)
#include "tst_sealedrelease.moc"
