#include "core/desk/clients/clientmapping.h"

#include "core/desk/clients/clientindex.h"
#include "core/engines/find/classifier.h"
#include "core/engines/find/finder.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int sampledCells = 200;
const QString levelContent = u"level"_s; // words that name levels

struct RoleName {
    ClientRole role;
    QLatin1StringView id;
};

constexpr std::array roleNames {
    RoleName {ClientRole::Name, "name"_L1},
    RoleName {ClientRole::Alias, "alias"_L1},
    RoleName {ClientRole::Contact, "contact"_L1},
    RoleName {ClientRole::Identifier, "identifier"_L1},
    RoleName {ClientRole::Phone, "phone"_L1},
    RoleName {ClientRole::Email, "email"_L1},
    RoleName {ClientRole::Address, "address"_L1},
    RoleName {ClientRole::Account, "account"_L1},
    RoleName {ClientRole::Revenue, "revenue"_L1},
    RoleName {ClientRole::Level, "level"_L1},
    RoleName {ClientRole::FreeText, "free_text"_L1},
    RoleName {ClientRole::Keep, "keep"_L1},
    RoleName {ClientRole::Ignore, "ignore"_L1},
};

struct HeadingWord {
    ClientRole role;
    QStringView word; ///< Folded, without spaces; a leading '=' means the heading must be just this.
};

/// Within a role the stronger word stands first: an identity number identifies better than a running number.
constexpr std::array headingWords {
    HeadingWord {ClientRole::Name, u"客户名称"}, HeadingWord {ClientRole::Name, u"公司名称"},
    HeadingWord {ClientRole::Name, u"企业名称"}, HeadingWord {ClientRole::Name, u"单位名称"},
    HeadingWord {ClientRole::Name, u"clientname"}, HeadingWord {ClientRole::Name, u"customername"},
    HeadingWord {ClientRole::Name, u"companyname"}, HeadingWord {ClientRole::Name, u"accountname"},
    HeadingWord {ClientRole::Name, u"客户姓名"}, HeadingWord {ClientRole::Name, u"fullname"},
    HeadingWord {ClientRole::Name, u"=客户"}, HeadingWord {ClientRole::Name, u"=名称"},
    HeadingWord {ClientRole::Name, u"=姓名"}, HeadingWord {ClientRole::Name, u"=client"},
    HeadingWord {ClientRole::Name, u"=customer"}, HeadingWord {ClientRole::Name, u"=company"},
    HeadingWord {ClientRole::Name, u"=name"},
    HeadingWord {ClientRole::Alias, u"别名"}, HeadingWord {ClientRole::Alias, u"简称"},
    HeadingWord {ClientRole::Alias, u"曾用名"}, HeadingWord {ClientRole::Alias, u"英文名"},
    HeadingWord {ClientRole::Alias, u"alias"}, HeadingWord {ClientRole::Alias, u"shortname"},
    HeadingWord {ClientRole::Alias, u"tradingname"},
    HeadingWord {ClientRole::Contact, u"联系人"}, HeadingWord {ClientRole::Contact, u"联络人"},
    HeadingWord {ClientRole::Contact, u"经办人"}, HeadingWord {ClientRole::Contact, u"contactperson"},
    HeadingWord {ClientRole::Contact, u"contactname"}, HeadingWord {ClientRole::Contact, u"contact"},
    HeadingWord {ClientRole::Contact, u"法定代表人"},
    HeadingWord {ClientRole::Identifier, u"身份证"}, HeadingWord {ClientRole::Identifier, u"证件号"},
    HeadingWord {ClientRole::Identifier, u"统一社会信用代码"}, HeadingWord {ClientRole::Identifier, u"信用代码"},
    HeadingWord {ClientRole::Identifier, u"idnumber"}, HeadingWord {ClientRole::Identifier, u"nationalid"},
    HeadingWord {ClientRole::Identifier, u"taxid"}, HeadingWord {ClientRole::Identifier, u"registrationno"},
    HeadingWord {ClientRole::Identifier, u"客户编号"}, HeadingWord {ClientRole::Identifier, u"客户代码"},
    HeadingWord {ClientRole::Identifier, u"clientid"}, HeadingWord {ClientRole::Identifier, u"customerid"},
    HeadingWord {ClientRole::Identifier, u"clientno"}, HeadingWord {ClientRole::Identifier, u"identifier"},
    HeadingWord {ClientRole::Identifier, u"=编号"}, HeadingWord {ClientRole::Identifier, u"=id"},
    HeadingWord {ClientRole::Identifier, u"=no"},
    HeadingWord {ClientRole::Phone, u"手机"}, HeadingWord {ClientRole::Phone, u"联系电话"},
    HeadingWord {ClientRole::Phone, u"电话"}, HeadingWord {ClientRole::Phone, u"mobile"},
    HeadingWord {ClientRole::Phone, u"phone"}, HeadingWord {ClientRole::Phone, u"telephone"},
    HeadingWord {ClientRole::Phone, u"=tel"},
    HeadingWord {ClientRole::Email, u"电子邮箱"}, HeadingWord {ClientRole::Email, u"电子邮件"},
    HeadingWord {ClientRole::Email, u"邮箱"}, HeadingWord {ClientRole::Email, u"email"},
    HeadingWord {ClientRole::Email, u"e-mail"}, HeadingWord {ClientRole::Email, u"=mail"},
    HeadingWord {ClientRole::Address, u"地址"}, HeadingWord {ClientRole::Address, u"住址"},
    HeadingWord {ClientRole::Address, u"住所"}, HeadingWord {ClientRole::Address, u"address"},
    HeadingWord {ClientRole::Account, u"银行账号"}, HeadingWord {ClientRole::Account, u"银行账户"},
    HeadingWord {ClientRole::Account, u"卡号"}, HeadingWord {ClientRole::Account, u"账号"},
    HeadingWord {ClientRole::Account, u"帐号"}, HeadingWord {ClientRole::Account, u"bankaccount"},
    HeadingWord {ClientRole::Account, u"accountno"}, HeadingWord {ClientRole::Account, u"iban"},
    HeadingWord {ClientRole::Revenue, u"营业收入"}, HeadingWord {ClientRole::Revenue, u"销售额"},
    HeadingWord {ClientRole::Revenue, u"营业额"}, HeadingWord {ClientRole::Revenue, u"交易金额"},
    HeadingWord {ClientRole::Revenue, u"合同金额"}, HeadingWord {ClientRole::Revenue, u"收入"},
    HeadingWord {ClientRole::Revenue, u"金额"}, HeadingWord {ClientRole::Revenue, u"revenue"},
    HeadingWord {ClientRole::Revenue, u"turnover"}, HeadingWord {ClientRole::Revenue, u"sales"},
    HeadingWord {ClientRole::Revenue, u"amount"},
    HeadingWord {ClientRole::Level, u"密级"}, HeadingWord {ClientRole::Level, u"保密级别"},
    HeadingWord {ClientRole::Level, u"数据级别"}, HeadingWord {ClientRole::Level, u"敏感级别"},
    HeadingWord {ClientRole::Level, u"classification"}, HeadingWord {ClientRole::Level, u"confidentiality"},
    HeadingWord {ClientRole::Level, u"=level"}, HeadingWord {ClientRole::Level, u"=级别"},
    HeadingWord {ClientRole::FreeText, u"备注"}, HeadingWord {ClientRole::FreeText, u"说明"},
    HeadingWord {ClientRole::FreeText, u"notes"}, HeadingWord {ClientRole::FreeText, u"remark"},
    HeadingWord {ClientRole::FreeText, u"comment"}, HeadingWord {ClientRole::FreeText, u"=note"},
};

