// A concern is reported in the window and read by its receiver; nobody else opens it, an owner included.
#include "core/desk/accounts/accountservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/desk/registers/speakupservice.h"
#include "core/desk/deal/dealservice.h"
#include "core/store/keyring.h"
#include "tests/support/testmain.h"
#include "tests/support/vaultfixture.h"
#include "tests/support/windowdriver.h"
#include "ui/base/appearance.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::VaultFixture;

namespace {

const QString concern = u"The client list lay open in the lift on Friday."_s;

} // namespace

class TestSpeakupPage final : public QObject
{
    Q_OBJECT

    VaultFixture m_vault;
    AccountId m_grace;
    RecordId m_case;

    std::unique_ptr<Session> as(const QString &name) const
    {
        const QByteArray passphrase = (name == "mia"_L1 ? QByteArray("owner") : name.toUtf8()) + " passphrase";
        auto session = m_vault.unlock(name, passphrase.constData());
        if (!session)
            qFatal("%s", qPrintable(session.error().reason));
        return std::move(*session);
    }

private slots:
    void initTestCase()
    {
        const auto mia = m_vault.create();
        NewDeal deal;
        deal.deal = {{u"code_name"_s, u"Heron"_s}, {u"structure"_s, u"share"_s}};
        QVERIFY(mia->deal().create(deal));
        const auto grace = VaultFixture::add(*mia, u"grace"_s, Role::ComplianceOfficer, 3);
        QVERIFY(grace);
        m_grace = *grace;
        QVERIFY(VaultFixture::add(*mia, u"ben"_s, Role::Reviewer, 2));
        QVERIFY(VaultFixture::add(*mia, u"olga"_s, Role::Owner, 4));
    }

    void onlyWhoMayReceiveIsOffered()
    {
        const auto ben = as(u"ben"_s);
        const auto receivers = ben->speakup().receivers();
        QVERIFY(receivers);
        QCOMPARE(receivers->size(), 1);
        QCOMPARE(receivers->first().name, u"grace"_s);
        const auto olga = ben->accounts().byName(u"olga"_s);
        QCOMPARE(ben->speakup().report(concern, olga->id).error().reason, u"speakup.no_receiver"_s);
        QCOMPARE(ben->speakup().report(u"  "_s, m_grace).error().reason, u"speakup.empty"_s);
        QCOMPARE(ben->speakup().report(QString(SpeakupService::longest + 1, u'x'), m_grace).error().reason, u"speakup.too_long"_s);
    }

    void aConcernIsReportedAndReadInTheWindow()
    {
        QTemporaryDir home;
        UiSettings settings(home.filePath(u"ui.ini"_s));
        settings.setLanguage(Language::English);
        Appearance appearance(settings);
        MainWindow window(appearance, {m_vault.options(), {}});
        dwtest::WindowDriver driver(window);
        window.show();
        window.adopt(as(u"ben"_s));
        QWidget *page = driver.page(u"speakup"_s, u"speakup_case"_s);
        driver.during([&] { driver.press(page, u"primary"_s); }, [&](QDialog *dialog) {
            QVERIFY(!dialog->findChild<QPushButton *>(u"send"_s)->isEnabled());
            driver.choose(dialog, u"receiver"_s, m_grace.toString());
            dialog->findChild<QPlainTextEdit *>(u"text"_s)->setPlainText(concern);
            driver.press(dialog, u"send"_s);
        });
        window.lock();
        {
            const auto olga = as(u"olga"_s);
            const auto rows = olga->records().list(u"speakup_case"_s);
            QVERIFY(rows && rows->size() == 1);
            m_case = rows->first().id;
            QVERIFY(!rows->first().text(u"sealed_text"_s).contains(u"lift"_s));
        }
        window.adopt(as(u"ben"_s)); // who wrote it cannot open it either
        QVERIFY(!driver.page(u"speakup"_s, u"speakup_case"_s, m_case)->findChild<QPushButton *>(u"open_text"_s));
        window.lock();
        window.adopt(as(u"grace"_s));
        page = driver.page(u"speakup"_s, u"speakup_case"_s, m_case);
        QString shown;
        driver.during([&] { driver.press(page, u"open_text"_s); }, [&](QDialog *dialog) {
            shown = dialog->findChild<QPlainTextEdit *>(u"report_text"_s)->toPlainText();
            driver.press(dialog, u"close"_s);
        });
        QCOMPARE(shown, concern);
        window.lock();
    }

    void nobodyElseOpensItNotEvenAnOwner()
    {
        for (const QString &name : {u"mia"_s, u"olga"_s, u"ben"_s}) {
            const auto session = as(name);
            QCOMPARE(session->speakup().read(m_case).error().reason, u"speakup.not_receiver"_s);
            // Nor by the keys themselves, past the service.
            const Record row = *session->records().get(u"speakup_case"_s, m_case);
            const QByteArray box = QByteArray::fromBase64(
                QJsonDocument::fromJson(row.text(u"sealed_text"_s).toUtf8()).object()["box"_L1].toString().toLatin1());
            QVERIFY(!box.isEmpty());
            const QByteArray purpose = "speakup " + m_case.toString().toLatin1();
            QVERIFY(!session->keys()->openOwn(box, purpose));
            for (int level = 3; level <= 4; ++level)
                QVERIFY(!session->keys()->openFromLevel(level, box, purpose));
        }
        const auto grace = as(u"grace"_s);
        QCOMPARE(grace->speakup().read(m_case)->view().toByteArray(), concern.toUtf8());
        // Each opening is in the trail: the one in the window and this one.
        const auto opened = grace->store().read([](const ReadTx &tx) { return tx.query(u"SELECT seq FROM audit WHERE name = 'speakup.read'"_s); });
        QVERIFY(opened);
        QCOMPARE(opened->size(), 2);
        QVERIFY(grace->store().verifyTrail()->isClean());
    }
};

DW_TEST(TestSpeakupPage)
#include "tst_speakuppage.moc"
