#pragma once

#include "core/desk/clients/clientimport.h"
#include "core/desk/clients/levelproposal.h"
#include "core/domain/record.h"

#include <QHash>
#include <QSet>

#include <array>

namespace dw {

class Connection;
class ReadTx;
class Statement;
class WriteTx;

/// The table client_record in the files of the levels.
namespace clientrows {

/// File that holds content of a level: 2 (store.db), 3 or 4.
int fileOf(int level);

/// Writes rows of one import, each into the file of its level.
class Writer
{
public:
    Writer(WriteTx &tx, AssetId asset, RecordId import, int baseLevel);
    ~Writer();

    /// Returns the level the row is kept at; above the account's clearance it is sealed and filed later.
    Result<int> write(const ClientRow &row);

private:
    Result<Statement *> statement(int file);

    WriteTx &m_tx;
    QString m_asset;
    QString m_import;
    int m_baseLevel;
    std::array<std::unique_ptr<Statement>, 5> m_statements;
};

/// Moves the asset's rows into the files they belong to at `level`. A row never goes below its own level.
Result<> moveAsset(WriteTx &tx, const RecordId &asset, int level);

/// Keys (ClientRowReader::keyOf) of the asset's rows that are in force and visible to this session.
Result<QSet<QByteArray>> keysOf(const ReadTx &tx, const AssetId &asset);

/// What the asset's rows in force contain, as far as this session may see them.
Result<ListFacts> factsOf(const ReadTx &tx, const RecordId &asset);

/// Decided level by asset id.
Result<QHash<QString, int>> assetLevels(const ReadTx &tx);

/// Imports in force, as text ids.
Result<QSet<QString>> importsInForce(const ReadTx &tx);

} // namespace clientrows
} // namespace dw
