#include "core/engines/crypto/hash.h"
#include "core/store/connection.h"
#include "core/worker/tablesession.h"
#include "tests/support/clientdesk.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestClientService : public QObject
{
    Q_OBJECT

private slots:
    void import_search_undo();
    void proposal_isWrittenWithReasons();
    void dryRun_writesNothing();
    void badRows_areNamed();
    void duplicates_areSkippedWithinAndAcross();
    void cancel_leavesNothing();
    void ownLevels_goToTheirOwnFile();
    void uncleared_seesNothing();
    void uncleared_importsAboveWithoutReading();
    void nothingInTheClear();
    void decideLevel_movesRows();
    void lowering_needsReasonAndReview();
    void ownReview_isRefused();
    void levelChange_marksDocuments();
    void stateSecretWords_goToFourAndCounsel();
    void auditor_mayNotWrite();
    void mapping_isRemembered();
    void index_findsShortNames();
    void dictionary();
    void crash_betweenFilesAndTrail();
    void worker_readsTheList();
    void sharedLists();
    void hundredThousandRows();
};

void TestClientService::import_search_undo()
{
    Desk desk;
    const RecordId asset = desk.addAsset(u"CRM"_s);
    const auto outcome = desk.import(asset, smallList);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().reason + outcome.error().detail));
    QCOMPARE(outcome->imported, 3);
    QCOMPARE(outcome->rejected, 0);
    QCOMPARE(outcome->perLevel[4], 3); // nobody has decided yet, so nobody but level 4 reads it
    QCOMPARE(desk.search({}), QStringList({u"上海天远软件集团有限公司"_s, u"王磊"_s, u"Fairmont Holdings LLC"_s}));
    QCOMPARE(desk.search(u"磊"_s), QStringList({u"王磊"_s}));
    QCOMPARE(desk.search(u"ｆａｉｒ LLC"_s), QStringList({u"Fairmont Holdings LLC"_s}));
    const auto index = desk.clients->index();
    const auto record = desk.clients->record((*index)->filter({.text = u"刘澜"_s}).first());
    QVERIFY(record);
    QCOMPARE(record->revenue, std::optional(1200.5));
    QCOMPARE(record->freeText, u"好客户"_s);
    QCOMPARE(record->level, 4);

    QVERIFY(desk.clients->undoImport(outcome->import));
    QVERIFY(desk.search({}).isEmpty());
    QCOMPARE(reason(desk.clients->undoImport(outcome->import)), u"import.not_in_force"_s);
    QVERIFY(desk.import(asset, smallList)); // no duplicates of what was undone
    QCOMPARE(desk.search({}).size(), 3);
    QVERIFY(desk.store->verifyTrail());
}

void TestClientService::proposal_isWrittenWithReasons()
{
    Desk desk;
    const RecordId plain = desk.addAsset(u"Newsletter"_s, {{u"has_pi"_s, true}});
    QCOMPARE(desk.asset(plain).integer(u"proposed_level"_s), 2);
    const RecordId secret = desk.addAsset(u"Margins"_s, {{u"trade_secret"_s, true}, {u"has_pi"_s, false}});
    QCOMPARE(desk.asset(secret).integer(u"proposed_level"_s), 3);
    const RecordId prices = desk.addAsset(u"Prices"_s, {{u"price_list"_s, true}});
    QCOMPARE(desk.asset(prices).integer(u"proposed_level"_s), 4);
    QVERIFY(desk.asset(prices).text(u"proposed_reason"_s).contains(u"level.price_list"_s));
    const auto proposed = desk.clients->proposal(prices);
    QVERIFY(proposed && proposed->needsCounsel);
    QVERIFY(desk.records->set(u"data_asset"_s, plain, 0, {{u"minors_under_14"_s, true}}));
    QCOMPARE(desk.asset(plain).integer(u"proposed_level"_s), 3);
    // Volume: ten account numbers are enough.
    QByteArray list = "客户名称,银行账号\n";
    for (int i = 0; i < 10; ++i)
        list += "客户" + QByteArray::number(i) + ",62228729839109745" + QByteArray::number(10 + i) + "\n";
    const auto outcome = desk.import(plain, list);
    QVERIFY(outcome);
    QCOMPARE(outcome->proposal.level, 4);
    QVERIFY(outcome->proposal.reasons.contains(u"level.volume_sensitive"_s));
}

