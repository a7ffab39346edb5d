#pragma once

namespace dw {

class RecordService;

/// What may not be done to grants, NDAs and walls with a plain edit: widening a grant after it was approved,
/// changing what an NDA says after it was signed, standing on both sides of a wall. And what a plain edit carries
/// with it: who asked for a grant, when it ceased, when a cool-off ends.
void addAccessRules(RecordService &records);

} // namespace dw
