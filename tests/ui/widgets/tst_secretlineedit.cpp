// A passphrase field whose content is nobody's text.
#include "tests/support/testmain.h"
#include "ui/widgets/secretlineedit.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QMetaProperty>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSecretLineEdit final : public QObject
{
    Q_OBJECT

private slots:
    void typesAndTakesBack()
    {
        dw::SecretLineEdit edit(u"Passphrase"_s);
        edit.show();
        QTest::keyClicks(&edit, u"walnut"_s);
        QCOMPARE(edit.length(), 6);
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QCOMPARE(edit.secret().view(), QByteArrayView("walnu"));
        const dw::SecretBytes taken = edit.take();
        QCOMPARE(taken.view(), QByteArrayView("walnu"));
        QVERIFY(edit.isEmpty());
    }

    void chineseIsUtf8AndCountsCharacters()
    {
        dw::SecretLineEdit edit(u"Passphrase"_s);
        QInputMethodEvent event;
        event.setCommitString(u"胡桃a"_s);
        QCoreApplication::sendEvent(&edit, &event);
        QCOMPARE(edit.length(), 3);
        QCOMPARE(edit.secret().size(), std::size_t(7));
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QCOMPARE(edit.secret().view(), QByteArrayView("胡"));
    }

    void pasteAndSelectAll()
    {
        dw::SecretLineEdit edit(u"Passphrase"_s);
        QGuiApplication::clipboard()->setText(u"velvet\n"_s);
        QTest::keyClick(&edit, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(edit.secret().view(), QByteArrayView("velvet"));
        QTest::keyClick(&edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&edit, u"x"_s);
        QCOMPARE(edit.secret().view(), QByteArrayView("x"));
        QGuiApplication::clipboard()->clear();
    }

    void noStringOfTheWidgetHoldsIt()
    {
        dw::SecretLineEdit edit(u"Passphrase"_s);
        edit.show();
        QTest::keyClicks(&edit, u"harbour sixteen"_s);
        const QMetaObject *meta = edit.metaObject();
        for (int i = 0; i < meta->propertyCount(); ++i)
            QVERIFY2(!meta->property(i).read(&edit).toString().contains(u"harbour"_s), meta->property(i).name());
        QVERIFY(edit.findChildren<QWidget *>().isEmpty());
        for (const Qt::InputMethodQuery query : {Qt::ImSurroundingText, Qt::ImCurrentSelection})
            QVERIFY(edit.inputMethodQuery(query).toString().isEmpty());
    }

    void screenReadersHearAPasswordField()
    {
        dw::SecretLineEdit edit(u"Passphrase"_s);
        QTest::keyClicks(&edit, u"secret"_s);
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&edit);
        QVERIFY(accessible);
        QVERIFY(accessible->state().passwordEdit);
        QCOMPARE(accessible->text(QAccessible::Name), u"Passphrase"_s);
        QVERIFY(!accessible->text(QAccessible::Value).contains(u"secret"_s));
    }

    void returnSubmits()
    {
        dw::SecretLineEdit edit(u"Passphrase"_s);
        QSignalSpy spy(&edit, &dw::SecretLineEdit::submitted);
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(spy.count(), 1);
    }
};

DW_TEST(TestSecretLineEdit)
#include "tst_secretlineedit.moc"
