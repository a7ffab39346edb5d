#pragma once

#include "core/jobs/jobrunner.h"
#include "ui/viewer/pagesource.h"

#include <QObject>

#include <memory>

namespace dw {

/// A picture that somebody wants to see.
struct PictureWish {
    int page = 0;
    QSize size; ///< Pixels, before the view's rotation.
    int rotation = 0;
    QString watermark {}; ///< Drawn into it.

    bool operator==(const PictureWish &) const = default;
};

/// Gets pictures and words of pages from a source, one after the other, the most wanted first. It holds no queue of its
/// own: every list of wishes replaces the one before, so what scrolled away is forgotten.
class PageLoader final : public QObject
{
    Q_OBJECT

public:
    using Words = std::shared_ptr<const SearchText>;

    explicit PageLoader(QObject *parent = nullptr);

    void setSource(std::shared_ptr<PageSource> source, JobRunner *runner); ///< The runner outlives the loader or stops first.

    void setWishes(const QList<PictureWish> &wishes, qsizetype visible); ///< Most wanted first; so many are on the screen.
    void setSmallWishes(const QList<PictureWish> &wishes); ///< Thumbnails: after all others.
    void wantWords(const QList<int> &pages); ///< Before the pictures that are only prefetched. Replaces.
    void setIdleWords(const QList<int> &pages); ///< When there is nothing else to do.

signals:
    void pictureReady(const dw::PictureWish &wish, const QImage &picture);
    void pictureFailed(const dw::PictureWish &wish, const dw::Error &error);
    void smallReady(int page, const QImage &picture);
    void wordsReady(int page, std::shared_ptr<const dw::SearchText> words);
    void wordsFailed(int page);

private:
    void next();
    void draw(const PictureWish &wish, bool isSmall);
    void read(int page);

    std::shared_ptr<PageSource> m_source;
    JobRunner *m_runner = nullptr;
    QList<PictureWish> m_wishes;
    QList<PictureWish> m_small;
    QList<int> m_words;
    QList<int> m_idle;
    qsizetype m_visible = 0;
    PictureWish m_drawing; ///< While it is busy with it: not wished for twice.
    int m_reading = -1;
    bool m_isBusy = false;
};

} // namespace dw
