#include "ui/pages/exportdialog.h"

#include "core/desk/accounts/accountservice.h"
#include "core/desk/documents/documentservice.h"
#include "core/session/session.h"
#include "ui/base/dealwardstyle.h"
#include "ui/text/errortext.h"
#include "ui/widgets/filedialog.h"
#include "ui/widgets/keyfilefield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/secretlineedit.h"

#include <QBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

namespace dw {

using namespace Qt::StringLiterals;

ExportDialog::ExportDialog(PageContext context, const VersionId &version, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_version(version)
{
    setWindowTitle(tr("Export without a release"));
    setMinimumWidth(460);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::padding);
    column->setSpacing(Theme::gap);
    column->addWidget(makeSectionLabel(tr("Export without a release")));
    column->addWidget(makeLabel(tr("The plain file leaves the vault: no package, no watermark, no ledger. The export is written to the audit trail before the file is.")));
    column->addWidget(makeLabel(tr("Reason *"), TextSize::Small, QFont::DemiBold));
    m_reason = new QPlainTextEdit;
    m_reason->setFixedHeight(72);
    m_reason->setTabChangesFocus(true);
    m_reason->setAccessibleName(tr("Reason"));
    column->addWidget(m_reason);
    column->addWidget(makeLabel(tr("Your passphrase again"), TextSize::Small, QFont::DemiBold));
    m_pass = new SecretLineEdit(tr("Your passphrase again"));
    column->addWidget(m_pass);
    if (Session::needsKeyFile(context.session.vaultPath(), context.session.actor().name)) {
        m_keyFile = new KeyFileField(KeyFileField::Use::Present);
        m_keyFile->setNeeded(true);
        column->addWidget(m_keyFile);
    }
    m_error = makeErrorLabel();
    column->addWidget(m_error);
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"));
    m_save = new QPushButton(tr("Export…"));
    setButtonKind(m_save, ButtonKind::Danger);
    m_save->setEnabled(false);
    row->addWidget(cancel);
    row->addWidget(m_save);
    column->addLayout(row);
    const auto update = [this] { m_save->setEnabled(!m_reason->toPlainText().trimmed().isEmpty() && !m_pass->isEmpty() && (!m_keyFile || m_keyFile->isChosen())); };
    if (m_keyFile)
        connect(m_keyFile, &KeyFileField::changed, this, update);
    connect(m_reason, &QPlainTextEdit::textChanged, this, update);
    connect(m_pass, &SecretLineEdit::changed, this, update);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::save);
}

void ExportDialog::save()
{
    const QString path = FileDialog::saveFile(this, tr("Export the file"), u"document.pdf"_s, u"pdf"_s);
    if (path.isEmpty())
        return;
    auto confirm = [this]() -> Result<> {
        Credentials given;
        given.accountName = m_context.session.actor().name;
        given.passphrase = m_pass->take();
        if (m_keyFile) {
            DW_ASSIGN(given.keyFile, m_keyFile->content());
        }
        return m_context.session.accounts().prove(given);
    };
    const Result<> done = m_context.session.documents().exports().write(m_version, path, m_reason->toPlainText().trimmed(), confirm);
    if (!done) {
        m_error->setText(errorText(done.error()));
        m_error->show();
        return;
    }
    m_context.navigator.say(tr("Exported and logged."));
    accept();
}

} // namespace dw
