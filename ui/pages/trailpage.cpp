#include "ui/pages/trailpage.h"

#include "core/desk/report/reportservice.h"
#include "core/jobs/jobrunner.h"
#include "core/session/session.h"
#include "core/store/store.h"
#include "ui/base/appearance.h"
#include "ui/models/dealstate.h"
#include "core/desk/registers/recordservice.h"
#include "ui/models/trailmodel.h"
#include "ui/models/trailreader.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filedialog.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sentencedialog.h"

#include <QAction>
#include <QBoxLayout>
#include <QSaveFile>

namespace dw {

using namespace Qt::StringLiterals;

TrailPage::TrailPage(PageContext pageContext, QWidget *parent)
    : Page(u"trail"_s, pageContext, parent)
{
    header()->setPrimary(tr("Check the trail"));
    auto *search = new SearchField(tr("Search the trail"));
    search->setMaximumWidth(320);
    content()->addWidget(search);
    m_model = new TrailModel(this);
    m_table = new DataTable;
    m_table->setModel(m_model);
    m_table->setSortingEnabled(false); // its order is its meaning
    m_table->setDensity(context().appearance.density());
    m_table->setAccessibleName(tr("Audit trail"));
    m_table->setStretchColumn(5);
    QHash<QString, QString> titles;
    QHash<QString, QString> steps;
    for (const RegisterDecl *decl : session().records().catalogue().all()) {
        titles.insert(decl->id, words(decl->singular));
        for (const TransitionDecl &step : decl->transitions)
            steps.insert(decl->id + u'.' + step.id, words(step.title));
    }
    titles.insert(u"vault"_s, tr("Vault")); // what concerns the vault as a whole
    m_model->setTitles(titles);
    m_model->setSteps(steps);
    content()->addWidget(m_table, 1);
    m_footer = makeQuietLabel({});
    content()->addWidget(m_footer);
    connect(search, &SearchField::searchChanged, this, [this](const QString &text) {
        m_model->setSearch(text);
        m_footer->setText(tr("%1 of %2 entries").arg(m_model->rowCount()).arg(m_model->total()));
    });
    connect(header(), &PageHeader::primaryTriggered, this, &TrailPage::verify);
    connect(header()->addOverflow(tr("Export the trail…"), u"download"_s), &QAction::triggered, this, &TrailPage::exportTrail);
    connect(header()->addOverflow(tr("Facts the program measured"), u"activity"_s), &QAction::triggered, this, [this] {
        const auto facts = session().records().list(u"fact"_s);
        QStringList lines;
        for (const Record &fact : facts.value_or(QList<Record>()))
            lines.append(u"%1 %2: %3"_s.arg(idtext::fact(fact.text(u"name"_s)), fact.text(u"subject"_s),
                fact.flag(u"holds"_s) ? tr("holds") : tr("does not hold")));
        showProblem(this, tr("Facts the program measured"), lines.isEmpty() ? tr("None yet.") : lines.join(u'\n'));
    });
    connect(m_table, &DataTable::opened, this, [this] {
        const TrailEntry *entry = m_model->entry(m_table->currentIndex().row());
        if (entry && !entry->objectId.isEmpty())
            context().navigator.openRecord(entry->objectRegister, RecordId::fromText(entry->objectId));
    });
    connect(&context().state, &DealState::changed, this, &TrailPage::changed);
}

void TrailPage::refresh()
{
    const auto entries = readTrail(session().store());
    if (!entries) {
        header()->setState(errorText(entries.error()));
        return;
    }
    m_model->setEntries(*entries);
    m_table->fitColumns();
    header()->setState(tr("Each entry is signed and holds the hash of the one before; nothing can be taken out unnoticed."));
    m_footer->setText(tr("%n entries", nullptr, int(m_model->total())));
}

void TrailPage::verify()
{
    header()->setPrimaryBlocked(tr("Checking…"));
    Session &open = session();
    context().jobs.start<TrailVerdict>(std::make_shared<Job>(u"trail.verify"_s),
        [&open](JobContext &) { return open.store().verifyTrail(); }, this, [this](Result<TrailVerdict> verdict) {
            header()->setPrimaryBlocked({});
            if (!verdict)
                return showProblem(this, tr("The check could not be done"), errorText(verdict.error()));
            if (verdict->isClean()) {
                header()->setState(tr("Checked: %1 entries and %2 rows, all as the trail says.").arg(verdict->entries).arg(verdict->rows));
                return;
            }
            QStringList lines;
            for (const TrailVerdict::Problem &problem : verdict->problems.mid(0, 20))
                lines.append(tr("Entry %1: %2").arg(problem.seq).arg(idtext::trailProblem(problem.reason)));
            showProblem(this, tr("The trail does not fit"), lines.join(u'\n'));
        });
}

void TrailPage::exportTrail()
{
    const auto bytes = session().report().exportTrail();
    if (!bytes)
        return showProblem(this, tr("The trail was not exported"), errorText(bytes.error()));
    const QString path = FileDialog::saveFile(this, tr("Export the trail"), u"trail.jsonl"_s, u"jsonl"_s);
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        showProblem(this, tr("The trail was not exported"), errorText(Error {ErrorCode::Io, {}, {}, {}}));
}

} // namespace dw
