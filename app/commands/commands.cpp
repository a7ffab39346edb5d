#include "app/commands/command.h"
#include "app/commands/inspectcommand.h"
#include "app/commands/redactcommand.h"

namespace dw {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<RedactCommand>());
    commands.push_back(std::make_unique<InspectCommand>());
    return commands;
}

} // namespace dw
