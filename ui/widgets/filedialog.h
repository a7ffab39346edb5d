#pragma once

#include <QDialog>

class QFileSystemModel;
class QLineEdit;
class QTreeView;
class QLabel;
class QComboBox;
class QPushButton;

namespace dw {

/// Chooses files and folders without leaving a trace: the desktop's dialogs remember names in "recent files",
/// and so does Qt's own in its settings.
class FileDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Mode { OpenFile, OpenFiles, SaveFile, OpenFolder };

    FileDialog(Mode mode, const QString &title, QWidget *parent = nullptr);

    void setNameFilters(const QStringList &globs); ///< "*.pdf"; empty = all.
    void setDirectory(const QString &path);
    void setFileName(const QString &name);
    QStringList paths() const { return m_paths; }

    /// Shorthands; empty when the user turned away.
    static QString openFile(QWidget *parent, const QString &title, const QStringList &globs = {});
    static QStringList openFiles(QWidget *parent, const QString &title, const QStringList &globs = {});
    static QString openFolder(QWidget *parent, const QString &title);
    static QString saveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &suffix);

private:
    void build();
    void go(const QString &path);
    void choose(const QModelIndex &index);
    void updateState();
    void finish();

    Mode m_mode;
    QFileSystemModel *m_model = nullptr;
    QTreeView *m_view = nullptr;
    QLineEdit *m_place = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_accept = nullptr;
    QStringList m_paths;
};

} // namespace dw
