#pragma once

#include "core/base/result.h"
#include "core/engines/find/scanner.h"

#include <QRegularExpression>

namespace dw {

/// A pattern of the user's own.
struct FinderRule {
    QString name; ///< Shown as why something was found.
    QString type; ///< The category that its findings get: one of the known types or the user's own.
    QString pattern; ///< A regular expression (PCRE). If it has a group, the finding is the first group.
};

/// The user's patterns. No pattern can hang the program: each match has a limit of steps, and a rule that uses up
/// its time on a document is stopped there, which is said.
class RuleScanner
{
public:
    explicit RuleScanner(const QList<FinderRule> &rules);

    /// Whether the pattern can be used. Fails with InvalidInput "find.rule_pattern" {what, place}, or
    /// "find.rule_empty" if it would match the empty text.
    static Result<> check(const FinderRule &rule);

    bool isEmpty() const { return m_rules.empty(); }
    void scan(const MappedText &text, QList<FoundSpan> &found, DocumentNotes &notes) const;

private:
    struct Rule {
        FinderRule rule;
        QRegularExpression expression;
    };

    static FoundSpan span(const MappedText &text, qsizetype from, qsizetype to, const QString &type, double score, const QString &name);

    std::vector<Rule> m_rules;
};

} // namespace dw
