#include "core/domain/document.h"

namespace dw {

using namespace Qt::StringLiterals;

QString nameOf(MarkState state)
{
    switch (state) {
    case MarkState::Proposed:
        return u"proposed"_s;
    case MarkState::Accepted:
        return u"accepted"_s;
    case MarkState::Rejected:
        return u"rejected"_s;
    }
    return {};
}

QString nameOf(FindingState state)
{
    switch (state) {
    case FindingState::Open:
        return u"open"_s;
    case FindingState::Redacted:
        return u"redacted"_s;
    case FindingState::FalsePositive:
        return u"false_positive"_s;
    case FindingState::Accepted:
        return u"accepted"_s;
    }
    return {};
}

} // namespace dw
