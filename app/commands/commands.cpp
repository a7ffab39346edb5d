#include "app/commands/anonymisecommand.h"
#include "app/commands/democommand.h"
#include "app/commands/documentcommand.h"
#include "app/commands/evidencecommand.h"
#include "app/commands/findcommand.h"
#include "app/commands/importcommand.h"
#include "app/commands/inspectcommand.h"
#include "app/commands/recordcommand.h"
#include "app/commands/redactcommand.h"
#include "app/commands/releasecommand.h"
#include "app/commands/reportcommand.h"
#include "app/commands/signcommand.h"
#include "app/commands/statuscommand.h"
#include "app/commands/vaultcommand.h"

namespace dw {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<DemoCommand>());
    commands.push_back(std::make_unique<VaultCommand>());
    commands.push_back(std::make_unique<AccountCommand>());
    commands.push_back(std::make_unique<RecordCommand>());
    commands.push_back(std::make_unique<SignCommand>());
    commands.push_back(std::make_unique<GateCommand>());
    commands.push_back(std::make_unique<StatusCommand>());
    commands.push_back(std::make_unique<ImportCommand>());
    commands.push_back(std::make_unique<DocumentCommand>());
    commands.push_back(std::make_unique<EvidenceCommand>());
    commands.push_back(std::make_unique<ReleaseCommand>());
    commands.push_back(std::make_unique<TraceCommand>());
    commands.push_back(std::make_unique<FindCommand>());
    commands.push_back(std::make_unique<RedactCommand>());
    commands.push_back(std::make_unique<InspectCommand>());
    commands.push_back(std::make_unique<AnonymiseCommand>());
    commands.push_back(std::make_unique<ReportCommand>());
    return commands;
}

} // namespace dw