QString headingKey(const QString &heading)
{
    QString key = ClientIndex::folded(heading);
    key.removeIf([](QChar c) { return c.isSpace() || c == u'_' || c == u'.' || c == u'*' || c == u':'; });
    return key;
}

struct Match {
    ClientRole role = ClientRole::Keep;
    int score = 0; ///< Between words for one heading: the longer one says more.
    int strength = 0; ///< Between columns for one role: the word that stands earlier above.
};

Match matchHeading(const QString &heading)
{
    const QString key = headingKey(heading);
    Match best;
    int rank = 0;
    for (const HeadingWord &entry : headingWords) {
        ++rank;
        const bool isExactOnly = entry.word.startsWith(u'=');
        const QStringView word = isExactOnly ? entry.word.sliced(1) : entry.word;
        const bool isExact = key == word;
        if (!isExact && (isExactOnly || !key.contains(word)))
            continue;
        // The longer word says more; the order above decides between equals.
        const int score = (isExact ? 10'000 : 0) + static_cast<int>(word.size()) * 200 + 150 - rank;
        if (score > best.score)
            best = {entry.role, score, 1000 - rank};
    }
    return best;
}

ClientRole roleOfFound(const QString &type)
{
    static const QHash<QString, ClientRole> roles {{u"COMPANY"_s, ClientRole::Name}, {u"PERSON"_s, ClientRole::Contact},
        {u"CN_ID"_s, ClientRole::Identifier}, {u"USCC"_s, ClientRole::Identifier}, {u"ORG_CODE"_s, ClientRole::Identifier},
        {u"BIZ_REG_NO"_s, ClientRole::Identifier}, {u"PERM_RES_ID"_s, ClientRole::Identifier}, {u"PASSPORT"_s, ClientRole::Identifier},
        {u"HKMO_PERMIT"_s, ClientRole::Identifier}, {u"TW_PERMIT"_s, ClientRole::Identifier}, {u"HKID"_s, ClientRole::Identifier},
        {u"TW_ID"_s, ClientRole::Identifier}, {u"PHONE"_s, ClientRole::Phone}, {u"EMAIL"_s, ClientRole::Email},
        {u"ADDRESS"_s, ClientRole::Address}, {u"BANK_CARD"_s, ClientRole::Account}, {u"BANK_ACCOUNT"_s, ClientRole::Account},
        {u"IBAN"_s, ClientRole::Account}, {u"AMOUNT"_s, ClientRole::Revenue}};
    return roles.value(type, ClientRole::Keep);
}

ClientRole roleOfType(const QString &type)
{
    return type == levelContent ? ClientRole::Level : roleOfFound(type);
}

/// The type of what fills the cell, as good as wholly.
QString typeOfCell(const Finder &finder, const QString &cell, const QString &heading)
{
    const qsizetype length = cell.toUcs4().size();
    for (const FoundSpan &span : finder.findInCell(cell, heading)) {
        if (span.length() * 5 >= length * 4)
            return span.type;
    }
    return {};
}

bool looksLikeCompany(const QString &text)
{
    static const QRegularExpression company(u"(公司|集团|事务所|合伙企业|银行|\\bLLC|\\bLtd\\.?|\\bInc\\.?|\\bGmbH|\\bLimited)$"_s);
    return company.match(text).hasMatch();
}

bool looksLikeAddress(const QString &text)
{
    static const QRegularExpression address(u"(省|市|区|县).*(路|街|道|号|室)"_s);
    return address.match(text).hasMatch();
}

/// Written like an identity number or a credit code; in a list one or the other may hold a slip.
QString identifierShape(const QString &text)
{
    static const QRegularExpression resident(u"^\\d{17}[\\dXx]$"_s);
    static const QRegularExpression credit(u"^[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}$"_s);
    return resident.match(text).hasMatch() ? u"CN_ID"_s : credit.match(text).hasMatch() ? u"USCC"_s : QString();
}

bool isLevelWord(const QString &text)
{
    return text.size() > 1 && (levelOfWord(text) > 0 || isStateSecretWord(text));
}

/// What a cell holds: what the finder says, else what it looks like by its end or its parts.
QString contentOf(const Finder &finder, const QString &cell, const QString &heading)
{
    if (const QString type = typeOfCell(finder, cell, heading); !type.isEmpty())
        return type;
    if (const QString shape = identifierShape(cell); !shape.isEmpty())
        return shape;
    return looksLikeAddress(cell) ? u"ADDRESS"_s : looksLikeCompany(cell) ? u"COMPANY"_s : isLevelWord(cell) ? levelContent : QString();
}

/// Reads a sample of a column's filled cells and notes what most of them hold: three fifths or more.
void lookInto(ClientMapping::Column &column, const Finder &finder, const TableBatch &sample, int index, qsizetype firstRow)
{
    QHash<QString, int> seen;
    for (qsizetype row = firstRow; row < sample.rowCount() && column.filledCells < sampledCells; ++row) {
        const QString text = sample.text(row, index).trimmed();
        if (text.isEmpty())
            continue;
        ++column.filledCells;
        ++seen[contentOf(finder, text, column.heading)];
    }
    // Different numbers that identify are one meaning; the most frequent names the column.
    QHash<ClientRole, int> roles;
    for (auto it = seen.cbegin(); it != seen.cend(); ++it)
        roles[roleOfType(it.key())] += it.value();
    int most = 0;
    for (auto it = seen.cbegin(); it != seen.cend(); ++it) {
        const ClientRole role = roleOfType(it.key());
        const int cells = role == ClientRole::Keep ? it.value() : roles.value(role);
        if (it.key().isEmpty() || cells * 5 < column.filledCells * 3 || it.value() <= most)
            continue;
        most = it.value();
        column.found = it.key();
        column.foundCells = cells;
    }
}


bool hasHeadings(const TableBatch &sample)
{
    bool looksLikeData = false;
    for (const QString &cell : sample.texts(0)) {
        if (matchHeading(cell).score > 0)
            return true;
        const QString text = cell.trimmed();
        looksLikeData = looksLikeData || text.contains(u'@') || looksLikeCompany(text) || looksLikeAddress(text) || isLevelWord(text)
            || std::any_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
    }
    return !looksLikeData && sample.rowCount() > 1;
}

/// Columns of the list: those with a heading, and those that at least half of the rows fill. A single row that is
/// too wide is that row's problem.
int columnCount(const TableBatch &sample, bool hasHeader)
{
    QList<int> filled;
    const qsizetype rows = qMin<qsizetype>(sample.rowCount(), 50);
    for (qsizetype row = 0; row < rows; ++row) {
        if (sample.hasError(row))
            continue;
        filled.resize(qMax<qsizetype>(filled.size(), sample.cellCount(row)));
        for (int column = 0; column < sample.cellCount(row); ++column)
            filled[column] += !sample.cell(row, column).trimmed().isEmpty();
    }
    int count = 0;
    for (int column = 0; column < filled.size(); ++column) {
        const bool hasHeading = hasHeader && !sample.cell(0, column).trimmed().isEmpty();
        if (hasHeading || filled[column] * 2 >= rows || (!hasHeader && filled[column] > 0))
            count = column + 1;
    }
    return count;
}

/// A list of people: where no column holds companies, the persons are the clients.
void nameByPersons(ClientMapping &mapping)
{
    if (mapping.columnOf(ClientRole::Name) >= 0)
        return;
    for (ClientMapping::Column &column : mapping.columns) {
        if (column.role == ClientRole::Contact && column.evidence == "content"_L1) {
            column.role = ClientRole::Name;
            return;
        }
    }
}

bool mayRepeat(ClientRole role)
{
    return role == ClientRole::Keep || role == ClientRole::Ignore || role == ClientRole::Alias;
}

} // namespace

