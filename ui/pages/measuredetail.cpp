#include "ui/pages/measuredetail.h"

#include "core/desk/registers/recordservice.h"
#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/base/dealwardstyle.h"
#include "ui/models/dealstate.h"
#include "ui/models/fieldtext.h"
#include "ui/models/measuretext.h"
#include "ui/pages/pageindex.h"
#include "ui/pages/recorddialog.h"
#include "ui/pages/signdialog.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/card.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/formview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sentencedialog.h"

#include <QBoxLayout>
#include <QPushButton>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// The compliance officer signs for somebody without an account, by their paper.
bool isPaperMissing(const Error &error)
{
    return error.reason == "measure.evidence_needed"_L1;
}

} // namespace

MeasureDetail::MeasureDetail(PageContext context, DetailPane *pane, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_pane(pane)
{
}

bool MeasureDetail::chinese() const
{
    return m_context.appearance.isChinese();
}

void MeasureDetail::show(const MeasureStatus &row)
{
    const int tab = m_row.id == row.id ? m_pane->currentTab() : 0;
    m_row = row;
    const MeasureDecl *decl = m_context.session.measures().catalogue().find(row.id);
    if (!decl)
        return clear();
    m_pane->setHeading(decl->title.in(chinese()),
        tr("%1 · %2").arg(idtext::phase(decl->phase), decl->blocksGate.isEmpty() ? tr("blocks no gate") : tr("blocks %1").arg(decl->blocksGate)),
        measuretext::chip(row));
    m_pane->clearButtons();
    fillButtons(row);
    m_pane->clearTabs();
    fillDetails(row);
    fillChecks(row);
    fillEvidence(row);
    fillHistory(row);
    m_pane->setCurrentTab(qMax(0, tab));
}

void MeasureDetail::clear()
{
    m_row = {};
    m_pane->setHint(tr("Choose a row to see what it asks and what it rests on."));
}

void MeasureDetail::fillButtons(const MeasureStatus &row)
{
    const MeasureDecl *decl = m_context.session.measures().catalogue().find(row.id);
    const bool assisted = decl->mode == MeasureDecl::Mode::Assisted;
    const bool nilDue = std::any_of(row.checks.begin(), row.checks.end(),
        [](const CheckResult &check) { return check.outcome == CheckResult::Outcome::NilReturnDue; });
    const bool holds = std::all_of(row.checks.begin(), row.checks.end(), [](const CheckResult &check) { return check.isGood(); });
    if (row.status != Status::NotApplicable && ((assisted && holds && row.status != Status::GreenSigned) || nilDue)) {
        QPushButton *button = m_pane->addButton(nilDue ? tr("Sign nil return (A)") : tr("Sign (A)"), true);
        button->setObjectName(u"sign"_s);
        const auto as = m_context.session.measures().signing(row.id);
        button->setEnabled(as || isPaperMissing(as.error()));
        if (!button->isEnabled())
            button->setToolTip(errorText(as.error()));
        connect(button, &QPushButton::clicked, this, &MeasureDetail::sign);
    }
    if (!row.signature.isNull())
        connect(m_pane->addButton(tr("Withdraw (R)")), &QPushButton::clicked, this, &MeasureDetail::withdraw);
    if (row.status == Status::Red) {
        QPushButton *except = m_pane->addButton(tr("Exception…"));
        except->setObjectName(u"exception"_s);
        connect(except, &QPushButton::clicked, this, &MeasureDetail::askException);
    }
    QPushButton *out = m_pane->addButton(row.status == Status::NotApplicable ? tr("Apply again (X)") : tr("Not applicable (X)"));
    setButtonKind(out, ButtonKind::Quiet);
    connect(out, &QPushButton::clicked, this, &MeasureDetail::takeOut);
}

void MeasureDetail::fillDetails(const MeasureStatus &row)
{
    const MeasureCatalogue &catalogue = m_context.session.measures().catalogue();
    const MeasureDecl *decl = catalogue.find(row.id);
    QVBoxLayout *column = m_pane->addTab(tr("Details"));
    const QStringList why = measuretext::reasons(row, catalogue, chinese());
    if (!why.isEmpty())
        DetailPane::addFact(column, tr("Why it stands so"), why.join(u'\n'));
    DetailPane::addFact(column, tr("What it asks"), decl->guidance.in(chinese()));
    DetailPane::addFact(column, tr("Answers for it"), idtext::role(decl->role));
    if (decl->mode == MeasureDecl::Mode::Assisted)
        fillSigner(*decl, column);
    DetailPane::addFact(column, tr("How it is shown"),
        decl->mode == MeasureDecl::Mode::Auto ? tr("Computed from the data alone; nobody can tick it.")
                                              : tr("The checks must hold, and a person signs what they saw."));
    if (row.dueOn.isValid())
        DetailPane::addFact(column, tr("Due"), row.dueOn.toString(Qt::ISODate));
    if (!decl->legal.isEmpty())
        DetailPane::addFact(column, tr("Law (pointers for counsel)"), decl->legal.join(tr(", ")));
    auto *link = new LinkRow(tr("Open the page where it is worked on"), {});
    const CheckDecl *check = decl->checks.isEmpty() ? nullptr : catalogue.check(decl->checks.first());
    if (check) {
        connect(link, &LinkRow::activated, this,
            [this, page = check->page, id = check->registerId] { m_context.navigator.open({page, id, {}, {}}); });
        column->addWidget(link);
    } else {
        delete link;
    }
}

void MeasureDetail::fillSigner(const MeasureDecl &decl, QVBoxLayout *column)
{
    const auto as = m_context.session.measures().signing(decl.id);
    if (as)
        return DetailPane::addFact(column, tr("Who signs"), tr("You may sign it."));
    DetailPane::addFact(column, tr("Who signs"), errorText(as.error()));
    const auto add = [&](const QString &name, const QString &words, const QString &page, const QString &registerId) {
        auto *link = new LinkRow(words, {});
        link->setObjectName(name);
        connect(link, &LinkRow::activated, this, [this, page, registerId] { m_context.navigator.open({page, registerId, {}, {}}); });
        column->addWidget(link);
    };
    if (isPaperMissing(as.error()))
        return add(u"add_paper"_s, tr("Keep their signed paper"), u"report"_s, u"evidence"_s);
    add(u"name_holder"_s, tr("Name who holds this function"), u"coordination"_s, u"function_holder"_s);
    const auto account = m_context.session.records().get(u"account"_s, m_context.session.actor().id.as<RecordTag>());
    if (account && account->text(u"person"_s).isEmpty())
        add(u"link_account"_s, tr("Say which person your account is"), u"settings"_s, {});
}

void MeasureDetail::fillChecks(const MeasureStatus &row)
{
    const MeasureCatalogue &catalogue = m_context.session.measures().catalogue();
    QVBoxLayout *column = m_pane->addTab(tr("Checks (%1)").arg(row.checks.size()));
    for (const CheckResult &check : row.checks) {
        const CheckDecl *decl = catalogue.check(check.id);
        auto *block = new QVBoxLayout;
        block->setSpacing(Theme::unit);
        block->addWidget(new Chip(measuretext::checkChip(check)));
        block->addWidget(makeLabel(decl ? decl->title.in(chinese()) : check.id));
        QString sum;
        if (check.population > 0)
            sum = tr("%1 of %2 hold").arg(check.population - check.violationCount).arg(check.population);
        else if (!check.value.isEmpty())
            sum = check.value;
        if (!sum.isEmpty())
            block->addWidget(makeQuietLabel(sum));
        int shown = 0;
        for (const CheckRow &violation : check.violations) {
            if (++shown > 20)
                break;
            auto *link = new LinkRow(violation.label, {});
            link->setLeading(new IconLabel(u"circle-alert"_s, Theme::icon, Tone::Bad));
            connect(link, &LinkRow::activated, this,
                [this, violation] { m_context.navigator.openRecord(violation.registerId, RecordId::fromText(violation.id)); });
            block->addWidget(link);
        }
        if (check.violationCount > 20)
            block->addWidget(makeQuietLabel(tr("and %n more", nullptr, check.violationCount - 20)));
        if (decl) {
            const RegisterDecl *about = m_context.session.records().catalogue().find(decl->registerId);
            const QString place = about ? tr("%1, %2").arg(pageInfo(decl->page).title, about->title.in(chinese())) : pageInfo(decl->page).title;
            auto *link = new LinkRow(check.isGood() ? place : tr("Fix it: %1").arg(place), {});
            link->setObjectName(u"fix_"_s + check.id);
            connect(link, &LinkRow::activated, this,
                [this, page = decl->page, id = decl->registerId] { m_context.navigator.open({page, id, {}, {}}); });
            block->addWidget(link);
        }
        column->addLayout(block);
    }
}

void MeasureDetail::fillEvidence(const MeasureStatus &row)
{
    const MeasureDecl *decl = m_context.session.measures().catalogue().find(row.id);
    QVBoxLayout *column = m_pane->addTab(tr("Evidence"));
    DetailPane::addFact(column, tr("What proves it"), decl->evidenceDetail);
    if (!row.signedBy.isEmpty()) {
        DetailPane::addFact(column, tr("Signed by"), u"%1, %2"_s.arg(row.signedBy, fieldtext::instant(row.signedAt)));
        DetailPane::addFact(column, tr("Hash of what was seen"), QString::fromLatin1(row.seenHash.toHex()));
    }
    if (!row.exception.isNull()) {
        auto *link = new LinkRow(tr("The exception that carries it"), {});
        connect(link, &LinkRow::activated, this,
            [this, id = row.exception] { m_context.navigator.openRecord(u"deal_exception"_s, id); });
        column->addWidget(link);
    }
}

void MeasureDetail::fillHistory(const MeasureStatus &row)
{
    QVBoxLayout *column = m_pane->addTab(tr("History"));
    RecordQuery query;
    query.filters.insert(u"measure"_s, row.id);
    const auto list = m_context.session.records().list(u"signature"_s, query);
    const auto accounts
        = m_context.session.records().labels(u"account"_s, m_context.appearance.language()).value_or(QHash<QString, QString>());
    if (!list || list->isEmpty()) {
        column->addWidget(makeQuietLabel(tr("Nobody has signed this row yet."), TextSize::Body));
        return;
    }
    for (const Record &signature : *list) {
        QString words = signature.text(u"note"_s);
        if (signature.integer(u"withdrawn_at"_s) > 0)
            words = tr("Withdrawn %1: %2").arg(fieldtext::instant(signature.integer(u"withdrawn_at"_s)), signature.text(u"withdraw_reason"_s));
        DetailPane::addFact(column,
            u"%1  ·  %2"_s.arg(fieldtext::instant(signature.integer(u"signed_at"_s)), accounts.value(signature.text(u"account"_s))),
            words.isEmpty() ? tr("Signed") : words);
    }
}

void MeasureDetail::report(const Result<> &done, const QString &title)
{
    if (!done)
        showProblem(m_pane, title, errorText(done.error()));
    else
        m_context.navigator.say(title);
}

void MeasureDetail::sign()
{
    if (m_row.id.isEmpty())
        return;
    const MeasureDecl *decl = m_context.session.measures().catalogue().find(m_row.id);
    const bool nil = std::any_of(m_row.checks.begin(), m_row.checks.end(),
        [](const CheckResult &check) { return check.outcome == CheckResult::Outcome::NilReturnDue; });
    const QString title = nil ? tr("Sign a nil return") : tr("Sign this row");
    const QString sentence = nil
        ? tr("You declare that in this phase nothing happened that “%1” would have to show. The signature binds what you see now.").arg(decl->title.in(chinese()))
        : tr("You sign that “%1” is met. The signature binds what you see now: if the data changes, the row shows it.").arg(decl->title.in(chinese()));
    MeasureService &measures = m_context.session.measures();
    const auto as = measures.signing(m_row.id);
    if (!as && !isPaperMissing(as.error()))
        return showProblem(m_pane, tr("Nothing was signed"), errorText(as.error()));
    SignDialog dialog(m_context, {title, sentence, {}, !as}, m_pane);
    if (dialog.exec() != QDialog::Accepted)
        return;
    Result<> done;
    if (nil) {
        if (const auto signatures = measures.signNil(m_row.id, dialog.note(), dialog.paper()); !signatures)
            done = tl::unexpected(signatures.error());
    } else if (const auto signature = measures.sign(m_row.id, m_row.seenHash, dialog.note(), dialog.paper()); !signature) {
        done = tl::unexpected(signature.error());
    }
    report(done, done ? tr("Signed.") : tr("Nothing was signed"));
}

void MeasureDetail::withdraw()
{
    if (m_row.signature.isNull())
        return;
    QString reason;
    if (!SentenceDialog::ask(m_pane, tr("Withdraw the signature"), tr("It stays visible as withdrawn, with the reason."), tr("Withdraw"),
            SentenceDialog::Reason::Required, &reason))
        return;
    const Result<> done = m_context.session.measures().withdraw(m_row.signature, reason);
    report(done, done ? tr("Withdrawn.") : tr("The signature stays"));
}

void MeasureDetail::takeOut()
{
    if (m_row.id.isEmpty())
        return;
    const bool back = m_row.status == Status::NotApplicable;
    QString reason;
    if (!SentenceDialog::ask(m_pane, back ? tr("Apply this row again") : tr("Not applicable in this deal"),
            tr("The reason and your name are printed in every report."), back ? tr("Apply again") : tr("Not applicable"),
            SentenceDialog::Reason::Required, &reason))
        return;
    MeasureService &measures = m_context.session.measures();
    const Result<> done = back ? measures.setApplicable(m_row.id, reason) : measures.setNotApplicable(m_row.id, reason);
    report(done, done ? tr("Done.") : tr("The row was not changed"));
}

void MeasureDetail::askException()
{
    const RegisterDecl *decl = m_context.session.records().catalogue().find(u"deal_exception"_s);
    if (!decl || m_row.id.isEmpty())
        return;
    RecordDialog dialog(m_context, *decl, nullptr, {{u"measure"_s, m_row.id}, {u"rule"_s, u"measure"_s}}, m_pane);
    dialog.exec();
}

void MeasureDetail::toggleEvidence()
{
    m_pane->setCurrentTab(m_pane->currentTab() == 1 ? 0 : 1);
}

} // namespace dw
