#pragma once

#include <QStringList>
#include <QVariantMap>

namespace dw {

/// What an imported list contains, as far as its level depends on it.
struct ListFacts {
    qint64 subjects = 0; ///< Rows with a name.
    qint64 sensitiveItems = 0; ///< Identity and account numbers.
    bool hasPersonal = false;
    bool hasStateSecretWord = false;
};

/// A level that the rules propose, and why.
struct LevelProposal {
    int level = 2;
    QStringList reasons; ///< Ids, strongest first: "level.important_data", "level.price_list", ...; ui/text has the words.
    bool needsCounsel = false;

    bool operator==(const LevelProposal &) const = default;
};

/// When volume raises a set to level 4 (deal settings).
struct VolumeLimits {
    qint64 subjects = 100;
    qint64 sensitiveItems = 10;
};

/// The rules of PIPL 28 and GB/T 43697 as the deal uses them: sensitive personal information or a trade secret
/// is at least 3; competitively sensitive to a competitor buyer, a price list per client, important data, and
/// volume are 4. `asset`: values of a data_asset.
LevelProposal proposeLevel(const QVariantMap &asset, bool hasCompetitorBuyer, const ListFacts &facts, const VolumeLimits &limits);

} // namespace dw
