#pragma once

#include "core/domain/ids.h"
#include "core/domain/registerdecl.h"

#include <QVariantMap>
#include <QWidget>

class QVBoxLayout;

namespace dw {

class ActionRegistry;
class Appearance;
class DealState;
class JobRunner;
class PageHeader;
class Session;

/// Where a link leads: a page, maybe one of its registers, maybe one record, maybe a filter.
struct Target {
    QString page;
    QString registerId;
    RecordId record;
    QVariantMap filter; ///< What the page understands, e.g. {"status": "red"}.
};

/// Opens places of the window. Pages get it and never know the window.
class Navigator
{
public:
    virtual ~Navigator() = default;
    virtual void open(const Target &target) = 0;
    virtual void openRecord(const QString &registerId, const RecordId &id) = 0; ///< On the page that shows it.
    virtual void say(const QString &sentence) = 0; ///< A passing remark in the status bar.
};

/// What every page is given. The session outlives all pages: locking destroys the pages first.
struct PageContext {
    Session &session;
    Appearance &appearance;
    ActionRegistry &actions;
    JobRunner &jobs;
    Navigator &navigator;
    DealState &state;
};

/// Base of the pages: margins, the title row, and being sent to a target.
class Page : public QWidget
{
    Q_OBJECT

public:
    Page(QString id, PageContext context, QWidget *parent = nullptr);

    QString id() const { return m_id; }

    virtual void showTarget(const Target &target) { Q_UNUSED(target) }
    virtual Target currentTarget() const { return {m_id, {}, {}, {}}; } ///< To come back to after a change of language.
    virtual void refresh() {} ///< Re-reads what it shows; called when something was committed and when it is opened.

protected:
    PageContext &context() { return m_context; }
    Session &session() const { return m_context.session; }
    PageHeader *header() const { return m_header; }
    QVBoxLayout *content() const { return m_content; } ///< Below the title row.
    bool chinese() const;
    QString words(const LocalText &text) const;

    void changed(); ///< Call on ChangeFeed: refreshes soon, and only while visible.
    void showEvent(QShowEvent *event) override;

private:
    QString m_id;
    PageContext m_context;
    PageHeader *m_header = nullptr;
    QVBoxLayout *m_content = nullptr;
    bool m_stale = true;
    bool m_queued = false;
};

} // namespace dw
