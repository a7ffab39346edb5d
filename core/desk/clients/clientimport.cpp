#include "core/desk/clients/clientimport.h"

#include "core/desk/clients/clientindex.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype keptProblems = 1000;
constexpr qsizetype maxName = 400;

/// Identity, passport and account numbers: fifteen characters or more, mostly digits (PIPL 28 names financial
/// accounts; GB/T 35273 annex B lists identity numbers).
bool isSensitiveNumber(const QString &text)
{
    qsizetype digits = 0;
    for (const QChar c : text)
        digits += c.isDigit();
    return digits >= 14 && digits * 10 >= text.size() * 7;
}

QStringList splitAliases(const QString &text)
{
    static const QRegularExpression separator(u"\\s*[;；、|\\n]\\s*"_s);
    return text.split(separator, Qt::SkipEmptyParts);
}

} // namespace

std::optional<double> amountOf(const QString &text)
{
    QString plain = ClientIndex::folded(text);
    double factor = 1;
    static const QRegularExpression frame(u"^(rmb|cny|usd|eur|hkd|人民币)|(元|rmb|cny|usd|eur|hkd|人民币)$|[\\s¥￥$€£,，']"_s);
    plain.remove(frame);
    if (plain.startsWith(u'(') && plain.endsWith(u')')) {
        plain = plain.mid(1, plain.size() - 2);
        factor = -1;
    }
    if (plain.endsWith(u'亿')) {
        factor *= 1e8;
        plain.chop(1);
    } else if (plain.endsWith(u'万')) {
        factor *= 1e4;
        plain.chop(1);
    }
    bool isNumber = false;
    const double value = plain.toDouble(&isNumber);
    return isNumber ? std::optional(value * factor) : std::nullopt;
}

ClientRowReader::ClientRowReader(const ImportRequest &request, QSet<QByteArray> knownKeys)
    : m_request(request)
    , m_keys(std::move(knownKeys))
    , m_owesHeading(request.mapping.hasHeader)
{
}

QByteArray ClientRowReader::keyOf(const QString &name, const QString &identifier, const QString &phone, const QString &email)
{
    if (!identifier.isEmpty())
        return "i" + ClientIndex::folded(identifier).toUtf8();
    return "n" + ClientIndex::folded(name + u'\n' + phone + u'\n' + email).toUtf8();
}

QList<ClientRow> ClientRowReader::read(const TableBatch &batch, ImportOutcome &outcome)
{
    QList<ClientRow> good;
    good.reserve(batch.rowCount());
    auto problem = batch.problems().cbegin();
    for (qsizetype row = 0; row < batch.rowCount(); ++row) {
        const bool isHeading = std::exchange(m_owesHeading, false);
        m_hasError = batch.hasError(row);
        m_hasWarning = false;
        for (; problem != batch.problems().cend() && problem->row <= batch.rowNumber(row); ++problem) {
            if (!isHeading)
                note(outcome, *problem);
        }
        if (isHeading)
            continue;
        ++outcome.rows;
        std::optional<ClientRow> client = m_hasError ? std::nullopt : readRow(batch, row, outcome);
        if (!client || m_hasError) {
            ++outcome.rejected;
            continue;
        }
        outcome.warned += m_hasWarning;
        ++outcome.imported;
        count(*client, outcome);
        good.append(std::move(*client));
    }
    return good;
}

