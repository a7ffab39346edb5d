#include "ui/pages/documents/reviewpane.h"

#include "core/desk/documents/documentservice.h"
#include "core/jobs/jobrunner.h"
#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/models/fieldtext.h"
#include "ui/models/versiontext.h"
#include "ui/text/errortext.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columnscroll.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sentencedialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout *inner = item->layout()) {
            clear(inner);
        }
        delete item;
    }
}

QLabel *paragraph(const QString &text)
{
    QLabel *label = makeLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    return label;
}

QWidget *withIcon(const QString &icon, Tone tone, const QString &text)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::gap);
    row->addWidget(new IconLabel(icon, Theme::icon, tone), 0, Qt::AlignTop);
    row->addWidget(paragraph(text), 1);
    return box;
}

} // namespace

ReviewPane::ReviewPane(PageContext context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new ColumnScroll;
    QVBoxLayout *column = scroll->column();
    column->setContentsMargins(Theme::gap, Theme::gap, Theme::gap, Theme::gap);
    column->setSpacing(Theme::cell);
    m_state = new Chip;
    column->addWidget(m_state, 0, Qt::AlignLeft);
    m_standing = new QVBoxLayout;
    column->addLayout(m_standing);
    column->addWidget(makeSectionLabel(tr("Decisions")));
    m_decisions = new QVBoxLayout;
    column->addLayout(m_decisions);
    column->addWidget(makeSectionLabel(tr("Comments")));
    m_comments = new QVBoxLayout;
    m_comments->setSpacing(Theme::gap);
    column->addLayout(m_comments);
    column->addStretch();
    outer->addWidget(scroll, 1);
    auto *writing = new QVBoxLayout;
    writing->setContentsMargins(Theme::gap, 0, Theme::gap, Theme::gap);
    m_text = new QPlainTextEdit;
    m_text->setObjectName(u"comment"_s);
    m_text->setAccessibleName(tr("New comment"));
    m_text->setPlaceholderText(tr("Write what the preparer or the reviewer should know"));
    m_text->setTabChangesFocus(true);
    m_text->setMaximumHeight(84);
    writing->addWidget(m_text);
    m_aboutPage = new QCheckBox;
    m_aboutPage->setObjectName(u"about_page"_s);
    writing->addWidget(m_aboutPage);
    m_add = new QPushButton(tr("Add comment"));
    m_add->setObjectName(u"add_comment"_s);
    m_add->setAutoDefault(false);
    writing->addWidget(m_add);
    outer->addLayout(writing);
    connect(m_add, &QPushButton::clicked, this, &ReviewPane::addComment);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { m_add->setEnabled(!m_text->toPlainText().trimmed().isEmpty()); });
    m_add->setEnabled(false);
    setCurrentPage(0);
}

void ReviewPane::setCurrentPage(int page)
{
    m_page = page;
    m_aboutPage->setText(tr("About page %1").arg(page + 1));
}

QString ReviewPane::person(const AccountId &account) const
{
    return versiontext::person(m_context.session.records(), account);
}

void ReviewPane::show(const DocumentVersion &version)
{
    m_version = version;
    m_state->setSpec(versiontext::state(m_context.session.records(), version, m_context.appearance.language()));
    showStanding();
    showDecisions();
    showComments();
    if (version.state == "approved"_L1 && m_confirmed != version.id)
        confirm();
}

void ReviewPane::showStanding()
{
    clear(m_standing);
    if (m_version.state == "approved"_L1) {
        m_standing->addWidget(withIcon(u"badge-check"_s, Tone::Good, tr("Approved is exactly this file. Another byte, and the approval is lost.")));
    } else if (m_version.state == "in_review"_L1) {
        const auto obstacles = m_context.session.documents().reviews().obstacles(m_version.id);
        if (obstacles && obstacles->isEmpty())
            m_standing->addWidget(withIcon(u"circle-check"_s, Tone::Good, tr("You may approve it or return it.")));
        for (const Error &obstacle : obstacles ? *obstacles : QList<Error>())
            m_standing->addWidget(withIcon(u"circle-alert"_s, Tone::Warn, errorText(obstacle)));
    } else if (m_version.state == "rejected"_L1) {
        m_standing->addWidget(withIcon(u"undo-2"_s, Tone::Bad, tr("It was returned. Answer the comments, then ask for another review.")));
    } else {
        m_standing->addWidget(withIcon(u"circle-dashed"_s, Tone::Neutral, tr("Nobody was asked to review it yet.")));
    }
    QLabel *hash = makeQuietLabel(tr("SHA-256 %1").arg(groupedHash(m_version.sha256)));
    hash->setWordWrap(true);
    m_standing->addWidget(hash);
}

