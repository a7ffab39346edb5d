#include "app/commands/democommand.h"

#include "app/demo/demodeal.h"

#include <QProcess>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

void printResult(const DemoResult &result, Terminal &terminal)
{
    const auto line = [&](const QString &what, const QString &where) { terminal.print(u"%1 %2"_s.arg(what.leftJustified(16), where)); };
    line(QCoreApplication::translate("DemoCommand", "Vault:"), result.vaultPath);
    line(QCoreApplication::translate("DemoCommand", "Redacted file:"), result.redactedPdf);
    for (const QString &file : result.packageFiles)
        line(QCoreApplication::translate("DemoCommand", "Package:"), file);
    line(QCoreApplication::translate("DemoCommand", "Sealed report:"), result.reportPdf);
    for (const DemoAccount &account : result.accounts)
        line(QCoreApplication::translate("DemoCommand", "Account:"), u"%1  %2"_s.arg(account.name, account.passphrase));
}

} // namespace

QString DemoCommand::summary() const
{
    return tr("Build the demo deal: from an empty vault to a sealed report");
}

Exit DemoCommand::run(const Arguments &arguments, Terminal &terminal) const
{
    const QString language = arguments.value(u"lang"_s, isChinese() ? u"zh"_s : u"en"_s);
    if (arguments.words().size() != 1 || (language != u"en"_s && language != u"zh"_s))
        return usageError(*this, terminal);
    NoJobContext job;
    const auto result = DemoDeal::play(arguments.word(0), language == u"zh"_s ? Language::Chinese : Language::English, {}, job,
        [&](const QString &line) { terminal.print(line); });
    if (!result) {
        terminal.complain(result.error().detail);
        return terminal.report(result.error());
    }
    printResult(*result, terminal);
    if (!arguments.has(u"headless"_s) && !qEnvironmentVariableIsEmpty("DISPLAY"))
        QProcess::startDetached(QCoreApplication::applicationDirPath() + u"/dealward"_s, {result->vaultPath});
    return Exit::Done;
}

} // namespace dw
