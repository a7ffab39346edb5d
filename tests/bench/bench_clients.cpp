// Finding clients among 100,000 (or as many as the first argument says): CPU milliseconds, the median and the slowest
// of 21 runs, from the words typed to the first fifty records ready to be shown.

#include "tests/bench/cputime.h"
#include "tests/support/clientdesk.h"

#include <QCoreApplication>

#include <cstdio>

using dwbench::cpuMs;

namespace {

QByteArray list(int rows)
{
    static const QStringList places {u"上海"_s, u"北京"_s, u"深圳"_s, u"成都"_s, u"杭州"_s, u"武汉"_s, u"西安"_s};
    static const QStringList words {u"天远"_s, u"明德"_s, u"华信"_s, u"金桥"_s, u"瑞丰"_s, u"博雅"_s, u"中科"_s, u"海润"_s, u"恒通"_s};
    QByteArray csv = "客户名称,联系人,电子邮箱,交易金额\n"_ba;
    for (int i = 0; i < rows; ++i) {
        // Scattered over the list, as in a real one: not sorted by anything.
        const int n = int((qint64(i) * 7919) % 1'000'003);
        csv += u"%1%2%3科技有限公司,王%4,c%3@example.cn,%5\n"_s.arg(places.at(n % 7), words.at(n % 9)).arg(n).arg(n % 97).arg(n % 5003).toUtf8();
    }
    return csv + "独一无二的名字有限公司,刘澜,one@example.cn,1\n";
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int rows = argc > 1 ? std::max(1000, QByteArray(argv[1]).toInt()) : 100'000;
    Desk desk;
    const RecordId asset = desk.addAsset(u"CRM"_s);
    double start = cpuMs();
    const auto imported = desk.import(asset, list(rows), 4);
    if (!imported)
        qFatal("import: %s", qPrintable(imported.error().reason));
    std::printf("clients %d: import %.0f ms\n", rows, cpuMs() - start);
    start = cpuMs();
    const auto index = *desk.clients->index();
    std::printf("clients %d: index %.0f ms\n", rows, cpuMs() - start);
    struct Case {
        const char *name;
        ClientFilter filter;
    };
    const QList<Case> cases {{"all, by import", {}}, {"all, by name", {.sort = ClientSort::Name}},
        {"all, by revenue, descending", {.sort = ClientSort::Revenue, .order = Qt::DescendingOrder}},
        {"one character, all hit, by name", {.text = u"科"_s, .sort = ClientSort::Name}},
        {"two characters, all hit, by revenue", {.text = u"有限"_s, .sort = ClientSort::Revenue}},
        {"two characters, a ninth hit, by name", {.text = u"天远"_s, .sort = ClientSort::Name}},
        {"two words, by level", {.text = u"上海 明德"_s, .sort = ClientSort::Level}},
        {"one hit", {.text = u"独一无二"_s, .sort = ClientSort::Name}}, {"no hit", {.text = u"鎏"_s}}};
    for (const Case &one : cases) {
        qsizetype hits = 0;
        const auto [median, worst] = dwbench::measure(21, [&] {
            const auto found = index->filter(one.filter);
            hits = found.size();
            const auto page = desk.clients->records(found.mid(0, 50));
            if (!page || page->size() != std::min<qsizetype>(50, hits))
                qFatal("page");
        });
        std::printf("clients %d: %-38s %7lld hits  median %6.1f ms  slowest %6.1f ms\n", rows, one.name, static_cast<long long>(hits), median, worst);
    }
    return 0;
}
