#pragma once

#include "ui/pages/registerpage.h"

namespace dw {

/// Reports that were issued, and the evidence: sealing a report, keeping a file.
class ReportPage final : public RegisterPage
{
    Q_OBJECT

public:
    explicit ReportPage(PageContext context, QWidget *parent = nullptr);

    void addEvidence(const QString &path);

private:
    void makeReport();
    void chooseEvidence();
    void verifyBytes();
};

/// Systems, their care, and the backups: making one and trying one out.
class ControlsPage final : public RegisterPage
{
    Q_OBJECT

public:
    explicit ControlsPage(PageContext context, QWidget *parent = nullptr);

private:
    void backUp();
    void drill();
};

} // namespace dw
