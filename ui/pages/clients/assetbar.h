#pragma once

#include "core/domain/record.h"
#include "ui/pages/page.h"

#include <array>

class QLabel;
class QPushButton;

namespace dw {

/// Above the data assets: what the rules propose for the chosen one and why, four buttons to decide (keys 1-4),
/// and the review.
class AssetBar final : public QWidget
{
    Q_OBJECT

public:
    AssetBar(PageContext context, QWidget *parent = nullptr);

    void setAsset(const RecordId &asset);
    void decide(int level);
    void review();

private:
    PageContext m_context;
    Record m_asset;
    QLabel *m_words = nullptr;
    std::array<QPushButton *, 4> m_levels {};
    QPushButton *m_review = nullptr;
};

} // namespace dw
