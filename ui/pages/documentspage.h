#pragma once

#include "ui/pages/registerpage.h"

class QHBoxLayout;
class QLabel;

namespace dw {

class Chip;

/// The files of the deal: dropped or chosen files come in, versions are looked at, redacted, reviewed and released.
class DocumentsPage final : public RegisterPage
{
    Q_OBJECT

public:
    explicit DocumentsPage(PageContext context, QWidget *parent = nullptr);

    void importFiles(const QStringList &paths);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    QString stateSentence() const override;
    void onCurrentRecord(const RegisterDecl &decl, const RecordId &id) override;

private:
    void chooseFiles();
    void fillActions();
    void importNext();
    void search();
    void redact();
    void requestReview();
    void approve();
    void sendBack();
    void exportFile();

    struct Pending {
        QStringList paths;
        int level = 3;
        int done = 0;
        QStringList problems;
    };

    QWidget *m_actionsBox = nullptr;
    QHBoxLayout *m_actions = nullptr;
    QLabel *m_versionWords = nullptr;
    Chip *m_versionChip = nullptr;
    RecordId m_document;
    RecordId m_version;
    Pending m_pending;
};

} // namespace dw
