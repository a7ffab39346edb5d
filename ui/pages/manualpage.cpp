#include "ui/pages/manualpage.h"

#include "ui/base/theme.h"
#include "ui/widgets/pageheader.h"

#include <QBoxLayout>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QListWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextList>

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
    m_text->viewport()->installEventFilter(this);
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
    layOut();
}

/// Markdown knows neither the space around headings nor the width of pictures.
void ManualPage::layOut()
{
    const int room = m_text->viewport()->width() - 2 * Theme::margin;
    QTextDocument *document = m_text->document();
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        format.setTopMargin(level > 1 ? Theme::margin : level == 1 || block.textList() ? 0 : Theme::unit);
        format.setBottomMargin(level > 0 ? Theme::gap : block.textList() ? Theme::unit : Theme::gap);
        if (fitPicture(block, room) || level > 0)
            format.setLineHeight(100, QTextBlockFormat::SingleHeight);
        else
            format.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
        QTextCursor(block).setBlockFormat(format);
    }
}

/// Whether the paragraph is a picture; then it is no wider than `room`.
bool ManualPage::fitPicture(const QTextBlock &block, int room)
{
    for (auto part = block.begin(); !part.atEnd(); ++part) {
        QTextImageFormat picture = part.fragment().charFormat().toImageFormat();
        if (!picture.isValid() || picture.name().isEmpty())
            continue;
        const QImage image(m_directory + u'/' + picture.name());
        if (image.isNull() || room < 100)
            continue;
        const int width = qMin(room, image.width());
        picture.setWidth(width);
        picture.setHeight(double(image.height()) * width / image.width());
        QTextCursor cursor(block);
        cursor.setPosition(part.fragment().position());
        cursor.setPosition(part.fragment().position() + part.fragment().length(), QTextCursor::KeepAnchor);
        cursor.setCharFormat(picture);
        return true; // a picture stands alone in its paragraph
    }
    return false;
}

void ManualPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    // The colours of links are part of the text.
    if (event->type() == QEvent::PaletteChange && m_index && m_index->currentItem())
        showFile(m_index->currentItem()->data(Qt::UserRole).toString());
}

bool ManualPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text->viewport() && event->type() == QEvent::Resize)
        layOut();
    return Page::eventFilter(watched, event);
}

} // namespace dw