void ReviewPane::showDecisions()
{
    clear(m_decisions);
    const auto reviews = m_context.session.documents().reviews().list(m_version.id);
    if (!reviews || reviews->isEmpty()) {
        m_decisions->addWidget(makeQuietLabel(tr("None yet.")));
        return;
    }
    for (const Review &review : *reviews) {
        const QString who = tr("%1, %2").arg(person(review.reviewer), fieldtext::instant(review.reviewedAt));
        m_decisions->addWidget(withIcon(review.isApproval ? u"badge-check"_s : u"undo-2"_s, review.isApproval ? Tone::Good : Tone::Bad,
            review.isApproval ? tr("Approved by %1").arg(who) : tr("Returned by %1").arg(who)));
        if (!review.comments.isEmpty())
            m_decisions->addWidget(paragraph(review.comments));
        if (review.sha256 != m_version.sha256)
            m_decisions->addWidget(withIcon(u"triangle-alert"_s, Tone::Bad, tr("That was another file: its hash is not this one's.")));
    }
}

QWidget *ReviewPane::remark(const ReviewComment &comment)
{
    auto *card = new Card;
    QLabel *head = makeQuietLabel(tr("%1, %2").arg(person(comment.author), fieldtext::instant(comment.writtenAt)));
    head->setWordWrap(true);
    card->body()->setSpacing(Theme::unit);
    card->body()->addWidget(head);
    card->body()->addWidget(paragraph(comment.text.isEmpty() ? fieldtext::withheld() : comment.text));
    if (!comment.answers.isNull())
        return card;
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::gap);
    if (comment.isSettled)
        row->addWidget(new Chip({tr("Settled"), u"circle-check"_s, Tone::Good}));
    row->addStretch();
    const auto button = [&](const QString &name, const QString &text, auto run) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        made->setAutoDefault(false);
        row->addWidget(made);
        connect(made, &QPushButton::clicked, this, run);
    };
    if (comment.page >= 0)
        button(u"page"_s, tr("Page %1").arg(comment.page + 1), [this, page = comment.page] { emit pageWanted(page); });
    button(u"answer"_s, tr("Answer…"), [this, id = comment.id] { answer(id); });
    button(u"settle"_s, comment.isSettled ? tr("Open again") : tr("Settled"), [this, id = comment.id, settled = !comment.isSettled] {
        if (const auto done = m_context.session.documents().comments().setSettled(id, settled); !done)
            return showProblem(this, tr("The comment was not changed"), errorText(done.error()));
        showComments();
    });
    card->body()->addLayout(row);
    return card;
}

void ReviewPane::showComments()
{
    clear(m_comments);
    const auto comments = m_context.session.documents().comments().list(m_version.id);
    if (!comments || comments->isEmpty()) {
        m_comments->addWidget(makeQuietLabel(tr("None yet.")));
        return;
    }
    for (const ReviewComment &comment : *comments) {
        auto *line = new QHBoxLayout;
        if (!comment.answers.isNull())
            line->addSpacing(Theme::padding);
        line->addWidget(remark(comment), 1);
        m_comments->addLayout(line);
    }
}

void ReviewPane::addComment()
{
    const int page = m_aboutPage->isChecked() ? m_page : -1;
    const auto done = m_context.session.documents().comments().add(m_version.id, m_text->toPlainText(), page);
    if (!done)
        return showProblem(this, tr("The comment was not kept"), errorText(done.error()));
    m_text->clear();
    m_aboutPage->setChecked(false);
    showComments();
}

void ReviewPane::answer(const RecordId &comment)
{
    QString text;
    if (!SentenceDialog::ask(this, tr("Answer a comment"), tr("Everybody who may see this document reads it. It cannot be changed afterwards."),
            tr("Answer"), SentenceDialog::Reason::Required, &text))
        return;
    if (const auto done = m_context.session.documents().comments().answer(comment, text); !done)
        return showProblem(this, tr("The comment was not kept"), errorText(done.error()));
    showComments();
}

void ReviewPane::confirm()
{
    m_confirmed = m_version.id;
    DocumentService &service = m_context.session.documents();
    m_context.jobs.start<bool>(std::make_shared<Job>(u"document.confirm"_s),
        [&service, id = m_version.id](JobContext &) { return service.reviews().confirmApproval(id); }, this, [this](Result<bool> holds) {
            if (holds && !*holds)
                emit changed();
        });
}

} // namespace dw
