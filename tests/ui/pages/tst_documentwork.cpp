// A document's way through the window: a folder comes in, what is marked is previewed, redacted, compared, talked about
// and approved by somebody else. tests/cli/tst_writtenfiles watches what it writes meanwhile.
#include "core/desk/documents/documentservice.h"
#include "tests/support/samplepdf.h"
#include "tests/support/testmain.h"
#include "tests/support/windowfixture.h"
#include "ui/pages/documents/comparewindow.h"
#include "ui/pages/documents/documentwindow.h"
#include "ui/pages/documents/importqueue.h"
#include "ui/pages/documents/reviewpane.h"
#include "ui/pages/documentspage.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/chip.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace dw;

class TestDocumentWork final : public QObject, dwtest::WindowFixture
{
    Q_OBJECT

    static QByteArray contract()
    {
        return dwtest::SamplePdf().page({{"Contract with Bluewater Shipping", 72, 700, 12}, {"The second line stays.", 72, 660, 12}})
            .page({{"Nothing here", 72, 700, 12}}).author("Zhao Lan").bytes();
    }

    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_vault.directory.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("write");
        return path;
    }

    DocumentsPage *documentsPage() { return qobject_cast<DocumentsPage *>(m_driver->page(u"documents"_s)); }
    Session &session() { return m_window->workspace()->context().session; }

    /// The words beside the files, by name; waits until nothing is on its way.
    QHash<QString, QString> import(const QStringList &paths)
    {
        DocumentsPage *page = documentsPage();
        auto *queue = page->findChild<ImportQueue *>();
        m_driver->during([&] { page->importFiles(paths); }, [&](QDialog *dialog) { m_driver->press(dialog, u"accept"_s); });
        if (!m_driver->waitFor([&] { return !queue->isRunning(); }, 300000))
            qFatal("import does not end");
        QHash<QString, QString> words;
        const auto *list = queue->findChild<QTreeWidget *>(u"imported_files"_s);
        for (int i = 0; i < list->topLevelItemCount(); ++i)
            words.insert(list->topLevelItem(i)->text(0), list->topLevelItem(i)->text(1));
        return words;
    }

    DocumentWindow *openVersion(const VersionId &version)
    {
        auto *window = new DocumentWindow(m_window->workspace()->context(), version, m_window.get());
        window->setAttribute(Qt::WA_DeleteOnClose);
        window->show();
        auto *state = window->findChild<QLabel *>(u"state"_s);
        if (!m_driver->waitFor([&] { return state->text().startsWith("Version"_L1); }, 60000))
            qFatal("not shown: %s", qPrintable(state->text()));
        return window;
    }

    template <typename Window>
    Window *waitForWindow()
    {
        Window *found = nullptr;
        m_driver->waitFor([&] {
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                if (auto *window = qobject_cast<Window *>(widget); window && window->isVisible())
                    found = window;
            }
            return found != nullptr;
        }, 60000);
        return found;
    }

    static QString result(const QWidget *window) { return window->findChild<Chip *>(u"result"_s)->spec().text; }

