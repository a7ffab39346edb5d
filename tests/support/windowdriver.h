#pragma once

#include "core/domain/ids.h"
#include "core/domain/registerdecl.h"

#include <QAbstractButton>
#include <QDialog>
#include <QVariantMap>

#include <functional>

namespace dw {
class MainWindow;
class RegisterList;
}

namespace dwtest {

/// Works the window as a person would: opens pages, presses what is there, fills forms, answers dialogs. What is
/// missing or rests ends the test, with the name of what was looked for.
class WindowDriver
{
public:
    explicit WindowDriver(dw::MainWindow &window)
        : m_window(window)
    {
    }

    using Answer = std::function<void(QDialog *)>;

    /// Runs `act` and answers the next dialog that opens, however long it takes within reason.
    /// `kind`: its class, where several may open, e.g. "dw::FileDialog".
    void during(const std::function<void()> &act, const Answer &answer, const char *kind = "QDialog");
    static bool waitFor(const std::function<bool()> &holds, int ms = 20000);

    static void press(const QWidget *in, const QString &name);
    static void type(const QWidget *in, const QString &name, const QString &text); ///< A line or a passphrase.
    static void choose(const QWidget *in, const QString &name, const QString &id); ///< By the data of the entry.

    QWidget *page(const QString &page, const QString &registerId = {}, const dw::RecordId &record = {});
    dw::RegisterList *list(const QString &page, const QString &registerId);

    /// The form behind the page's primary button; the new record.
    dw::RecordId add(const QString &page, const QString &registerId, const QVariantMap &values);
    /// The form behind "Add" under "Related" of a record.
    void addBelow(const QString &page, const QString &registerId, const dw::RecordId &record, const QString &child, const QVariantMap &values);
    void openBelow(const QString &page, const QString &registerId, const dw::RecordId &record, const QString &words); ///< A row under "Related".
    void addHere(const QString &page, const QString &child, const QVariantMap &values); ///< Below what the pane shows.
    void edit(const QString &page, const QString &registerId, const dw::RecordId &record, const QVariantMap &values);
    /// A button of the detail pane; a question that it asks is answered with yes.
    void step(const QString &page, const QString &registerId, const dw::RecordId &record, const QString &button, bool asks = false);

    void trigger(const QWidget *page, const QString &action); ///< From its overflow menu, by name.
    static void fill(QDialog *dialog, const QVariantMap &values); ///< A form, saved.

    void enter(const QString &account, const QString &passphrase); ///< Locks and unlocks as somebody else.

private:
    dw::MainWindow &m_window;
};

} // namespace dwtest
