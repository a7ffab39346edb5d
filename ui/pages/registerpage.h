#pragma once

#include "ui/pages/page.h"

#include <functional>

class QSplitter;
class QTabBar;
class QStackedWidget;

namespace dw {

class DetailPane;
class RecordDetail;
class RegisterList;

/// The page of the registers declared for it: a tab for each, its list, and the details of the chosen record.
class RegisterPage : public Page
{
    Q_OBJECT

public:
    RegisterPage(const QString &id, PageContext context, QWidget *parent = nullptr);

    void showTarget(const Target &target) override;
    Target currentTarget() const override;
    void refresh() override;
    Q_INVOKABLE void addRecordOf(const QString &registerId); ///< From the command palette.

protected:
    /// Registers that get a tab: those of the page that belong to no other record of the page.
    virtual QStringList tabs() const;
    RegisterList *currentList() const;
    RegisterList *list(const QString &registerId) const;
    /// Replaces the "New" button of a register, in the title row and in its empty state.
    void setAction(const QString &registerId, const QString &text, std::function<void()> run);
    void insertAbove(QWidget *widget); ///< Between the title row and the tabs.
    DetailPane *pane() const { return m_pane; }

    virtual QString stateSentence() const;
    virtual void onCurrentRecord(const RegisterDecl &decl, const RecordId &id);

private:
    void build();
    void showTab(int index);
    void updateHeader();

    QList<RegisterList *> m_lists;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    QSplitter *m_splitter = nullptr;
    DetailPane *m_pane = nullptr;
    RecordDetail *m_detail = nullptr;
};

} // namespace dw
