#include "ui/pages/pagefactory.h"

#include "ui/pages/assurancepages.h"
#include "ui/pages/calendarpage.h"
#include "ui/pages/clients/clientspage.h"
#include "ui/pages/dashboardpage.h"
#include "ui/pages/dealpage.h"
#include "ui/pages/documentspage.h"
#include "ui/pages/inboxpage.h"
#include "ui/pages/manualpage.h"
#include "ui/pages/measurespage.h"
#include "ui/pages/settingspage.h"
#include "ui/pages/speakuppage.h"
#include "ui/pages/trailpage.h"

namespace dw {

using namespace Qt::StringLiterals;

Page *makePage(const QString &id, PageContext context)
{
    if (id == "dashboard"_L1)
        return new DashboardPage(context);
    if (id == "inbox"_L1)
        return new InboxPage(context);
    if (id == "deal"_L1)
        return new DealPage(context);
    if (id == "measures"_L1)
        return new MeasuresPage(context);
    if (id == "calendar"_L1)
        return new CalendarPage(context);
    if (id == "clients"_L1)
        return new ClientsPage(context);
    if (id == "documents"_L1)
        return new DocumentsPage(context);
    if (id == "releases"_L1)
        return new ReleasesPage(context);
    if (id == "controls"_L1)
        return new ControlsPage(context);
    if (id == "report"_L1)
        return new ReportPage(context);
    if (id == "speakup"_L1)
        return new SpeakupPage(context);
    if (id == "trail"_L1)
        return new TrailPage(context);
    if (id == "settings"_L1)
        return new SettingsPage(context);
    if (id == "manual"_L1)
        return new ManualPage(context);
    return new RegisterPage(id, context);
}

} // namespace dw
