// The finder's speed: megabytes of UTF-8 a second on one thread (CPU time, median of seven runs), over a mixed corpus
// of statute-like prose with values of all types in it and a dictionary of 100,000 names; and over inputs made to be
// slow. A megabyte is a million bytes of the text as UTF-8. Decoding from UTF-8 is included but in the line that says so:
// what the readers of files hand over is decoded already. --quick: a smaller corpus.

#include "core/engines/find/finder.h"

#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <random>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

using Random = std::mt19937;

double cpuSeconds()
{
    timespec time {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

template <typename List>
const auto &pick(Random &random, const List &list)
{
    return list[qsizetype(random() % std::size_t(std::size(list)))];
}

QString digits(Random &random, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text.append(QChar(char16_t(u'0' + random() % 10)));
    return text;
}

QString residentId(Random &random)
{
    constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    const QString body = u"31011519"_s + QString::number(50 + random() % 49) + u"0"_s + QString::number(1 + random() % 9) + QString::number(10 + random() % 18) + digits(random, 3);
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += (body[i].unicode() - u'0') * weights[i];
    return body + QStringView(u"10X98765432")[sum % 11];
}

QString companyName(Random &random)
{
    static const QStringList regions {u"北京"_s, u"上海"_s, u"深圳"_s, u"杭州"_s, u"苏州"_s, u"成都"_s, u"武汉"_s, u"西安"_s, u"广东省"_s, u"江苏省"_s, u""_s, u"天津"_s};
    static const QStringList trades {u"科技"_s, u"生物医药"_s, u"半导体"_s, u"物流"_s, u"投资管理"_s, u"新能源"_s, u"建设工程"_s, u"食品"_s, u"信息技术"_s};
    constexpr QStringView signs = u"华天远达瑞恒泰盛鼎拓星铭博捷锐森启云德科润源图创辰海博宏信嘉诚联众昌隆";
    QString name = pick(random, regions);
    for (int i = 0; i < 3; ++i)
        name.append(signs[qsizetype(random() % std::size_t(signs.size()))]);
    return name + pick(random, trades) + (random() % 3 == 0 ? u"股份有限公司"_s : u"有限公司"_s);
}

QString personName(Random &random)
{
    constexpr QStringView surnames = u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢";
    constexpr QStringView given = u"伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲红梅建志宇浩然子轩梓涵雨欣佳怡思远晨曦俊凯";
    QString name(surnames[qsizetype(random() % std::size_t(surnames.size()))]);
    for (int i = 0; i < 1 + int(random() % 3 != 0); ++i)
        name.append(given[qsizetype(random() % std::size_t(given.size()))]);
    return name;
}

const QStringList &prose()
{
    static const QStringList lines {
        u"从事经营活动的组织收集他人信息时，应当说明目的、方式和范围，并在实现目的所必需的限度内保存。"_s,
        u"主管部门应当自收到申请之日起二十个工作日内作出决定；情况复杂的，经批准可以延长十个工作日，并告知申请人。"_s,
        u"当事人对处理结果有异议的，可以在收到通知后六十日内申请复核，复核期间不停止原决定的执行。"_s,
        u"受托人应当妥善保管在履行职责过程中知悉的资料，不得向与本项工作无关的人员透露，工作结束后应当如数交还。"_s,
        u"各方确认，本条所称的控制，是指能够直接或者间接决定另一方经营方针和财务安排的情形。"_s,
        u"有下列情形之一的，可以不予公开：（一）涉及第三方合法利益的；（二）正在核查之中的；（三）法律另有规定的。"_s,
        u"转让方保证所提供的文件真实、准确、完整，没有任何虚假记载、误导性陈述或者重大遗漏。"_s,
        u"违反前款规定的，由有关机关责令改正，给予警告；情节严重的，处五万元以上二十万元以下的罚款。"_s,
        u"本办法自发布之日起施行，此前的规定与本办法不一致的，以本办法为准。"_s,
        u"The parties shall keep the existence and the terms of these discussions confidential and shall disclose them only to advisers who need to know."_s,
        u"Nothing in this clause prevents a party from making a disclosure that is required by law or by the rules of a stock exchange."_s,
        u"审计机构应当对内部控制的有效性进行评价，评价报告由负责人签署后报送董事会，并抄送监事会。"_s};
    return lines;
}

QString withValues(Random &random, const QList<DictionaryName> &names)
{
    const QString phone = u"13"_s + digits(random, 9);
    const QString name = pick(random, names).text;
    switch (random() % 12) {
    case 0: return u"转让方："_s + personName(random) + u"，身份证号码："_s + residentId(random) + u"，联系电话："_s + phone + u"。"_s;
    case 1: return u"股权转让价款合计人民币"_s + digits(random, 2) + u",300.00万元，由"_s + name + u"支付，卡号：6222"_s + digits(random, 15) + u"。"_s;
    case 2: return u"请联系"_s + personName(random) + u"经理，邮箱contact"_s + digits(random, 4) + u"@example.com.cn，微信号wx_"_s + digits(random, 6) + u"。"_s;
    case 3: return u"账号："_s + digits(random, 16) + u"，SWIFT代码：BKCHCNBJ934，户名："_s + name + u"。"_s;
    case 4: return u"公司名下车辆一台，车牌号京A"_s + digits(random, 5) + u"，登记在"_s + companyName(random) + u"名下。"_s;
    case 5: return u"注册地址：上海市浦东新区世纪大道"_s + digits(random, 3) + u"号"_s + digits(random, 2) + u"室，传真021-6"_s + digits(random, 7) + u"。"_s;
    case 6: return u"实际控制人为"_s + personName(random) + u"（护照号：E8"_s + digits(random, 7) + u"），1985年10月4日出生。"_s;
    case 7: return u"Contact: Laura Moreau, SSN 360-05-"_s + digits(random, 4) + u", Tel. +44 20 7946 "_s + digits(random, 4) + u", IBAN DE89 3704 0044 0532 0130 00."_s;
    case 8: return u"根据编号为XS-"_s + digits(random, 8) + u"的《股权转让协议》，"_s + personName(random) + u"应于2024-03-20前完成出资"_s + digits(random, 4) + u"万元。"_s;
    case 9: return u"服务器10.12."_s + digits(random, 2) + u".7，IMEI "_s + digits(random, 15) + u"，注册号"_s + digits(random, 15) + u"。"_s;
    case 10: return u"发票号码："_s + digits(random, 20) + u"，开票日期：2021-07-26，价税合计详见附件。"_s;
    default: return name + u"与"_s + companyName(random) + u"于2023年签署协议，金额贰佰肆拾万元整。"_s;
    }
}

QList<DictionaryName> makeNames(Random &random, int count)
{
    QList<DictionaryName> names;
    for (int i = 0; i < count; ++i)
        names.append(i % 4 != 0 ? DictionaryName {companyName(random), u"COMPANY"_s} : DictionaryName {personName(random), u"PERSON"_s});
    return names;
}

/// Documents of about 200 kB; 85 of 100 characters are prose.
QList<QByteArray> makeCorpus(Random &random, const QList<DictionaryName> &names, qsizetype bytes)
{
    QList<QByteArray> documents;
    qsizetype done = 0, plain = 0, telling = 0;
    while (done < bytes) {
        QString text;
        while (text.size() < 80'000) {
            const bool isProse = plain * 15 <= telling * 85;
            const QString line = isProse ? pick(random, prose()) : withValues(random, names);
            (isProse ? plain : telling) += line.size();
            text += line + (random() % 4 == 0 ? u"\n"_s : QString());
        }
        documents.append(text.toUtf8());
        done += documents.last().size();
    }
    return documents;
}

double megabytesASecond(const Finder &finder, const QList<QByteArray> &documents, int runs, qsizetype *findings = nullptr)
{
    qsizetype bytes = 0;
    for (const QByteArray &document : documents)
        bytes += document.size();
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        qsizetype count = 0;
        const double start = cpuSeconds();
        for (const QByteArray &document : documents)
            count += finder.find(QString::fromUtf8(document)).size();
        times.push_back(cpuSeconds() - start);
        if (findings != nullptr)
            *findings = count;
    }
    std::sort(times.begin(), times.end());
    return double(bytes) / 1e6 / times[times.size() / 2];
}

double megabytesASecondDecoded(const Finder &finder, const QList<QByteArray> &documents, int runs)
{
    qsizetype bytes = 0;
    QStringList texts;
    for (const QByteArray &document : documents) {
        bytes += document.size();
        texts.append(QString::fromUtf8(document));
    }
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        const double start = cpuSeconds();
        for (const QString &text : std::as_const(texts))
            finder.find(text);
        times.push_back(cpuSeconds() - start);
    }
    std::sort(times.begin(), times.end());
    return double(bytes) / 1e6 / times[times.size() / 2];
}

