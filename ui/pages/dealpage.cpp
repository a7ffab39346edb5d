#include "ui/pages/dealpage.h"

#include "core/desk/deal/dealservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/session/session.h"
#include "ui/models/dealstate.h"
#include "ui/pages/releasedialog.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/sentencedialog.h"

#include <QAction>

namespace dw {

using namespace Qt::StringLiterals;

DealPage::DealPage(PageContext pageContext, QWidget *parent)
    : RegisterPage(u"deal"_s, pageContext, parent)
{
    header()->addOverflowSeparator();
    QAction *lock = header()->addOverflow(tr("Lock purpose and scope…"), u"lock"_s);
    lock->setObjectName(u"lock_scope"_s);
    connect(lock, &QAction::triggered, this, &DealPage::lockScope);
}

QString DealPage::stateSentence() const
{
    const auto deal = session().deal().deal();
    if (!deal)
        return tr("No deal yet. Enter its code name and structure.");
    const int version = static_cast<int>(deal->integer(u"scope_version"_s));
    return tr("Phase %1. %2").arg(idtext::phase(deal->text(u"current_phase"_s)),
        version > 0 ? tr("Scope locked as version %1.").arg(version) : tr("The scope is not locked yet."));
}

void DealPage::lockScope()
{
    if (!SentenceDialog::ask(this, tr("Lock purpose and scope"),
            tr("The present text becomes the next version. Editing it later unlocks it, and the checks that rest on it say so."), tr("Lock")))
        return;
    if (const auto done = session().deal().lockScope(); !done)
        showProblem(this, tr("The scope was not locked"), errorText(done.error()));
}

ReleasesPage::ReleasesPage(PageContext pageContext, QWidget *parent)
    : RegisterPage(u"releases"_s, pageContext, parent)
{
    setAction(u"release"_s, tr("New release…"), [this] {
        ReleaseDialog dialog(context(), {}, this);
        dialog.exec();
    });
}

QString ReleasesPage::stateSentence() const
{
    const auto rows = session().records().list(u"release"_s);
    if (!rows)
        return errorText(rows.error());
    qsizetype due = 0;
    for (const Record &row : *rows)
        due += row.state == "return_due"_L1 ? 1 : 0;
    return rows->isEmpty() ? tr("Nothing has left yet.")
                           : tr("%n copy(ies) handed over, %1 due back.", nullptr, int(rows->size())).arg(due);
}

} // namespace dw
