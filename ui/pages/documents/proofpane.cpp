#include "ui/pages/documents/proofpane.h"

#include "ui/base/dealwardstyle.h"
#include "ui/models/fieldtext.h"
#include "ui/text/prooftext.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/columnscroll.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>

namespace dw {

using namespace Qt::StringLiterals;

ProofPane::ProofPane(PageContext context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new ColumnScroll;
    scroll->column()->setContentsMargins(0, 0, 0, 0);
    m_chip = new Chip;
    m_chip->setObjectName(u"proof_result"_s);
    scroll->column()->addWidget(m_chip, 0, Qt::AlignLeft);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(Theme::unit);
    scroll->column()->addLayout(m_rows);
    scroll->column()->addStretch();
    outer->addWidget(scroll);
}

void ProofPane::show(const DocumentVersion &version, const QList<Verification> &verifications)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    if (verifications.isEmpty()) {
        m_chip->setSpec({tr("Not verified"), u"circle-dashed"_s, Tone::Neutral});
        return;
    }
    const Verification &last = verifications.first();
    if (last.hasPassed)
        showPassed(version, last);
    else
        showFailed(last);
}

void ProofPane::add(const QString &label, const QString &value)
{
    if (value.isEmpty())
        return;
    m_rows->addSpacing(Theme::unit);
    m_rows->addWidget(makeQuietLabel(label));
    QLabel *text = makeLabel(value);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_rows->addWidget(text);
}

void ProofPane::addText(const QString &icon, Tone tone, const QString &text)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, Theme::unit, 0, 0);
    row->setSpacing(Theme::gap);
    row->addWidget(new IconLabel(icon, Theme::icon, tone), 0, Qt::AlignTop);
    QLabel *words = makeLabel(text);
    words->setWordWrap(true);
    row->addWidget(words, 1);
    m_rows->addWidget(box);
}

void ProofPane::showPassed(const DocumentVersion &version, const Verification &proof)
{
    const bool isForThis = proof.sha256 == version.sha256;
    m_chip->setSpec(isForThis ? ChipSpec {tr("Verified"), u"shield-check"_s, Tone::Good} : ChipSpec {tr("Of another file"), u"shield-alert"_s, Tone::Bad});
    add(tr("Way of redacting"), redactionLevelText(version.safeLevel));
    add(tr("Searched for"), tr("%n word(s) and every part of the file that a mark touched", nullptr, proof.searchedTerms));
    add(tr("Readers"), proof.engines.join(u", "_s));
    const int found = proof.textHits + proof.imageTextHits + proof.metadataFindings + proof.hiddenObjects;
    add(tr("Found"), found == 0 ? tr("nothing: no text, no metadata, no hidden object") : tr("%n trace(s)", nullptr, found));
    if (proof.annotationsRemoved > 0)
        add(tr("Removed besides"), tr("%n note(s) or field(s)", nullptr, proof.annotationsRemoved));
    const QJsonObject &details = proof.details;
    const int pictures = details.value("pictures"_L1).toInt();
    add(tr("Fallbacks"), pictures > 0 ? tr("%n page(s) became pictures, for what is on them could not be proven otherwise", nullptr, pictures) : tr("none: every page was cut, none became a picture"));
    QStringList first;
    const QJsonArray checks = details.value("first_attempt"_L1).toArray();
    for (const QJsonValue check : checks)
        first.append(failedCheckText(check.toString()));
    if (!first.isEmpty())
        add(tr("The first try did not pass"), first.join(u"; "_s));
    add(tr("Verified at"), fieldtext::instant(proof.verifiedAt));
    add(tr("SHA-256"), groupedHash(proof.sha256));
}

void ProofPane::showFailed(const Verification &proof)
{
    m_chip->setSpec({tr("Not proven, nothing kept"), u"shield-x"_s, Tone::Bad});
    const QJsonArray checks = proof.details.value("checks"_L1).toArray();
    QStringList advice;
    for (const QJsonValue check : checks) {
        addText(u"circle-x"_s, Tone::Bad, tr("What did not hold: %1").arg(failedCheckText(check.toString())));
        if (const QString help = failedCheckAdvice(check.toString()); !advice.contains(help))
            advice.append(help);
    }
    const QJsonArray pages = proof.details.value("pages"_L1).toArray();
    for (qsizetype i = 0; i < std::min<qsizetype>(pages.size(), 12); ++i) {
        const int page = pages.at(i).toInt() - 1;
        auto *go = new QPushButton(tr("Where: page %1").arg(page + 1));
        setButtonKind(go, ButtonKind::Quiet);
        go->setAutoDefault(false);
        connect(go, &QPushButton::clicked, this, [this, page] { emit pageWanted(page); });
        m_rows->addWidget(go, 0, Qt::AlignLeft);
    }
    for (const QString &help : std::as_const(advice))
        addText(u"wrench"_s, Tone::Neutral, help);
    auto *again = new QPushButton(tr("Redact with all pages as pictures"));
    again->setObjectName(u"as_pictures"_s);
    again->setAutoDefault(false);
    connect(again, &QPushButton::clicked, this, &ProofPane::picturesWanted);
    m_rows->addWidget(again, 0, Qt::AlignLeft);
    add(tr("Tried at"), fieldtext::instant(proof.verifiedAt));
}

} // namespace dw
