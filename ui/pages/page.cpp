#include "ui/pages/page.h"

#include "core/domain/registerdecl.h"
#include "ui/base/appearance.h"
#include "ui/pages/pageindex.h"
#include "ui/widgets/pageheader.h"

#include <QBoxLayout>
#include <QTimer>

namespace dw {

Page::Page(QString id, PageContext context, QWidget *parent)
    : QWidget(parent)
    , m_id(std::move(id))
    , m_context(context)
{
    setObjectName(m_id);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::margin, 20, Theme::margin, Theme::padding);
    column->setSpacing(Theme::padding);
    m_header = new PageHeader(pageInfo(m_id).title);
    column->addWidget(m_header);
    m_content = new QVBoxLayout;
    m_content->setSpacing(Theme::cell);
    column->addLayout(m_content, 1);
}

bool Page::chinese() const
{
    return m_context.appearance.isChinese();
}

QString Page::words(const LocalText &text) const
{
    return text.in(chinese());
}

void Page::changed()
{
    m_stale = true;
    if (m_queued || !isVisible())
        return;
    m_queued = true;
    QTimer::singleShot(0, this, [this] {
        m_queued = false;
        m_stale = false;
        refresh();
    });
}

void Page::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale) {
        m_stale = false;
        refresh();
    }
}

} // namespace dw
