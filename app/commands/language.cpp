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
    if (!wanted.startsWith(u"zh"_s))
        return;
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(u":/translations/dealward_zh_CN.qm"_s))
        QCoreApplication::installTranslator(translator);
}

} // namespace dw
