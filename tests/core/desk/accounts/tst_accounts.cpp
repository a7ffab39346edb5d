#include "core/desk/accounts/accountservice.h"

#include "core/desk/accounts/passphrase.h"
#include "core/store/connection.h"
#include "tests/support/directorycopy.h"
#include "tests/support/testmain.h"
#include "tests/support/vaultfixture.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::VaultFixture;

namespace {

AccountTerms terms(Role role, int clearance)
{
    AccountTerms result;
    result.role = role;
    result.clearance = clearance;
    return result;
}

QString stateOf(Session &session, const AccountId &id)
{
    const auto row = session.store().read(
        [&](const ReadTx &tx) { return tx.records().get(u"account"_s, RecordId::fromText(id.toString())); });
    return row ? row->state : row.error().reason;
}

} // namespace

class TestAccounts final : public QObject
{
    Q_OBJECT

private slots:
    void anOwnerAddsAccounts()
    {
        VaultFixture vault;
        {
            const auto session = vault.create();
            QVERIFY(VaultFixture::add(*session, u"ben"_s, Role::Reviewer, 3));
            QVERIFY(VaultFixture::add(*session, u"zoe"_s, Role::Auditor, 2));
            QCOMPARE(session->accounts().list().size(), 4);
        }
        const auto ben = vault.unlock(u"ben"_s, "ben passphrase");
        QVERIFY(ben);
        QCOMPARE((*ben)->actor().role, Role::Reviewer);
        QCOMPARE((*ben)->actor().clearance, 3);
        QVERIFY((*ben)->store().isCleared(3) && !(*ben)->store().isCleared(4));
        QVERIFY(!(*ben)->accounts().canManage());
        const auto refused = VaultFixture::add(**ben, u"eve"_s, Role::Owner, 3);
        QCOMPARE(refused.error().reason, u"account.owner_only"_s);
        QVERIFY((*ben)->store().verifyTrail()->isClean());
    }

    void refusesWhatMakesNoSense()
    {
        VaultFixture vault;
        const auto session = vault.create();
        AccountService &accounts = session->accounts();
        const auto reason = [&](const AccountTerms &wanted, const QString &name) {
            const auto added = accounts.add(wanted, {name, VaultFixture::secret("some passphrase"), {}});
            return added ? QString() : added.error().reason;
        };
        QCOMPARE(reason(terms(Role::Auditor, 2), u"ann"_s), u"account.auditor_needs_end"_s);
        QCOMPARE(reason(terms(Role::Recovery, 2), u"ann"_s), u"account.invalid"_s);
        QCOMPARE(reason(terms(Role::Reviewer, 5), u"ann"_s), u"account.invalid"_s);
        QCOMPARE(reason(terms(Role::Reviewer, 3), u"  "_s), u"account.invalid"_s);
        QCOMPARE(reason(terms(Role::Reviewer, 3), u"Mia"_s), u"account.name_taken"_s);
        AccountTerms past = terms(Role::Auditor, 2);
        past.validUntil = vault.clock.nowMs() - 1;
        QCOMPARE(reason(past, u"ann"_s), u"account.end_is_past"_s);
        QCOMPARE(accounts.list().size(), 2);
        const AccountId mia = session->actor().id;
        QCOMPARE(accounts.revoke(mia, u"x"_s).error().reason, u"account.last_owner"_s);
        QCOMPARE(accounts.change(mia, terms(Role::Reviewer, 4), u"x"_s).error().reason, u"account.last_owner"_s);
    }

    void anAuditorsTimeEnds()
    {
        VaultFixture vault;
        {
            const auto session = vault.create();
            QVERIFY(VaultFixture::add(*session, u"ann"_s, Role::Auditor, 2)); // for a day
        }
        QVERIFY(vault.unlock(u"ann"_s, "ann passphrase"));
        vault.clock.advance(86'400'000LL + 1);
        const auto late = vault.unlock(u"ann"_s, "ann passphrase");
        QCOMPARE(late.error().code, ErrorCode::NotPermitted);
        QCOMPARE(late.error().reason, u"account.expired"_s);
    }