std::optional<ClientRow> ClientRowReader::readRow(const TableBatch &batch, qsizetype row, ImportOutcome &outcome)
{
    const auto &columns = m_request.mapping.columns;
    ClientRow client;
    client.number = batch.rowNumber(row);
    const auto refuse = [&](int column, const QString &reason, const QStringList &args = {}) {
        note(outcome, {client.number, column, RowProblem::Severity::Error, reason, args});
        return std::nullopt;
    };
    for (int column = static_cast<int>(columns.size()); column < batch.cellCount(row); ++column) {
        if (!batch.cell(row, column).trimmed().isEmpty())
            return refuse(column, u"import.too_many_cells"_s, {QString::number(columns.size())});
    }
    QJsonObject extra;
    for (int column = 0; column < columns.size(); ++column) {
        const QString text = batch.text(row, column).trimmed();
        if (text.isEmpty() || columns[column].role == ClientRole::Ignore)
            continue;
        if (columns[column].role == ClientRole::Keep) {
            const QString &heading = columns[column].heading;
            extra.insert(heading.isEmpty() ? u'#' + QString::number(column + 1) : heading, text);
            continue;
        }
        assign(client, columns[column], text, column, outcome);
        if (columns[column].role == ClientRole::Revenue && !client.revenue)
            extra.insert(columns[column].heading, text);
    }
    if (client.name.isEmpty())
        return refuse(m_request.mapping.columnOf(ClientRole::Name), u"import.no_name"_s);
    if (m_request.duplicates == ImportRequest::Duplicates::Skip && !m_hasError) {
        const QByteArray key = keyOf(client.name, client.identifier, client.phone, client.email);
        if (m_keys.contains(key)) {
            ++outcome.duplicates;
            return refuse(-1, u"import.duplicate"_s);
        }
        m_keys.insert(key);
    }
    client.extra = QJsonDocument(extra).toJson(QJsonDocument::Compact);
    return client;
}

void ClientRowReader::assign(ClientRow &row, const ClientMapping::Column &column, const QString &text, int index, ImportOutcome &outcome)
{
    const auto say = [&](RowProblem::Severity severity, const QString &reason) {
        note(outcome, {row.number, index, severity, reason, {text.left(60)}});
    };
    switch (column.role) {
    case ClientRole::Name:
        row.name = text;
        if (text.size() > maxName)
            say(RowProblem::Severity::Error, u"import.name_too_long"_s);
        break;
    case ClientRole::Alias:
        row.aliases += splitAliases(text);
        break;
    case ClientRole::Contact:
        row.contact = text;
        break;
    case ClientRole::Identifier:
        row.identifier = text;
        break;
    case ClientRole::Phone:
        row.phone = text;
        break;
    case ClientRole::Email:
        row.email = text;
        if (!text.contains(u'@'))
            say(RowProblem::Severity::Warning, u"import.email_unlikely"_s);
        break;
    case ClientRole::Address:
        row.address = text;
        break;
    case ClientRole::Account:
        row.account = text;
        break;
    case ClientRole::Revenue:
        row.revenue = amountOf(text);
        if (!row.revenue)
            say(RowProblem::Severity::Warning, u"import.not_a_number"_s);
        break;
    case ClientRole::Level: {
        const int level = levelOfWord(text, m_request.mapping.levelWords);
        if (level > 0) {
            row.ownLevel = level;
        } else if (isStateSecretWord(text)) {
            // Kept apart at the highest level rather than left out: the list is not safer without the row.
            row.ownLevel = 4;
            outcome.facts.hasStateSecretWord = true;
            say(RowProblem::Severity::Warning, u"import.state_secret_word"_s);
        } else {
            say(RowProblem::Severity::Error, u"import.unknown_level"_s);
        }
        break;
    }
    case ClientRole::FreeText:
        row.freeText = text;
        break;
    case ClientRole::Keep:
    case ClientRole::Ignore:
        break;
    }
}

void ClientRowReader::count(const ClientRow &row, ImportOutcome &outcome) const
{
    ++outcome.facts.subjects;
    outcome.facts.sensitiveItems += isSensitiveNumber(row.identifier);
    outcome.facts.sensitiveItems += !row.account.isEmpty();
    outcome.facts.hasPersonal = outcome.facts.hasPersonal || !row.contact.isEmpty() || !row.phone.isEmpty() || !row.email.isEmpty();
}

void ClientRowReader::note(ImportOutcome &outcome, RowProblem problem)
{
    if (problem.severity == RowProblem::Severity::Error)
        m_hasError = true;
    else
        m_hasWarning = true;
    ++outcome.problemCount;
    if (outcome.problems.size() < keptProblems)
        outcome.problems.append(std::move(problem));
}

} // namespace dw