private slots:
    void initTestCase() { openWindow(); }

    void aFolderComesIn()
    {
        write(u"papers/contract.pdf"_s, contract());
        write(u"papers/old/copy of contract.pdf"_s, contract());
        write(u"papers/old/.hidden.pdf"_s, contract());
        write(u"papers/broken.pdf"_s, "%PDF-1.4 nothing else");
        QImage picture(120, 80, QImage::Format_RGB32);
        picture.fill(Qt::white);
        picture.save(m_vault.directory.filePath(u"papers/scan.png"_s));
        write(u"papers/note.eml"_s, "From: a@x.example\r\nSubject: The list\r\n\r\nAbout Bluewater Shipping\r\n");
        const auto words = import({m_vault.directory.filePath(u"papers"_s)});
        QCOMPARE(words.size(), 5);
        QVERIFY2(words.value(u"contract.pdf"_s).contains(u"2 page"_s) && words.value(u"contract.pdf"_s).contains(u"Look out: Document information"_s) == false,
            qPrintable(words.value(u"contract.pdf"_s)));
        QVERIFY2(words.value(u"copy of contract.pdf"_s).contains(u"same bytes are here already, as D-"_s), qPrintable(words.value(u"copy of contract.pdf"_s)));
        QVERIFY2(words.value(u"scan.png"_s).contains(u"A PDF of it is version 2"_s), qPrintable(words.value(u"scan.png"_s)));
        QVERIFY2(words.value(u"note.eml"_s).contains(u"A PDF of it is version 2"_s), qPrintable(words.value(u"note.eml"_s)));
        QVERIFY2(!words.value(u"broken.pdf"_s).contains(u"D-"_s), qPrintable(words.value(u"broken.pdf"_s)));
        const auto documents = session().documents().list(u"contract"_s).value();
        QCOMPARE(documents.size(), 1);
        QCOMPARE(documents.first().folder, u"papers"_s);
        m_source = session().documents().versions(documents.first().id).value().first().id;
    }

    void whatIsMarkedIsPreviewed()
    {
        DocumentWindow *window = openVersion(m_source);
        auto *state = window->findChild<QLabel *>(u"state"_s);
        QVERIFY(!window->findChild<QWidget *>(u"preview"_s)->isEnabled());
        m_driver->type(window, u"word"_s, u"Bluewater Shipping"_s);
        m_driver->press(window, u"mark_word"_s);
        QVERIFY2(m_driver->waitFor([&] { return state->text().contains("1 marks"_L1); }, 60000), qPrintable(state->text()));
        m_driver->press(window, u"preview"_s);
        auto *preview = waitForWindow<CompareWindow>();
        QVERIFY(preview);
        QVERIFY2(m_driver->waitFor([&] { return result(preview) == "No difference outside the marks"_L1; }, 120000),
            qPrintable(result(preview) + preview->findChild<QLabel *>(u"note"_s)->text()));
        const auto *changes = preview->findChild<QListWidget *>(u"changes"_s);
        QCOMPARE(changes->count(), 1);
        QCOMPARE(changes->item(0)->text(), u"Page 1: only the marks differ"_s);
        QCOMPARE(session().documents().versions(session().documents().version(m_source).value().document).value().size(), 1);
        preview->close();
        window->close();
    }

    void redactedAndProven()
    {
        QPointer<DocumentWindow> window = openVersion(m_source);
        m_driver->press(window, u"redact"_s);
        DocumentWindow *redacted = nullptr;
        QVERIFY(m_driver->waitFor([&] {
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                if (auto *other = qobject_cast<DocumentWindow *>(widget); other && other->isVisible() && other != window.data())
                    redacted = other;
            }
            return redacted != nullptr;
        }, 120000));
        auto *proof = redacted->findChild<Chip *>(u"proof_result"_s);
        QVERIFY(m_driver->waitFor([&] { return proof->spec().text == "Verified"_L1; }, 60000));
        m_redacted = session().documents().versions(session().documents().version(m_source).value().document).value().last().id;
        auto *review = redacted->findChild<ReviewPane *>();
        redacted->findChild<QTabWidget *>()->setCurrentWidget(review);
        review->findChild<QPlainTextEdit *>(u"comment"_s)->setPlainText(u"The name of Zhao Lan was only in the file's own information."_s);
        m_driver->press(review, u"add_comment"_s);
        QCOMPARE(session().documents().comments().list(m_redacted).value().size(), 1);
        m_driver->press(redacted, u"request_review"_s);
        QCOMPARE(session().documents().version(m_redacted).value().state, u"in_review"_s);
        // the preparer reads that it is not theirs to approve
        QVERIFY(m_driver->waitFor([&] {
            for (const QLabel *label : review->findChildren<QLabel *>()) {
                if (label->text().contains(u"Somebody else has to approve it"_s))
                    return true;
            }
            return false;
        }));
        redacted->close();
    }

    void versionsAreCompared()
    {
        CompareWindow::openVersions(m_window->workspace()->context(), m_source, m_redacted, m_window.get());
        auto *compare = waitForWindow<CompareWindow>();
        QVERIFY(compare);
        QVERIFY2(m_driver->waitFor([&] { return result(compare) == "No difference outside the marks"_L1; }, 120000), qPrintable(result(compare)));
        QCOMPARE(compare->findChild<QComboBox *>(u"left"_s)->count(), 2);
        auto *left = compare->findChild<QComboBox *>(u"left"_s);
        left->setCurrentIndex(left->findData(m_redacted.toString()));
        emit left->activated(left->currentIndex());
        QVERIFY(m_driver->waitFor([&] { return compare->findChild<QLabel *>(u"note"_s)->text().isEmpty(); }));
        QVERIFY2(m_driver->waitFor([&] { return result(compare).startsWith("No difference"_L1); }, 120000), qPrintable(result(compare)));
        compare->close();
    }

    void aSecondPersonAnswersAndApproves()
    {
        QVERIFY(dwtest::VaultFixture::add(session(), u"chen"_s, Role::ComplianceOfficer, 4));
        QApplication::clipboard()->setText(u"Bluewater"_s);
        m_driver->enter(u"chen"_s, u"chen passphrase"_s);
        QVERIFY(QApplication::clipboard()->text().isEmpty());
        DocumentWindow *window = openVersion(m_redacted);
        auto *review = window->findChild<ReviewPane *>();
        window->findChild<QTabWidget *>()->setCurrentWidget(review);
        m_driver->during([&] { m_driver->press(review, u"answer"_s); }, [&](QDialog *dialog) {
            dialog->findChild<QPlainTextEdit *>()->setPlainText(u"Seen."_s);
            m_driver->press(dialog, u"accept"_s);
        });
        QCOMPARE(session().documents().comments().list(m_redacted).value().size(), 2);
        m_driver->press(review, u"settle"_s);
        QVERIFY(session().documents().comments().list(m_redacted).value().first().isSettled);
        m_driver->during([&] { m_driver->press(window, u"approve"_s); }, [&](QDialog *dialog) { m_driver->press(dialog, u"accept"_s); });
        QCOMPARE(session().documents().version(m_redacted).value().state, u"approved"_s);
        window->close();
    }

private:
    VersionId m_source;
    VersionId m_redacted;
};

DW_TEST(TestDocumentWork)
#include "tst_documentwork.moc"
