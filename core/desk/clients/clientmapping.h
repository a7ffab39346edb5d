#pragma once

#include "core/base/result.h"
#include "core/engines/office/tablebatch.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace dw {

/// What a column of a client list means.
enum class ClientRole {
    Ignore, ///< Not imported.
    Keep, ///< Imported under its own heading.
    Name,
    Alias,
    Contact,
    Identifier,
    Phone,
    Email,
    Address,
    Account,
    Revenue,
    Level,
    FreeText,
};

QString clientRoleId(ClientRole role); ///< "name", "alias", "contact", ... as in mapping files.
std::optional<ClientRole> clientRoleFromId(QStringView id);
QList<ClientRole> allClientRoles();

/// How the columns of a list are read. Saved with each import, and as the mapping files of the command line:
/// {"header": true, "columns": {"客户名称": "name", "备注": "ignore"}, "levels": {"机密": 4}}; a column may also be
/// named by its number from 1 ("#3"). Columns that are not named are kept under their heading.
struct ClientMapping {
    struct Column {
        QString heading;
        ClientRole role = ClientRole::Keep;
        QString evidence; ///< Why it is proposed: "heading", "content" or "chosen".
        QString found {}; ///< What most of its cells hold, a type of the finder; empty = nothing that stands out.
        int foundCells = 0; ///< Of the sample's cells, those that hold it.
        int filledCells = 0; ///< Of the sample.
        int level = 0; ///< That its content speaks for; 0 = none.
    };

    QList<Column> columns;
    bool hasHeader = true; ///< The first row holds headings.
    QHash<QString, int> levelWords; ///< Further words of the level column; go before the built-in ones.

    int columnOf(ClientRole role) const; ///< First with the role; -1 if none.
    QJsonObject toJson() const;
};

/// Proposes a role for every column from headings (Chinese and English) and from what the cells look like.
/// `sample`: the first rows of the list, headings included.
ClientMapping proposeMapping(const TableBatch &sample);

/// A mapping file laid over a proposal for the same list. Errors: "mapping.malformed",
/// "mapping.no_such_column" {heading}, "mapping.no_such_role" {id}.
Result<ClientMapping> applyMapping(const ClientMapping &proposal, const QJsonObject &file);

/// Whether a list can be imported with it: exactly one name column ("mapping.no_name", "mapping.two_names"), no
/// other role twice except alias, keep and ignore ("mapping.role_twice" {role}).
Result<> checkMapping(const ClientMapping &mapping);

/// Level 1-4 of a word such as "内部", "L3", "restricted"; 0 if it is none.
int levelOfWord(const QString &word, const QHash<QString, int> &further = {});

/// The grades of state secrets. A company may not use them for its own levels: such a row is kept at level 4 and
/// counsel is asked.
bool isStateSecretWord(const QString &word);

} // namespace dw
