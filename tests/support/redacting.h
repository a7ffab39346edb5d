#pragma once

#include "core/engines/redact/redactor.h"
#include "core/engines/redact/verifier.h"

#include <QJsonArray>

namespace dwtest {

using namespace dw;
using namespace Qt::StringLiterals;

inline RedactionMark markAt(int page, const QRectF &user, const QString &word = {})
{
    RedactionMark mark;
    mark.id = u"m"_s;
    mark.page = page;
    mark.userRect = user;
    mark.word = word;
    return mark;
}

/// Builds and verifies; the finished file, or a failure with the findings.
inline Result<RedactedFile> redacted(const QByteArray &pdf, const MarkSet &marks, RedactorOptions options = {RedactionLevel::A, false, {}})
{
    NoJobContext job;
    DW_ASSIGN(const RedactedFile file, Redactor(pdf, marks, options).run(job));
    QSet<int> pictures;
    for (const QJsonValue page : file.report.value("pictures"_L1).toArray())
        pictures.insert(page.toInt());
    const auto places = [&](const QString &key) {
        QMap<int, QList<QRectF>> result;
        const QJsonObject pages = file.report.value(key).toObject();
        for (auto page = pages.begin(); page != pages.end(); ++page) {
            for (const QJsonValue value : page->toArray()) {
                const QJsonArray n = value.toArray();
                result[page.key().toInt() - 1].append(QRectF(QPointF(n[0].toDouble(), n[1].toDouble()), QPointF(n[2].toDouble(), n[3].toDouble())));
            }
        }
        return result;
    };
    DW_ASSIGN(const Verifier::Verdict verdict, Verifier({pdf, file.pdf, marks, pictures, places(u"boxes"_s), places(u"moved"_s)}).run(job));
    if (!verdict.findings.isEmpty())
        return fail(ErrorCode::VerificationFailed, verdict.findings.join(u"; "_s));
    return file;
}

} // namespace dwtest
