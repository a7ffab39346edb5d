#include "tests/core/desk/measures/checkcases.h"

#include "core/store/store.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace dwtest {

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

QString valueOf(const QString &text, const QHash<QString, std::pair<QString, RecordId>> &names, const QDate &today, qint64 now)
{
    static const QRegularExpression date(u"^D([+-]\\d+)$"_s);
    static const QRegularExpression instant(u"^T([+-]\\d+)([dh])$"_s);
    if (const auto match = date.match(text); match.hasMatch())
        return today.addDays(match.captured(1).toInt()).toString(Qt::ISODate);
    if (const auto match = instant.match(text); match.hasMatch())
        return QString::number(now + match.captured(1).toLongLong() * (match.captured(2) == u"d" ? 24 : 1) * 3'600'000LL);
    return text.startsWith(u'$') ? names.value(text.mid(1)).second.toString() : text;
}

} // namespace

QList<CheckCase> readCheckCases(const QString &directory, const QStringList &measures)
{
    QHash<QString, QStringList> macros;
    for (const QString &measure : measures)
        macros[u"all_raci"_s].append(u"raci_%1 = raci measure=%1 person=$dm raci_role=A"_s.arg(measure));
    QList<CheckCase> cases;
    QStringList files = QDir(directory).entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    files.removeAll(u"common.txt"_s);
    files.prepend(u"common.txt"_s);
    for (const QString &name : files) {
        QFile file(QDir(directory).filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(name));
        QString check;
        QStringList *target = nullptr;
        for (const QString &raw : QString::fromUtf8(file.readAll()).split(u'\n')) {
            const QString line = raw.trimmed();
            if (line.isEmpty())
                continue;
            if (line.startsWith(u"macro "_s)) {
                target = &macros[line.mid(6)];
            } else if (line.startsWith(u"check "_s)) {
                check = line.mid(6);
            } else if (line == u"pass" || line == u"fail" || line == u"empty" || line == u"near") {
                const auto number = std::count_if(cases.begin(), cases.end(), [&](const CheckCase &c) { return c.check == check && c.kind == line; });
                cases.append({check, line, int(number), -1, {}});
                target = &cases.last().lines;
            } else if (line.startsWith(u"rows "_s)) {
                cases.last().rows = line.mid(5).toInt();
            } else if (line.startsWith(u'@')) {
                target->append(macros.value(line.mid(1)));
                if (!macros.contains(line.mid(1)))
                    qFatal("macro %s", qPrintable(line));
            } else {
                target->append(line);
            }
        }
    }
    return cases;
}

Result<> applyCase(WriteTx &tx, const CheckCase &test, const QDate &today)
{
    static const QRegularExpression pair(u"(\\w+)=(?:\"([^\"]*)\"|(\\S*))"_s);
    QHash<QString, std::pair<QString, RecordId>> names;
    for (const QString &line : test.lines) {
        const QStringList words = line.split(u' ');
        const bool isSet = words.first() == u"set";
        const QString rest = isSet ? line.section(u' ', 2) : line.section(u' ', 3);
        QVariantMap values;
        for (auto it = pair.globalMatch(rest); it.hasNext();) {
            const auto match = it.next();
            const QString value = match.captured(2).isEmpty() ? match.captured(3) : match.captured(2);
            QStringList items;
            for (const QString &item : value.split(u';'))
                items.append(valueOf(item, names, today, tx.now()));
            values.insert(match.captured(1), items.join(u';'));
        }
        if (isSet) {
            const auto &[registerId, id] = names.value(words.at(1));
            const QString state = values.take(u"state"_s).toString();
            DW_TRY(state.isEmpty() ? tx.records().update(registerId, id, values) : tx.records().setState(registerId, id, state, values));
        } else {
            DW_ASSIGN(const RecordId id, tx.records().insert(words.at(2), values));
            names.insert(words.first(), {words.at(2), id});
        }
    }
    return {};
}

} // namespace dwtest
