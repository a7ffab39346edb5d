#include "core/engines/crypto/hash.h"
#include "core/store/keyringeditor.h"
#include "core/store/recoverykey.h"
#include "core/store/vaultlock.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 now = 1'772'442'000'000;

Credentials credentials(const QString &name)
{
    const QByteArray passphrase = name.toUtf8() + " passphrase";
    return {name, SecretBytes::copyOf(passphrase), {}};
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray flipped(QByteArray bytes, qsizetype at, int bit)
{
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
    return bytes;
}

/// Header and slots of a vault with owner mia (4), reviewer ben (3) and counsel zoe (2).
class Files
{
public:
    Files()
    {
        recovery = recoverykey::generate();
        KeyringEditor::NewVault wanted {VaultId::create(), u"Heron"_s, credentials(u"mia"_s), kdf, recovery.clone()};
        auto made = KeyringEditor::createVault(wanted, limits, now);
        if (!made || !directory.create())
            qFatal("no vault");
        save(made->keyring);
        const Keyring mia = take(open(u"mia"_s));
        KeyringEditor editor(mia, limits, now);
        ben = add(editor, u"ben"_s, Role::Reviewer, 3);
        zoe = add(editor, u"zoe"_s, Role::LegalCounsel, 2);
        save(take(editor.finish()).keyring);
    }

    template <typename T>
    static T take(Result<T> result)
    {
        if (!result)
            qFatal("%s %s", qPrintable(result.error().reason), qPrintable(result.error().detail));
        return std::move(*result);
    }

    AccountId add(KeyringEditor &editor, const QString &name, Role role, int clearance) const
    {
        AccountCard card;
        card.role = role;
        card.clearance = clearance;
        return take(editor.addUser(card, credentials(name), kdf));
    }

    void save(const Keyring &keyring) const
    {
        take(directory.writeSlots(keyring.content(), keyring.slotsMacKey()).map([] { return true; }));
        take(directory.writeHeader(keyring.header(), keyring.headerMacKey()).map([] { return true; }));
    }

    Result<Keyring> open(const QString &name) const
    {
        return Keyring::unlock(directory, credentials(name), now, limits);
    }

    /// Writes a slots.bin made by somebody who holds the store key (an insider).
    Result<Keyring> openWith(const Slots &content, const SecretBytes &macKey, const QString &name) const
    {
        take(directory.writeSlots(content, macKey).map([] { return true; }));
        return open(name);
    }

    QTemporaryDir temporary;
    VaultDirectory directory {temporary.filePath(u"Heron.dealvault"_s)};
    KdfParams kdf {8, 1, 1};
    KdfLimits limits = KdfLimits::forTests();
    SecretBytes recovery;
    AccountId ben;
    AccountId zoe;
};

} // namespace

// header.bin and slots.bin under a microscope: whatever is changed in them is refused, or changes nothing.
class TestVaultFiles final : public QObject
{
    Q_OBJECT

private slots:
    void keysFollowTheClearance()
    {
        const Files files;
        const Keyring mia = Files::take(files.open(u"mia"_s));
        const Keyring ben = Files::take(files.open(u"ben"_s));
        const Keyring zoe = Files::take(files.open(u"zoe"_s));
        QVERIFY(mia.isCleared(4) && ben.isCleared(3) && !ben.isCleared(4) && zoe.isCleared(2) && !zoe.isCleared(3));
        QVERIFY(mia.levelKey(3).equals(ben.levelKey(3)));
        QVERIFY(mia.levelKey(2).equals(zoe.levelKey(2)));
        QVERIFY(ben.levelKey(4).isEmpty() && zoe.levelKey(3).isEmpty());
        QVERIFY(!mia.levelKey(3).equals(mia.levelKey(4)));
        QVERIFY(mia.root() && !ben.root());
        QCOMPARE(ben.own().role, Role::Reviewer);
        QCOMPARE(zoe.card(files.ben)->name, u"ben"_s);
    }

