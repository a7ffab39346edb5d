#include "core/engines/anonymise/tableanonymiser.h"

#include "core/engines/find/namedictionary.h"

#include <QDate>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <optional>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

bool isNumeric(Treatment treatment)
{
    return treatment == Treatment::Band || treatment == Treatment::Round || treatment == Treatment::Share;
}

std::optional<double> numberOf(QString text)
{
    text = text.normalized(QString::NormalizationForm_KC).remove(u',').remove(u' ').remove(u'¥').remove(u'$').remove(u"元"_s);
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

QString quarterOf(QString text)
{
    text = text.left(10).replace(u'/', u'-').replace(u'.', u'-').replace(u'年', u'-').replace(u'月', u'-').remove(u'日');
    const QStringList parts = text.split(u'-');
    const QDate date(parts.value(0).toInt(), parts.value(1).toInt(), parts.value(2).toInt());
    return date.isValid() ? u"%1 Q%2"_s.arg(date.year()).arg((date.month() + 2) / 3) : QString();
}

QString numberText(double number)
{
    return QString::number(number, 'f', number == std::floor(number) ? 0 : 2);
}

QString bandOf(double number, const QList<double> &edges)
{
    const auto above = std::upper_bound(edges.begin(), edges.end(), number);
    if (above == edges.begin())
        return u"< "_s + numberText(edges.first());
    if (above == edges.end())
        return u">= "_s + numberText(edges.last());
    return numberText(*std::prev(above)) + u" - "_s + numberText(*above);
}

QString masked(const QString &value, const ColumnPolicy &how)
{
    // A value that would stay whole is masked whole.
    const bool isLong = value.size() > how.keepFirst + how.keepLast;
    return isLong ? value.left(how.keepFirst) + QString(value.size() - how.keepFirst - how.keepLast, u'*') + value.right(how.keepLast)
                  : QString(value.size(), u'*');
}

} // namespace

Result<> TableAnonymiser::plan(const QStringList &headings)
{
    m_plan.clear();
    for (const QString &heading : headings) {
        ColumnPolicy other;
        other.treatment = m_policy.keepsOthers ? Treatment::Keep : Treatment::Remove;
        const auto named = std::find_if(m_policy.columns.begin(), m_policy.columns.end(), [&](const ColumnPolicy &c) { return c.column == heading.trimmed(); });
        m_plan.append(named == m_policy.columns.end() ? other : *named);
    }
    for (const ColumnPolicy &wanted : std::as_const(m_policy.columns)) {
        const auto is = [&](const QString &heading) { return heading.trimmed() == wanted.column; };
        if (std::none_of(headings.begin(), headings.end(), is))
            return fail(ErrorCode::InvalidInput, u"anonymise.column_missing"_s, {wanted.column});
    }
    return {};
}

Result<QStringList> TableAnonymiser::column(const QStringList &values, const ColumnPolicy &how)
{
    double total = 0;
    if (how.treatment == Treatment::Share) {
        for (const QString &value : values)
            total += numberOf(value).value_or(0);
    }
    QStringList result;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QString value = values.at(i).trimmed();
        const std::optional<double> number = isNumeric(how.treatment) ? numberOf(value) : std::nullopt;
        const double amount = number.value_or(0);
        QString made;
        if (value.isEmpty() || how.treatment == Treatment::Keep) {
            made = value;
        } else if (how.treatment == Treatment::Mask) {
            made = masked(value, how);
        } else if (how.treatment == Treatment::Label) {
            DW_ASSIGN(made, m_labeller.label(how.type, value, how.prefix, how.length));
        } else if (how.treatment == Treatment::Quarter) {
            made = quarterOf(value);
        } else if (number && how.treatment == Treatment::Band) {
            made = bandOf(amount, how.edges);
        } else if (number && how.treatment == Treatment::Round) {
            made = numberText(std::round(amount / how.step) * how.step);
        } else if (number && total > 0) {
            made = QString::number(100 * amount / total, 'f', how.digits) + u'%';
        }
        if (made.isEmpty() && !value.isEmpty())
            return fail(ErrorCode::InvalidInput, u"anonymise.no_number"_s, {QString::number(i + 2), how.column});
        result.append(made);
    }
    return result;
}

Result<QList<QStringList>> TableAnonymiser::anonymise(const QList<QStringList> &table)
{
    if (table.isEmpty())
        return fail(ErrorCode::InvalidInput, u"table.empty"_s);
    DW_TRY(plan(table.first()));
    QList<QStringList> copy(table.size());
    for (qsizetype c = 0; c < m_plan.size(); ++c) {
        if (m_plan.at(c).treatment == Treatment::Remove)
            continue;
        QStringList values;
        for (qsizetype row = 1; row < table.size(); ++row)
            values.append(table.at(row).value(c));
        DW_ASSIGN(const QStringList made, column(values, m_plan.at(c)));
        copy[0].append(table.first().at(c));
        for (qsizetype row = 1; row < table.size(); ++row)
            copy[row].append(made.at(row - 1));
    }
    return copy;
}

Result<> TableAnonymiser::proveGone(const QList<QStringList> &table, const QList<QStringList> &copy) const
{
    QList<DictionaryName> originals;
    for (qsizetype row = 1; row < table.size(); ++row) {
        for (qsizetype c = 0; c < table.at(row).size(); ++c) {
            // A cell beyond the headings has no column and was left out like a removed one.
            const Treatment treatment = c < m_plan.size() ? m_plan.at(c).treatment : Treatment::Remove;
            const QString value = table.at(row).at(c).trimmed();
            // Short numbers are everywhere; a rounded one may be what it was.
            const qsizetype least = isNumeric(treatment) || numberOf(value) ? 5 : 2;
            if (treatment != Treatment::Keep && treatment != Treatment::Round && value.size() >= least)
                originals.append({value, u"ORIGINAL"_s});
        }
    }
    const NameDictionary dictionary(originals);
    for (qsizetype row = 1; row < copy.size(); ++row) {
        for (qsizetype c = 0; c < copy.at(row).size(); ++c) {
            QList<FoundSpan> found;
            dictionary.scan(MappedText(copy.at(row).at(c)), found);
            if (!found.isEmpty())
                return fail(ErrorCode::VerificationFailed, u"anonymise.original_left"_s, {QString::number(row + 1), QString::number(c + 1)});
        }
    }
    return {};
}

} // namespace dw
