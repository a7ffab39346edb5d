// Every one of the 61 measures can be brought to green from the window: each check leads to a page with its register,
// and whatever the check reads can be entered there, or is written by a step that the window offers.
#include "core/desk/deal/dealservice.h"
#include "core/desk/measures/measureservice.h"
#include "tests/support/testmain.h"
#include "tests/support/vaultfixture.h"
#include "ui/base/appearance.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formview.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

namespace {

/// A field, or a whole register, that no form edits: who writes it. `name`: the control of `page` that does; of
/// `page` "program": what it is that does so unasked.
struct Way {
    QString field; ///< "register.field" or "register"
    QString page;
    QString name;
};

QList<Way> ways()
{
    return {
        {u"access_grant.approved_by"_s, u"people"_s, u"grant_approve"_s},
        {u"access_grant.approved_by2"_s, u"people"_s, u"grant_approve"_s},
        {u"access_grant.certified_on"_s, u"people"_s, u"grant_keep"_s},
        {u"access_grant.obtained_on"_s, u"people"_s, u"grant_approve"_s},
        {u"access_grant.last_viewed_on"_s, u"documents"_s, u"view"_s},
        {u"account"_s, u"settings"_s, u"add_account"_s},
        {u"account.person"_s, u"settings"_s, u"change_mia"_s},
        {u"backup_run"_s, u"controls"_s, u"back_up"_s},
        {u"backup_run.restore_outcome"_s, u"controls"_s, u"drill"_s},
        {u"backup_run.restore_tested_at"_s, u"controls"_s, u"drill"_s},
        {u"data_asset.classified_by"_s, u"clients"_s, u"level_1"_s},
        {u"data_asset.level_changed_at"_s, u"clients"_s, u"level_1"_s},
        {u"data_asset.reviewed_by"_s, u"clients"_s, u"review_asset"_s},
        {u"data_asset.reviewed_at"_s, u"clients"_s, u"review_asset"_s},
        {u"deal.current_phase"_s, u"measures"_s, u"pass_gate"_s},
        {u"deal.scope_version"_s, u"deal"_s, u"lock_scope"_s},
        {u"deal.scope_locked_at"_s, u"deal"_s, u"lock_scope"_s},
        {u"deal.scope_hash"_s, u"deal"_s, u"lock_scope"_s},
        {u"deal_exception.approved_by"_s, u"exceptions"_s, u"exception_approve"_s},
        {u"deal_exception.approved_by2"_s, u"exceptions"_s, u"exception_approve"_s},
        {u"deal_exception.approved_on2"_s, u"exceptions"_s, u"exception_approve"_s},
        {u"deal_exception.exception_no"_s, u"program"_s, u"numbers"_s},
        {u"deal_phase"_s, u"measures"_s, u"pass_gate"_s},
        {u"doc_version"_s, u"documents"_s, u"primary"_s},
        {u"doc_version.findings_open"_s, u"documents"_s, u"view"_s},
        {u"document.doc_no"_s, u"program"_s, u"numbers"_s},
        {u"evidence.sha256"_s, u"report"_s, u"primary"_s},
        {u"fact"_s, u"program"_s, u"reports on itself when a vault is opened"_s},
        {u"fact.subject"_s, u"report"_s, u"verify_bytes"_s},
        {u"gate_event"_s, u"measures"_s, u"pass_gate"_s},
        {u"gate_event.decision"_s, u"measures"_s, u"review_closing"_s},
        {u"release"_s, u"releases"_s, u"primary"_s},
        {u"release.receipt_on"_s, u"releases"_s, u"copy_receipt"_s},
        {u"release.chased_on"_s, u"releases"_s, u"copy_chase"_s},
        {u"release.chase_note"_s, u"releases"_s, u"copy_chase"_s},
        {u"release.returned_on"_s, u"releases"_s, u"copy_returned"_s},
        {u"release.destroyed_on"_s, u"releases"_s, u"copy_destroyed"_s},
        {u"release.certificate"_s, u"releases"_s, u"copy_returned"_s},
        {u"review"_s, u"documents"_s, u"approve"_s},
        {u"sealed_report"_s, u"report"_s, u"primary"_s},
        {u"signature"_s, u"measures"_s, u"sign"_s},
        {u"signature.decision"_s, u"measures"_s, u"review_closing"_s},
        {u"speakup_case.case_no"_s, u"program"_s, u"numbers"_s},
        {u"verification"_s, u"documents"_s, u"redact"_s},
    };
}

const Way *wayOf(const QList<Way> &list, const QString &registerId, const QString &field)
{
    const Way *whole = nullptr;
    for (const Way &way : list) {
        if (way.field == registerId + u'.' + field)
            return &way;
        if (way.field == registerId)
            whole = &way;
    }
    return whole;
}

/// "register.field" for all columns that the SQL takes from tables of registers. A column without the name of its
/// table counts for the tables of its own SELECT only as far as they have such a field: too many rather than too few.
QSet<QString> columnsRead(QString sql, const RegisterCatalogue &registers)
{
    static const QRegularExpression text(u"'[^']*'"_s);
    static const QRegularExpression table(u"\\b(?:FROM|JOIN|,)\\s+([a-z_]+)(?:\\s+(?:AS\\s+)?([a-z_]+\\d?))?"_s);
    static const QRegularExpression column(u"\\b([a-z_]+\\d?)\\.([a-z_0-9]+)\\b"_s);
    sql.replace(text, u"''"_s);
    QHash<QString, QSet<QString>> tables; // the same letter may stand for several tables of one statement
    for (auto it = table.globalMatch(sql); it.hasNext();) {
        const auto match = it.next();
        if (!registers.find(match.captured(1)))
            continue;
        tables[match.captured(2).isEmpty() ? match.captured(1) : match.captured(2)].insert(match.captured(1));
    }
    QSet<QString> read;
    for (auto it = column.globalMatch(sql); it.hasNext();) {
        const auto match = it.next();
        for (const QString &name : tables.value(match.captured(1))) {
            if (registers.find(name)->field(match.captured(2)))
                read.insert(name + u'.' + match.captured(2));
        }
    }
    return read;
}

} // namespace

