#include "ui/pages/pageindex.h"

#include <QCoreApplication>

namespace dw {

using namespace Qt::StringLiterals;

QList<PageInfo> pageIndex()
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Pages", text); };
    const QString overview = say(QT_TRANSLATE_NOOP("Pages", "Overview"));
    const QString data = say(QT_TRANSLATE_NOOP("Pages", "Data"));
    const QString people = say(QT_TRANSLATE_NOOP("Pages", "People"));
    const QString documents = say(QT_TRANSLATE_NOOP("Pages", "Files"));
    const QString compliance = say(QT_TRANSLATE_NOOP("Pages", "Compliance"));
    const QString assurance = say(QT_TRANSLATE_NOOP("Pages", "Assurance"));
    return {
        {u"dashboard"_s, say(QT_TRANSLATE_NOOP("Pages", "Dashboard")), u"layout-dashboard"_s, overview},
        {u"inbox"_s, say(QT_TRANSLATE_NOOP("Pages", "Inbox")), u"inbox"_s, overview},
        {u"deal"_s, say(QT_TRANSLATE_NOOP("Pages", "Deal")), u"briefcase"_s, overview},
        {u"measures"_s, say(QT_TRANSLATE_NOOP("Pages", "Measures and gates")), u"list-checks"_s, overview},
        {u"calendar"_s, say(QT_TRANSLATE_NOOP("Pages", "Calendar")), u"calendar"_s, overview},
        {u"clients"_s, say(QT_TRANSLATE_NOOP("Pages", "Client data")), u"database"_s, data},
        {u"people"_s, say(QT_TRANSLATE_NOOP("Pages", "People and access")), u"users"_s, people},
        {u"ndas"_s, say(QT_TRANSLATE_NOOP("Pages", "NDAs")), u"handshake"_s, people},
        {u"third_parties"_s, say(QT_TRANSLATE_NOOP("Pages", "Third parties")), u"building-2"_s, people},
        {u"training"_s, say(QT_TRANSLATE_NOOP("Pages", "Training")), u"graduation-cap"_s, people},
        {u"documents"_s, say(QT_TRANSLATE_NOOP("Pages", "Documents")), u"file-text"_s, documents},
        {u"releases"_s, say(QT_TRANSLATE_NOOP("Pages", "Releases")), u"send"_s, documents},
        {u"incidents"_s, say(QT_TRANSLATE_NOOP("Pages", "Incidents")), u"siren"_s, compliance},
        {u"speakup"_s, say(QT_TRANSLATE_NOOP("Pages", "Speak-up")), u"message-square-lock"_s, compliance},
        {u"law"_s, say(QT_TRANSLATE_NOOP("Pages", "Law")), u"scale"_s, compliance},
        {u"notices"_s, say(QT_TRANSLATE_NOOP("Pages", "Notices")), u"megaphone"_s, compliance},
        {u"exceptions"_s, say(QT_TRANSLATE_NOOP("Pages", "Exceptions")), u"flag"_s, compliance},
        {u"coordination"_s, say(QT_TRANSLATE_NOOP("Pages", "Coordination")), u"clipboard-list"_s, compliance},
        {u"audits"_s, say(QT_TRANSLATE_NOOP("Pages", "Audits and actions")), u"clipboard-check"_s, assurance},
        {u"controls"_s, say(QT_TRANSLATE_NOOP("Pages", "Controls and backups")), u"server-cog"_s, assurance},
        {u"report"_s, say(QT_TRANSLATE_NOOP("Pages", "Report")), u"stamp"_s, assurance},
        {u"trail"_s, say(QT_TRANSLATE_NOOP("Pages", "Audit trail")), u"history"_s, assurance},
        {u"settings"_s, say(QT_TRANSLATE_NOOP("Pages", "Settings")), u"settings"_s, {}},
        {u"manual"_s, say(QT_TRANSLATE_NOOP("Pages", "Manual")), u"book-open"_s, {}},
    };
}

PageInfo pageInfo(const QString &id)
{
    for (const PageInfo &info : pageIndex()) {
        if (info.id == id)
            return info;
    }
    return {};
}

} // namespace dw