void TestClientService::dryRun_writesNothing()
{
    Desk desk;
    const RecordId asset = desk.addAsset(u"CRM"_s);
    const auto outcome = desk.import(asset, smallList, 0, true);
    QVERIFY(outcome);
    QCOMPARE(outcome->imported, 3);
    QVERIFY(outcome->import.isNull());
    QVERIFY(desk.search({}).isEmpty());
    QVERIFY(desk.clients->imports()->isEmpty());
}

void TestClientService::badRows_areNamed()
{
    Desk desk;
    const auto outcome = desk.import(desk.addAsset(u"CRM"_s),
        "客户名称,邮箱,金额,密级\n好公司,a@b.cn,1,公开\n,c@d.cn,2,公开\n坏级,e@f.cn,3,很高\n宽行,g@h.cn,4,内部,多余\n"
        "怪数,no mail,n/a,L2\n\"乱\"x,i@j.cn,5,1\n");
    QVERIFY(outcome);
    QCOMPARE(outcome->rows, 6);
    QCOMPARE(outcome->imported, 2);
    QCOMPARE(outcome->rejected, 4);
    QCOMPARE(outcome->warned, 1);
    QStringList seen;
    for (const RowProblem &problem : outcome->problems)
        seen.append(u"%1 %2"_s.arg(problem.row).arg(problem.reason));
    QCOMPARE(seen, QStringList({u"3 import.no_name"_s, u"4 import.unknown_level"_s, u"5 import.too_many_cells"_s,
                       u"6 import.email_unlikely"_s, u"6 import.not_a_number"_s, u"7 csv.text_after_quote"_s}));
    // The amount that is no number is kept as it was written.
    const auto index = desk.clients->index();
    const auto odd = desk.clients->record((*index)->filter({.text = u"怪数"_s}).first());
    QCOMPARE(odd->extra, (QList<std::pair<QString, QString>> {{u"金额"_s, u"n/a"_s}}));
    const auto none = desk.import(desk.addAsset(u"Bad"_s), "客户名称,邮箱\n,a@b\n,c@d\n");
    QVERIFY(!none);
    QCOMPARE(none.error().reason, u"import.no_good_row"_s);
    const auto nameless = desk.import(desk.addAsset(u"Nameless"_s), "x,y\n1,2\n");
    QVERIFY(!nameless);
    QCOMPARE(nameless.error().reason, u"mapping.no_name"_s);
}

void TestClientService::duplicates_areSkippedWithinAndAcross()
{
    Desk desk;
    const RecordId asset = desk.addAsset(u"CRM"_s);
    const QByteArray list = "客户名称,身份证号\n张三,110101199003070011\n张三,110101199003070038\n张 三,１１０１０１１９９００３０７００１１\n";
    const auto first = desk.import(asset, list);
    QVERIFY(first);
    QCOMPARE(first->imported, 2);
    QCOMPARE(first->duplicates, 1);
    const auto again = desk.import(asset, list + "李四,110101199003070097\n");
    QVERIFY(again);
    QCOMPARE(again->imported, 1);
    QCOMPARE(again->duplicates, 3);
    QCOMPARE(desk.search({}).size(), 3);
}

void TestClientService::cancel_leavesNothing()
{
    class Stopper final : public JobContext
    {
    public:
        Result<> step(qint64 done, qint64) override { return done >= 500 ? Result<>(fail(ErrorCode::Cancelled, u"job.cancelled"_s)) : Result<>(); }
    } stopper;
    Desk desk;
    QByteArray list = "name\n";
    for (int i = 0; i < 5000; ++i)
        list += "client " + QByteArray::number(i) + "\n";
    QBuffer buffer(&list);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const auto reader = openTable(buffer);
    ImportRequest request;
    request.asset = desk.addAsset(u"CRM"_s).as<AssetTag>();
    request.mapping.columns = {{u"name"_s, ClientRole::Name, {}}};
    const auto outcome = desk.clients->importRows(request, [&] { return (*reader)->next(100); }, stopper);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    QVERIFY(desk.search({}).isEmpty());
    for (const int level : {2, 3, 4})
        QCOMPARE(desk.contentRows(level), 0);
    QVERIFY(desk.clients->imports()->isEmpty());
}

