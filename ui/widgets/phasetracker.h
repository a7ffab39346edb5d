#pragma once

#include <QDate>
#include <QWidget>

namespace dw {

/// Five steps in a row with a gate mark after each: done, open, to come.
class PhaseTracker final : public QWidget
{
    Q_OBJECT

public:
    enum class State { Done, Open, Waiting, ToCome };

    struct Step {
        QString title;
        QString remark; ///< Planned dates.
        QString gate; ///< "G1"
        State state = State::ToCome;
    };

    explicit PhaseTracker(QWidget *parent = nullptr);
    void setSteps(const QList<Step> &steps);

    QSize sizeHint() const override { return {640, 54 + m_titleHeight}; }
    QSize minimumSizeHint() const override { return {480, 54 + m_titleHeight}; }

signals:
    void stepChosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect stepRect(int index) const;
    QRect titleRect(int index) const;
    void measureTitles(); ///< Names that do not fit one line take two; none is cut.

    QList<Step> m_steps;
    int m_focused = 0;
    int m_titleHeight = 22;
};

/// A small line of a figure over time, 0-100, with its first and last value written out.
class TrendPlot final : public QWidget
{
    Q_OBJECT

public:
    struct Point {
        QDate day;
        double value = 0;
        QString mark; ///< Written at the point, e.g. "G1".
    };

    explicit TrendPlot(QWidget *parent = nullptr);
    void setPoints(const QList<Point> &points);
    QSize sizeHint() const override { return {280, 92}; }
    QSize minimumSizeHint() const override { return {160, 72}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Point> m_points;
};

/// Horizontal bars with words and numbers: how many of what.
class BarList final : public QWidget
{
    Q_OBJECT

public:
    struct Bar {
        QString text;
        double value = 0;
        QString shown; ///< The number as written.
        int tone = 0; ///< As Tone.
    };

    explicit BarList(QWidget *parent = nullptr);
    void setBars(const QList<Bar> &bars);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Bar> m_bars;
};

} // namespace dw
