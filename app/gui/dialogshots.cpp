#include "app/gui/dialogshots.h"

#include "core/desk/registers/recordservice.h"
#include "core/session/session.h"
#include "ui/pages/clients/clientimportdialog.h"
#include "ui/pages/documents/comparewindow.h"
#include "ui/pages/documents/documentwindow.h"
#include "ui/pages/recorddialog.h"
#include "ui/pages/releasedialog.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/workspace.h"

#include <QApplication>
#include <QComboBox>
#include <QEventLoop>
#include <QFile>
#include <QLineEdit>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

void settle(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

namespace {

/// Invented, with a row that has no name, one that is there twice and one whose level does not exist.
constexpr char newClients[] = "客户编号,客户名称,联系人,手机,电子邮箱,年收入（元）,级别\n"
                              "N001,青禾精密机械有限公司,陆文,13900010001,lu@client.example,912000,敏感\n"
                              "N002,江城远洋物流有限公司,沈舟,13900010002,shen@client.example,1280000,敏感\n"
                              "N003,Harrow Field Instruments Ltd,Ann Field,13900010003,ann@client.example,604500,敏感\n"
                              "N004,,周明,13900010004,zhou@client.example,77000,敏感\n"
                              "N005,南浦云图科技有限公司,顾宁,13900010005,gu@client.example,2310000,高度敏感\n"
                              "N005,南浦云图科技有限公司,顾宁,13900010005,gu@client.example,2310000,高度敏感\n"
                              "N006,松溪食品有限公司,何青,13900010006,he@client.example,95000,绝密\n"
                              "N007,Larkspur Analytics GmbH,Jan Voss,13900010007,voss@client.example,431000,内部\n";
constexpr int readingMs = 1500; // a page picture from the worker
constexpr int patienceMs = 60'000; // two files compared page by page

int keep(QWidget *widget, const QString &path)
{
    return widget && widget->grab().save(path, "PNG") ? 1 : 0;
}

/// The newest version of a kind; null when there is none.
RecordId versionOf(RecordService &records, const QString &kind)
{
    RecordQuery query;
    query.filters.insert(u"kind"_s, kind);
    const auto rows = records.list(u"doc_version"_s, query);
    if (!rows)
        return {};
    // The one with the most findings shows most.
    const auto most = std::max_element(rows->begin(), rows->end(), [](const Record &a, const Record &b) {
        return a.integer(u"findings_total"_s) < b.integer(u"findings_total"_s);
    });
    return most == rows->end() ? RecordId() : most->id;
}

int drawDocument(const PageContext &context, const QString &kind, const QString &path)
{
    const RecordId version = versionOf(context.session.records(), kind);
    if (version.isNull())
        return 0;
    DocumentWindow::open(context, version.as<VersionTag>(), nullptr);
    settle(readingMs);
    QWidget *open = QApplication::activeModalWidget();
    const int drawn = keep(open, path);
    if (open)
        open->close();
    settle(10);
    return drawn;
}

/// Original and redacted beside each other; waits until every page is compared.
int drawCompare(const PageContext &context, const QString &path)
{
    const auto version = context.session.documents().version(versionOf(context.session.records(), u"redacted"_s).as<VersionTag>());
    if (!version)
        return 0;
    CompareWindow window(context, CompareWindow::Mode::Versions, version->derivedFrom, version->id);
    window.show();
    for (int waited = 0; waited < patienceMs && window.isBusy(); waited += readingMs)
        settle(readingMs);
    settle(readingMs);
    return keep(&window, path);
}

/// The panes beside the pages of a redacted version.
int drawPanes(const PageContext &context, const QString &prefix)
{
    const RecordId version = versionOf(context.session.records(), u"redacted"_s);
    if (version.isNull())
        return 0;
    DocumentWindow window(context, version.as<VersionTag>());
    window.show();
    settle(readingMs);
    int drawn = 0;
    auto *tabs = window.findChild<QTabWidget *>();
    for (const QString &pane : {u"review"_s, u"descent"_s}) {
        tabs->setCurrentWidget(window.findChild<QWidget *>(pane));
        settle(60);
        drawn += keep(&window, prefix + (pane == "review"_L1 ? u"review.png"_s : u"versions.png"_s));
    }
    return drawn;
}

void choose(QDialog &dialog, const QString &name, const QString &id)
{
    if (auto *combo = dialog.findChild<QComboBox *>(name))
        combo->setCurrentIndex(id.isEmpty() ? qMin(1, combo->count() - 1) : combo->findData(id));
}

/// A release that is refused: to somebody of a bidder without an NDA in force.
int drawRelease(const PageContext &context, const QString &path)
{
    RecordService &records = context.session.records();
    QString recipient;
    RecordQuery query;
    query.filters.insert(u"employment"_s, u"bidder"_s);
    if (const auto people = records.list(u"person"_s, query)) {
        for (const Record &person : *people) {
            if (recipient.isEmpty() || person.text(u"background_check"_s) == "none"_L1)
                recipient = person.id.toString();
        }
    }
    ReleaseDialog dialog(context, versionOf(records, u"redacted"_s));
    choose(dialog, u"person"_s, recipient);
    choose(dialog, u"purpose"_s, u"due_diligence"_s);
    choose(dialog, u"channel"_s, {});
    dialog.show();
    settle(60);
    return keep(&dialog, path);
}

int drawImport(const PageContext &context, const QString &prefix)
{
    const QTemporaryDir scratch;
    const QString path = scratch.filePath(u"new-clients.csv"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(newClients) != qint64(sizeof(newClients)) - 1)
        return 0;
    file.close();
    ClientImportDialog dialog(context);
    dialog.show();
    dialog.openFile(path);
    settle(readingMs);
    int drawn = keep(&dialog, prefix + u"import-columns.png"_s);
    dialog.next();
    settle(readingMs);
    drawn += keep(&dialog, prefix + u"import-check.png"_s);
    return drawn;
}

int drawForm(const PageContext &context, const QString &path)
{
    const RegisterDecl *decl = context.session.records().catalogue().find(u"person"_s);
    if (!decl)
        return 0;
    RecordDialog dialog(context, *decl, nullptr);
    dialog.show();
    settle(60);
    return keep(&dialog, path);
}

int drawPalette(MainWindow &window, const QString &path, const QString &text)
{
    window.workspace()->showPalette();
    auto *palette = window.findChild<CommandPalette *>();
    if (auto *line = palette ? palette->findChild<QLineEdit *>() : nullptr)
        line->setText(text);
    settle(60);
    const int drawn = keep(&window, path);
    if (palette)
        palette->close();
    return drawn;
}

} // namespace

int drawDialogs(MainWindow &window, const QString &prefix, const QString &language)
{
    const PageContext context = window.workspace()->context();
    int drawn = drawDocument(context, u"original"_s, prefix + u"marks.png"_s);
    drawn += drawDocument(context, u"redacted"_s, prefix + u"document.png"_s);
    drawn += drawPanes(context, prefix);
    drawn += drawCompare(context, prefix + u"compare.png"_s);
    drawn += drawRelease(context, prefix + u"refusal.png"_s);
    drawn += drawImport(context, prefix);
    drawn += drawForm(context, prefix + u"form.png"_s);
    drawn += drawPalette(window, prefix + u"palette.png"_s, language == "zh"_L1 ? u"保密"_s : u"nda"_s);
    return drawn;
}

} // namespace dw
