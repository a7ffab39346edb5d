#include "app/demo/demostage.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTimeZone>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

// The demo deal's time zone, as in its settings.
const QTimeZone dealZone("Asia/Shanghai");
constexpr int morningHourUtc = 2; // ten o'clock in Shanghai

} // namespace

DemoStage::DemoStage(QString directory, Language language, const SessionOptions &options, JobContext &job,
    std::function<void(const QString &)> tell)
    : m_directory(std::move(directory))
    , m_language(language)
    , m_options(options)
    , m_job(job)
    , m_tell(std::move(tell))
    , m_start(QDateTime::currentDateTimeUtc())
    , m_clock(m_start)
    , m_today(m_start.toTimeZone(dealZone).date())
    , m_day(m_today)
{
    m_options.clock = &m_clock;
}

Result<> DemoStage::createVault(const QList<DemoAccount> &accounts)
{
    m_result.accounts = accounts;
    NewVault vault;
    vault.path = m_directory + u"/Cedar.dealvault"_s;
    vault.ownerName = accounts.first().name;
    vault.passphrase = SecretBytes::copyOf(accounts.first().passphrase.toUtf8());
    DW_ASSIGN(CreatedVault created, Session::create(std::move(vault), m_options));
    m_session = std::move(created.session);
    m_result.recoveryKey = created.recoveryKey;
    m_result.vaultPath = m_session->vaultPath();
    return {};
}

QString DemoStage::passphraseOf(const QString &account) const
{
    for (const DemoAccount &candidate : m_result.accounts) {
        if (candidate.name == account)
            return candidate.passphrase;
    }
    return {};
}

Result<> DemoStage::enterAs(const QString &account)
{
    if (m_session && m_session->actor().name == account)
        return {};
    m_session.reset();
    DW_ASSIGN(m_session,
        Session::unlock(m_result.vaultPath, account, SecretBytes::copyOf(passphraseOf(account).toUtf8()), {}, m_options));
    return {};
}

void DemoStage::leave()
{
    m_session.reset();
}

void DemoStage::setDay(int offset)
{
    m_day = m_today.addDays(offset);
    QDateTime morning(m_day, QTime(morningHourUtc, 0), Qt::UTC);
    if (offset >= 0 || morning > m_start)
        morning = m_start;
    if (morning > m_clock.nowUtc() || m_clock.nowUtc() == m_start)
        m_clock.set(morning);
}

void DemoStage::tick()
{
    // Never past the present: the real clock goes on from where the demo ends.
    if (m_clock.nowUtc().addSecs(60) < QDateTime::currentDateTimeUtc())
        m_clock.advance(60'000);
    else
        m_clock.set(QDateTime::currentDateTimeUtc());
}

QString DemoStage::idOf(const QString &name) const
{
    return m_names.value(name.startsWith(u'@') ? name.mid(1) : name);
}

QVariant DemoStage::value(const QJsonValue &json) const
{
    static const QRegularExpression dayPattern(u"^day([+-]\\d+)$"_s);
    if (json.isString()) {
        const QString text = json.toString();
        if (text.startsWith(u'@') && knows(text))
            return idOf(text);
        const auto match = dayPattern.match(text);
        return match.hasMatch() ? m_day.addDays(match.captured(1).toInt()).toString(Qt::ISODate) : text;
    }
    if (json.isObject() && json.toObject().contains("en"_L1))
        return json.toObject().value(m_language == Language::Chinese ? "zh"_L1 : "en"_L1).toString();
    if (json.isArray()) {
        QStringList list;
        for (const QJsonValue item : json.toArray())
            list.append(value(item).toString());
        return list;
    }
    if (json.isDouble() && json.toDouble() == double(json.toInteger()))
        return json.toInteger();
    return json.toVariant();
}

QVariantMap DemoStage::values(const QJsonObject &object) const
{
    QVariantMap map;
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), value(it.value()));
    return map;
}

} // namespace dw
