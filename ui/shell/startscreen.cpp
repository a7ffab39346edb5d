#include "ui/shell/startscreen.h"

#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>

namespace dw {

using namespace Qt::StringLiterals;

StartScreen::StartScreen(QWidget *parent)
    : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    auto *column = new QVBoxLayout;
    column->setSpacing(Theme::gap);
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::cell);
    head->addWidget(new IconLabel(u"shield-check"_s, 40, Tone::Accent));
    head->addWidget(makeLabel(u"Dealward"_s, TextSize::Figure, QFont::DemiBold), 1);
    column->addLayout(head);
    QLabel *line = makeQuietLabel(
        tr("The control file of a deal: proves that each file was allowed to leave, to that person, at that moment."),
        TextSize::Body);
    column->addWidget(line);
    column->addSpacing(Theme::margin);

    auto *card = new Card;
    card->setFixedWidth(520);
    const auto add = [card](const QString &icon, const QString &text, const QString &remark) {
        auto *row = new LinkRow(text, remark);
        row->setLeading(new IconLabel(icon, 20, Tone::Accent));
        card->body()->addWidget(row);
        return row;
    };
    LinkRow *create = add(u"plus"_s, tr("New vault"), tr("One vault holds one deal. About two minutes."));
    LinkRow *open = add(u"folder-open"_s, tr("Open a vault"), tr("Choose a folder that ends in .dealvault."));
    LinkRow *demo = add(u"eye"_s, tr("Open the demo deal"),
        tr("A complete sample with invented people and clients. Nothing in it is real."));
    column->addWidget(card);
    auto *centre = new QHBoxLayout;
    centre->addStretch();
    centre->addLayout(column);
    centre->addStretch();
    outer->addLayout(centre);
    outer->addStretch(3);
    QLabel *foot = makeQuietLabel(tr("Works offline. Nothing leaves this computer unless you hand it over."));
    foot->setAlignment(Qt::AlignHCenter);
    outer->addWidget(foot);
    connect(create, &LinkRow::activated, this, &StartScreen::newRequested);
    connect(open, &LinkRow::activated, this, &StartScreen::openRequested);
    connect(demo, &LinkRow::activated, this, &StartScreen::demoRequested);
}

} // namespace dw
