#include "app/commands/language.h"

#include <QCoreApplication>
#include <QTranslator>

namespace dw {

using namespace Qt::StringLiterals;

void installLanguage()
{
    QString wanted;
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        wanted = qEnvironmentVariable(name);
        if (!wanted.isEmpty())
            break;
    }
    // The English file holds the plurals.
    const QString file = wanted.startsWith(u"zh"_s) ? u":/translations/dealward_zh_CN.qm"_s : u":/translations/dealward_en.qm"_s;
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(file))
        QCoreApplication::installTranslator(translator);
}

} // namespace dw
