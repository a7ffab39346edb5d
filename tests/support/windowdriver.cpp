#include "tests/support/windowdriver.h"

#include "ui/base/actionregistry.h"
#include "ui/pages/page.h"
#include "ui/pages/registerlist.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formview.h"
#include "ui/widgets/secretlineedit.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

namespace dwtest {

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
T *find(const QWidget *in, const QString &name)
{
    T *found = nullptr;
    const auto isThere = [&] {
        for (T *one : in->findChildren<T *>(name))
            found = one->isVisible() ? one : found;
        return found != nullptr;
    };
    if (WindowDriver::waitFor(isThere, 3000))
        return found;
    QStringList labels;
    for (const auto *label : in->findChildren<QLabel *>()) {
        if (label->isVisible())
            labels.append(label->text());
    }
    qFatal("no %s in %s; it says: %s", qPrintable(name), in->metaObject()->className(), qPrintable(labels.join(u" | "_s)));
}

} // namespace

bool WindowDriver::waitFor(const std::function<bool()> &holds, int ms)
{
    return QTest::qWaitFor(holds, ms);
}

void WindowDriver::during(const std::function<void()> &act, const Answer &answer, const char *kind)
{
    QWidget *before = QApplication::activeModalWidget();
    bool isAnswered = false;
    bool isDone = false;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (isAnswered || !dialog || dialog == before || !dialog->isVisible() || !dialog->inherits(kind))
            return;
        isAnswered = true;
        timer.stop();
        answer(dialog);
        isDone = true;
    });
    timer.start(5);
    act();
    if (!waitFor([&] { return isDone; }))
        qFatal("no dialog opened, or it was not finished");
}

void WindowDriver::press(const QWidget *in, const QString &name)
{
    auto *button = find<QAbstractButton>(in, name);
    if (!waitFor([&] { return button->isEnabled(); }))
        qFatal("%s rests", qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

void WindowDriver::type(const QWidget *in, const QString &name, const QString &text)
{
    for (auto *secret : in->findChildren<SecretLineEdit *>(name)) {
        if (secret->isVisible())
            return QTest::keyClicks(secret, text);
    }
    auto *line = find<QLineEdit>(in, name);
    line->clear();
    line->insert(text);
}

void WindowDriver::choose(const QWidget *in, const QString &name, const QString &id)
{
    auto *combo = find<QComboBox>(in, name);
    int row = -1;
    for (int at = 0; at < combo->count(); ++at)
        row = combo->itemData(at).toString() == id ? at : row;
    if (row < 0)
        qFatal("%s does not offer %s", qPrintable(name), qPrintable(id));
    combo->setCurrentIndex(row);
}

QWidget *WindowDriver::page(const QString &page, const QString &registerId, const RecordId &record)
{
    m_window.workspace()->open({page, registerId, record, {}});
    QCoreApplication::processEvents();
    return m_window.workspace()->page(page);
}

RegisterList *WindowDriver::list(const QString &id, const QString &registerId)
{
    for (RegisterList *list : page(id, registerId)->findChildren<RegisterList *>()) {
        if (list->decl().id == registerId)
            return list;
    }
    qFatal("no list of %s", qPrintable(registerId));
}

void WindowDriver::fill(QDialog *dialog, const QVariantMap &values)
{
    auto *form = dialog->findChild<FormView *>();
    if (!form)
        qFatal("no form: %s", qPrintable(dialog->windowTitle()));
    form->showMore();
    for (auto it = values.begin(); it != values.end(); ++it) {
        FieldEditor *editor = form->editor(it.key());
        if (!editor)
            qFatal("no field %s", qPrintable(it.key()));
        editor->setValue(it.value());
        if (editor->value().isNull())
            qFatal("field %s does not take its value", qPrintable(it.key()));
    }
    press(dialog, u"save"_s);
    if (dialog->isVisible())
        press(dialog, u"missing: the form was not saved"_s);
}

RecordId WindowDriver::add(const QString &id, const QString &registerId, const QVariantMap &values)
{
    RegisterList *shown = list(id, registerId);
    during([&] { press(page(id, registerId), u"primary"_s); }, [&](QDialog *dialog) { fill(dialog, values); });
    return shown->currentRecord();
}

void WindowDriver::addBelow(
    const QString &id, const QString &registerId, const RecordId &record, const QString &child, const QVariantMap &values)
{
    page(id, registerId, record);
    addHere(id, child, values);
}

void WindowDriver::openBelow(const QString &id, const QString &registerId, const RecordId &record, const QString &words)
{
    for (auto *row : page(id, registerId, record)->findChildren<LinkRow *>()) {
        if (row->accessibleName().contains(words)) {
            emit row->activated();
            QCoreApplication::processEvents();
            return;
        }
    }
    qFatal("no row %s", qPrintable(words));
}

void WindowDriver::addHere(const QString &id, const QString &child, const QVariantMap &values)
{
    auto *button = m_window.workspace()->page(id)->findChild<QPushButton *>(u"add_"_s + child);
    if (!button)
        qFatal("no way to add %s", qPrintable(child));
    during([&] { button->click(); }, [&](QDialog *dialog) { fill(dialog, values); });
}

void WindowDriver::edit(const QString &id, const QString &registerId, const RecordId &record, const QVariantMap &values)
{
    QWidget *shown = page(id, registerId, record);
    during([&] { press(shown, u"edit"_s); }, [&](QDialog *dialog) { fill(dialog, values); });
}

void WindowDriver::step(const QString &id, const QString &registerId, const RecordId &record, const QString &button, bool asks)
{
    QWidget *shown = page(id, registerId, record);
    if (asks)
        during([&] { press(shown, button); }, [&](QDialog *dialog) {
            if (auto *text = dialog->findChild<QPlainTextEdit *>())
                text->setPlainText(u"Looked at."_s);
            press(dialog, u"accept"_s);
        });
    else
        press(shown, button);
    QCoreApplication::processEvents();
}

void WindowDriver::trigger(const QWidget *page, const QString &action)
{
    auto *found = page->findChild<QAction *>(action);
    if (!found || !found->isEnabled())
        qFatal("no %s", qPrintable(action));
    found->trigger();
}

void WindowDriver::enter(const QString &account, const QString &passphrase)
{
    m_window.actions().find(u"shell.lock"_s)->trigger();
    QWidget *screen = m_window.currentScreen();
    type(screen, u"account"_s, account);
    type(screen, u"passphrase"_s, passphrase);
    press(screen, u"unlock"_s);
    if (!waitFor([&] { return m_window.workspace() != nullptr; }))
        qFatal("%s was not let in", qPrintable(account));
    QCoreApplication::processEvents();
}

} // namespace dwtest
