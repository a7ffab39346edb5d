#pragma once

#include "core/domain/document.h"
#include "ui/base/theme.h"
#include "ui/pages/page.h"

class QVBoxLayout;

namespace dw {

class Chip;

/// The verification beside the pages: what was searched for, by which readers, what was found, which way of redacting,
/// what fell back and why, for exactly which file. Of a failure: what did not hold, where, and what helps.
class ProofPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ProofPane(PageContext context, QWidget *parent = nullptr);

    void show(const DocumentVersion &version, const QList<Verification> &verifications);

signals:
    void picturesWanted(); ///< Redact again, every page as a picture.
    void pageWanted(int page);

private:
    void showPassed(const DocumentVersion &version, const Verification &proof);
    void showFailed(const Verification &proof);
    void add(const QString &label, const QString &value);
    void addText(const QString &icon, Tone tone, const QString &text);

    PageContext m_context;
    Chip *m_chip = nullptr;
    QVBoxLayout *m_rows = nullptr;
};

} // namespace dw
