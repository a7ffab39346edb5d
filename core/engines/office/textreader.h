#pragma once

#include "core/base/result.h"
#include "core/domain/filetext.h"

#include <QByteArray>

#include <memory>

namespace dw {

/// Reads all texts of a file, step by step: a page, a part, a piece of a table. Damage in one step is told in its
/// FileTexts and does not end the reading.
class TextReader
{
public:
    virtual ~TextReader() = default;

    /// How many steps there are and which one next() reads.
    virtual int stepCount() const = 0;
    virtual int step() const = 0;
    bool isDone() const { return step() >= stepCount(); }

    /// What a step is called where that is known before it is read: a part's name; empty for pages.
    virtual QString stepName(int step) const = 0;

    /// Goes on at another step: what a crash has left out.
    virtual void skipTo(int step) = 0;

    /// The next call takes long: it reads a picture.
    virtual bool isNextSlow() const { return false; }

    /// Some texts; large steps need several calls. Not to be called when done.
    virtual FileTexts next() = 0;
};

} // namespace dw
