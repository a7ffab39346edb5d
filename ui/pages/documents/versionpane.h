#pragma once

#include "core/domain/document.h"
#include "ui/pages/page.h"

class QPushButton;
class QTreeWidget;

namespace dw {

/// The line of descent of a document: which version came out of which, who made it, when, how it was treated, and its
/// hash. Two of them are compared; from the one that bears the marks a new version is made.
class VersionPane final : public QWidget
{
    Q_OBJECT

public:
    explicit VersionPane(PageContext context, QWidget *parent = nullptr);

    void show(const DocumentVersion &version); ///< The one that is on the screen; its whole line is listed.

signals:
    void openWanted(const dw::VersionId &version);
    void compareWanted(const dw::VersionId &before, const dw::VersionId &after); ///< The older one first.

private:
    void updateButtons();
    void openChosen();
    void compareChosen();
    QList<VersionId> chosen() const; ///< In the order of their numbers.

    PageContext m_context;
    DocumentVersion m_shown;
    QTreeWidget *m_tree = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_source = nullptr;
};

} // namespace dw
