#pragma once

#include "ui/pages/registerpage.h"

namespace dw {

/// The deal itself, its phases, milestones and parties; locking the scope.
class DealPage final : public RegisterPage
{
    Q_OBJECT

public:
    explicit DealPage(PageContext context, QWidget *parent = nullptr);

protected:
    QString stateSentence() const override;

private:
    void lockScope();
};

/// Releases: the ledger, and the panel that says whether a version may go to a person now.
class ReleasesPage final : public RegisterPage
{
    Q_OBJECT

public:
    explicit ReleasesPage(PageContext context, QWidget *parent = nullptr);

protected:
    QString stateSentence() const override;
};

} // namespace dw
