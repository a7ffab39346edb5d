// Messages as they come out of mail programs: encoded heads, parts within parts, texts in other sets of characters.
#include "core/engines/office/mailreader.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

class TestMailReader final : public QObject
{
    Q_OBJECT

private slots:
    void plain()
    {
        const auto mail = readMail("From: a@x.example\nDate: Mon, 2 Mar 2026 10:00:00 +0800\nX-Other: no\nSubject: one\n  two\n\nfirst line\nsecond\n");
        QVERIFY(mail);
        QCOMPARE(mail->heads.size(), 3);
        QCOMPARE(mail->heads.at(2), (std::pair {u"Subject"_s, u"one two"_s}));
        QCOMPARE(mail->body, u"first line\nsecond\n"_s);
        QVERIFY(!mail->isHtml && mail->attachments.isEmpty());
    }

    void encodedHeads()
    {
        const auto mail = readMail("Subject: =?GBK?B?0MXPog==?= =?utf-8?Q?_a=3Db?= end\r\nFrom: =?utf-8?Q?J=C3=B6rg?= <j@x.example>\r\n\r\n");
        QVERIFY(mail);
        QCOMPARE(mail->heads.at(0).second, u"Jörg <j@x.example>"_s);
        QCOMPARE(mail->heads.at(1).second, u"信息 a=b end"_s);
    }

    void plainTextIsTakenWhereThereIsAChoice()
    {
        const auto mail = readMail("Subject: x\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<b>html</b>\n"
                                   "--b\nContent-Type: text/plain; charset=gb2312\nContent-Transfer-Encoding: base64\n\n0MXPog==\n--b--\nepilogue");
        QVERIFY(mail);
        QCOMPARE(mail->body.trimmed(), u"信息"_s);
        QVERIFY(!mail->isHtml);
    }

    void quotedPrintable()
    {
        const auto mail = readMail("Subject: x\nContent-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8\n\nna=C3=AFve lo=\nng 1=2B1");
        QCOMPARE(mail->body, u"naïve long 1+1"_s);
    }

    void attachmentsAreNamed()
    {
        const auto mail = readMail("Subject: x\nContent-Type: multipart/mixed; boundary=\"o;ut\"\n\n--o;ut\n\ntext\n--o;ut\nContent-Type: application/pdf\n"
                                   "Content-Disposition: attachment; filename*=UTF-8''%E5%90%8D%E5%8D%95.pdf\n\nx\n--o;ut\nContent-Type: image/png\n\nx\n--o;ut--\n");
        QCOMPARE(mail->attachments, (QStringList {u"名单.pdf"_s, u"image/png"_s}));
        QCOMPARE(mail->body.trimmed(), u"text"_s);
    }

    void whatIsNoMail()
    {
        QCOMPARE(readMail("just words").error().reason, u"convert.no_mail"_s);
        QCOMPARE(readMail({}).error().reason, u"convert.no_mail"_s);
    }

    void nestedWithoutEnd()
    {
        QByteArray bytes = "Subject: x\n";
        for (int i = 0; i < 40; ++i)
            bytes += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(i) + "\n\n--b" + QByteArray::number(i) + '\n';
        QCOMPARE(readMail(bytes).error().reason, u"convert.mail_nested"_s);
        // a boundary that is never closed is the end of the file
        QVERIFY(readMail("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ntext"));
    }
};

DW_TEST(TestMailReader)
#include "tst_mailreader.moc"