QString clientRoleId(ClientRole role)
{
    for (const RoleName &entry : roleNames) {
        if (entry.role == role)
            return entry.id;
    }
    return {};
}

std::optional<ClientRole> clientRoleFromId(QStringView id)
{
    for (const RoleName &entry : roleNames) {
        if (entry.id == id)
            return entry.role;
    }
    return std::nullopt;
}

QList<ClientRole> allClientRoles()
{
    QList<ClientRole> roles;
    for (const RoleName &entry : roleNames)
        roles.append(entry.role);
    return roles;
}

int ClientMapping::columnOf(ClientRole role) const
{
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (columns[i].role == role)
            return static_cast<int>(i);
    }
    return -1;
}

QJsonObject ClientMapping::toJson() const
{
    QJsonObject named;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const bool isNameless = columns[i].heading.isEmpty() || named.contains(columns[i].heading);
        named.insert(isNameless ? u'#' + QString::number(i + 1) : columns[i].heading, clientRoleId(columns[i].role));
    }
    QJsonObject levels;
    for (auto it = levelWords.cbegin(); it != levelWords.cend(); ++it)
        levels.insert(it.key(), it.value());
    return {{u"header"_s, hasHeader}, {u"columns"_s, named}, {u"levels"_s, levels}};
}

ClientMapping proposeMapping(const TableBatch &sample)
{
    ClientMapping mapping;
    if (sample.rowCount() == 0)
        return mapping;
    mapping.hasHeader = hasHeadings(sample);
    const auto rules = Classifier::load();
    const int columns = columnCount(sample, mapping.hasHeader);
    QHash<ClientRole, std::pair<int, int>> taken; // role -> column, strength
    const auto offer = [&](int column, ClientRole role, int strength, const QString &evidence) {
        if (role == ClientRole::Keep)
            return;
        if (!mayRepeat(role) && taken.contains(role)) {
            if (taken.value(role).second >= strength)
                return;
            mapping.columns[taken.value(role).first].role = ClientRole::Keep;
        }
        taken.insert(role, {column, strength});
        mapping.columns[column].role = role;
        mapping.columns[column].evidence = evidence;
    };
    mapping.columns.resize(columns);
    for (int column = 0; column < columns; ++column) {
        if (!mapping.hasHeader)
            break;
        mapping.columns[column].heading = sample.text(0, column).trimmed();
        const Match match = matchHeading(mapping.columns[column].heading);
        offer(column, match.role, match.strength, u"heading"_s);
    }
    FinderOptions options;
    options.allAmounts = true;
    const Finder finder(options);
    for (int column = 0; column < columns; ++column) {
        ClientMapping::Column &entry = mapping.columns[column];
        lookInto(entry, finder, sample, column, mapping.hasHeader ? 1 : 0);
        entry.level = rules && !entry.found.isEmpty() && entry.found != levelContent ? rules->levelOf(entry.found) : 0;
        if (entry.role == ClientRole::Keep)
            offer(column, roleOfType(entry.found), 1, u"content"_s);
    }
    nameByPersons(mapping);
    return mapping;
}

