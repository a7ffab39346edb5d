#include "app/worker/packagehandler.h"

#include "core/engines/seal/pdfsigner.h"
#include "core/engines/seal/releasepackage.h"

#include <QCborMap>
#include <QDateTime>

namespace dw {

using namespace Qt::StringLiterals;

QString PackageHandler::kind() const
{
    return u"package.prepare"_s;
}

Result<QCborMap> PackageHandler::handle(const QCborMap &parameters, JobContext &)
{
    DW_ASSIGN(const QByteArray marked,
        addWatermark(parameters[u"pdf"_s].toByteArray(), parameters[u"drawing"_s].toByteArray(), parameters[u"watermark"_s].toString()));
    SignOptions options;
    options.signerName = parameters[u"signer"_s].toString();
    options.reason = parameters[u"reason"_s].toString();
    options.time = QDateTime::fromMSecsSinceEpoch(parameters[u"time"_s].toInteger(), Qt::UTC);
    options.password = SecretBytes::copyOf(parameters[u"password"_s].toByteArray());
    options.isDeterministic = false;
    DW_ASSIGN(const QByteArray prepared, preparePdf(marked, options));
    return QCborMap {{u"pdf"_s, prepared}};
}

} // namespace dw
