#pragma once

#include "core/engines/parse/pagedrawing.h"

#include <QImage>

namespace dw {

/// Finds the words of a page that are there and cannot be read, by what is drawn over them and by how it looks.
class CoveredText
{
public:
    /// `picture`: RGB888 of the displayed page, `scale` pixels per point.
    CoveredText(const PageDrawing &drawing, const QImage &picture, double scale);

    void run();

    QStringList underBox; ///< Under a dark box or on ground as dark as they are: the classic failed redaction.
    QStringList underCover; ///< Under something light, or a picture, drawn after them.
    QStringList seenThrough; ///< Under a dark box that lets them through.
    QStringList unseen; ///< In the colour of their ground, or clipped away; not text drawn as invisible.

private:
    struct Word {
        qsizetype first = 0;
        qsizetype last = 0;
        QRectF rect;
        bool invisible = false;
        QString text;
    };
    enum class Look { Seen, Faint, Dark, Even };

    QList<Word> words() const;
    void judge(const Word &word);
    Look lookOf(const QRectF &area) const;
    const DrawnItem *coverOf(const Word &word, const QRectF &area, bool plain) const;

    const PageDrawing &m_drawing;
    const QImage m_picture;
    const double m_scale;
};

} // namespace dw
