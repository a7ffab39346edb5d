#include "ui/widgets/filedialog.h"

#include "ui/base/dealwardstyle.h"
#include "ui/base/icons.h"
#include "ui/widgets/labels.h"

#include <QAbstractFileIconProvider>
#include <QBoxLayout>
#include <QDir>
#include <QFileSystemModel>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>
#include <QTreeView>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// Two plain icons; no look into files, no desktop theme.
class PlainIcons final : public QAbstractFileIconProvider
{
public:
    QIcon icon(IconType type) const override { return dw::icon(type == File ? u"file-text"_s : u"folder-open"_s); }
    QIcon icon(const QFileInfo &info) const override { return icon(info.isDir() ? Folder : File); }
};

} // namespace

FileDialog::FileDialog(Mode mode, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_mode(mode)
{
    setWindowTitle(title);
    resize(720, 480);
    build();
    setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
}

void FileDialog::build()
{
    static PlainIcons icons;
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::gap);
    auto *top = new QHBoxLayout;
    auto *up = new QToolButton;
    up->setIcon(icon(u"arrow-left"_s));
    up->setToolTip(tr("Parent folder"));
    up->setAccessibleName(tr("Parent folder"));
    auto *home = new QToolButton;
    home->setIcon(icon(u"user"_s));
    home->setToolTip(tr("Home folder"));
    home->setAccessibleName(tr("Home folder"));
    m_place = new QLineEdit;
    m_place->setObjectName(u"place"_s);
    m_place->setAccessibleName(tr("Folder"));
    top->addWidget(up);
    top->addWidget(home);
    top->addWidget(m_place, 1);
    column->addLayout(top);

    m_model = new QFileSystemModel(this);
    m_model->setIconProvider(&icons);
    m_model->setOption(QFileSystemModel::DontWatchForChanges, false);
    m_model->setFilter(QDir::AllDirs | QDir::NoDotAndDotDot | (m_mode == Mode::OpenFolder ? QDir::Dirs : QDir::Files));
    m_model->setNameFilterDisables(false);
    m_view = new QTreeView;
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setItemsExpandable(false);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(0, Qt::AscendingOrder);
    m_view->setUniformRowHeights(true);
    m_view->setColumnWidth(0, 360);
    m_view->setAccessibleName(tr("Files"));
    m_view->setSelectionMode(
        m_mode == Mode::OpenFiles ? QAbstractItemView::ExtendedSelection : QAbstractItemView::SingleSelection);
    column->addWidget(m_view, 1);

    m_name = new QLineEdit;
    m_name->setObjectName(u"file_name"_s);
    m_name->setAccessibleName(tr("File name"));
    m_name->setPlaceholderText(tr("File name"));
    m_name->setVisible(m_mode == Mode::SaveFile);
    column->addWidget(m_name);
    m_message = makeErrorLabel();
    column->addWidget(m_message);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"));
    m_accept = new QPushButton(m_mode == Mode::SaveFile ? tr("Save") : m_mode == Mode::OpenFolder ? tr("Choose this folder") : tr("Open"));
    setButtonKind(m_accept, ButtonKind::Primary);
    m_accept->setObjectName(u"accept"_s);
    m_accept->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    column->addLayout(buttons);

    connect(up, &QToolButton::clicked, this, [this] { go(QFileInfo(m_model->rootPath()).path()); });
    connect(home, &QToolButton::clicked, this, [this] { go(QDir::homePath()); });
    connect(m_place, &QLineEdit::returnPressed, this, [this] {
        const QFileInfo typed(m_place->text());
        if (typed.isFile() && (m_mode == Mode::OpenFile || m_mode == Mode::OpenFiles)) {
            m_paths = {typed.absoluteFilePath()};
            accept();
        } else {
            go(m_place->text());
        }
    });
    connect(m_view, &QTreeView::doubleClicked, this, &FileDialog::choose);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FileDialog::updateState);
    connect(m_name, &QLineEdit::textChanged, this, &FileDialog::updateState);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &FileDialog::finish);
}

void FileDialog::setNameFilters(const QStringList &globs)
{
    m_model->setNameFilters(globs);
}

void FileDialog::setDirectory(const QString &path)
{
    go(path.isEmpty() ? QDir::homePath() : path);
}

void FileDialog::setFileName(const QString &name)
{
    m_name->setText(name);
}

void FileDialog::go(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isDir())
        return;
    const QString clean = QDir::cleanPath(info.absoluteFilePath());
    m_view->setRootIndex(m_model->setRootPath(clean));
    m_place->setText(clean);
    updateState();
}

void FileDialog::choose(const QModelIndex &index)
{
    if (m_model->isDir(index))
        go(m_model->filePath(index));
    else
        finish();
}

void FileDialog::updateState()
{
    if (!m_accept)
        return;
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (m_mode == Mode::SaveFile && rows.size() == 1 && !m_model->isDir(rows.first()) && !m_name->hasFocus())
        m_name->setText(m_model->fileName(rows.first()));
    bool ready = true;
    if (m_mode == Mode::SaveFile)
        ready = !m_name->text().trimmed().isEmpty();
    else if (m_mode != Mode::OpenFolder)
        ready = !rows.isEmpty();
    m_accept->setEnabled(ready);
    m_message->hide();
}

void FileDialog::finish()
{
    m_paths.clear();
    const QDir here(m_model->rootPath());
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (m_mode == Mode::SaveFile) {
        const QString path = here.filePath(m_name->text().trimmed());
        if (QFileInfo::exists(path)) {
            m_message->setText(tr("A file with this name is there already. Choose another name."));
            m_message->show();
            return;
        }
        m_paths = {path};
    } else if (m_mode == Mode::OpenFolder) {
        m_paths = {rows.isEmpty() ? here.path() : m_model->filePath(rows.first())};
    } else {
        for (const QModelIndex &row : rows) {
            if (m_model->isDir(row))
                return go(m_model->filePath(row));
            m_paths.append(m_model->filePath(row));
        }
    }
    if (!m_paths.isEmpty())
        accept();
}

QString FileDialog::openFile(QWidget *parent, const QString &title, const QStringList &globs)
{
    FileDialog dialog(Mode::OpenFile, title, parent);
    dialog.setNameFilters(globs);
    return dialog.exec() == Accepted ? dialog.paths().value(0) : QString();
}

QStringList FileDialog::openFiles(QWidget *parent, const QString &title, const QStringList &globs)
{
    FileDialog dialog(Mode::OpenFiles, title, parent);
    dialog.setNameFilters(globs);
    return dialog.exec() == Accepted ? dialog.paths() : QStringList();
}

QString FileDialog::openFolder(QWidget *parent, const QString &title)
{
    FileDialog dialog(Mode::OpenFolder, title, parent);
    return dialog.exec() == Accepted ? dialog.paths().value(0) : QString();
}

QString FileDialog::saveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &suffix)
{
    FileDialog dialog(Mode::SaveFile, title, parent);
    dialog.setNameFilters({u"*."_s + suffix});
    dialog.setFileName(suggestion);
    if (dialog.exec() != Accepted)
        return {};
    QString path = dialog.paths().value(0);
    if (!path.endsWith(u"."_s + suffix, Qt::CaseInsensitive))
        path += u"."_s + suffix;
    return path;
}

} // namespace dw
