#include "ui/text/clienttext.h"

#include "ui/text/idtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace dw::clienttext {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    const char *id;
    const char *text;
};

constexpr std::array roleWords {
    Words {"name", QT_TRANSLATE_NOOP("ClientText", "Client name")},
    Words {"alias", QT_TRANSLATE_NOOP("ClientText", "Other name")},
    Words {"contact", QT_TRANSLATE_NOOP("ClientText", "Contact person")},
    Words {"identifier", QT_TRANSLATE_NOOP("ClientText", "Identifier")},
    Words {"phone", QT_TRANSLATE_NOOP("ClientText", "Phone")},
    Words {"email", QT_TRANSLATE_NOOP("ClientText", "E-mail")},
    Words {"address", QT_TRANSLATE_NOOP("ClientText", "Address")},
    Words {"account", QT_TRANSLATE_NOOP("ClientText", "Bank account")},
    Words {"revenue", QT_TRANSLATE_NOOP("ClientText", "Revenue")},
    Words {"level", QT_TRANSLATE_NOOP("ClientText", "Level of the row")},
    Words {"free_text", QT_TRANSLATE_NOOP("ClientText", "Free text")},
    Words {"keep", QT_TRANSLATE_NOOP("ClientText", "Keep as it is")},
    Words {"ignore", QT_TRANSLATE_NOOP("ClientText", "Leave out")},
};

constexpr std::array reasonWords {
    Words {"level.important_data", QT_TRANSLATE_NOOP("ClientText", "important data: ask counsel")},
    Words {"level.state_secret_word", QT_TRANSLATE_NOOP("ClientText", "rows carry a state-secret grade: ask counsel")},
    Words {"level.price_list", QT_TRANSLATE_NOOP("ClientText", "a price list per client: ask counsel")},
    Words {"level.competitively_sensitive", QT_TRANSLATE_NOOP("ClientText", "competitively sensitive")},
    Words {"level.volume_subjects", QT_TRANSLATE_NOOP("ClientText", "many people in one place")},
    Words {"level.volume_sensitive", QT_TRANSLATE_NOOP("ClientText", "many sensitive items in one place")},
    Words {"level.sensitive_pi", QT_TRANSLATE_NOOP("ClientText", "sensitive personal information")},
    Words {"level.minors", QT_TRANSLATE_NOOP("ClientText", "minors under 14")},
    Words {"level.trade_secret", QT_TRANSLATE_NOOP("ClientText", "a trade secret")},
    Words {"level.personal", QT_TRANSLATE_NOOP("ClientText", "personal information")},
    Words {"level.nothing_special", QT_TRANSLATE_NOOP("ClientText", "nothing that asks for more")},
};

constexpr std::array evidenceWords {
    Words {"bom", QT_TRANSLATE_NOOP("ClientText", "the file says so")},
    Words {"ascii", QT_TRANSLATE_NOOP("ClientText", "plain letters only")},
    Words {"utf8_valid", QT_TRANSLATE_NOOP("ClientText", "every character fits")},
    Words {"nul_bytes", QT_TRANSLATE_NOOP("ClientText", "judged by its pattern of bytes")},
    Words {"gb18030_valid", QT_TRANSLATE_NOOP("ClientText", "every character fits")},
    Words {"utf8_mostly", QT_TRANSLATE_NOOP("ClientText", "most characters fit; look at the preview")},
    Words {"gb18030_mostly", QT_TRANSLATE_NOOP("ClientText", "most characters fit; look at the preview")},
    Words {"western", QT_TRANSLATE_NOOP("ClientText", "looks like Western text; look at the preview")},
    Words {"given", QT_TRANSLATE_NOOP("ClientText", "chosen by you")},
};