void TestClientService::ownLevels_goToTheirOwnFile()
{
    Desk desk;
    const RecordId asset = desk.addAsset(u"CRM"_s);
    QVERIFY(desk.clients->decideLevel(asset, 2));
    const auto outcome = desk.import(asset, "客户名称,密级\n甲公司,公开\n乙公司,内部\n丙公司,敏感\n丁公司,高度敏感\n");
    QVERIFY(outcome);
    QCOMPARE(outcome->perLevel, (std::array<qint64, 5> {0, 0, 2, 1, 1}));
    QCOMPARE(desk.contentRows(2), 2);
    QCOMPARE(desk.contentRows(3), 1);
    QCOMPARE(desk.contentRows(4), 1);
    const auto index = desk.clients->index();
    QCOMPARE((*index)->countAtLevel(4), 1);
    QCOMPARE((*index)->filter({.level = 3}).size(), 1);
}

void TestClientService::uncleared_seesNothing()
{
    dwtest::StoreFixture fixture;
    fixture.create().reset();
    {
        Desk desk(4, &fixture);
        const RecordId asset = desk.addAsset(u"CRM"_s);
        QVERIFY(desk.clients->decideLevel(asset, 3));
        QVERIFY(desk.import(asset, "客户名称,密级\n丙公司,敏感\n丁公司,高度敏感\n"));
    }
    Desk three(3, &fixture);
    QCOMPARE(three.search({}), QStringList({u"丙公司"_s}));
    // The import has rows of level 4: how many, and of which file, is theirs to know.
    const auto imports = three.clients->imports();
    QCOMPARE(imports->size(), 1);
    QVERIFY(imports->first().withheld.contains(u"row_count"_s));
    QVERIFY(imports->first().text(u"file_name"_s).isEmpty());
    three.clients.reset();
    three.records.reset();
    three.store.reset();
    Desk two(2, &fixture);
    QVERIFY(two.search({}).isEmpty());
    QVERIFY(two.clients->dictionary()->isEmpty());
}

void TestClientService::uncleared_importsAboveWithoutReading()
{
    dwtest::StoreFixture fixture;
    fixture.create().reset();
    RecordId asset;
    {
        Desk desk(3, &fixture);
        asset = desk.addAsset(u"CRM"_s);
        const auto outcome = desk.import(asset, smallList, 4);
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().reason));
        QCOMPARE(outcome->imported, 3);
        QVERIFY(desk.search({}).isEmpty());
        QVERIFY(desk.clients->imports()->first().withheld.contains(u"file_name"_s));
        QCOMPARE(desk.contentRows(3), 0);
        QVERIFY(!allBytes(fixture.directory.path()).contains("Fairmont"));
        const auto waiting = desk.store->read([](const ReadTx &tx) { return Inbox::waiting(tx); });
        QCOMPARE(waiting->size(), 1);
        QCOMPARE(waiting->first().name, u"clients.import"_s);
        QCOMPARE(waiting->first().level, 4);
    }
    Desk cleared(4, &fixture);
    const auto filed = fixture.file(*cleared.store);
    QVERIFY(filed);
    QCOMPARE(filed->entries, 1);
    QCOMPARE(filed->assets, QSet<AssetId>({asset.as<AssetTag>()}));
    QVERIFY(cleared.clients->decideLevel(asset, 4));
    QVERIFY(cleared.clients->recount(filed->assets));
    QCOMPARE(cleared.search({}).size(), 3);
    QCOMPARE(cleared.clients->imports()->first().integer(u"row_count"_s), 3);
    QCOMPARE(cleared.asset(asset).integer(u"record_count"_s), 3);
    QVERIFY(cleared.store->verifyTrail()->isClean());
    QVERIFY(cleared.clients->undoImport(cleared.clients->imports()->first().id));
    QVERIFY(cleared.search({}).isEmpty());
}

