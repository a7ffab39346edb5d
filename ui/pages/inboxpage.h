#pragma once

#include "ui/pages/page.h"

class QVBoxLayout;

namespace dw {

class Card;
class EmptyState;

/// What waits for the person at the keyboard: gates, exceptions, reviews, grants, signatures, dates.
class InboxPage final : public Page
{
    Q_OBJECT

public:
    explicit InboxPage(PageContext context, QWidget *parent = nullptr);
    void refresh() override;

private:
    struct Item {
        QString text;
        QString remark;
        QString icon;
        int tone = 0;
        Target target;
    };

    QList<Item> decisions();
    QList<Item> reviews();
    QList<Item> signatures();
    QList<Item> sealedEntries();
    QList<Item> dates();
    void waiting(const QString &registerId, const QString &state, const QString &remark, QList<Item> &into);
    void addCard(const QString &heading, const QList<Item> &items);

    QWidget *m_scroll = nullptr;
    QVBoxLayout *m_column = nullptr;
    EmptyState *m_empty = nullptr;
};

} // namespace dw