constexpr std::array problemWords {
    Words {"csv.record_too_long", QT_TRANSLATE_NOOP("ClientText", "the line is too long to be a row of a list.")},
    Words {"csv.text_after_quote", QT_TRANSLATE_NOOP("ClientText", "there is text after the closing quotation mark of a cell.")},
    Words {"csv.unclosed_quote", QT_TRANSLATE_NOOP("ClientText", "a quotation mark is opened and never closed.")},
    Words {"import.duplicate", QT_TRANSLATE_NOOP("ClientText", "this client is there already.")},
    Words {"import.email_unlikely", QT_TRANSLATE_NOOP("ClientText", "“%1” does not look like an e-mail address. It is kept.")},
    Words {"import.name_too_long", QT_TRANSLATE_NOOP("ClientText", "the name is too long to be one.")},
    Words {"import.no_name", QT_TRANSLATE_NOOP("ClientText", "there is no client name.")},
    Words {"import.not_a_number", QT_TRANSLATE_NOOP("ClientText", "“%1” is no amount. It is kept as text.")},
    Words {"import.state_secret_word", QT_TRANSLATE_NOOP("ClientText", "“%1” is a grade of state secrets. The row is kept at level 4; ask counsel.")},
    Words {"import.too_many_cells", QT_TRANSLATE_NOOP("ClientText", "there are more cells than the list's %1 columns.")},
    Words {"import.unknown_level", QT_TRANSLATE_NOOP("ClientText", "“%1” is no level. Use 1 to 4, or say in the mapping what it means.")},
    Words {"table.bad_bytes", QT_TRANSLATE_NOOP("ClientText", "some bytes are no text in this encoding.")},
    Words {"table.cell_too_long", QT_TRANSLATE_NOOP("ClientText", "a cell is longer than 128 KiB.")},
    Words {"table.control_character", QT_TRANSLATE_NOOP("ClientText", "there is a control character in the text.")},
    Words {"table.too_many_cells", QT_TRANSLATE_NOOP("ClientText", "there are more cells than a list may have columns.")},
    Words {"xlsx.cells_out_of_order", QT_TRANSLATE_NOOP("ClientText", "the cells of this row are not in order.")},
    Words {"xlsx.digits_lost", QT_TRANSLATE_NOOP("ClientText", "a number of more than 15 digits: the spreadsheet has already rounded it. Store such numbers as text.")},
    Words {"xlsx.error_value", QT_TRANSLATE_NOOP("ClientText", "the cell holds the error %1.")},
    Words {"xlsx.no_such_string", QT_TRANSLATE_NOOP("ClientText", "the workbook refers to a text it does not hold.")},
};

template <typename Table>
QString find(const Table &table, const QString &id)
{
    for (const Words &words : table) {
        if (id == QLatin1StringView(words.id))
            return QCoreApplication::translate("ClientText", words.text);
    }
    return idtext::readable(id);
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

} // namespace

QString role(const QString &roleId)
{
    return find(roleWords, roleId);
}

QString columnEvidence(const QString &evidence, const QString &found, int foundCells, int filledCells)
{
    QStringList words;
    if (evidence == "heading"_L1)
        words.append(QCoreApplication::translate("ClientText", "by its heading"));
    else if (evidence == "chosen"_L1)
        words.append(QCoreApplication::translate("ClientText", "as in your last import"));
    if (filledCells == 0)
        words.append(QCoreApplication::translate("ClientText", "no cell is filled"));
    else if (!found.isEmpty()) {
        const QString what = found == "level"_L1 ? QCoreApplication::translate("ClientText", "names of levels") : idtext::findingKind(found);
        words.append(QCoreApplication::translate("ClientText", "%1 of %2 cells: %3").arg(number(foundCells), number(filledCells), what));
    }
    return words.join(QCoreApplication::translate("ClientText", ", "));
}

QString levelReason(const QString &reasonId)
{
    return find(reasonWords, reasonId);
}

QString levelReasons(const QStringList &reasonIds)
{
    QStringList words;
    for (const QString &id : reasonIds)
        words.append(levelReason(id));
    return words.join(QCoreApplication::translate("ClientText", ", "));
}

QString encoding(const QString &encodingId, const QString &evidence)
{
    return QCoreApplication::translate("ClientText", "%1 (%2)").arg(encodingId.toUpper(), find(evidenceWords, evidence));
}

QString rowProblem(qint64 row, const QString &column, const QString &reason, const QStringList &args)
{
    QString words = find(problemWords, reason);
    for (const QString &arg : args) {
        if (words.contains("%1"_L1))
            words = words.arg(arg);
    }
    return column.isEmpty() ? QCoreApplication::translate("ClientText", "Row %1: %2").arg(number(row), words)
                            : QCoreApplication::translate("ClientText", "Row %1, “%2”: %3").arg(number(row), column, words);
}

QString outcome(qint64 imported, qint64 rows, qint64 attention)
{
    return QCoreApplication::translate("ClientText", "%1 of %2 imported, %3 need attention.")
        .arg(number(imported), number(rows), number(attention));
}

QString dryOutcome(qint64 imported, qint64 rows, qint64 attention)
{
    return QCoreApplication::translate("ClientText", "%1 of %2 would be imported, %3 need attention.")
        .arg(number(imported), number(rows), number(attention));
}

} // namespace dw::clienttext
