#include "core/domain/markset.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr double largestCoordinate = 1e6;

tl::unexpected<Error> malformed(const QString &what)
{
    return fail(ErrorCode::InvalidInput, u"marks.malformed"_s, {what});
}

Result<std::optional<QRectF>> readRect(const QJsonObject &mark, QLatin1StringView key)
{
    const QJsonValue value = mark.value(key);
    if (value.isUndefined() || value.isNull())
        return std::optional<QRectF>();
    const QJsonArray array = value.toArray();
    if (array.size() != 4)
        return malformed(key);
    double n[4];
    for (int i = 0; i < 4; ++i) {
        if (!array.at(i).isDouble())
            return malformed(key);
        n[i] = array.at(i).toDouble();
        if (!std::isfinite(n[i]) || std::abs(n[i]) > largestCoordinate)
            return malformed(key);
    }
    const QRectF rect(QPointF(std::min(n[0], n[2]), std::min(n[1], n[3])), QPointF(std::max(n[0], n[2]), std::max(n[1], n[3])));
    if (rect.width() <= 0 || rect.height() <= 0)
        return malformed(key);
    return std::optional<QRectF>(rect);
}

QJsonArray writeRect(const QRectF &rect)
{
    return {rect.left(), rect.top(), rect.right(), rect.bottom()};
}

Result<RedactionMark> readMark(const QJsonObject &object, qsizetype number)
{
    RedactionMark mark;
    mark.page = object.value("page"_L1).toInt(0) - 1;
    if (mark.page < 0)
        return malformed(u"page"_s);
    DW_ASSIGN(mark.userRect, readRect(object, "pdf_rect"_L1));
    DW_ASSIGN(mark.displayRect, readRect(object, "rect"_L1));
    if (!mark.userRect && !mark.displayRect)
        return malformed(u"rect"_s);
    mark.id = object.value("id"_L1).toString();
    if (mark.id.isEmpty())
        mark.id = u"m%1"_s.arg(number + 1);
    mark.word = object.value("word"_L1).toString();
    mark.reason = object.value("reason"_L1).toString();
    mark.label = object.value("label"_L1).toString(mark.reason);
    const QString scope = object.value("scope"_L1).toString(u"place"_s);
    if (scope != "place"_L1 && scope != "everywhere"_L1)
        return malformed(u"scope"_s);
    mark.scope = scope == "everywhere"_L1 ? MarkScope::Everywhere : MarkScope::Place;
    if (mark.scope == MarkScope::Everywhere && mark.word.trimmed().isEmpty())
        return malformed(u"word"_s);
    if (object.contains("level"_L1)) {
        DW_ASSIGN(mark.level, redactionLevelFromName(object.value("level"_L1).toString()));
    }
    return mark;
}

QJsonObject writeMark(const RedactionMark &mark)
{
    QJsonObject object {{u"id"_s, mark.id}, {u"page"_s, mark.page + 1}};
    if (mark.userRect)
        object.insert(u"pdf_rect"_s, writeRect(*mark.userRect));
    if (mark.displayRect)
        object.insert(u"rect"_s, writeRect(*mark.displayRect));
    if (!mark.word.isEmpty())
        object.insert(u"word"_s, mark.word);
    if (!mark.reason.isEmpty())
        object.insert(u"reason"_s, mark.reason);
    if (mark.label != mark.reason)
        object.insert(u"label"_s, mark.label);
    if (mark.scope == MarkScope::Everywhere)
        object.insert(u"scope"_s, u"everywhere"_s);
    if (mark.level)
        object.insert(u"level"_s, nameOf(*mark.level));
    return object;
}

} // namespace

QRectF RedactionMark::area(const PdfPageInfo &info) const
{
    return userRect ? *userRect : info.toUser(displayRect.value_or(QRectF()));
}

Result<MarkSet> MarkSet::fromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return malformed(error.error == QJsonParseError::NoError ? u"object"_s : error.errorString());
    return fromJson(document.object());
}

Result<MarkSet> MarkSet::fromJson(const QJsonObject &object)
{
    MarkSet set;
    if (!object.value("marks"_L1).isArray())
        return malformed(u"marks"_s);
    if (object.contains("pages"_L1))
        set.pages = object.value("pages"_L1).toInt(-1);
    const QJsonArray words = object.value("words"_L1).toArray();
    for (const QJsonValue &word : words)
        set.words.append(word.toString());
    const QJsonArray marks = object.value("marks"_L1).toArray();
    for (const QJsonValue &value : marks) {
        DW_ASSIGN(const RedactionMark mark, readMark(value.toObject(), set.marks.size()));
        set.marks.append(mark);
    }
    return set;
}

QJsonObject MarkSet::toJson() const
{
    QJsonArray list;
    for (const RedactionMark &mark : marks)
        list.append(writeMark(mark));
    QJsonObject object {{u"words"_s, QJsonArray::fromStringList(words)}, {u"marks"_s, list}};
    if (pages)
        object.insert(u"pages"_s, *pages);
    return object;
}

Result<RedactionLevel> redactionLevelFromName(const QString &name)
{
    if (name == "A"_L1 || name == "a"_L1)
        return RedactionLevel::A;
    if (name == "B"_L1 || name == "b"_L1)
        return RedactionLevel::B;
    if (name == "C"_L1 || name == "c"_L1)
        return RedactionLevel::C;
    return fail(ErrorCode::InvalidInput, u"redact.unknown_level"_s, {name.left(20)});
}

QString nameOf(RedactionLevel level)
{
    return level == RedactionLevel::A ? u"A"_s : level == RedactionLevel::B ? u"B"_s : u"C"_s;
}

} // namespace dw
