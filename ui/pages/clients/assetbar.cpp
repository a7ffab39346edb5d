#include "ui/pages/clients/assetbar.h"

#include "core/desk/clients/clientservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/session/session.h"
#include "ui/base/dealwardstyle.h"
#include "ui/text/clienttext.h"
#include "ui/text/errortext.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sentencedialog.h"

#include <QBoxLayout>
#include <QPushButton>

namespace dw {

using namespace Qt::StringLiterals;

AssetBar::AssetBar(PageContext context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::gap);
    m_words = makeLabel({});
    m_words->setWordWrap(true);
    column->addWidget(m_words);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::gap);
    for (int level = 1; level <= 4; ++level) {
        auto *button = new QPushButton(levelChip(level).text);
        button->setObjectName(u"level_%1"_s.arg(level));
        button->setToolTip(tr("Decide this level (key %1)").arg(level));
        button->setAccessibleName(tr("Decide level %1").arg(levelChip(level).text));
        connect(button, &QPushButton::clicked, this, [this, level] { decide(level); });
        m_levels.at(static_cast<std::size_t>(level - 1)) = button;
        row->addWidget(button);
    }
    m_review = new QPushButton(tr("Review"));
    m_review->setObjectName(u"review_asset"_s);
    connect(m_review, &QPushButton::clicked, this, &AssetBar::review);
    row->addWidget(m_review);
    row->addStretch();
    column->addLayout(row);
    setAsset({});
}

void AssetBar::setAsset(const RecordId &asset)
{
    m_asset = {};
    if (!asset.isNull()) {
        if (const auto record = m_context.session.records().get(u"data_asset"_s, asset))
            m_asset = *record;
    }
    const bool isThere = !m_asset.id.isNull() && m_asset.state != "retired"_L1;
    const bool mayEdit = m_context.session.clients().mayEdit();
    const int proposed = static_cast<int>(m_asset.integer(u"proposed_level"_s));
    const int level = static_cast<int>(m_asset.integer(u"level"_s));
    for (int i = 0; i < 4; ++i) {
        QPushButton *const button = m_levels.at(static_cast<std::size_t>(i));
        button->setEnabled(isThere && mayEdit);
        setButtonKind(button, level == 0 && proposed == i + 1 ? ButtonKind::Primary : ButtonKind::Normal);
    }
    m_review->setVisible(isThere && m_asset.state == "classified"_L1);
    const bool isOwn = m_asset.text(u"classified_by"_s) == m_context.session.actor().id.toString();
    m_review->setEnabled(!isOwn);
    m_review->setToolTip(isOwn ? tr("Whoever decided the level cannot review it.") : tr("Agree with the decided level"));
    if (!isThere) {
        m_words->setText(tr("Choose a data asset to decide its level."));
        return;
    }
    const QString reasons = clienttext::levelReasons(m_asset.text(u"proposed_reason"_s).split(u' ', Qt::SkipEmptyParts));
    QString words = tr("Proposed: %1, because: %2.").arg(levelChip(qMax(1, proposed)).text, reasons);
    if (level == 0)
        words += u' ' + tr("Nobody has decided yet: press 1 to 4, Return for the next.");
    else if (level < proposed && m_asset.state == "classified"_L1)
        words += u' ' + tr("Decided lower: %1. The records stay where they are until somebody else agrees.").arg(levelChip(level).text);
    else
        words += u' ' + tr("Decided: %1.").arg(levelChip(level).text);
    m_words->setText(words);
}

void AssetBar::decide(int level)
{
    if (m_asset.id.isNull() || !m_levels.front()->isEnabled())
        return;
    QString reason;
    const int proposed = static_cast<int>(m_asset.integer(u"proposed_level"_s));
    if (level < proposed
        && !SentenceDialog::ask(this, tr("Below the proposed level"),
            tr("The rules propose %1. Say why %2 is enough; somebody else with an account must agree before the records move.")
                .arg(levelChip(proposed).text, levelChip(level).text),
            tr("Decide %1").arg(levelChip(level).text), SentenceDialog::Reason::Required, &reason))
        return;
    if (const auto done = m_context.session.clients().decideLevel(m_asset.id, level, reason); !done)
        showProblem(this, tr("The level was not changed"), errorText(done.error()));
}

void AssetBar::review()
{
    if (const auto done = m_context.session.clients().review(m_asset.id); !done)
        showProblem(this, tr("Not reviewed"), errorText(done.error()));
}

} // namespace dw