void TestClientService::nothingInTheClear()
{
    Desk desk;
    const RecordId asset = desk.addAsset(u"CRM"_s);
    QVERIFY(desk.clients->decideLevel(asset, 4));
    QVERIFY(desk.import(asset, smallList));
    const QByteArray bytes = allBytes(desk.fixture.directory.path());
    QVERIFY(bytes.size() > 10'000);
    for (const QString &marker : {u"上海天远"_s, u"刘澜"_s, u"Fairmont"_s, u"Karen"_s}) {
        QVERIFY(!bytes.contains(marker.toUtf8()));
        QVERIFY(!bytes.contains(QByteArray(reinterpret_cast<const char *>(marker.utf16()), marker.size() * 2)));
    }
    // And not in the files that a lower clearance opens: neither as rows nor in the trail or the history.
    for (const int level : {2, 3}) {
        const auto dump = desk.store->read([&](const ReadTx &tx) -> Result<QByteArray> {
            DW_ASSIGN(Connection * db, tx.content(level));
            DW_ASSIGN(const auto tables, db->rows(u"SELECT name FROM sqlite_master WHERE type = 'table'"_s));
            QByteArray text;
            for (const QVariantMap &table : tables) {
                DW_ASSIGN(const auto rows, db->rows(u"SELECT * FROM \"%1\""_s.arg(table.value(u"name"_s).toString())));
                for (const QVariantMap &row : rows) {
                    for (const QVariant &value : row)
                        text += value.toByteArray() + '\n';
                }
            }
            return text;
        });
        QVERIFY(dump);
        for (const QString &marker : {u"上海天远"_s, u"刘澜"_s, u"Fairmont"_s, u"list.csv"_s})
            QVERIFY2(!dump->contains(marker.toUtf8()), qPrintable(marker));
    }
}

void TestClientService::decideLevel_movesRows()
{
    Desk desk;
    const RecordId asset = desk.addAsset(u"CRM"_s);
    QVERIFY(desk.import(asset, smallList, 3));
    QCOMPARE(desk.contentRows(3), 3);
    QVERIFY(desk.clients->decideLevel(asset, 4));
    QCOMPARE(desk.contentRows(3), 0);
    QCOMPARE(desk.contentRows(4), 3);
    QCOMPARE(desk.asset(asset).state, u"classified"_s);
    QCOMPARE(desk.asset(asset).integer(u"record_count"_s), 3);
    // Down to the proposal (2: personal data, three names) needs no reason.
    QVERIFY(desk.clients->decideLevel(asset, 2));
    QCOMPARE(desk.contentRows(4), 0);
    QCOMPARE(desk.contentRows(2), 3);
    QCOMPARE(desk.search(u"王"_s), QStringList({u"王磊"_s}));
    QVERIFY(desk.store->verifyTrail());
    QVERIFY(desk.store->checkIntegrity());
}

void TestClientService::lowering_needsReasonAndReview()
{
    Desk desk;
    const RecordId asset = desk.addAsset(u"Prices"_s, {{u"price_list"_s, true}});
    QVERIFY(desk.import(asset, smallList, 4));
    QCOMPARE(reason(desk.clients->decideLevel(asset, 3)), u"asset.reason_needed"_s);
    QVERIFY(desk.clients->decideLevel(asset, 3, u"list prices are public since May"_s));
    QCOMPARE(desk.contentRows(4), 3); // not before somebody else agreed
    desk.become(u"chen"_s, Role::ComplianceOfficer);
    QVERIFY(desk.clients->review(asset));
    QCOMPARE(desk.contentRows(4), 0);
    QCOMPARE(desk.contentRows(3), 3);
    const Record record = desk.asset(asset);
    QCOMPARE(record.state, u"reviewed"_s);
    QCOMPARE(record.text(u"second_reviewer"_s), desk.fixture.actor.id.toString());
    QCOMPARE(reason(desk.clients->review(asset)), u"asset.not_classified"_s);
}

void TestClientService::ownReview_isRefused()
{
    Desk desk;
    const RecordId asset = desk.addAsset(u"CRM"_s);
    QCOMPARE(reason(desk.clients->review(asset)), u"asset.not_classified"_s);
    QVERIFY(desk.clients->decideLevel(asset, 3));
    QCOMPARE(reason(desk.clients->review(asset)), u"asset.own_review"_s);
    desk.become(u"chen"_s, Role::Reviewer);
    QVERIFY(desk.clients->review(asset));
    // Deciding again opens the review again.
    desk.become(u"mia"_s, Role::DealManager);
    QVERIFY(desk.clients->decideLevel(asset, 4));
    QCOMPARE(desk.asset(asset).state, u"classified"_s);
    QVERIFY(desk.asset(asset).text(u"reviewed_by"_s).isEmpty());
}

void TestClientService::levelChange_marksDocuments()
{
    Desk desk;
    const RecordId asset = desk.addAsset(u"CRM"_s);
    const RecordId other = desk.addAsset(u"Other"_s);
    const auto add = [&](const RecordId &on) {
        return *desk.store->write(Action {u"test.document"_s, u"document"_s, {}, {}}, [&](WriteTx &tx) {
            return tx.records().insert(u"document"_s, {{u"title"_s, u"Overview"_s}, {u"source_level"_s, 2}, {u"assets"_s, QStringList {on.toString()}}});
        });
    };
    const RecordId built = add(asset);
    const RecordId untouched = add(other);
    QVERIFY(desk.clients->decideLevel(asset, 4));
    QVERIFY(desk.records->get(u"document"_s, built)->flag(u"level_changed"_s));
    QVERIFY(!desk.records->get(u"document"_s, untouched)->flag(u"level_changed"_s));
}

void TestClientService::stateSecretWords_goToFourAndCounsel()
{
    Desk desk;
    const RecordId asset = desk.addAsset(u"CRM"_s);
    QVERIFY(desk.clients->decideLevel(asset, 3));
    const auto outcome = desk.import(asset, "客户名称,密级\n甲公司,公开\n乙公司,绝密\n");
    QVERIFY(outcome);
    QCOMPARE(outcome->perLevel[3], 1);
    QCOMPARE(outcome->perLevel[4], 1);
    QCOMPARE(outcome->problems.size(), 1);
    QCOMPARE(outcome->problems.first().reason, u"import.state_secret_word"_s);
    QCOMPARE(outcome->proposal.level, 4);
    QVERIFY(outcome->proposal.reasons.contains(u"level.state_secret_word"_s));
    QVERIFY(desk.clients->proposal(asset)->needsCounsel);
    QCOMPARE(desk.asset(asset).state, u"changed"_s);
}

void TestClientService::auditor_mayNotWrite()
{
    Desk desk;
    const RecordId asset = desk.addAsset(u"CRM"_s);
    QVERIFY(desk.import(asset, smallList));
    desk.become(u"ada"_s, Role::Auditor);
    QVERIFY(!desk.clients->mayEdit());
    QCOMPARE(desk.import(asset, smallList).error().code, ErrorCode::NotPermitted);
    QCOMPARE(desk.clients->decideLevel(asset, 3).error().code, ErrorCode::NotPermitted);
    QCOMPARE(desk.clients->undoImport(desk.clients->imports()->first().id).error().code, ErrorCode::NotPermitted);
    QCOMPARE(desk.search({}).size(), 3);
}

void TestClientService::mapping_isRemembered()
{
    Desk desk;
    TableBatch sample;
    sample.beginRow(1);
    for (const char *heading : {"公司", "x", "备注"})
        sample.addCell(heading);
    sample.beginRow(2);
    for (const char *cell : {"a", "b", "c"})
        sample.addCell(cell);
    const QJsonObject chosen = QJsonDocument::fromJson("{\"columns\":{\"公司\":\"ignore\",\"x\":\"name\"},\"levels\":{\"高\":4}}").object();
    const auto mapping = applyMapping(proposeMapping(sample), chosen);
    QVERIFY(mapping);
    QCOMPARE(mapping->columns[2].role, ClientRole::Keep);
    ImportRequest request;
    request.asset = desk.addAsset(u"CRM"_s).as<AssetTag>();
    request.mapping = *mapping;
    bool isGiven = false;
    NoJobContext job;
    const auto rows = [&]() -> Result<TableBatch> { return std::exchange(isGiven, true) ? TableBatch() : sample; };
    QVERIFY(desk.clients->importRows(request, rows, job));
    const auto again = desk.clients->mappingFor(sample);
    QVERIFY(again);
    QCOMPARE(again->columns[1].role, ClientRole::Name);
    QCOMPARE(again->levelWords.value(u"高"_s), 4);
}

void TestClientService::index_findsShortNames()
{
    Desk desk;
    const RecordId asset = desk.addAsset(u"CRM"_s);
    QVERIFY(desk.import(asset, "客户名称,别名,金额\n李,,3\n李明,,1\n明远公司,老李;ＡＢＣ Corp,2\n赵六,,9\n"));
    QCOMPARE(desk.search(u"李"_s), QStringList({u"李"_s, u"李明"_s, u"明远公司"_s}));
    QCOMPARE(desk.search(u"李明"_s), QStringList({u"李明"_s}));
    QCOMPARE(desk.search(u"abc"_s), QStringList({u"明远公司"_s}));
    QCOMPARE(desk.search(u"明 李"_s), QStringList({u"李明"_s, u"明远公司"_s}));
    QVERIFY(desk.search(u"孙"_s).isEmpty());
    const auto index = *desk.clients->index();
    const auto namesBy = [&](ClientSort sort, Qt::SortOrder order) {
        QStringList names;
        const auto found = *desk.clients->records(index->filter({.sort = sort, .order = order}));
        for (const ClientRecord &record : found)
            names.append(record.name);
        return names;
    };
    QCOMPARE(namesBy(ClientSort::Revenue, Qt::DescendingOrder), QStringList({u"赵六"_s, u"李"_s, u"明远公司"_s, u"李明"_s}));
    QCOMPARE(namesBy(ClientSort::Name, Qt::AscendingOrder).first(), u"李"_s); // by pinyin: Li before Ming and Zhao
    QCOMPARE(namesBy(ClientSort::Name, Qt::AscendingOrder).last(), u"赵六"_s);
    QVERIFY(index->filter({.text = u"李"_s}, [] { return true; }).isEmpty());
    QVERIFY(index->filter({.asset = AssetId::create()}).isEmpty());
}

void TestClientService::dictionary()
{
    Desk desk;
    QVERIFY(desk.import(desk.addAsset(u"CRM"_s), "客户名称,简称,联系人\n上海天远软件集团有限公司,天远,刘澜\n王磊,,刘澜\n李,,\n"));
    QStringList seen;
    const auto entries = *desk.clients->dictionary();
    for (const DictionaryEntry &entry : entries)
        seen.append(entry.type + u':' + entry.text);
    seen.sort();
    QCOMPARE(seen, QStringList({u"COMPANY:上海天远软件集团有限公司"_s, u"COMPANY:天远"_s, u"PERSON:刘澜"_s, u"PERSON:王磊"_s}));
}

void TestClientService::crash_betweenFilesAndTrail()
{
    // Rows whose action is not in the trail do not count, whatever file they reached: the import's own row is the
    // commit point. Here it is taken away behind the service's back.
    Desk desk;
    const RecordId asset = desk.addAsset(u"CRM"_s);
    QVERIFY(desk.store->write(Action {u"test.stray"_s, u"client_import"_s, {}, {}}, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(Connection * db, tx.content(4, u"client_record"_s));
        return db->run(u"INSERT INTO client_record (id, asset, import_id, row_no, level, name, extra, action) "
                       "VALUES ('x', :a, 'nowhere', 1, 1, '孤儿', '{}', :n)"_s,
            {{u":a"_s, asset.toString()}, {u":n"_s, tx.actionId().toString()}});
    }));
    QVERIFY(desk.search(u"孤儿"_s).isEmpty());
    QVERIFY(desk.clients->dictionary()->isEmpty());
}