void measureHostile(const Finder &finder)
{
    const std::pair<const char *, QString> inputs[] = {{"digits", u"1"_s}, {"digits apart", u"1 "_s}, {"one Han", u"公"_s}, {"有限公司", u"有限公司"_s}, {"a@", u"a@"_s}, {"nested brackets", u"（"_s},
        {"brackets in pairs", u"（）"_s}, {"eighteen digits", u"310115195511024465 "_s}, {"+86", u"+86"_s}, {"cues", u"账号卡号62"_s}, {"thousands", u"1,000"_s}, {"capitals", u"壹佰"_s}, {"years", u"年月日"_s},
        {"dots", u"1.1."_s}, {"colons", u"a:"_s}, {"surrogates", u"𠮷"_s}, {"combining marks", u"a\u0301"_s}, {"surnames", u"王"_s}, {"addresses", u"上海市"_s}, {"quotes", u"以下简称“"_s}, {"ellipses", u"…"_s}};
    for (const auto &[name, piece] : inputs) {
        const QByteArray small = piece.repeated(250'000 / piece.toUtf8().size()).toUtf8();
        const QByteArray large = piece.repeated(1'000'000 / piece.toUtf8().size()).toUtf8();
        const double speed = megabytesASecond(finder, {large}, 3);
        const double growth = megabytesASecond(finder, {small}, 3) / speed;
        std::printf("  1 MB of %-18s %8.1f MB/s   four times the text costs %.1f times the time\n", name, speed, 4 * growth);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const bool isQuick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
    Random random(20260101);
    const QList<DictionaryName> names = makeNames(random, 100'000);
    const QList<QByteArray> corpus = makeCorpus(random, names, isQuick ? 2'000'000 : 16'000'000);
    const double start = cpuSeconds();
    FinderOptions options;
    options.names = names;
    const Finder finder(options);
    std::printf("dictionary of 100,000 names made in %.0f ms\n", (cpuSeconds() - start) * 1e3);
    qsizetype findings = 0;
    const double speed = megabytesASecond(finder, corpus, isQuick ? 3 : 7, &findings);
    std::printf("mixed corpus, 85 %% prose, all types, dictionary: %.1f MB/s, %lld findings\n", speed, static_cast<long long>(findings));
    std::printf("the same, text already decoded: %.1f MB/s\n", megabytesASecondDecoded(finder, corpus, isQuick ? 3 : 5));
    std::printf("the same without a dictionary: %.1f MB/s\n", megabytesASecond(Finder(), corpus, isQuick ? 3 : 5));
    qsizetype bytes = 0;
    const double mapping = cpuSeconds();
    for (const QByteArray &document : corpus) {
        const MappedText text(QString::fromUtf8(document));
        bytes += document.size() + (text.size() == 0 ? 1 : 0);
    }
    std::printf("making texts comparable alone: %.1f MB/s\n", double(bytes) / 1e6 / (cpuSeconds() - mapping));
    measureHostile(finder);
    return findings > 0 ? 0 : 1;
}
