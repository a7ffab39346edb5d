#pragma once

#include <QWidget>

namespace dw {

/// The first thing seen: make a vault, open one, or open the sample deal.
class StartScreen final : public QWidget
{
    Q_OBJECT

public:
    explicit StartScreen(QWidget *parent = nullptr);

signals:
    void newRequested();
    void openRequested();
    void demoRequested();
};

} // namespace dw
