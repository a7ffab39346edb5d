#pragma once

#include "ui/pages/page.h"

class QListWidget;
class QTextBrowser;

namespace dw {

/// The manual, rendered from the Markdown that is compiled in. Opens no outside links.
class ManualPage final : public Page
{
    Q_OBJECT

public:
    explicit ManualPage(PageContext context, QWidget *parent = nullptr);
    void refresh() override;

private:
    void showFile(const QString &path);

    QListWidget *m_index = nullptr;
    QTextBrowser *m_text = nullptr;
    QString m_directory;
};

} // namespace dw
