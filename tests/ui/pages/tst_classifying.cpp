// What the deal says itself: words and patterns that every search looks for, and a document's level with its grounds.
#include "core/desk/documents/documentservice.h"
#include "core/desk/registers/recordservice.h"
#include "tests/support/samplepdf.h"
#include "tests/support/testmain.h"
#include "tests/support/windowfixture.h"
#include "ui/pages/documents/importqueue.h"
#include "ui/pages/documentspage.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/formview.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

class TestClassifying final : public QObject, dwtest::WindowFixture
{
    Q_OBJECT

    Session &session() { return m_window->workspace()->context().session; }

    /// A person's resident identity number with its check digit.
    static QByteArray identity(int number)
    {
        constexpr int weights[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        const QByteArray digits = "11010519900307" + QByteArray::number(100 + number);
        int sum = 0;
        for (int i = 0; i < 17; ++i)
            sum += (digits.at(i) - '0') * weights[i];
        return digits + "10X98765432"[sum % 11];
    }

    VersionId import(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_vault.directory.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("write");
        file.close();
        auto *page = qobject_cast<DocumentsPage *>(m_driver->page(u"documents"_s));
        auto *queue = page->findChild<ImportQueue *>();
        m_driver->during([&] { page->importFiles({path}); }, [&](QDialog *dialog) { m_driver->press(dialog, u"accept"_s); });
        if (!m_driver->waitFor([&] { return !queue->isRunning(); }, 300000))
            qFatal("import does not end");
        const auto documents = session().documents().list(name.section(u'.', 0, 0)).value();
        return session().documents().versions(documents.first().id).value().first().id;
    }

    QStringList found(const VersionId &version)
    {
        QStringList values;
        const QList<Finding> found = session().documents().findings().found(version).value();
        for (const Finding &finding : found)
            values.append(finding.kind + u' ' + finding.value);
        return values;
    }

private slots:
    void initTestCase()
    {
        if (!QFile::exists(QStringLiteral(DW_BIN_DIR "/dealward-worker")))
            QSKIP("dealward-worker is not built");
        openWindow();
    }

    void wordsAndPatternsOfTheDealAreFound()
    {
        m_term = m_driver->add(u"documents"_s, u"search_term"_s, {{u"term"_s, u"Blue Heron"_s}, {u"category"_s, u"Project name"_s}});
        m_driver->add(u"documents"_s, u"search_pattern"_s, {{u"name"_s, u"Our files"_s}, {u"pattern"_s, u"BH-(\\d{4})"_s}, {u"category"_s, u"File number"_s}});
        m_version = import(u"letter.pdf"_s, dwtest::SamplePdf().page({{"Project BLUE HERON, our file BH-2044 and no BH-20"}}).bytes());
        const QStringList values = found(m_version);
        QVERIFY2(values.contains(u"Project name BLUE HERON"_s), qPrintable(values.join(u", ")));
        QVERIFY2(values.contains(u"File number 2044"_s), qPrintable(values.join(u", ")));
        QCOMPARE(values.filter(u"File number"_s).size(), 1);
    }

    void aRetiredWordIsNotLookedFor()
    {
        m_driver->step(u"documents"_s, u"search_term"_s, m_term, u"retire"_s);
        const RecordId document(session().documents().version(m_version)->document.as<RecordTag>());
        m_driver->press(m_driver->page(u"documents"_s, u"document"_s, document), u"search"_s);
        QVERIFY2(m_driver->waitFor([&] { return found(m_version).filter(u"Project name"_s).isEmpty(); }, 120000), qPrintable(found(m_version).join(u", ")));
        QVERIFY(!found(m_version).filter(u"File number"_s).isEmpty());
    }

    void badPatternsAndShortWordsAreRefused()
    {
        const auto refused = [&](const QString &registerId, const QVariantMap &values, const QString &words) {
            QString said;
            m_driver->during([&] { m_driver->press(m_driver->page(u"documents"_s, registerId), u"primary"_s); },
                [&](QDialog *dialog) {
                    auto *form = dialog->findChild<FormView *>();
                    for (auto it = values.begin(); it != values.end(); ++it)
                        form->editor(it.key())->setValue(it.value());
                    m_driver->press(dialog, u"save"_s);
                    for (const auto *label : dialog->findChildren<QLabel *>())
                        said += label->isVisible() ? label->text() + u'\n' : QString();
                    dialog->reject();
                });
            QVERIFY2(said.contains(words), qPrintable(said));
        };
        const qsizetype before = session().records().list(u"search_pattern"_s)->size();
        refused(u"search_pattern"_s, {{u"name"_s, u"Open"_s}, {u"pattern"_s, u"BH-("_s}, {u"category"_s, u"X"_s}}, u"The pattern cannot be read"_s);
        refused(u"search_pattern"_s, {{u"name"_s, u"All"_s}, {u"pattern"_s, u"a*"_s}, {u"category"_s, u"X"_s}}, u"would match the empty text"_s);
        QCOMPARE(session().records().list(u"search_pattern"_s)->size(), before);
        refused(u"search_term"_s, {{u"term"_s, u"B"_s}, {u"category"_s, u"X"_s}}, u"too short"_s);
    }

    /// A pattern that would try without end is stopped, and the document says that it was not searched completely.
    void aPatternThatRunsAwayIsStoppedAndSaid()
    {
        m_driver->add(u"documents"_s, u"search_pattern"_s, {{u"name"_s, u"Runaway"_s}, {u"pattern"_s, u"(a|aa)+$"_s}, {u"category"_s, u"X"_s}});
        const VersionId version = import(u"endless.pdf"_s, dwtest::SamplePdf().page({{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac"}}).bytes());
        const Record row = session().records().get(u"doc_version"_s, version.as<RecordTag>()).value();
        QCOMPARE(row.text(u"search_state"_s), u"incomplete"_s);
    }

    void aLevelIsDecidedWithItsGroundsBeforeOne()
    {
        dwtest::SamplePdf pdf;
        for (int i = 0; i < 12; ++i)
            pdf.page({{"id card no. " + identity(i)}});
        const VersionId version = import(u"staff.pdf"_s, pdf.bytes());
        const RecordId document(session().documents().version(version)->document.as<RecordTag>());
        QWidget *page = m_driver->page(u"documents"_s, u"document"_s, document);
        m_driver->during([&] { m_driver->press(page, u"decide_level"_s); },
            [&](QDialog *dialog) {
                const QString grounds = dialog->findChild<QLabel *>(u"grounds"_s)->text();
                QVERIFY2(grounds.contains(u"12 sensitive items in one place: level 4"_s), qPrintable(grounds));
                auto *level = dialog->findChild<QComboBox *>(u"level"_s);
                QCOMPARE(level->currentData().toInt(), 4); // what is proposed stands there
                level->setCurrentIndex(level->findData(2));
                m_driver->press(dialog, u"accept"_s);
                QVERIFY(dialog->isVisible()); // below the proposal only with a reason
                QString said;
                for (const auto *label : dialog->findChildren<QLabel *>())
                    said += label->isVisible() ? label->text() : QString();
                QVERIFY2(said.contains(u"Say why a lower one is enough"_s), qPrintable(said));
                m_driver->type(dialog, u"reason"_s, u"The people are invented."_s);
                m_driver->press(dialog, u"accept"_s);
                QVERIFY(!dialog->isVisible());
            });
        QCOMPARE(session().documents().get(document.as<DocumentTag>())->level, 2);
    }

private:
    RecordId m_term;
    VersionId m_version;
};

DW_TEST(TestClassifying)
#include "tst_classifying.moc"