class TestMeasureWays final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyCheckLeadsSomewhere();
    void whatChecksReadCanBeEntered();
    void theWaysExist();
    void anUneditableFieldIsNoticed();
    void cleanupTestCase() { m_window.reset(); }

private:
    bool isEntered(const QString &registerId, const QString &field) const;
    QWidget *open(const Target &target);

    dwtest::VaultFixture m_vault;
    std::unique_ptr<UiSettings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    MeasureCatalogue m_catalogue = MeasureCatalogue::load().value();
    RegisterCatalogue m_registers = RegisterCatalogue::load().value();
};

void TestMeasureWays::initTestCase()
{
    m_settings = std::make_unique<UiSettings>(m_vault.directory.filePath(u"ui.ini"_s));
    m_settings->setLanguage(Language::English);
    m_appearance = std::make_unique<Appearance>(*m_settings);
    m_window = std::make_unique<MainWindow>(*m_appearance, MainWindow::Hooks {m_vault.options(), {}});
    auto session = m_vault.create();
    NewDeal deal;
    deal.deal = {{u"code_name"_s, u"Heron"_s}, {u"structure"_s, u"share"_s}};
    QVERIFY(session->deal().create(deal));
    m_window->show();
    m_window->adopt(std::move(session));
}

QWidget *TestMeasureWays::open(const Target &target)
{
    m_window->workspace()->open(target);
    QCoreApplication::processEvents();
    return m_window->workspace()->page(target.page);
}

void TestMeasureWays::everyCheckLeadsSomewhere()
{
    int checks = 0;
    for (const MeasureDecl &measure : m_catalogue.measures()) {
        for (const QString &id : measure.checks) {
            QWidget *page = open({u"measures"_s, {}, {}, {{u"measure"_s, measure.id}}});
            auto *link = page->findChild<LinkRow *>(u"fix_"_s + id);
            QVERIFY2(link, qPrintable(measure.id + u' ' + id));
            const CheckDecl *check = m_catalogue.check(id);
            const RegisterDecl *decl = m_registers.find(check->registerId);
            QVERIFY2(decl && decl->page == check->page, qPrintable(id + u" leads to "_s + check->page + u' ' + check->registerId));
            emit link->activated();
            QCoreApplication::processEvents();
            QCOMPARE(m_window->workspace()->currentPage(), check->page);
            ++checks;
        }
    }
    QVERIFY(checks >= m_catalogue.checks().size());
}

bool TestMeasureWays::isEntered(const QString &registerId, const QString &field) const
{
    const RegisterDecl *decl = m_registers.find(registerId);
    if (decl->isSystem)
        return false;
    const FormView form(*decl, Language::English, [](const FieldDecl &) { return QList<Option>(); });
    return form.editor(field) != nullptr; // some account role edits every register that has a form
}

void TestMeasureWays::whatChecksReadCanBeEntered()
{
    const QList<Way> known = ways();
    QSet<QString> unreachable;
    QSet<QString> used;
    int fields = 0;
    for (const CheckDecl &check : m_catalogue.checks()) {
        for (const QString &read : columnsRead(check.population + u"\n"_s + check.violations + u"\n"_s + check.fact, m_registers)) {
            ++fields;
            const QString registerId = read.section(u'.', 0, 0);
            const QString field = read.section(u'.', 1);
            if (isEntered(registerId, field))
                continue;
            if (const Way *way = wayOf(known, registerId, field))
                used.insert(way->field);
            else
                unreachable.insert(read + u" of "_s + check.id);
        }
    }
    QVERIFY(fields > 300);
    QStringList left = unreachable.values();
    left.sort();
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
}

void TestMeasureWays::theWaysExist()
{
    // The controls of an empty deal are there at once; those of a record are named in the sources of the pages.
    QString sources;
    for (const QString &name : {u"recordactions"_s, u"documentspage"_s, u"measuredetail"_s, u"measurespage"_s, u"dealpage"_s, u"assurancepages"_s,
             u"settingspage"_s, u"clients/assetbar"_s}) {
        QFile file(QStringLiteral(DW_SOURCE_DIR "/ui/pages/") + name + u".cpp"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        sources += QString::fromUtf8(file.readAll());
    }
    for (const Way &way : ways()) {
        if (way.page == "program"_L1)
            continue;
        const QWidget *page = open({way.page, {}, {}, {}});
        QVERIFY2(page, qPrintable(way.page));
        const bool isThere = page->findChild<QObject *>(way.name) != nullptr || sources.contains(u"u\"%1\"_s"_s.arg(way.name));
        QVERIFY2(isThere, qPrintable(way.field + u" wants "_s + way.name));
    }
}

void TestMeasureWays::anUneditableFieldIsNoticed()
{
    const auto read = columnsRead(u"SELECT g.id FROM access_grant g JOIN person p ON p.id = g.person WHERE g.ceased_on IS NULL AND p.clearance > 2"_s, m_registers);
    QCOMPARE(read, (QSet<QString> {u"access_grant.person"_s, u"access_grant.ceased_on"_s, u"person.clearance"_s}));
    QVERIFY(isEntered(u"person"_s, u"clearance"_s));
    QVERIFY(!isEntered(u"access_grant"_s, u"approved_by"_s));
    QVERIFY(!wayOf(ways(), u"person"_s, u"clearance"_s));
}

DW_TEST(TestMeasureWays)
#include "tst_measureways.moc"
