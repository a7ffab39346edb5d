#pragma once

#include "core/domain/document.h"
#include "ui/pages/registerpage.h"

class QHBoxLayout;
class QLabel;

namespace dw {

class Chip;
class JobRunner;
class ImportQueue;

/// The files of the deal: dropped or chosen files come in, versions are looked at, redacted, reviewed and released.
class DocumentsPage final : public RegisterPage
{
    Q_OBJECT

public:
    explicit DocumentsPage(PageContext context, QWidget *parent = nullptr);
    ~DocumentsPage() override;

    void importFiles(const QStringList &paths);
    void searchFolder(const QString &path); ///< Without asking which (tests).
    void searchAll();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    QString stateSentence() const override;
    void onCurrentRecord(const RegisterDecl &decl, const RecordId &id) override;
    void hideEvent(QHideEvent *event) override;

private:
    void prepareViewing();
    void chooseFiles();
    void fillActions();
    void search();
    void showSearched(const VersionId &id, const QList<Finding> &found);
    void redact();
    void requestReview();
    void approve();
    void sendBack();
    void exportFile();

    QWidget *m_actionsBox = nullptr;
    QHBoxLayout *m_actions = nullptr;
    QLabel *m_versionWords = nullptr;
    Chip *m_versionChip = nullptr;
    RecordId m_document;
    RecordId m_version;
    std::unique_ptr<JobRunner> m_ahead; ///< What is made ready before it is asked for: nothing that the tray should show.
    ImportQueue *m_queue = nullptr;
};

} // namespace dw
