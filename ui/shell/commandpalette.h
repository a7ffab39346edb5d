#pragma once

#include <QFrame>

#include <functional>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace dw {

/// Ctrl+K: one line that finds pages, commands and records. Shown over the window, gone with Escape.
class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    struct Entry {
        QString text;
        QString remark; ///< Group, register or shortcut.
        QString icon;
        std::function<void()> run;
    };
    /// Called with what was typed; returns records that match (at most a few dozen).
    using Finder = std::function<QList<Entry>(const QString &)>;

    explicit CommandPalette(QWidget *parent);

    void open(QList<Entry> fixed, Finder finder);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill(const QString &text);
    void run(int row);

    QLineEdit *m_line = nullptr;
    QListView *m_list = nullptr;
    QStandardItemModel *m_model = nullptr;
    QList<Entry> m_fixed;
    QList<Entry> m_shown;
    Finder m_finder;
};

} // namespace dw
