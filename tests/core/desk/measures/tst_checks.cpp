#include "core/desk/measures/checkrunner.h"
#include "tests/core/desk/measures/checkcases.h"
#include "tests/support/storefixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

const QString directory = QStringLiteral(DW_SOURCE_DIR "/tests/core/desk/measures/cases");

/// Registers whose rows a check names for somebody else's sake: voiding them is no way to make it pass.
const QStringList others {u"person"_s, u"organisation"_s, u"third_party"_s, u"doc_version"_s};

CheckResult::Outcome outcomeOfEmpty(const CheckDecl &check)
{
    if (check.empty == EmptyMeaning::NilReturn)
        return CheckResult::Outcome::NilReturnDue;
    return check.empty == EmptyMeaning::NotApplicable ? CheckResult::Outcome::NotApplicable : CheckResult::Outcome::NoData;
}

} // namespace

/// Every check with a population that passes, one that fails and, unless it is a fact, an empty one. Each case is
/// written into a real store in a transaction that is rolled back.
class TestChecks final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto loaded = MeasureCatalogue::load();
        if (!loaded)
            QFAIL(qPrintable(loaded.error().reason + loaded.error().args.join(u' ') + loaded.error().detail));
        m_catalogue = *loaded;
        QCOMPARE(m_catalogue.measures().size(), 61);
        QCOMPARE(m_catalogue.checks().size(), 92);
        m_fixture = std::make_unique<dwtest::StoreFixture>();
        m_store = m_fixture->create();
        m_cases = dwtest::readCheckCases(directory, m_catalogue.ids());
    }

    void everyCheckHasItsCases()
    {
        QHash<QString, QSet<QString>> kinds;
        for (const auto &test : m_cases)
            kinds[test.check].insert(test.kind);
        for (const CheckDecl &check : m_catalogue.checks()) {
            const QSet<QString> have = kinds.value(check.id);
            QVERIFY2(have.contains(u"pass"_s) && have.contains(u"fail"_s), qPrintable(check.id));
            QVERIFY2(have.contains(u"empty"_s) == (check.empty != EmptyMeaning::Fact), qPrintable(check.id));
            QVERIFY2(m_fixture->catalogue.find(check.registerId), qPrintable(check.id + u' ' + check.registerId));
            if (check.registerId != u"fact"_s)
                QCOMPARE(m_fixture->catalogue.find(check.registerId)->page, check.page);
            QVERIFY2(!m_catalogue.resting(check.id).isEmpty(), qPrintable(check.id));
        }
    }

    void check_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < m_cases.size(); ++i) {
            const auto &test = m_cases.at(i);
            QTest::addRow("%s %s %d", qPrintable(test.check), qPrintable(test.kind), test.number) << i;
        }
    }

    void check()
    {
        QFETCH(int, index);
        const dwtest::CheckCase &test = m_cases.at(index);
        const CheckDecl *check = m_catalogue.check(test.check);
        QVERIFY2(check, qPrintable(test.check));
        QString complaint;
        const auto work = [&](WriteTx &tx) -> Result<> {
            DW_TRY(dwtest::applyCase(tx, test, QDate(2026, 3, 2)));
            const CheckRunner runner(m_catalogue);
            DW_ASSIGN(const CheckContext context, runner.context(tx));
            DW_ASSIGN(const CheckResult result, runner.run(tx, *check, context));
            complaint = judge(test, *check, result);
            if (complaint.isEmpty() && test.kind == u"near"_s) {
                DW_ASSIGN(const CheckResult later, runner.run(tx, *check, context.shifted(std::min(30, check->periodDays / 4))));
                complaint = later.outcome == CheckResult::Outcome::Failed ? QString() : u"does not fail ahead"_s;
            }
            if (complaint.isEmpty() && test.kind == u"fail"_s)
                DW_TRY(voidingHelps(tx, *check, context, result, complaint));
            return fail(ErrorCode::Cancelled, u"test.done"_s);
        };
        const Result<> done = m_store->write({u"test"_s, {}, {}, {}}, work);
        QVERIFY(!done);
        if (done.error().reason != u"test.done"_s)
            QFAIL(qPrintable(done.error().reason + u' ' + done.error().args.join(u' ') + u' ' + done.error().detail));
        QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    }

    void anEmptyVaultAnswersEveryCheck()
    {
        const auto done = m_store->read([&](const ReadTx &tx) -> Result<> {
            const CheckRunner runner(m_catalogue);
            DW_ASSIGN(const CheckContext context, runner.context(tx));
            for (const CheckDecl &check : m_catalogue.checks()) {
                DW_ASSIGN(const CheckResult result, runner.run(tx, check, context));
                if (result.outcome == CheckResult::Outcome::Passed)
                    return fail(ErrorCode::Internal, u"passed"_s, {check.id});
            }
            return {};
        });
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().reason + done.error().args.join(u' ') + done.error().detail));
    }

private:
    static QString judge(const dwtest::CheckCase &test, const CheckDecl &check, const CheckResult &result)
    {
        CheckResult::Outcome wanted = CheckResult::Outcome::Passed;
        if (test.kind == u"fail"_s)
            wanted = CheckResult::Outcome::Failed;
        else if (test.kind == u"empty"_s)
            wanted = outcomeOfEmpty(check);
        if (result.outcome != wanted)
            return u"%1 instead of %2, %3 of %4 rows"_s.arg(outcomeId(result.outcome), outcomeId(wanted)).arg(result.violationCount).arg(result.population);
        if (test.rows >= 0 && result.violationCount != test.rows)
            return u"%1 rows instead of %2"_s.arg(result.violationCount).arg(test.rows);
        return {};
    }

    /// A row that was voided no longer counts against the deal.
    static Result<> voidingHelps(WriteTx &tx, const CheckDecl &check, const CheckContext &context, const CheckResult &before, QString &complaint)
    {
        QStringList voided;
        for (const CheckRow &row : before.violations) {
            const RecordId id = RecordId::fromText(row.id);
            if (id.isNull() || others.contains(row.registerId))
                continue;
            DW_TRY(tx.records().voidRow(row.registerId, id, u"test"_s));
            voided.append(row.id);
        }
        DW_ASSIGN(const CheckResult after, CheckRunner(MeasureCatalogue()).run(tx, check, context));
        for (const CheckRow &row : after.violations) {
            if (voided.contains(row.id))
                complaint = u"still counts although voided: "_s + row.label;
        }
        return {};
    }

    MeasureCatalogue m_catalogue;
    QList<dwtest::CheckCase> m_cases;
    std::unique_ptr<dwtest::StoreFixture> m_fixture;
    std::unique_ptr<Store> m_store;
};

DW_TEST(TestChecks)
#include "tst_checks.moc"