    void anOwnerGrantsOnlyWhatTheyHold()
    {
        VaultFixture vault;
        {
            const auto session = vault.create();
            QVERIFY(VaultFixture::add(*session, u"olga"_s, Role::Owner, 3));
            QVERIFY(VaultFixture::add(*session, u"max"_s, Role::DealManager, 4));
        }
        const auto olga = vault.unlock(u"olga"_s, "olga passphrase");
        QVERIFY(olga);
        QVERIFY((*olga)->accounts().canManage());
        QCOMPARE(VaultFixture::add(**olga, u"eve"_s, Role::Reviewer, 4).error().reason, u"account.grantor_not_cleared"_s);
        QVERIFY(VaultFixture::add(**olga, u"eve"_s, Role::Reviewer, 3));
        const auto max = (*olga)->accounts().byName(u"max"_s);
        QCOMPARE((*olga)->accounts().revoke(max->id, u"left"_s).error().reason, u"account.grantor_not_cleared"_s);
        QCOMPARE(stateOf(**olga, max->id), u"active"_s); // nothing happened
    }

    void aPassphraseIsChangedByItsOwnerAlone()
    {
        VaultFixture vault;
        auto session = vault.create();
        const Credentials wrong {u"mia"_s, VaultFixture::secret("guess"), {}};
        const Credentials right {u"mia"_s, VaultFixture::secret("owner passphrase"), {}};
        const Credentials fresh {u"mia"_s, VaultFixture::secret("another passphrase"), "a key file"};
        QCOMPARE(session->accounts().changePassphrase(wrong, fresh).error().reason, u"vault.wrong_passphrase"_s);
        QVERIFY(session->accounts().changePassphrase(right, fresh));
        session.reset();
        QVERIFY(!vault.unlock());
        QVERIFY(Session::unlock(vault.path(), u"mia"_s, fresh.passphrase.clone(), fresh.keyFile, vault.options()));
    }

    void revokingIsARealReKey()
    {
        VaultFixture vault;
        auto session = vault.create();
        const AccountId ben = *VaultFixture::add(*session, u"ben"_s, Role::Reviewer, 4);
        QVERIFY(VaultFixture::add(*session, u"zoe"_s, Role::LegalCounsel, 3));
        session.reset();
        std::array<SecretBytes, 3> keysOfBen;
        {
            const auto benSession = vault.unlock(u"ben"_s, "ben passphrase");
            for (int level = 2; level <= 4; ++level)
                keysOfBen.at(size_t(level - 2)) = (*benSession)->keys()->levelKey(level);
        }
        session = std::move(*vault.unlock());
        QVERIFY(session->accounts().revoke(ben, u"left the firm"_s));
        // The same session goes on with the new keys.
        QCOMPARE(stateOf(*session, ben), u"revoked"_s);
        QVERIFY(VaultFixture::add(*session, u"kim"_s, Role::Reviewer, 4));
        QVERIFY(session->store().verifyTrail()->isClean());
        QVERIFY(session->store().checkIntegrity());
        QVERIFY(session->accounts().unfinishedRevocations().isEmpty());
        session.reset();

        for (int level = 2; level <= 4; ++level) {
            const QString file = vault.vault().databaseFile(level);
            QVERIFY(!Connection::open(file, keysOfBen.at(size_t(level - 2)), Connection::Mode::ReadOnly));
            QVERIFY(!QFile::exists(file + u".rekey"_s));
        }
        QCOMPARE(vault.unlock(u"ben"_s, "ben passphrase").error().reason, u"vault.wrong_passphrase"_s);
        const auto zoe = vault.unlock(u"zoe"_s, "zoe passphrase");
        QVERIFY(zoe);
        QVERIFY((*zoe)->warnings().isEmpty());
        QVERIFY((*zoe)->store().verifyTrail()->isClean());
    }

