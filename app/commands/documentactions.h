#pragma once

#include "app/commands/command.h"

namespace dw {

class Session;

/// The parts of `document`, each on an open vault.
namespace documentactions {

Exit import(Session &session, const Arguments &arguments, Terminal &terminal);
Exit list(Session &session, const Arguments &arguments, Terminal &terminal);
Exit mark(Session &session, const Arguments &arguments, Terminal &terminal);
Exit redact(Session &session, const Arguments &arguments, Terminal &terminal);
Exit review(Session &session, const Arguments &arguments, Terminal &terminal);
Exit exportFile(Session &session, const Arguments &arguments, Terminal &terminal);

} // namespace documentactions

} // namespace dw
