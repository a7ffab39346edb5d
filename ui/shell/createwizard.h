#pragma once

#include "core/jobs/jobrunner.h"
#include "core/session/session.h"
#include "core/store/changefeed.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace dw {

class PassphraseMeter;
class RecoverySheet;
class SecretLineEdit;

/// From nothing to a deal: place and passphrase, recovery sheet, then four short pages about the deal.
class CreateWizard final : public QWidget
{
    Q_OBJECT

public:
    CreateWizard(SessionOptions options, JobRunner &jobs, QWidget *parent = nullptr);
    ~CreateWizard() override;

    std::unique_ptr<Session> takeSession();
    void setPlace(const QString &folder); ///< Where the vault is to be made.

signals:
    void cancelled();
    void finished();

private:
    struct Phase {
        QLineEdit *from = nullptr;
        QLineEdit *until = nullptr;
    };

    QWidget *frame(const QString &title, const QString &sentence, QWidget *body);
    QWidget *makePlacePage();
    QWidget *makeSheetPage();
    QWidget *makeDealPage();
    QWidget *makeDatesPage();
    QWidget *makeTeamPage();
    QWidget *makeTriggersPage();

    void next();
    void back();
    void createVault();
    void createDeal();
    Result<> writeDeal();
    void updateState();
    QString obstacle() const;
    void say(const QString &error);

    SessionOptions m_options;
    JobRunner &m_jobs;
    std::unique_ptr<Session> m_session;
    bool m_busy = false;

    QStackedWidget *m_pages = nullptr;
    QLabel *m_steps = nullptr;
    QLabel *m_error = nullptr;
    QLabel *m_reason = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_cancel = nullptr;

    QLineEdit *m_folder = nullptr;
    QLineEdit *m_vaultName = nullptr;
    QLineEdit *m_owner = nullptr;
    SecretLineEdit *m_pass = nullptr;
    SecretLineEdit *m_repeat = nullptr;
    PassphraseMeter *m_meter = nullptr;
    QLabel *m_syncWarning = nullptr;
    RecoverySheet *m_sheet = nullptr;
    QCheckBox *m_kept = nullptr;
    QLineEdit *m_codeName = nullptr;
    QComboBox *m_structure = nullptr;
    QLineEdit *m_purpose = nullptr;
    QList<Phase> m_phases;
    QLineEdit *m_company = nullptr;
    QLineEdit *m_manager = nullptr;
    QLineEdit *m_officer = nullptr;
    QHash<QString, QCheckBox *> m_triggers;
};

} // namespace dw
