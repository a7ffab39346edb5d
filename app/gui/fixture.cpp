#include "app/gui/fixture.h"

#include "app/gui/shots.h"
#include "core/desk/deal/dealservice.h"
#include "core/desk/registers/recordservice.h"

#include <QDir>

namespace dw {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<Session>> openFixture(const QString &directory)
{
    NewVault vault;
    vault.path = QDir(directory).filePath(u"Kestrel"_s);
    vault.ownerName = u"Lin"_s;
    vault.passphrase = SecretBytes::copyOf("walnut harbour sixteen velvet");
    SessionOptions options;
    options.stateDirectory = QDir(directory).filePath(u"state"_s);
    DW_ASSIGN(CreatedVault made, Session::create(std::move(vault), options));
    return std::move(made.session);
}

MainWindow::Hooks guiHooks()
{
    return {};
}

} // namespace dw