Result<ClientMapping> applyMapping(const ClientMapping &proposal, const QJsonObject &file)
{
    ClientMapping mapping = proposal;
    const QJsonValue columns = file.value("columns"_L1);
    if (!columns.isObject())
        return fail(ErrorCode::InvalidInput, u"mapping.malformed"_s, {u"columns"_s});
    // A mapping file is a decision about the whole list: what it does not name is kept, not guessed.
    for (ClientMapping::Column &column : mapping.columns) {
        column.role = ClientRole::Keep;
        column.evidence = u"chosen"_s;
    }
    mapping.hasHeader = file.value("header"_L1).toBool(proposal.hasHeader);
    const QJsonObject named = columns.toObject();
    for (auto it = named.begin(); it != named.end(); ++it) {
        const auto role = clientRoleFromId(it.value().toString());
        if (!role)
            return fail(ErrorCode::InvalidInput, u"mapping.no_such_role"_s, {it.value().toString().left(40)});
        qsizetype found = -1;
        if (it.key().startsWith(u'#'))
            found = it.key().mid(1).toInt() - 1;
        for (qsizetype i = 0; found < 0 && i < mapping.columns.size(); ++i) {
            if (headingKey(mapping.columns[i].heading) == headingKey(it.key()))
                found = i;
        }
        if (found < 0 || found >= mapping.columns.size())
            return fail(ErrorCode::InvalidInput, u"mapping.no_such_column"_s, {it.key().left(80)});
        mapping.columns[found].role = *role;
    }
    const QJsonObject levels = file.value("levels"_L1).toObject();
    for (auto it = levels.begin(); it != levels.end(); ++it) {
        if (it.value().toInt() < 1 || it.value().toInt() > 4)
            return fail(ErrorCode::InvalidInput, u"mapping.malformed"_s, {it.key().left(40)});
        mapping.levelWords.insert(ClientIndex::folded(it.key()), it.value().toInt());
    }
    DW_TRY(checkMapping(mapping));
    return mapping;
}

