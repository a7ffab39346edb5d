#include "ui/pages/recordactions.h"

#include "core/desk/documents/documentservice.h"
#include "core/desk/measures/measureservice.h"
#include "core/desk/people/peopleservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/desk/registers/speakupservice.h"
#include "core/desk/releases/releaseservice.h"
#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/models/dealstate.h"
#include "ui/pages/copydialog.h"
#include "ui/pages/documents/foldersearchwindow.h"
#include "ui/pages/speakuppage.h"
#include "ui/text/errortext.h"
#include "ui/widgets/sentencedialog.h"

#include <QCoreApplication>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("dw", text); // the context under which lupdate files a free tr()
}

template <typename T>
void tell(QWidget *parent, const QString &title, const Result<T> &done)
{
    if (!done)
        showProblem(parent, title, errorText(done.error()));
}

QList<RecordAction> grantActions(const PageContext &context, const Record &record)
{
    QList<RecordAction> list;
    Session *session = &context.session;
    const GrantId id = record.id.as<GrantTag>();
    const bool needsSecond = record.state == "approved"_L1 && record.integer(u"max_level"_s) == 4 && record.text(u"approved_by2"_s).isEmpty();
    if (record.state == "requested"_L1 || needsSecond)
        list.append({u"grant_approve"_s, needsSecond ? tr("Approve as the second person") : tr("Approve"), true, [session, id](QWidget *parent) {
            tell(parent, tr("The grant was not approved"), session->people().approveGrant(id));
        }});
    if (record.state == "active"_L1 || record.state == "suspended"_L1)
        list.append({u"grant_keep"_s, tr("Still needed"), false, [session, id](QWidget *parent) {
            tell(parent, tr("The review was not recorded"), session->people().recertifyGrant(id, u"keep"_s));
        }});
    return list;
}

QList<RecordAction> falsePositiveActions(const PageContext &context, const Record &record)
{
    if (record.state != "in_force"_L1)
        return {};
    return {{u"take_back"_s, tr("Take back"), false, [session = &context.session, id = record.id](QWidget *parent) {
        tell(parent, tr("It was not taken back"), session->documents().findings().takeBack(id));
    }}};
}

QList<RecordAction> folderActions(const PageContext &context, const Record &record)
{
    return {{u"show_files"_s, tr("Files…"), true, [context, id = record.id](QWidget *parent) {
        FolderSearchWindow window(context, parent);
        window.showEarlier(id);
        window.exec();
    }}};
}

QList<RecordAction> exceptionActions(const PageContext &context, const Record &record)
{
    if (record.state != "requested"_L1)
        return {};
    Session *session = &context.session;
    return {{u"exception_approve"_s, tr("Approve…"), true, [session, id = record.id](QWidget *parent) {
        QString note;
        if (SentenceDialog::ask(parent, tr("Approve this exception"), tr("You sign that the compensating control suffices until the date given."),
                tr("Approve"), SentenceDialog::Reason::Optional, &note))
            tell(parent, tr("The exception was not approved"), session->measures().approveException(id, note));
    }}};
}

/// A copy outside comes back in four ways; each is asked with its date and paper.
QList<RecordAction> releaseActions(const PageContext &context, const Record &record)
{
    QList<RecordAction> list;
    const ReleaseId id = record.id.as<ReleaseTag>();
    const bool isOut = record.state == "released"_L1 || record.state == "received"_L1 || record.state == "return_due"_L1;
    if (!isOut)
        return list;
    using Close = Result<> (ReleaseService::*)(const ReleaseId &, const QDate &, const RecordId &);
    const auto add = [&](const QString &name, const QString &text, bool needsPaper, Close close) {
        list.append({name, text, false, [context, id, text, needsPaper, close](QWidget *parent) {
            CopyDialog dialog(context, text, needsPaper, parent);
            if (dialog.exec() == QDialog::Accepted)
                tell(parent, tr("The ledger was not changed"), (context.session.releases().*close)(id, dialog.day(), dialog.paper()));
        }});
    };
    if (record.state == "released"_L1)
        add(u"copy_receipt"_s, tr("Record the receipt…"), false, &ReleaseService::recordReceipt);
    if (record.text(u"receipt_on"_s).isEmpty())
        list.append({u"copy_chase"_s, tr("Chased…"), false, [context, id](QWidget *parent) {
            QString note;
            if (SentenceDialog::ask(parent, tr("The receipt was asked for again"), tr("Say whom you reached, how, and what was answered."), tr("Record"),
                    SentenceDialog::Reason::Required, &note))
                tell(parent, tr("The ledger was not changed"), context.session.releases().recordChase(id, note));
        }});
    add(u"copy_returned"_s, tr("Returned…"), true, &ReleaseService::recordReturned);
    add(u"copy_destroyed"_s, tr("Destroyed…"), true, &ReleaseService::recordDestroyed);
    list.append({u"copy_lost"_s, tr("Lost…"), false, [context, id](QWidget *parent) {
        QString facts;
        if (SentenceDialog::ask(parent, tr("This copy is lost"), tr("An incident is opened and its clocks start now. Say what is known."), tr("Record the loss"),
                SentenceDialog::Reason::Required, &facts))
            tell(parent, tr("The ledger was not changed"), context.session.releases().recordLost(id, facts));
    }});
    return list;
}

} // namespace

QList<RecordAction> recordActions(const PageContext &context, const Record &record)
{
    if (record.registerId == "access_grant"_L1)
        return grantActions(context, record);
    if (record.registerId == "deal_exception"_L1)
        return exceptionActions(context, record);
    if (record.registerId == "false_positive"_L1)
        return falsePositiveActions(context, record);
    if (record.registerId == "folder_search"_L1)
        return folderActions(context, record);
    if (record.registerId == "release"_L1)
        return releaseActions(context, record);
    if (context.session.speakup().isForMe(record))
        return {{u"open_text"_s, tr("Open the text…"), true, [context, id = record.id](QWidget *parent) { SpeakupPage::showText(context, id, parent); }}};
    return {};
}

} // namespace dw
