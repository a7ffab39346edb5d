#pragma once

#include "core/desk/documents/documentservice.h"
#include "core/store/blobstore.h"
#include "core/worker/workerclient.h"
#include "tests/support/samplepdf.h"
#include "tests/support/storefixture.h"

#include <QDirIterator>
#include <QFile>

#include <csignal>
#include <unistd.h>

namespace dwtest {

/// Kills the worker while it is asked something, as a hostile file would bring it down.
class KillingJob final : public dw::JobContext
{
public:
    /// The first `spared` requests are left alone.
    explicit KillingJob(int spared = 0)
        : m_spared(spared)
    {
    }

    dw::Result<> step(qint64, qint64) override { return {}; }

    bool isStopRequested() const override
    {
        QFile list(QStringLiteral("/proc/self/task/%1/children").arg(::gettid()));
        if (!list.open(QIODevice::ReadOnly))
            return false;
        for (const QByteArray &child : list.readAll().split(' ')) {
            const pid_t pid = child.trimmed().toInt();
            if (pid > 0 && !m_seen.contains(pid)) {
                m_seen.insert(pid);
                if (m_seen.size() > m_spared)
                    ::kill(pid, SIGKILL);
            }
        }
        return false;
    }

private:
    int m_spared;
    mutable QSet<pid_t> m_seen;
};

/// Documents over a real store, real blobs and the real worker, used by several people one after the other.
class DocumentFixture
{
public:
    explicit DocumentFixture(const QString &program = QStringLiteral(DW_BIN_DIR "/dealward-worker"))
        : blobs(fixture.directory.filePath(QStringLiteral("blobs")), fixture.vault)
        , worker(program)
    {
        store = fixture.create();
        addAccount();
        serve();
    }

    /// Another account signs in; it is made when `name` is new.
    void become(const QString &name, dw::Role role, int clearance = 4)
    {
        documents.reset();
        store.reset();
        const bool isNew = !accounts.contains(name);
        if (isNew)
            accounts.insert(name, dw::AccountId::create());
        fixture.actor.id = accounts.value(name);
        fixture.actor.name = name;
        fixture.actor.role = role;
        store = fixture.reopen(clearance);
        if (isNew)
            addAccount();
        serve();
    }

    dw::Result<dw::DocumentImportOutcome> import(const QByteArray &bytes, const QString &name = QStringLiteral("file.pdf"), int level = 3)
    {
        dw::DocumentImportRequest request;
        request.bytes = bytes;
        request.fileName = name;
        request.level = level;
        return documents->imports().importFile(request, job);
    }

    dw::DocumentVersion version(const dw::VersionId &id) const { return documents->version(id).value(); }

    /// Names of the actions in the trail, in order.
    QStringList actions() const
    {
        QStringList names;
        const auto rows = store->read([](const dw::ReadTx &tx) { return tx.query(QStringLiteral("SELECT name FROM audit ORDER BY seq")); });
        for (const dw::Row &row : rows.value())
            names.append(row.value(QStringLiteral("name")).toString());
        return names;
    }

    /// What lies in the vault's directory, all of it.
    QByteArray everyByteOnDisk() const
    {
        QByteArray all;
        QDirIterator it(fixture.directory.path(), QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

    int blobCount() const { return int(blobs.list().size()); }

    StoreFixture fixture;
    dw::BlobStore blobs;
    dw::WorkerClient worker;
    dw::NoJobContext job;
    QList<dw::ProtectedName> clientNames;
    std::unique_ptr<dw::Store> store;
    std::unique_ptr<dw::DocumentService> documents;

private:
    void serve()
    {
        documents = std::make_unique<dw::DocumentService>(*store, blobs, worker,
            [this]() -> dw::Result<QList<dw::ProtectedName>> { return clientNames; });
    }

    void addAccount()
    {
        accounts.insert(fixture.actor.name, fixture.actor.id);
        const auto added = store->write({QStringLiteral("account.add"), QStringLiteral("account"), {}, {}}, [&](dw::WriteTx &tx) {
            return tx.records().insert(QStringLiteral("account"),
                {{QStringLiteral("name"), fixture.actor.name}, {QStringLiteral("account_role"), dw::roleId(fixture.actor.role)},
                    {QStringLiteral("clearance"), fixture.actor.clearance}},
                fixture.actor.id.as<dw::RecordTag>());
        });
        if (!added)
            qFatal("account: %s %s", qPrintable(added.error().reason), qPrintable(added.error().detail));
    }

    QHash<QString, dw::AccountId> accounts;
};

} // namespace dwtest
