#include "ui/pages/documents/documentleveldialog.h"

#include "core/desk/documents/documentservice.h"
#include "core/session/session.h"
#include "ui/base/dealwardstyle.h"
#include "ui/text/errortext.h"
#include "ui/text/findingtext.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace dw {

using namespace Qt::StringLiterals;

DocumentLevelDialog::DocumentLevelDialog(PageContext context, const DocumentId &document, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_document(document)
{
    setWindowTitle(tr("Level of the document"));
    resize(Theme::formWidth, 360);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::padding);
    column->setSpacing(Theme::cell);
    column->addWidget(makeTitleLabel(tr("Level of the document")));
    auto *words = makeLabel({});
    words->setObjectName(u"grounds"_s);
    words->setWordWrap(true);
    column->addWidget(words);
    m_level = new QComboBox;
    m_level->setObjectName(u"level"_s);
    m_level->setAccessibleName(tr("Level"));
    for (int level = 1; level <= 4; ++level)
        m_level->addItem(levelChip(level).text, level);
    column->addWidget(makeQuietLabel(tr("Level")));
    column->addWidget(m_level);
    column->addWidget(makeQuietLabel(tr("Reason (needed below the proposed level)")));
    m_reason = new QLineEdit;
    m_reason->setObjectName(u"reason"_s);
    m_reason->setAccessibleName(tr("Reason"));
    column->addWidget(m_reason);
    m_error = makeErrorLabel();
    m_error->setWordWrap(true);
    column->addWidget(m_error);
    column->addStretch();
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *accept = new QPushButton(tr("Decide"));
    accept->setObjectName(u"accept"_s);
    setButtonKind(accept, ButtonKind::Primary);
    accept->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(accept);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, &DocumentLevelDialog::decide);

    DocumentService &documents = m_context.session.documents();
    int level = 3;
    QStringList lines;
    if (const auto known = documents.get(document)) {
        level = known->level;
        lines.append(tr("It is kept at %1.").arg(levelChip(level).text));
    }
    const auto proposal = documents.levels().proposal(document);
    if (proposal && *proposal) {
        lines.append(tr("Its findings speak for %1:").arg(levelChip((*proposal)->level).text));
        for (const ClassProposal::Evidence &evidence : (*proposal)->evidence)
            lines.append(u"· "_s + findingtext::levelEvidence(evidence.reason, evidence.what, evidence.count, evidence.level));
        if ((*proposal)->evidence.isEmpty())
            lines.append(u"· "_s + tr("nothing was found that asks for more"));
        level = qMax(level, (*proposal)->level);
    } else {
        lines.append(tr("It was never searched, so nothing is proposed."));
    }
    lines.append(tr("Another level moves all its versions, marks and findings under the keys of that level."));
    words->setText(lines.join(u'\n'));
    m_level->setCurrentIndex(level - 1);
}

void DocumentLevelDialog::decide()
{
    const Result<> done = m_context.session.documents().levels().decide(m_document, m_level->currentData().toInt(), m_reason->text());
    if (done)
        return accept();
    m_error->setText(errorText(done.error()));
    m_error->show();
}

} // namespace dw
