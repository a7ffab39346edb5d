#include "ui/pages/newrecoverykey.h"

#include "core/desk/accounts/accountservice.h"
#include "core/session/session.h"
#include "ui/base/dealwardstyle.h"
#include "ui/text/errortext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/recoverysheet.h"
#include "ui/widgets/sentencedialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QCoreApplication>
#include <QDialog>
#include <QFileInfo>
#include <QPushButton>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("dw", text); // the context under which lupdate files a free tr()
}

void showSheet(const QString &vault, const QString &key, QWidget *parent)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(tr("New recovery key"));
    auto *column = new QVBoxLayout(&dialog);
    column->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::padding);
    column->setSpacing(Theme::gap);
    column->addWidget(makeSectionLabel(tr("New recovery key")));
    column->addWidget(makeLabel(tr("It is shown this once. Print it or copy it by hand, keep it away from this computer, and destroy the former sheet: "
                                   "it opens nothing any more.")));
    auto *sheet = new RecoverySheet;
    sheet->setKey(vault, key);
    column->addWidget(sheet);
    auto *row = new QHBoxLayout;
    auto *print = new QPushButton(tr("Print…"));
    auto *kept = new QCheckBox(tr("I keep the new sheet"));
    kept->setObjectName(u"kept"_s);
    auto *close = new QPushButton(tr("Done"));
    close->setObjectName(u"done"_s);
    close->setEnabled(false);
    setButtonKind(close, ButtonKind::Primary);
    row->addWidget(print);
    row->addWidget(kept);
    row->addStretch();
    row->addWidget(close);
    column->addLayout(row);
    QObject::connect(print, &QPushButton::clicked, sheet, &RecoverySheet::print);
    QObject::connect(kept, &QCheckBox::toggled, close, &QPushButton::setEnabled);
    QObject::connect(close, &QPushButton::clicked, &dialog, &QDialog::accept);
    dialog.exec();
    sheet->wipe();
}

} // namespace

void makeRecoveryKey(const PageContext &context, const QString &sentence, QWidget *parent)
{
    QString reason;
    if (!SentenceDialog::ask(parent, tr("Make a new recovery key"), sentence, tr("Make it"), SentenceDialog::Reason::Required, &reason))
        return;
    const auto made = context.session.accounts().replaceRecoveryKey(reason);
    if (!made)
        return showProblem(parent, tr("No new recovery key was made"), errorText(made.error()));
    QString key = QString::fromLatin1(made->view());
    showSheet(QFileInfo(context.session.vaultPath()).completeBaseName(), key, parent);
    key.fill(u' ');
}

} // namespace dw
