#include "core/desk/measures/selfreport.h"

#include "core/desk/facts.h"
#include "core/store/store.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr int blobsLookedAt = 64;

bool beginsPlain(const QString &path)
{
    static const QList<QByteArray> plain {"SQLite format 3", "%PDF", "PK\x03\x04", "\x89PNG", "\xff\xd8\xff", "<?xml", "{\\rtf"};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(16);
    return std::any_of(plain.begin(), plain.end(), [&](const QByteArray &magic) { return head.startsWith(magic); });
}

Fact cipherFact(const ReadTx &tx, const QString &directory)
{
    const auto rows = tx.query(u"PRAGMA cipher_version"_s);
    const QString version = rows && !rows->isEmpty() && !rows->first().isEmpty() ? rows->first().first().toString() : QString();
    const QStringList names = QDir(directory).entryList({u"*.db"_s}, QDir::Files);
    const bool anyPlain = std::any_of(names.begin(), names.end(), [&](const QString &name) { return beginsPlain(QDir(directory).filePath(name)); });
    return {u"vault.cipher"_s, {}, !version.isEmpty() && !names.isEmpty() && !anyPlain, u"SQLCipher "_s + version};
}

Fact blobFact(const QString &directory)
{
    int count = 0;
    bool anyPlain = false;
    for (QDirIterator it(QDir(directory).filePath(u"blobs"_s), QDir::Files, QDirIterator::Subdirectories); it.hasNext() && count < blobsLookedAt; ++count)
        anyPlain = anyPlain || beginsPlain(it.next());
    return {u"vault.blobs_encrypted"_s, {}, !anyPlain, u"XChaCha20-Poly1305"_s};
}

Result<bool> isKnown(const ReadTx &tx, const Fact &fact)
{
    RecordFilter filter;
    filter.equals.insert(u"name"_s, fact.name);
    DW_ASSIGN(const auto row, tx.records().first(u"fact"_s, filter));
    return row && row->flag(u"holds"_s) == fact.holds && row->text(u"fact_value"_s) == fact.value
        && row->integer(u"measured_at"_s) > tx.store().clock().nowMs() - dayMs;
}

} // namespace

Result<> writeSelfReport(Store &store, const SelfReport &report)
{
    QList<Fact> facts {blobFact(report.directory), {u"vault.kdf"_s, {}, report.isKdfCurrent, report.kdf},
        {u"vault.format"_s, {}, report.isFormatCurrent, report.format}, {u"app.version"_s, {}, true, report.version}};
    const auto allKnown = store.read([&](const ReadTx &tx) -> Result<bool> {
        facts.prepend(cipherFact(tx, report.directory));
        bool all = true;
        for (const Fact &fact : std::as_const(facts)) {
            DW_ASSIGN(const bool known, isKnown(tx, fact));
            all = all && known;
        }
        return all;
    });
    if (!allKnown)
        return failed(allKnown);
    if (*allKnown)
        return {};
    return store.write({u"vault.self_report"_s, u"fact"_s, {}, {}}, [&](WriteTx &tx) -> Result<> {
        for (const Fact &fact : std::as_const(facts))
            DW_TRY(writeFact(tx, fact));
        return {};
    });
}

} // namespace dw
