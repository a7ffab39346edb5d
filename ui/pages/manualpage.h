#pragma once

#include "ui/pages/page.h"

class QListWidget;
class QTextBlock;
class QTextBrowser;

namespace dw {

/// The manual, rendered from the Markdown that is compiled in. Opens no outside links.
class ManualPage final : public Page
{
    Q_OBJECT

public:
    explicit ManualPage(PageContext context, QWidget *parent = nullptr);
    void refresh() override;

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showFile(const QString &path);
    void layOut();
    bool fitPicture(const QTextBlock &block, int room);

    QListWidget *m_index = nullptr;
    QTextBrowser *m_text = nullptr;
    QString m_directory;
};

} // namespace dw