    void aLowerClearanceGivesTheLevelNewKeys()
    {
        VaultFixture vault;
        auto session = vault.create();
        const AccountId ben = *VaultFixture::add(*session, u"ben"_s, Role::Reviewer, 4);
        const SecretBytes before3 = session->keys()->levelKey(3);
        const SecretBytes before4 = session->keys()->levelKey(4);
        QVERIFY(session->accounts().change(ben, terms(Role::Auditor, 3), {}).error().reason
            == u"account.auditor_needs_end"_s);
        QVERIFY(session->accounts().change(ben, terms(Role::LegalCounsel, 3), u"moved"_s));
        QVERIFY(session->keys()->levelKey(3).equals(before3));
        QVERIFY(!session->keys()->levelKey(4).equals(before4));
        session.reset();
        const auto again = vault.unlock(u"ben"_s, "ben passphrase");
        QVERIFY(again);
        QCOMPARE((*again)->actor().clearance, 3);
        QCOMPARE((*again)->actor().role, Role::LegalCounsel);
        QVERIFY(!(*again)->store().isCleared(4));
    }

    // A crash at the two moments that matter: copies of the files as they lie on disk then.
    void anInterruptedReKeyIsCompletedOrThrownAway()
    {
        VaultFixture vault;
        auto session = vault.create();
        const AccountId ben = *VaultFixture::add(*session, u"ben"_s, Role::Reviewer, 4);
        const QString beforeCommit = vault.directory.filePath(u"a"_s);
        const QString afterCommit = vault.directory.filePath(u"b"_s);
        const auto keyring = session->keys();
        KeyringEditor editor(*keyring, vault.options().kdfLimits, vault.clock.nowMs());
        QVERIFY(editor.revokeUser(ben));
        auto finished = editor.finish();
        QVERIFY(finished);
        const Keyring &fresh = finished->keyring;
        const auto commit = [&]() -> Result<> {
            dwtest::copyDirectory(vault.path(), beforeCommit);
            DW_TRY(vault.vault().writeHeaderCopy(fresh.header(), fresh.headerMacKey()));
            DW_TRY(vault.vault().writeSlots(fresh.content(), fresh.slotsMacKey()));
            dwtest::copyDirectory(vault.path(), afterCommit);
            return fail(ErrorCode::Io, u"disk.full"_s);
        };
        const auto rekeyed = session->store().rekey(fresh.levelKey(2), {fresh.levelKey(3), fresh.levelKey(4)}, commit);
        QCOMPARE(rekeyed.error().reason, u"disk.full"_s);
        QVERIFY(!QFile::exists(vault.vault().databaseFile(2) + u".rekey"_s));
        QVERIFY(session->store().verifyTrail()->isClean()); // still with the former keys
        session.reset();

        SessionOptions options = vault.options();
        for (const QString &image : {beforeCommit, afterCommit}) {
            QVERIFY(QFile::exists(VaultDirectory(image).databaseFile(4) + u".rekey"_s));
            options.stateDirectory = vault.directory.filePath(u"state-"_s + QFileInfo(image).fileName());
            const auto opened = Session::unlock(image, u"mia"_s, VaultFixture::secret("owner passphrase"), {}, options);
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().reason));
            QVERIFY((*opened)->store().verifyTrail()->isClean());
            for (int level = 2; level <= 4; ++level)
                QVERIFY(!QFile::exists(VaultDirectory(image).databaseFile(level) + u".rekey"_s));
            const AccountCard *card = (*opened)->keys()->card(ben);
            QCOMPARE(card->status == AccountCard::Status::Revoked, image == afterCommit);
        }
    }

    void passphrases()
    {
        QVERIFY(!passphrase::check(VaultFixture::secret("short"), {}));
        QVERIFY(!passphrase::check(VaultFixture::secret("passwordpassword"), {}));
        QVERIFY(!passphrase::check(VaultFixture::secret("miamiamiamia"), {u"mia"_s}));
        QVERIFY(passphrase::check(VaultFixture::secret("vexed-otter-plum-96-sill"), {u"mia"_s}));
        const SecretBytes made = passphrase::generate();
        QCOMPARE(made.size(), std::size_t(35));
        QVERIFY(passphrase::check(made));
        QVERIFY(!made.equals(passphrase::generate()));
        QVERIFY(passphrase::strengthBits(SecretBytes::copyOf(QByteArray(5000, 'q'))) < 40);
    }
};

DW_TEST(TestAccounts)
#include "tst_accounts.moc"
