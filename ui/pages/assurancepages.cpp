#include "ui/pages/assurancepages.h"

#include "core/desk/backup/backupservice.h"
#include "core/desk/documents/documentservice.h"
#include "core/desk/measures/measureservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/jobs/jobrunner.h"
#include "core/session/session.h"
#include "ui/pages/recorddialog.h"
#include "ui/pages/reportdialog.h"
#include "ui/text/errortext.h"
#include "ui/widgets/filedialog.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/sentencedialog.h"

#include <QAction>
#include <QFile>
#include <QFileInfo>

namespace dw {

using namespace Qt::StringLiterals;

ReportPage::ReportPage(PageContext pageContext, QWidget *parent)
    : RegisterPage(u"report"_s, pageContext, parent)
{
    setAction(u"sealed_report"_s, tr("New report…"), [this] { makeReport(); });
    setAction(u"evidence"_s, tr("Keep a file…"), [this] { chooseEvidence(); });
    header()->addOverflowSeparator();
    QAction *check = header()->addOverflow(tr("Compare all files with their hashes…"), u"circle-check"_s);
    check->setObjectName(u"verify_bytes"_s);
    connect(check, &QAction::triggered, this, &ReportPage::verifyBytes);
}

void ReportPage::verifyBytes()
{
    Session &open = session();
    context().jobs.start<BytesCheck>(std::make_shared<Job>(u"evidence.verify"_s),
        [&open](JobContext &job) { return open.documents().evidence().verifyBytes(job); }, this, [this](Result<BytesCheck> done) {
            if (!done)
                return showProblem(this, tr("The files were not compared"), errorText(done.error()));
            if (!done->damaged.isEmpty())
                return showProblem(this, tr("Some files no longer fit their hash"),
                    tr("%n file(s) are not what was stored: the check “%1” names them. Restore them from a backup.", nullptr, int(done->damaged.size()))
                        .arg(words(session().measures().catalogue().check(u"evidence.all_hashed")->title)));
            context().navigator.say(tr("%n file(s) are what was stored.", nullptr, done->checked));
        });
}

void ReportPage::makeReport()
{
    ReportDialog dialog(context(), this);
    dialog.exec();
}

void ReportPage::chooseEvidence()
{
    const QString path = FileDialog::openFile(this, tr("Keep a file as evidence"));
    if (!path.isEmpty())
        addEvidence(path);
}

void ReportPage::addEvidence(const QString &path)
{
    Session &open = session();
    context().jobs.start<RecordId>(std::make_shared<Job>(u"evidence.add"_s),
        [&open, path](JobContext &) -> Result<RecordId> {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return fail(ErrorCode::Io, {}, {});
            if (file.size() > DocumentImport::largestFile)
                return fail(ErrorCode::LimitExceeded, u"document.too_large"_s, {});
            EvidenceDraft draft;
            draft.bytes = file.readAll();
            draft.fileName = QFileInfo(path).fileName();
            return open.documents().evidence().add(draft);
        },
        this, [this](Result<RecordId> added) {
            if (!added)
                return showProblem(this, tr("The file was not kept"), errorText(added.error()));
            // What it is and what it proves is said at once, while it is known.
            const RegisterDecl *decl = session().records().catalogue().find(u"evidence"_s);
            const auto record = session().records().get(u"evidence"_s, *added);
            if (!decl || !record)
                return;
            RecordDialog dialog(context(), *decl, &*record, {}, this);
            dialog.exec();
        });
}

ControlsPage::ControlsPage(PageContext pageContext, QWidget *parent)
    : RegisterPage(u"controls"_s, pageContext, parent)
{
    setAction(u"backup_run"_s, tr("Back up now…"), [this] { backUp(); });
    header()->addOverflowSeparator();
    const auto add = [this](const QString &name, const QString &text, void (ControlsPage::*run)()) {
        QAction *action = header()->addOverflow(text, u"archive"_s);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, run);
    };
    add(u"back_up"_s, tr("Back up now…"), &ControlsPage::backUp);
    add(u"drill"_s, tr("Try out a backup…"), &ControlsPage::drill);
}

void ControlsPage::backUp()
{
    const QString root = FileDialog::openFolder(this, tr("Where the backup is to be written"));
    if (root.isEmpty())
        return;
    Session &open = session();
    context().jobs.start<BackupEntry>(std::make_shared<Job>(u"backup.make"_s),
        [&open, root](JobContext &job) { return open.backup().make(root, job); }, this, [this](Result<BackupEntry> made) {
            if (!made)
                return showProblem(this, tr("No backup was made"), errorText(made.error()));
            context().navigator.say(tr("Backed up and verified: %n file(s).", nullptr, made->files));
        });
}

void ControlsPage::drill()
{
    const QString backup = FileDialog::openFolder(this, tr("The backup to try out (a folder that ends in .dealbackup)"));
    if (backup.isEmpty())
        return;
    Session &open = session();
    context().jobs.start<DrillResult>(std::make_shared<Job>(u"backup.drill"_s),
        [&open, backup](JobContext &job) { return open.backup().drill(backup, job); }, this, [this](Result<DrillResult> done) {
            if (!done)
                return showProblem(this, tr("The backup could not be restored"), errorText(done.error()));
            showProblem(this, tr("The backup can be restored"),
                tr("%1 entries of the trail, %2 rows and %3 documents were read back and compared.").arg(done->trailEntries).arg(done->rows).arg(done->documents));
        });
}

} // namespace dw
