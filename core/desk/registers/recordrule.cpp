#include "core/desk/registers/recordrule.h"

namespace dw {

Result<> RecordRule::beforeAdd(WriteTx &, const RegisterDecl &, QVariantMap &)
{
    return {};
}

Result<> RecordRule::beforeSet(WriteTx &, const Record &, QVariantMap &)
{
    return {};
}

Result<> RecordRule::beforeTransition(WriteTx &, const Record &, const TransitionDecl &, QVariantMap &)
{
    return {};
}

Result<> RecordRule::beforeVoid(WriteTx &, const Record &)
{
    return {};
}

Result<> RecordRule::after(WriteTx &, const QString &, const RecordId &)
{
    return {};
}

} // namespace dw
