// Forms made from declarations: every register, values there and back, reasons why not.
#include "core/domain/registerdecl.h"
#include "tests/support/testmain.h"
#include "ui/widgets/formview.h"

#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

class TestFormView final : public QObject
{
    Q_OBJECT

private slots:
    void everyRegisterHasAForm()
    {
        const auto catalogue = RegisterCatalogue::load();
        QVERIFY(catalogue);
        for (const RegisterDecl *decl : catalogue->all()) {
            for (const Language language : {Language::English, Language::Chinese}) {
                FormView form(*decl, language, {});
                for (const FieldDecl &field : decl->fields) {
                    const bool shown = !field.readOnly && field.type != FieldType::Json;
                    QVERIFY2((form.editor(field.name) != nullptr) == shown, qPrintable(decl->id + u'.' + field.name));
                }
            }
        }
    }

    void saysWhatIsMissing()
    {
        const auto catalogue = RegisterCatalogue::load();
        const RegisterDecl *decl = catalogue->find(u"organisation");
        FormView form(*decl, Language::English, {});
        form.setValues({});
        QVERIFY(form.obstacle().contains(decl->field(u"name")->title.en));
        form.setValues({{u"name"_s, u"Northlake"_s}, {u"deal_role"_s, u"bidder"_s}});
        QCOMPARE(form.obstacle(), QString());
        QVERIFY(form.changedValues().isEmpty());
        form.editor(u"name"_s)->setValue(u"Southlake"_s);
        QCOMPARE(form.changedValues(), QVariantMap({{u"name"_s, u"Southlake"_s}}));
    }

    void valuesComeBackAsTheyWent()
    {
        const auto catalogue = RegisterCatalogue::load();
        const RegisterDecl *decl = catalogue->find(u"deal_exception");
        const OptionSource options = [](const FieldDecl &) { return QList<Option> {{u"a"_s, u"A"_s}, {u"b"_s, u"B"_s}}; };
        FormView form(*decl, Language::English, options);
        const QVariantMap values {{u"reason"_s, u"late"_s}, {u"expires_on"_s, u"2026-12-31"_s}};
        form.setValues(values);
        QCOMPARE(form.values().value(u"reason"_s), QVariant(u"late"_s));
        QCOMPARE(form.values().value(u"expires_on"_s), QVariant(u"2026-12-31"_s));
    }

    void datesInOtherFormsAreUnderstood()
    {
        const auto catalogue = RegisterCatalogue::load();
        FormView form(*catalogue->find(u"deal_exception"), Language::English, {});
        auto *line = form.findChild<QLineEdit *>(u"expires_on"_s);
        QVERIFY(line);
        line->setText(u"2026年3月5日"_s);
        QCOMPARE(form.values().value(u"expires_on"_s), QVariant(u"2026-03-05"_s));
        line->setText(u"soon"_s);
        QVERIFY(!form.obstacle().isEmpty());
    }
};

DW_TEST(TestFormView)
#include "tst_formview.moc"
