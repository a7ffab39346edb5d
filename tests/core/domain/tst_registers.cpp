#include "core/domain/registerdecl.h"
#include "core/domain/role.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

const QStringList knownPages = u"dashboard inbox deal measures calendar clients people ndas third_parties training documents "
                               "releases incidents speakup law notices exceptions coordination audits controls report trail settings"_s
                                   .split(u' ');

bool isChinese(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

} // namespace

/// The declarations are content: they are checked like a text that goes to print.
class TestRegisters : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto loaded = RegisterCatalogue::load();
        if (!loaded)
            QFAIL(qPrintable(loaded.error().reason + u' ' + loaded.error().args.join(u' ') + u' ' + loaded.error().detail));
        m_catalogue = *loaded;
        QVERIFY(m_catalogue.all().size() >= 80);
    }

    void everyRegisterHasItsWords()
    {
        for (const RegisterDecl *decl : m_catalogue.all()) {
            const QByteArray idText = decl->id.toUtf8();
            const char *const id = idText.constData();
            QVERIFY2(knownPages.contains(decl->page), id);
            for (const LocalText &text : {decl->title, decl->singular, decl->about}) {
                QVERIFY2(!text.en.isEmpty() && !isChinese(text.en), id);
                QVERIFY2(isChinese(text.zh) || text.zh == text.en, id);
            }
            QVERIFY2(decl->about.en.endsWith(u'.') && decl->about.zh.endsWith(u'。'), id);
        }
    }

    void everyFieldHasItsWords()
    {
        static const QRegularExpression latin(u"^[A-Z0-9\\- .]+$"_s);
        for (const RegisterDecl *decl : m_catalogue.all()) {
            for (const FieldDecl &field : decl->fields) {
                const QByteArray where = (decl->id + u'.' + field.name).toUtf8();
                QVERIFY2(isChinese(field.title.zh) || latin.match(field.title.zh).hasMatch(), where.constData());
                QVERIFY2(field.help.en.isEmpty() == field.help.zh.isEmpty(), where.constData());
                QSet<QString> ids;
                for (const ChoiceDecl &choice : field.choices) {
                    QVERIFY2(!choice.id.isEmpty() && !ids.contains(choice.id), where.constData());
                    ids.insert(choice.id);
                    QVERIFY2(!choice.title.en.isEmpty() && !choice.title.zh.isEmpty(), where.constData());
                }
                if (field.type == FieldType::Choice && field.defaultValue.isValid() && field.defaultValue != u"phase"_s)
                    QVERIFY2(ids.contains(field.defaultValue.toString()), where.constData());
            }
            for (const StateDecl &state : decl->states) {
                QVERIFY2(isChinese(state.title.zh), qPrintable(decl->id));
                QVERIFY2((QStringList {u"neutral"_s, u"good"_s, u"warn"_s, u"bad"_s}.contains(state.tone)), qPrintable(decl->id));
            }
        }
    }

    void labelsNameFields()
    {
        static const QRegularExpression braces(u"\\{(\\w+)\\}"_s);
        for (const RegisterDecl *decl : m_catalogue.all()) {
            QStringList names;
            auto matches = braces.globalMatch(decl->label);
            while (matches.hasNext())
                names.append(matches.next().captured(1));
            if (names.isEmpty())
                names.append(decl->label);
            for (const QString &name : names)
                QVERIFY2(decl->field(name), qPrintable((decl->id + u' ' + name)));
        }
    }

    void listsAreReadable()
    {
        for (const RegisterDecl *decl : m_catalogue.all()) {
            const auto columns = std::count_if(decl->fields.begin(), decl->fields.end(), [](const FieldDecl &f) { return f.inList; });
            QVERIFY2(columns <= 7 && (columns >= 3 || decl->isSingle), qPrintable(decl->id));
        }
    }

    void transitionsAreReachable()
    {
        for (const RegisterDecl *decl : m_catalogue.all()) {
            if (decl->states.isEmpty())
                continue;
            QSet<QString> reached {decl->initialState};
            for (int round = 0; round < decl->states.size(); ++round) {
                for (const TransitionDecl &transition : decl->transitions) {
                    const bool canLeave = std::any_of(transition.from.begin(), transition.from.end(), [&](const QString &from) { return reached.contains(from); });
                    if (canLeave)
                        reached.insert(transition.to);
                }
            }
            for (const StateDecl &state : decl->states)
                QVERIFY2(reached.contains(state.id), qPrintable((decl->id + u' ' + state.id)));
            for (const TransitionDecl &transition : decl->transitions) {
                QVERIFY2(isChinese(transition.title.zh), qPrintable((decl->id + u' ' + transition.id)));
                for (const QString &role : transition.roles)
                    QVERIFY2(allRoleIds().contains(role), qPrintable(role));
            }
        }
    }

private:
    RegisterCatalogue m_catalogue;
};

DW_TEST(TestRegisters)
#include "tst_registers.moc"
