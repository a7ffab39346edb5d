#include "ui/pages/pagefactory.h"

#include "ui/pages/registerpage.h"

namespace dw {

using namespace Qt::StringLiterals;

Page *makePage(const QString &id, PageContext context)
{
    return new RegisterPage(id, context);
}

} // namespace dw
