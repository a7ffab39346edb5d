#include "core/engines/find/rulescanner.h"

#include <QElapsedTimer>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

// Without the just-in-time compiler each step back counts, so that the limit means what it says.
constexpr QStringView limits = u"(*NO_JIT)(*LIMIT_MATCH=20000)(*LIMIT_DEPTH=2000)";
constexpr qsizetype longestPiece = 2000; // units that one match may see
constexpr qsizetype overlap = 200; // a value that lies across two pieces
constexpr qint64 leastTime = 200; // milliseconds a rule may always take
constexpr qint64 timePerMillion = 2000; // and for each million characters

QRegularExpression expressionOf(const FinderRule &rule)
{
    return QRegularExpression(limits + rule.pattern, QRegularExpression::UseUnicodePropertiesOption);
}

/// Offsets, in characters, of the text's pieces: whole lines if they are not too long.
qsizetype pieceEnd(const std::u32string &text, qsizetype from)
{
    const qsizetype limit = std::min(qsizetype(text.size()), from + longestPiece);
    if (limit == qsizetype(text.size()))
        return limit;
    for (qsizetype i = limit; i > from + longestPiece / 2; --i) {
        if (text[std::size_t(i - 1)] == U'\n')
            return i;
    }
    return limit;
}

} // namespace

RuleScanner::RuleScanner(const QList<FinderRule> &rules)
{
    for (const FinderRule &rule : rules) {
        if (check(rule))
            m_rules.push_back({rule, expressionOf(rule)});
    }
}

Result<> RuleScanner::check(const FinderRule &rule)
{
    const QRegularExpression alone(rule.pattern);
    if (!alone.isValid())
        return fail(ErrorCode::InvalidInput, u"find.rule_pattern"_s, {alone.errorString(), QString::number(alone.patternErrorOffset())});
    if (rule.pattern.isEmpty() || expressionOf(rule).match(QString()).hasMatch())
        return fail(ErrorCode::InvalidInput, u"find.rule_empty"_s, {rule.name});
    return {};
}

void RuleScanner::scan(const MappedText &text, QList<FoundSpan> &found, DocumentNotes &notes) const
{
    const qint64 budget = leastTime + timePerMillion * text.size() / 1'000'000;
    for (const Rule &rule : m_rules) {
        QElapsedTimer timer;
        timer.start();
        qsizetype done = 0; // nothing is found twice where pieces overlap
        for (qsizetype from = 0; from < text.size();) {
            const qsizetype end = pieceEnd(text.text(), from);
            // Characters beyond the basic plane are two units: replaced, so that units are places.
            QString piece(end - from, Qt::Uninitialized);
            for (qsizetype i = from; i < end; ++i)
                piece[i - from] = text.at(i) < 0x10000 ? QChar(char16_t(text.at(i))) : QChar(QChar::ReplacementCharacter);
            bool isStopped = false;
            for (qsizetype at = std::max<qsizetype>(0, done - from); at <= piece.size();) {
                const QRegularExpressionMatch match = rule.expression.match(piece, at);
                isStopped = !match.isValid() || timer.elapsed() > budget;
                if (isStopped || !match.hasMatch())
                    break;
                const int group = match.lastCapturedIndex() >= 1 && match.capturedLength(1) > 0 ? 1 : 0;
                const qsizetype start = match.capturedStart(group), stop = match.capturedEnd(group);
                if (stop > start)
                    found.append(span(text, from + start, from + stop, rule.rule.type, 0.95, rule.rule.name));
                at = std::max(at + 1, match.capturedEnd(0));
                done = std::max(done, from + match.capturedEnd(0));
            }
            if (isStopped || timer.elapsed() > budget) {
                notes.addStoppedRule(rule.rule.name);
                break;
            }
            const bool isCut = end < text.size() && text.at(end - 1) != U'\n';
            from = isCut ? end - overlap : end;
        }
    }
}

FoundSpan RuleScanner::span(const MappedText &text, qsizetype from, qsizetype to, const QString &type, double score, const QString &name)
{
    return {text.sourceStart(from), text.sourceEnd(to - 1), type, score, found::rule.toString(), name, {}};
}

} // namespace dw
