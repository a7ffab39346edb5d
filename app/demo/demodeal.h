#pragma once

#include "app/demo/demostage.h"

namespace dw {

/// The sample deal: a whole vault, made by playing `:/demo/*.json` through the ordinary services, as its own users on
/// its own days. It is also the main job from an empty vault to a sealed report.
class DemoDeal
{
public:
    /// `directory` must not hold a demo yet ("demo.exists"). `tell` gets one translated line per scene.
    static Result<DemoResult> play(const QString &directory, Language language, const SessionOptions &options, JobContext &job,
        const std::function<void(const QString &)> &tell = [](const QString &) {});

    static QList<DemoAccount> accounts();
};

} // namespace dw
