#include "ui/pages/documents/comparewindow.h"

#include "core/session/session.h"
#include "ui/models/versiontext.h"
#include "ui/text/errortext.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/levelstamp.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>

namespace dw {

using namespace Qt::StringLiterals;

CompareWindow::CompareWindow(PageContext context, Mode mode, const VersionId &before, const VersionId &after, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_mode(mode)
    , m_before(before)
    , m_after(after)
    , m_renderer(std::make_unique<JobRunner>())
{
    // neutral: titles of windows are seen by others
    setWindowTitle(mode == Mode::Preview ? tr("Preview as redacted") : tr("Compare versions"));
    resize(1240, 840);
    build();
    load();
}

CompareWindow::~CompareWindow()
{
    m_renderer.reset();
}

void CompareWindow::openVersions(PageContext context, const VersionId &before, const VersionId &after, QWidget *parent)
{
    auto *window = new CompareWindow(context, Mode::Versions, before, after, parent);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setModal(true);
    window->show();
}

void CompareWindow::openPreview(PageContext context, const VersionId &source, QWidget *parent)
{
    auto *window = new CompareWindow(context, Mode::Preview, source, {}, parent);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setModal(true);
    window->show();
}

DocumentService &CompareWindow::documents() const
{
    return m_context.session.documents();
}

Result<CompareWindow::Opened> CompareWindow::openBoth(DocumentService &service, Mode mode, const VersionId &before,
    const VersionId &after, RedactionLevel level, JobContext &job)
{
    Opened opened;
    DW_ASSIGN(opened.before, service.reader().open(before));
    DW_ASSIGN(opened.pagesBefore, opened.before->pages(job));
    if (mode == Mode::Preview) {
        DW_ASSIGN(const RedactionPreview preview, service.previews().run(before, {level, false}, job));
        opened.after = preview.file;
        opened.areas = preview.areas;
        opened.undecided = preview.undecided;
    } else {
        DW_ASSIGN(opened.after, service.reader().open(after));
    }
    DW_ASSIGN(opened.pagesAfter, opened.after->pages(job));
    if (mode == Mode::Versions) {
        DW_ASSIGN(opened.areas, service.comparing().areas(before, opened.pagesBefore));
        DW_ASSIGN(const RedactedAreas right, service.comparing().areas(after, opened.pagesAfter));
        opened.areas.add(right);
    }
    return opened;
}

void CompareWindow::load()
{
    if (m_job)
        m_job->requestStop();
    if (m_left)
        m_before = VersionId::fromText(m_left->currentData().toString());
    RedactionLevel level = RedactionLevel::B;
    if (m_mode == Mode::Preview)
        level = redactionLevelFromName(m_right->currentData().toString()).value_or(level);
    else
        m_after = VersionId::fromText(m_right->currentData().toString());
    say(m_mode == Mode::Preview ? tr("Redacting in memory…") : tr("Opening…"), u"loader"_s, Tone::Neutral);
    m_note->clear();
    m_list->clear();
    m_comparison = {};
    const auto job = std::make_shared<Job>(m_mode == Mode::Preview ? u"document.preview"_s : u"document.view"_s);
    watch(job);
    DocumentService &service = documents();
    m_renderer->start<Opened>(job,
        [&service, mode = m_mode, before = m_before, after = m_after, level](JobContext &run) { return openBoth(service, mode, before, after, level, run); }, this,
        [this, number = ++m_load](Result<Opened> both) {
            if (number != m_load)
                return;
            watch({});
            if (both)
                return opened(std::move(*both));
            m_pair->setPages({}, {});
            m_opened = {};
            say(m_mode == Mode::Preview ? tr("No preview") : tr("Cannot be compared"), u"circle-x"_s, Tone::Bad);
            m_note->setText(errorText(both.error()));
        });
}

void CompareWindow::opened(Opened opened)
{
    m_opened = std::move(opened);
    const auto sizes = [](const QList<PdfPageInfo> &pages) {
        QList<QSizeF> list;
        for (const PdfPageInfo &page : pages)
            list.append(page.displaySize());
        return list;
    };
    m_pair->setPages(sizes(m_opened.pagesBefore), sizes(m_opened.pagesAfter));
    QMap<int, QList<QRectF>> expected;
    for (const auto &[page, areas] : m_opened.areas.marks.asKeyValueRange())
        expected[page] = areas;
    m_pair->setExpected(expected);
    m_pair->setFocus();
    if (const int level = m_opened.before->version().level; level >= 3 && !m_stamp)
        m_stamp = new LevelStamp(m_pair->viewport(), versiontext::stamp(level, m_context.session.actor().name, m_context.session.clock().nowMs()));
    measure();
}

void CompareWindow::measure()
{
    say(tr("Comparing…"), u"loader"_s, Tone::Neutral);
    const auto job = std::make_shared<Job>(u"document.compare"_s);
    watch(job);
    // Pages on the screen come in between: each picture is asked for on its own.
    m_renderer->start<Comparison>(job,
        [shown = m_opened](JobContext &run) { return VersionCompare::run(*shown.before, *shown.after, shown.areas, run); },
        this, [this, number = m_load](Result<Comparison> comparison) {
            if (number != m_load)
                return;
            watch({});
            if (comparison)
                return measured(*comparison);
            say(tr("Not measured"), u"circle-dashed"_s, Tone::Neutral);
            m_note->setText(errorText(comparison.error()));
        });
}

void CompareWindow::measured(const Comparison &comparison)
{
    m_comparison = comparison;
    m_place = -1;
    QMap<int, QList<QRectF>> places;
    for (const PageComparison &page : m_comparison.pages)
        places[page.page] = page.places;
    m_pair->setPlaces(places);
    const int unmeasured = comparison.count(PageComparison::Kind::NotMeasured);
    const bool hasMarks = !m_opened.areas.marks.isEmpty() || !m_opened.areas.pictures.isEmpty();
    if (comparison.isSameOutside())
        say(hasMarks ? tr("No difference outside the marks") : tr("No difference"), u"circle-check"_s, Tone::Good);
    else if (comparison.isMeasured())
        say(tr("%n page(s) differ", nullptr, int(comparison.pages.size()) - comparison.count(PageComparison::Kind::Same)), u"triangle-alert"_s, Tone::Warn);
    else
        say(tr("%n page(s) not measured", nullptr, unmeasured), u"circle-help"_s, Tone::Warn);
    QStringList notes {tr("%n page(s) drawn and compared.", nullptr, int(comparison.pages.size()) - unmeasured)};
    if (m_opened.undecided > 0)
        notes.append(tr("%n proposed mark(s) are not in this preview.", nullptr, m_opened.undecided));
    if (!m_opened.areas.moved.isEmpty())
        notes.append(tr("Lines with marks are set anew, so that a gap does not show how long the text was; they count as marked."));
    m_note->setText(notes.join(u' '));
    listPages();
}

QString CompareWindow::wordsOf(const PageComparison &page) const
{
    switch (page.kind) {
    case PageComparison::Kind::Same:
        return page.isPicture ? tr("became a picture; nothing else differs") : page.isRedacted ? tr("only the marks differ") : QString();
    case PageComparison::Kind::Changed:
        return page.isPicture ? tr("became a picture; differs in %n place(s)", nullptr, int(page.places.size()))
                              : tr("differs in %n place(s)", nullptr, int(page.places.size()));
    case PageComparison::Kind::Resized:
        return tr("has another size");
    case PageComparison::Kind::OnlyBefore:
        return tr("only on the left");
    case PageComparison::Kind::OnlyAfter:
        return tr("only on the right");
    case PageComparison::Kind::NotMeasured:
        return tr("not measured: %1").arg(page.error ? errorText(*page.error) : QString());
    }
    return {};
}

void CompareWindow::listPages()
{
    m_list->clear();
    for (const PageComparison &page : m_comparison.pages) {
        const QString words = wordsOf(page);
        if (words.isEmpty())
            continue;
        auto *item = new QListWidgetItem(tr("Page %1: %2").arg(page.page + 1).arg(words), m_list);
        item->setData(Qt::UserRole, page.page);
    }
}

void CompareWindow::step(int direction)
{
    struct Place {
        int page;
        QRectF rect;
    };
    QList<Place> all;
    for (const PageComparison &page : m_comparison.pages) {
        for (const QRectF &rect : page.places)
            all.append({page.page, rect});
    }
    if (all.isEmpty())
        return;
    m_place = int((m_place + direction + all.size()) % all.size());
    m_pair->showPlace(all.at(m_place).page, all.at(m_place).rect);
}

void CompareWindow::render(PagePair::Side side, int page, double dpi)
{
    const auto file = side == PagePair::Before ? m_opened.before : m_opened.after;
    if (!file)
        return;
    m_renderer->start<PdfPicture>(std::make_shared<Job>(u"document.view"_s), [file, page, dpi](JobContext &job) { return file->picture(page, dpi, job); }, this,
        [this, number = m_load, side, page, dpi](Result<PdfPicture> picture) {
            if (number != m_load)
                return;
            if (!picture)
                return m_pair->setPicture(side, page, dpi, {});
            const QImage image(reinterpret_cast<const uchar *>(picture->rgb.constData()), picture->width, picture->height,
                3 * qsizetype(picture->width), QImage::Format_RGB888);
            m_pair->setPicture(side, page, dpi, image.copy());
        });
}

void CompareWindow::say(const QString &text, const QString &icon, Tone tone)
{
    m_chip->setSpec({text, icon, tone});
}

void CompareWindow::watch(const std::shared_ptr<Job> &job)
{
    m_job = job;
    m_progress->setVisible(job != nullptr);
    m_cancel->setVisible(job != nullptr);
    if (!job)
        return;
    m_progress->setRange(0, 0);
    connect(job.get(), &Job::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setRange(0, int(qMax<qint64>(1, total)));
        m_progress->setValue(int(done));
    });
}

} // namespace dw
