#include "core/desk/report/reportwords.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace dw {

Result<ReportWords> ReportWords::load()
{
    QFile file(u":/report/words.json"_s);
    QJsonParseError error;
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"report.words"_s);
    const QJsonObject words = QJsonDocument::fromJson(file.readAll(), &error).object();
    if (words.isEmpty())
        return fail(ErrorCode::Internal, u"report.words"_s, {}, error.errorString());
    ReportWords out;
    for (auto it = words.begin(); it != words.end(); ++it)
        out.m_words.insert(it.key(),
            {it.value().toObject().value("en"_L1).toString(), it.value().toObject().value("zh"_L1).toString()});
    return out;
}

const LocalText &ReportWords::operator[](QStringView id) const
{
    const auto found = m_words.constFind(id.toString());
    Q_ASSERT_X(found != m_words.constEnd(), "ReportWords", qPrintable(id.toString()));
    static const LocalText missing {u"?"_s, u"?"_s};
    return found == m_words.constEnd() ? missing : *found;
}

QStringList ReportLanguage::parts(const LocalText &text) const
{
    QStringList out;
    if (m_hasEnglish || text.zh.isEmpty())
        out << text.en;
    if (m_hasChinese && !text.zh.isEmpty() && !out.contains(text.zh))
        out << text.zh;
    out.removeAll(QString());
    return out;
}

QString ReportLanguage::operator()(const LocalText &text, const QString &between) const
{
    return parts(text).join(between);
}

} // namespace dw
