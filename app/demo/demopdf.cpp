#include "app/demo/demopdf.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPdfWriter>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int dotsPerInch = 300;
constexpr double dotsPerPoint = dotsPerInch / 72.0;
constexpr double margin = 70;
constexpr double textWidth = 595 - 2 * margin;

QStringList stringsOf(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue item : value.toArray())
        list.append(item.toString());
    return list;
}

void drawPage(QPainter &painter, const QJsonArray &blocks)
{
    double y = margin;
    for (const QJsonValue value : blocks) {
        const QJsonObject block = value.toObject();
        const bool isHead = block.contains("head"_L1);
        // Digits of the CJK font in Latin words come without a Unicode value: Latin text has a font of its own.
        QFont font(QStringList {u"DejaVu Sans"_s, u"Noto Sans CJK SC"_s});
        font.setPointSizeF(isHead ? 14 : 10.5);
        font.setBold(isHead);
        painter.setFont(font);
        const QRectF room(margin * dotsPerPoint, (y + (isHead ? 14 : 4)) * dotsPerPoint, textWidth * dotsPerPoint, 1e6);
        QRectF used;
        painter.drawText(room, Qt::AlignLeft | Qt::TextWordWrap, block.value(isHead ? "head"_L1 : "text"_L1).toString(), &used);
        y = used.bottom() / dotsPerPoint;
    }
}

} // namespace

Result<DemoPdf> drawDemoPdf(const QString &name, Language language)
{
    QFile file(u":/demo/%1.json"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"demo.script"_s, {name});
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    DemoPdf pdf;
    pdf.title = json.value("title"_L1).toObject().value(language == Language::Chinese ? "zh"_L1 : "en"_L1).toString();
    pdf.clients = stringsOf(json.value("clients"_L1));
    pdf.contacts = stringsOf(json.value("contacts"_L1));
    pdf.prices = stringsOf(json.value("prices"_L1));
    const QJsonArray pages = json.value("pages"_L1).toArray();
    pdf.pages = int(pages.size());
    QBuffer buffer(&pdf.bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF());
        writer.setResolution(dotsPerInch);
        writer.setTitle(pdf.title);
        QPainter painter(&writer);
        for (qsizetype i = 0; i < pages.size(); ++i) {
            if (i > 0)
                writer.newPage();
            drawPage(painter, pages.at(i).toArray());
        }
    }
    return pdf;
}

} // namespace dw
