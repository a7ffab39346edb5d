#pragma once

#include "core/domain/document.h"
#include "ui/pages/page.h"

#include <functional>

class QCheckBox;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace dw {

class Card;
class Chip;
struct ReviewComment;

/// The review of one version: where it stands and what is in its way, what was decided, and the remarks about it with
/// their answers. What the review is bound to, the file's hash, stands beside it.
class ReviewPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewPane(PageContext context, QWidget *parent = nullptr);

    void show(const DocumentVersion &version);
    void setCurrentPage(int page); ///< Zero-based; remarks may be about it.

signals:
    void changed(); ///< The version's state is another one now.
    void pageWanted(int page);

private:
    void showStanding();
    void showDecisions();
    void showComments();
    QWidget *remark(const ReviewComment &comment);
    void addComment();
    void answer(const RecordId &comment);
    void confirm();
    QString person(const AccountId &account) const;

    PageContext m_context;
    DocumentVersion m_version;
    VersionId m_confirmed; ///< Whose stored bytes were read again.
    int m_page = 0;
    Chip *m_state = nullptr;
    QVBoxLayout *m_standing = nullptr;
    QVBoxLayout *m_decisions = nullptr;
    QVBoxLayout *m_comments = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QCheckBox *m_aboutPage = nullptr;
    QPushButton *m_add = nullptr;
};

} // namespace dw
