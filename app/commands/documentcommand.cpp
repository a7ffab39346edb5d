#include "app/commands/documentcommand.h"

#include "app/commands/documentactions.h"
#include "app/commands/vaultaccess.h"
#include "core/session/session.h"

#include <array>

namespace dw {

using namespace Qt::StringLiterals;

QString DocumentCommand::name() const
{
    return u"document"_s;
}

QString DocumentCommand::usage() const
{
    return u"import VAULT FILE… [--level 1-4] [--title T] [--folder F] [--asset ID] [--json]\n"
           "list VAULT [--search WORDS] [--json]\n"
           "mark VAULT DOC[@VERSION] [--word W [--substring] [--page N]] [--area PAGE,x0,y0,x1,y1] [--marks M.json] [--reason CODE]\n"
           "mark VAULT DOC[@VERSION] [--findings [--reason CODE]] [--remove-all] [--export M.json] [--json]\n"
           "redact VAULT DOC[@VERSION] [--level A|B|C] [--pictures] [--json]\n"
           "review VAULT DOC[@VERSION] --request|--approve|--return [--note T]\n"
           "review VAULT DOC[@VERSION] --accept-findings|--false-positives\n"
           "export VAULT DOC[@VERSION] OUT [--note REASON]"_s;
}

QString DocumentCommand::summary() const
{
    return tr("Import, list, mark, redact, review and export documents");
}

QStringList DocumentCommand::valuedOptions() const
{
    return {u"level"_s, u"title"_s, u"folder"_s, u"asset"_s, u"search"_s, u"word"_s, u"page"_s, u"area"_s, u"marks"_s, u"reason"_s,
        u"export"_s, u"note"_s};
}

QStringList DocumentCommand::flags() const
{
    return {u"json"_s, u"substring"_s, u"findings"_s, u"remove-all"_s, u"pictures"_s, u"request"_s, u"approve"_s, u"return"_s,
        u"accept-findings"_s, u"false-positives"_s};
}

Exit DocumentCommand::run(const Arguments &arguments, Terminal &terminal) const
{
    struct Part {
        QLatin1StringView name;
        int least;
        int most;
        Exit (*run)(Session &, const Arguments &, Terminal &);
    };
    static constexpr std::array parts {
        Part {"import"_L1, 3, 1000, documentactions::import},
        Part {"list"_L1, 2, 2, documentactions::list},
        Part {"mark"_L1, 3, 3, documentactions::mark},
        Part {"redact"_L1, 3, 3, documentactions::redact},
        Part {"review"_L1, 3, 3, documentactions::review},
        Part {"export"_L1, 4, 4, documentactions::exportFile},
    };
    const auto count = arguments.words().size();
    for (const Part &part : parts) {
        if (arguments.word(0) != part.name || count < part.least || count > part.most)
            continue;
        const auto session = openVault(arguments.word(1), arguments);
        if (!session)
            return terminal.report(session.error());
        return part.run(**session, arguments, terminal);
    }
    terminal.complain(tr("Say what to do with which document:"));
    for (const QString &form : usage().split(u'\n'))
        terminal.complain(u"    document "_s + form);
    return Exit::Usage;
}

} // namespace dw