    void noNamesInClear()
    {
        const Files files;
        for (const QString &path : {files.directory.headerFile(), files.directory.slotsFile()}) {
            const QByteArray bytes = read(path);
            QVERIFY(!bytes.isEmpty());
            for (const char *word : {"mia", "ben", "zoe", "owner", "reviewer", "legal", "recovery"})
                QVERIFY2(!bytes.contains(word), word);
        }
    }

    void everyFlippedHeaderBitIsHarmlessOrRefused()
    {
        const Files files;
        const QString path = files.directory.headerFile();
        const QByteArray good = read(path);
        const VaultHeader header = files.directory.readHeader()->header;
        for (qsizetype at = 0; at < good.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                const auto parsed = VaultHeaderFile::parse(flipped(good, at, bit));
                QVERIFY(parsed); // the other copy is whole
                QVERIFY(parsed->needsRepair && parsed->header.isSameVault(header));
            }
        }
        // The same damage in both copies.
        for (qsizetype at = 0; at < VaultHeader::copySize; ++at) {
            const auto parsed = VaultHeaderFile::parse(flipped(flipped(good, at, 3), at + VaultHeader::copySize, 3));
            QVERIFY(!parsed);
            QCOMPARE(parsed.error().reason, at < 8 ? u"vault.not_a_vault"_s : u"vault.header_damaged"_s);
        }
        for (qsizetype size = 0; size < good.size(); ++size) {
            const auto parsed = VaultHeaderFile::parse(good.first(size));
            QCOMPARE(parsed.has_value(), size >= VaultHeader::copySize);
        }
        write(path, flipped(good, 40, 1));
        QVERIFY(files.open(u"mia"_s));
    }

    void aHeaderOfSomebodyElseIsRefused()
    {
        const Files files;
        VaultHeader header = files.directory.readHeader()->header;
        const SecretBytes wrongKey(32);
        // Undamaged, but not authentic: alone, and beside a good copy.
        write(files.directory.headerFile(), header.toCopy(wrongKey) + header.toCopy(wrongKey));
        QCOMPARE(files.open(u"mia"_s).error().reason, u"vault.header_tampered"_s);

        const Files other;
        header = other.directory.readHeader()->header;
        const QByteArray good = read(other.directory.headerFile()).first(VaultHeader::copySize);
        VaultHeader cheaper = header;
        cheaper.kdfFloor = {1, 1, 1};
        cheaper.sequence = 99;
        write(other.directory.headerFile(), good + cheaper.toCopy(wrongKey));
        QCOMPARE(other.open(u"mia"_s).error().reason, u"vault.header_tampered"_s);
        VaultHeader otherRoot = header;
        otherRoot.rootPublicKey = SigningKey::generate().publicKey();
        write(other.directory.headerFile(), otherRoot.toCopy(wrongKey) + otherRoot.toCopy(wrongKey));
        QCOMPARE(other.open(u"mia"_s).error().reason, u"vault.header_tampered"_s);
    }

    void newerFormatsAreLeftAlone()
    {
        const Files files;
        VaultHeader header = files.directory.readHeader()->header;
        header.format = 2;
        const QByteArray copy = header.toCopy(SecretBytes(32));
        write(files.directory.headerFile(), copy + copy);
        const auto newer = files.open(u"mia"_s);
        QCOMPARE(newer.error(), (Error {ErrorCode::Unsupported, u"vault.newer_version"_s, {u"2"_s}, {}}));
        QCOMPARE(read(files.directory.headerFile()), copy + copy);
    }

    void everyFlippedSlotsByteIsRefused()
    {
        const Files files;
        QFile::remove(files.directory.slotsCopyFile());
        const QByteArray good = read(files.directory.slotsFile());
        for (qsizetype at = 0; at < good.size(); ++at) {
            const auto parsed = Slots::parse(flipped(good, at, int(at % 8)));
            QVERIFY(!parsed);
            QCOMPARE(parsed.error().reason, u"vault.slots_damaged"_s);
        }
        for (qsizetype size = 0; size < good.size(); ++size)
            QVERIFY(!Slots::parse(good.first(size)));
        QVERIFY(!Slots::parse(good + '\0'));
        write(files.directory.slotsFile(), flipped(good, good.size() / 2, 0));
        QCOMPARE(files.open(u"mia"_s).error().reason, u"vault.slots_damaged"_s);
        QFile::remove(files.directory.slotsFile());
        QCOMPARE(files.open(u"mia"_s).error().reason, u"vault.slots_missing"_s);
    }

    // The checksum can be made right again by anybody: then the MAC, the signatures or the AEAD must refuse.
    void everyFlippedSlotsByteWithARightChecksumIsRefused()
    {
        const Files files;
        const QByteArray good = read(files.directory.slotsFile());
        const VaultHeaderFile header = *files.directory.readHeader();
        const Credentials mia = credentials(u"mia"_s);
        const auto openBytes = [&](const QByteArray &bytes) -> Result<Keyring> {
            DW_ASSIGN(Slots content, Slots::parse(bytes));
            return Keyring::unlock(header, {std::move(content), bytes}, mia, now, files.limits);
        };
        for (qsizetype at = 0; at < good.size() - 32; ++at) {
            QByteArray bad = flipped(good.chopped(32), at, int(at % 8));
            bad += sha256(bad);
            const auto opened = openBytes(bad);
            QVERIFY2(!opened, qPrintable(QString::number(at)));
            const QString reason = opened.error().reason;
            const bool isKnown = reason.startsWith("vault."_L1) || reason.startsWith("kdf."_L1);
            QVERIFY2(isKnown, qPrintable(reason));
        }
        QVERIFY(openBytes(good));
    }

    void theCopyOfSlotsHelps()
    {
        const Files files;
        const QByteArray good = read(files.directory.slotsFile());
        write(files.directory.slotsFile(), good.first(100));
        QVERIFY(files.open(u"ben"_s));
        QVERIFY(files.directory.readSlots()->isFromCopy);
        QFile::remove(files.directory.slotsFile());
        QVERIFY(files.open(u"ben"_s));
    }

    void costOutsideTheLimitsIsRefusedBeforeItIsPaid()
    {
        const Files files;
        const Keyring mia = Files::take(files.open(u"mia"_s));
        for (const KdfParams &kdf : {KdfParams {7, 1, 1}, {8, 0, 1}, {8, 1, 0}, {8, 1, 2}, {0xffffffff, 1, 1}, {8, 1000, 1}, {8, 1, 99}}) {
            Slots content = mia.content();
            for (PassphraseSlot &slot : content.slotList)
                slot.kdf = kdf;
            const auto opened = files.openWith(content, mia.slotsMacKey(), u"mia"_s);
            QVERIFY(opened.error().reason.startsWith("kdf."_L1));
        }
        // Within the limits, but not what the slot was made with.
        Slots content = mia.content();
        for (PassphraseSlot &slot : content.slotList)
            slot.kdf = {9, 1, 1};
        QCOMPARE(files.openWith(content, mia.slotsMacKey(), u"mia"_s).error().reason, u"vault.wrong_passphrase"_s);
    }

    void swappedSlotsAndEnvelopesAreRefused()
    {
        const Files files;
        const Keyring mia = Files::take(files.open(u"mia"_s));
        const SecretBytes mac = mia.slotsMacKey(); // an insider: holds the store key, not the root key
        int tried = 0;
        const auto refused = [&](Slots content, const QString &name) {
            ++tried;
            const auto opened = files.openWith(content, mac, name);
            return !opened && opened.error().code != ErrorCode::Internal;
        };
        // Bundles of two slots exchanged.
        Slots content = mia.content();
        std::swap(content.slotList[0].sealedBundle, content.slotList[2].sealedBundle);
        QVERIFY(refused(content, u"mia"_s));
        // Any two envelopes exchanged in whole or in one field, any one dropped or doubled.
        const auto count = mia.content().envelopes.size();
        for (qsizetype a = 0; a < count; ++a) {
            for (qsizetype b = a + 1; b < count; ++b) {
                content = mia.content();
                std::swap(content.envelopes[a].box, content.envelopes[b].box);
                QVERIFY(refused(content, u"zoe"_s));
                std::swap(content.envelopes[a].signature, content.envelopes[b].signature);
                QVERIFY(refused(content, u"zoe"_s));
            }
            content = mia.content();
            const QString name = mia.card(content.envelopes[a].user)->name;
            content.envelopes.append(content.envelopes[a]);
            if (name != roleId(Role::Recovery))
                QVERIFY(refused(content, name));
            content = mia.content();
            content.envelopes.removeAt(a);
            if (name != roleId(Role::Recovery))
                QVERIFY(refused(content, name));
            content = mia.content();
            ++content.envelopes[a].epoch;
            QVERIFY(refused(content, u"mia"_s));
        }
        // Cards, level entries and the authority are the root's.
        content = mia.content();
        std::swap(content.users[0].sealedCard, content.users[1].sealedCard);
        QVERIFY(refused(content, u"mia"_s));
        content = mia.content();
        content.levels[2].inboxKey = ExchangeKey::generate().publicKey();
        QVERIFY(refused(content, u"zoe"_s));
        content = mia.content();
        content.authority += 'x';
        QVERIFY(refused(content, u"zoe"_s));
        QVERIFY(tried > 50);
        QVERIFY(files.openWith(mia.content(), mac, u"zoe"_s));
    }

    void anInsiderCannotPromoteOrSlipInKeys()
    {
        const Files files;
        const Keyring ben = Files::take(files.open(u"ben"_s));
        // ben signs himself a card as owner with his own key, for he has no other.
        Slots content = ben.content();
        for (UserEntry &entry : content.users) {
            if (entry.id != files.ben)
                continue;
            AccountCard card = ben.own();
            card.role = Role::Owner;
            card.clearance = 4;
            entry.cardHash = sha256(card.toBytes());
            entry.signature = ben.secrets().signing.sign(entry.signedBytes(content.vault));
        }
        QCOMPARE(files.openWith(content, ben.slotsMacKey(), u"ben"_s).error().reason, u"vault.slots_tampered"_s);
        // Nor does the editor help him.
        KeyringEditor editor(ben, files.limits, now);
        AccountCard card;
        QCOMPARE(editor.addUser(card, credentials(u"eve"_s), files.kdf).error().reason, u"account.owner_only"_s);
        QCOMPARE(editor.revokeUser(files.zoe).error().reason, u"account.owner_only"_s);
        QCOMPARE(editor.rotateLevels(2).error().reason, u"account.owner_only"_s);
    }

    void revokingGivesNewKeysToTheOthersAlone()
    {
        const Files files;
        const Keyring before = Files::take(files.open(u"ben"_s));
        const Keyring mia = Files::take(files.open(u"mia"_s));
        KeyringEditor editor(mia, files.limits, now);
        QVERIFY(editor.revokeUser(files.ben));
        const auto finished = editor.finish();
        QVERIFY(finished && finished->isRekeyed);
        files.save(finished->keyring);
        QCOMPARE(files.open(u"ben"_s).error().reason, u"vault.wrong_passphrase"_s);
        const Keyring after = Files::take(files.open(u"mia"_s));
        QVERIFY(!after.levelKey(2).equals(before.levelKey(2)));
        QVERIFY(!after.levelKey(3).equals(before.levelKey(3)));
        QVERIFY(after.levelKey(4).equals(mia.levelKey(4))); // ben never had it
        QVERIFY(Files::take(files.open(u"zoe"_s)).levelKey(2).equals(after.levelKey(2)));
        QCOMPARE(after.signingKeysOf(files.ben), before.secrets().signing.publicKey()); // for the trail
        // An older slots.bin does not bring him back: its keys open nothing any more, its MAC is another's.
        QVERIFY(files.openWith(before.content(), before.slotsMacKey(), u"ben"_s).has_value() == false);
    }

    void upwardAndPersonalMessages()
    {
        const Files files;
        const Keyring mia = Files::take(files.open(u"mia"_s));
        const Keyring ben = Files::take(files.open(u"ben"_s));
        const Keyring zoe = Files::take(files.open(u"zoe"_s));
        const QByteArray up = *zoe.sealToLevel(4, "seen in the lift", "incident");
        QCOMPARE(mia.openFromLevel(4, up, "incident")->view().toByteArray(), QByteArray("seen in the lift"));
        QCOMPARE(ben.openFromLevel(4, up, "incident").error().reason, u"level.not_cleared"_s);
        QVERIFY(!zoe.openFromLevel(4, up, "incident"));
        QVERIFY(!mia.openFromLevel(3, up, "incident"));
        QVERIFY(!mia.openFromLevel(4, up, "another place"));
        // After new keys, older messages still open.
        KeyringEditor editor(mia, files.limits, now);
        QVERIFY(editor.rotateLevels(4));
        const auto finished = editor.finish();
        QCOMPARE(finished->keyring.openFromLevel(4, up, "incident")->view().toByteArray(), QByteArray("seen in the lift"));

        const QByteArray box = *zoe.sealToAccount(files.ben, "for you", "speakup");
        QCOMPARE(ben.openOwn(box, "speakup")->view().toByteArray(), QByteArray("for you"));
        QVERIFY(!mia.openOwn(box, "speakup") && !zoe.openOwn(box, "speakup"));
    }

    void recoveryTextSurvivesTyping()
    {
        for (int i = 0; i < 50; ++i) {
            const SecretBytes key = recoverykey::generate();
            QByteArray text = recoverykey::toText(key).view().toByteArray();
            QVERIFY(recoverykey::parse(SecretBytes::copyOf(text))->equals(key));
            text.replace('0', 'o').replace('1', 'l').replace('-', "  ");
            QVERIFY(recoverykey::parse(SecretBytes::copyOf(text.toLower()))->equals(key));
            text = recoverykey::toText(key).view().toByteArray();
            const int at = (i * 7) % 71;
            if (text[at] != '-') {
                text[at] = text[at] == 'Z' ? 'Y' : 'Z';
                const auto parsed = recoverykey::parse(SecretBytes::copyOf(text));
                QVERIFY(!parsed || parsed->equals(key));
            }
        }
        QCOMPARE(recoverykey::parse(SecretBytes::copyOf("ABC")).error().args, (QStringList {u"3"_s, u"63"_s}));
    }

    void theLockNamesItsHolder()
    {
        QTemporaryDir temporary;
        const QString path = temporary.filePath(u"lock"_s);
        {
            const auto lock = VaultLock::acquire(path);
            QVERIFY(lock);
            const auto second = VaultLock::acquire(path);
            QCOMPARE(second.error().reason, u"vault.in_use"_s);
            QCOMPARE(second.error().args.value(1), QString::number(QCoreApplication::applicationPid()));
            QVERIFY(VaultLock::holder(path).isThisHost);
        }
        QVERIFY(VaultLock::acquire(path)); // the file stays, the lock is gone
        QFile link(temporary.filePath(u"link"_s));
        QVERIFY(QFile::link(path, link.fileName()));
        QVERIFY(!VaultLock::acquire(link.fileName()));
    }
};

DW_TEST(TestVaultFiles)
#include "tst_vaultfiles.moc"
