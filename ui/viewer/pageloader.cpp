#include "ui/viewer/pageloader.h"

#include <QPainter>
#include <QTransform>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// Words laid over the whole page, faint enough to read through.
void stamp(QImage &picture, const QString &words)
{
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::TextAntialiasing);
    QFont font;
    font.setPixelSize(std::max(10, picture.width() / 34));
    painter.setFont(font);
    painter.setPen(QColor(90, 100, 120, 42));
    painter.translate(picture.width() / 2.0, picture.height() / 2.0);
    painter.rotate(-32);
    const int step = std::max(60, picture.width() / 4);
    const int wide = QFontMetrics(font).horizontalAdvance(words) + 3 * font.pixelSize();
    const int reach = int(std::hypot(picture.width(), picture.height()) / 2);
    for (int y = -reach; y <= reach; y += step) {
        for (int x = -reach; x <= reach; x += wide)
            painter.drawText(x, y, words);
    }
}

Result<QImage> picture(PageSource &source, const PictureWish &wish, JobContext &job)
{
    DW_ASSIGN(QImage drawn, source.draw(wish.page, wish.size, job));
    if (!wish.watermark.isEmpty())
        stamp(drawn, wish.watermark);
    return wish.rotation == 0 ? drawn : drawn.transformed(QTransform().rotate(wish.rotation));
}

} // namespace

PageLoader::PageLoader(QObject *parent)
    : QObject(parent)
{
}

void PageLoader::setSource(std::shared_ptr<PageSource> source, JobRunner *runner)
{
    m_source = std::move(source);
    m_runner = runner;
    next();
}

void PageLoader::setWishes(const QList<PictureWish> &wishes, qsizetype visible)
{
    m_wishes = wishes;
    m_visible = visible;
    if (const qsizetype at = m_wishes.indexOf(m_drawing); m_isBusy && at >= 0) {
        m_wishes.removeAt(at);
        m_visible -= at < visible ? 1 : 0;
    }
    next();
}

void PageLoader::setSmallWishes(const QList<PictureWish> &wishes)
{
    m_small = wishes;
    next();
}

void PageLoader::wantWords(const QList<int> &pages)
{
    m_words = pages;
    m_words.removeAll(m_reading);
    next();
}

void PageLoader::setIdleWords(const QList<int> &pages)
{
    m_idle = pages;
    m_idle.removeAll(m_reading);
    next();
}

void PageLoader::next()
{
    if (m_isBusy || !m_source)
        return;
    if (m_visible > 0 && !m_wishes.isEmpty()) {
        --m_visible;
        draw(m_wishes.takeFirst(), false);
    } else if (!m_words.isEmpty()) {
        read(m_words.takeFirst());
    } else if (!m_wishes.isEmpty()) {
        draw(m_wishes.takeFirst(), false);
    } else if (!m_small.isEmpty()) {
        draw(m_small.takeFirst(), true);
    } else if (!m_idle.isEmpty()) {
        read(m_idle.takeFirst());
    }
}

void PageLoader::draw(const PictureWish &wish, bool isSmall)
{
    m_isBusy = true;
    m_drawing = wish;
    m_runner->start<QImage>(std::make_shared<Job>(u"document.view"_s),
        [source = m_source, wish](JobContext &job) { return picture(*source, wish, job); }, this,
        [this, wish, isSmall, source = m_source](Result<QImage> drawn) {
            m_isBusy = false;
            m_drawing = {-1, {}, 0, {}};
            if (source == m_source) { // not of a document that was closed meanwhile
                if (isSmall)
                    emit smallReady(wish.page, drawn ? *drawn : QImage());
                else if (drawn)
                    emit pictureReady(wish, *drawn);
                else
                    emit pictureFailed(wish, drawn.error());
            }
            next();
        });
}

void PageLoader::read(int page)
{
    m_isBusy = true;
    m_reading = page;
    m_runner->start<Words>(std::make_shared<Job>(u"document.view"_s),
        [source = m_source, page](JobContext &job) -> Result<Words> {
            DW_ASSIGN(const PdfPageText words, source->words(page, job));
            return std::make_shared<const SearchText>(words);
        },
        this,
        [this, page, source = m_source](Result<Words> words) {
            m_isBusy = false;
            m_reading = -1;
            if (source == m_source) {
                if (words)
                    emit wordsReady(page, *words);
                else
                    emit wordsFailed(page);
            }
            next();
        });
}

} // namespace dw