void TestClientService::worker_readsTheList()
{
    if (!QFile::exists(QStringLiteral(DW_BIN_DIR "/dealward-worker")))
        QSKIP("dealward-worker is not built");
    const WorkerClient worker(QStringLiteral(DW_BIN_DIR "/dealward-worker"), SandboxPolicy::Optional);
    NoJobContext job;
    const auto session = TableSession::open(worker, smallList, {}, job);
    QVERIFY2(session, session ? "" : qPrintable(session.error().reason));
    QCOMPARE((*session)->info().encoding, u"utf-8"_s);
    const auto batch = (*session)->next(10, job);
    QVERIFY(batch);
    QCOMPARE(batch->rowCount(), 4);
    QCOMPARE(batch->text(2, 0), u"王磊"_s);
    QCOMPARE((*session)->next(10, job)->rowCount(), 0);
    QVERIFY((*session)->rewind(job));
    QCOMPARE((*session)->next(2, job)->rowCount(), 2);
    QCOMPARE((*session)->next(10, job)->rowCount(), 2);
    const auto refused = TableSession::open(worker, "PK\x03\x04garbage", {}, job);
    QVERIFY(!refused);
    QCOMPARE(refused.error().reason, u"zip.damaged"_s);
}

void TestClientService::sharedLists()
{
    const QDir inputs(QStringLiteral(DW_SOURCE_DIR "/../shared/inputs"));
    if (!inputs.exists(u"clients-10k.csv"_s))
        QSKIP("the shared inputs are not here");
    const auto bytesOf = [&](const QString &name) {
        QFile file(inputs.filePath(name));
        file.open(QIODevice::ReadOnly);
        return file.readAll();
    };
    Desk desk;
    const RecordId asset = desk.addAsset(u"CRM"_s);
    const auto dry = desk.import(asset, bytesOf(u"clients-10k.csv"_s), 0, true);
    QVERIFY(dry);
    QCOMPARE(dry->imported, 10'000);
    QCOMPARE(dry->proposal.level, 4);
    const auto csv = desk.import(asset, bytesOf(u"clients-10k.csv"_s), dry->proposal.level);
    QVERIFY(csv);
    QCOMPARE(csv->imported, 10'000);
    QCOMPARE(csv->rejected, 0);
    // The same clients from the workbook and from the GB18030 list: nothing new.
    const auto xlsx = desk.import(asset, bytesOf(u"clients-10k.xlsx"_s), 4, true);
    QVERIFY(xlsx);
    QCOMPARE(xlsx->duplicates, 10'000);
    const auto gb = desk.import(asset, bytesOf(u"clients-2k-gb18030.csv"_s), 4, true);
    QVERIFY(gb);
    QCOMPARE(gb->duplicates, 1999);
    const auto other = desk.import(desk.addAsset(u"GB"_s), bytesOf(u"clients-2k-gb18030.csv"_s), 4);
    QVERIFY(other);
    QCOMPARE(other->imported, 1999);
    QCOMPARE(desk.search(u"刘澜"_s).isEmpty(), false);
}

void TestClientService::hundredThousandRows()
{
    Desk desk;
    const RecordId asset = desk.addAsset(u"CRM"_s);
    QByteArray list = "客户编号,客户名称,联系人,手机号,电子邮箱,地址,交易金额,备注\n";
    for (int i = 0; i < 100'000; ++i) {
        const QByteArray n = QByteArray::number(i);
        list += "C" + n + ",上海天远软件集团有限公司" + n + ",刘澜,1582931" + n.rightJustified(5, '0') + ",m" + n
            + "@example.com,上海市浦东新区深南街714号,560398231.34,交易各方同意\n";
    }
    list += "Z1,麒麟,孙悟空,13800000000,x@y.cn,花果山,1,\n";
    QElapsedTimer timer;
    timer.start();
    const auto outcome = desk.import(asset, list, 4);
    QVERIFY(outcome);
    const qint64 imported = timer.restart();
    QCOMPARE(outcome->imported, 100'001);
    const auto index = desk.clients->index();
    QVERIFY(index);
    const qint64 indexed = timer.restart();
    const auto rare = (*index)->filter({.text = u"麟"_s});
    const double rareMs = double(timer.nsecsElapsed()) / 1e6;
    timer.restart();
    const auto common = (*index)->filter({.text = u"天远"_s, .sort = ClientSort::Name});
    const double commonMs = double(timer.nsecsElapsed()) / 1e6;
    QCOMPARE(rare.size(), 1);
    QCOMPARE(common.size(), 100'000);
    qInfo("100,001 rows: import %lld ms, index %lld ms, search with one hit %.1f ms, with 100,000 sorted hits %.1f ms",
        static_cast<long long>(imported), static_cast<long long>(indexed), rareMs, commonMs);
    QVERIFY2(imported < 60'000, "an import of 100,000 rows takes seconds, not minutes");
}

DW_TEST(TestClientService)
#include "tst_clientservice.moc"
