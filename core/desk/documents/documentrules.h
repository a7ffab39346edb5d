#pragma once

namespace dw {

class RecordService;

/// What the registers of documents do beyond their declaration: a document's level is decided through DocumentLevels,
/// counsel's word lifts a stop for good, search terms and patterns are checked when they are saved.
void addDocumentRules(RecordService &records);

} // namespace dw