Result<> checkMapping(const ClientMapping &mapping)
{
    QSet<ClientRole> seen;
    for (const ClientMapping::Column &column : mapping.columns) {
        if (seen.contains(column.role) && !mayRepeat(column.role)) {
            const bool isName = column.role == ClientRole::Name;
            return fail(ErrorCode::InvalidInput, isName ? u"mapping.two_names"_s : u"mapping.role_twice"_s, {clientRoleId(column.role)});
        }
        seen.insert(column.role);
    }
    if (!seen.contains(ClientRole::Name))
        return fail(ErrorCode::InvalidInput, u"mapping.no_name"_s);
    return {};
}

int levelOfWord(const QString &word, const QHash<QString, int> &further)
{
    static const QHash<QString, int> words {
        {u"1"_s, 1}, {u"l1"_s, 1}, {u"level1"_s, 1}, {u"public"_s, 1}, {u"公开"_s, 1}, {u"1级"_s, 1}, {u"一级"_s, 1},
        {u"2"_s, 2}, {u"l2"_s, 2}, {u"level2"_s, 2}, {u"internal"_s, 2}, {u"内部"_s, 2}, {u"2级"_s, 2}, {u"二级"_s, 2},
        {u"3"_s, 3}, {u"l3"_s, 3}, {u"level3"_s, 3}, {u"confidential"_s, 3}, {u"敏感"_s, 3}, {u"3级"_s, 3}, {u"三级"_s, 3},
        {u"保密"_s, 3}, {u"4"_s, 4}, {u"l4"_s, 4}, {u"level4"_s, 4}, {u"restricted"_s, 4}, {u"高度敏感"_s, 4},
        {u"4级"_s, 4}, {u"四级"_s, 4}, {u"核心"_s, 4}};
    const QString key = ClientIndex::folded(word);
    const auto own = further.constFind(key);
    return own != further.cend() ? *own : words.value(QString(key).remove(u' '), 0);
}

bool isStateSecretWord(const QString &word)
{
    static const QSet<QString> words {u"秘密"_s, u"机密"_s, u"绝密"_s, u"秘密级"_s, u"机密级"_s, u"绝密级"_s, u"secret"_s, u"top secret"_s};
    return words.contains(ClientIndex::folded(word));
}

} // namespace dw
