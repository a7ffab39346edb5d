#pragma once

namespace dw {

class RecordService;

/// Adds what the plain registers do by themselves: numbers and due dates, steps of a new incident from the playbook,
/// the clause list of a new third party, one version in force at a time.
void addBookRules(RecordService &records);

} // namespace dw
