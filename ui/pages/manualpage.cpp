#include "ui/pages/manualpage.h"

#include "ui/base/theme.h"
#include "ui/widgets/pageheader.h"

#include <QBoxLayout>
#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QTextBrowser>
#include <QTextDocument>

namespace dw {

using namespace Qt::StringLiterals;

ManualPage::ManualPage(PageContext pageContext, QWidget *parent)
    : Page(u"manual"_s, pageContext, parent)
{
    header()->setState(tr("How it is used, what it protects, and what it does not."));
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::padding);
    m_index = new QListWidget;
    m_index->setFixedWidth(240);
    m_index->setSpacing(2);
    m_index->setAccessibleName(tr("Chapters"));
    row->addWidget(m_index);
    m_text = new QTextBrowser;
    m_text->setOpenLinks(false);
    m_text->setAccessibleName(tr("Manual"));
    m_text->document()->setDocumentMargin(Theme::margin);
    row->addWidget(m_text, 1);
    content()->addLayout(row, 1);
    connect(m_index, &QListWidget::currentRowChanged, this, [this](int index) {
        if (QListWidgetItem *item = m_index->item(index))
            showFile(item->data(Qt::UserRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        for (int i = 0; i < m_index->count(); ++i) {
            if (m_index->item(i)->data(Qt::UserRole).toString().endsWith(u'/' + url.fileName()))
                return m_index->setCurrentRow(i);
        }
        if (url.hasFragment() && url.path().isEmpty())
            m_text->scrollToAnchor(url.fragment());
    });
}

void ManualPage::refresh()
{
    if (m_index->count() > 0)
        return;
    const QString language = chinese() ? u"zh"_s : u"en"_s;
    m_directory = u":/manual/"_s + language;
    QDir directory(m_directory);
    for (const QString &name : directory.entryList({u"*.md"_s}, QDir::Files, QDir::Name)) {
        QFile file(directory.filePath(name));
        QString title = name;
        if (file.open(QIODevice::ReadOnly)) {
            const QString first = QString::fromUtf8(file.readLine()).trimmed();
            if (first.startsWith(u'#'))
                title = first.mid(1).trimmed();
        }
        auto *item = new QListWidgetItem(title, m_index);
        item->setData(Qt::UserRole, directory.filePath(name));
    }
    if (m_index->count() > 0)
        m_index->setCurrentRow(0);
    else
        m_text->setMarkdown(tr("# The manual\n\nThis build carries no manual pages."));
}

void ManualPage::showFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    m_text->setSearchPaths({m_directory, u":/manual"_s});
    m_text->setFont(Theme::font(TextSize::Body));
    m_text->setMarkdown(QString::fromUtf8(file.readAll()));
}

} // namespace dw
