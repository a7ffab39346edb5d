#include "core/desk/documents/documentrules.h"

#include "core/desk/documents/wordsearch.h"
#include "core/desk/registers/recordservice.h"
#include "core/engines/find/rulescanner.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

class DocumentRule final : public RecordRule
{
public:
    QStringList registers() const override { return {u"document"_s}; }

    Result<> beforeSet(WriteTx &, const Record &before, QVariantMap &values) override
    {
        // Its versions would stay behind under the keys of the old level.
        if (values.contains(u"source_level"_s) && values.value(u"source_level"_s).toInt() != before.integer(u"source_level"_s))
            return fail(ErrorCode::PolicyBlocked, u"document.level_elsewhere"_s);
        return {};
    }

    Result<> beforeTransition(WriteTx &, const Record &, const TransitionDecl &transition, QVariantMap &values) override
    {
        if (transition.id == u"let_go_on"_s)
            values.insert(u"stop_lifted"_s, true);
        return {};
    }
};

class SearchWordRule final : public RecordRule
{
public:
    QStringList registers() const override { return {u"search_term"_s, u"search_pattern"_s}; }

    Result<> beforeAdd(WriteTx &, const RegisterDecl &, QVariantMap &values) override { return check({}, values); }
    Result<> beforeSet(WriteTx &, const Record &before, QVariantMap &values) override { return check(before.values, values); }

private:
    static Result<> check(const QVariantMap &before, const QVariantMap &values)
    {
        const auto text = [&](const QString &field) { return values.value(field, before.value(field)).toString(); };
        if (values.contains(u"term"_s) && SearchText::normalised(text(u"term"_s)).size() < 2)
            return fail(ErrorCode::InvalidInput, u"find.term_short"_s, {text(u"term"_s)});
        if (values.contains(u"pattern"_s))
            return RuleScanner::check({text(u"name"_s), text(u"category"_s), text(u"pattern"_s)});
        return {};
    }
};

} // namespace

void addDocumentRules(RecordService &records)
{
    records.addRule(std::make_shared<DocumentRule>());
    records.addRule(std::make_shared<SearchWordRule>());
}

} // namespace dw
