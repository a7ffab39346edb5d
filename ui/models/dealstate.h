#pragma once

#include "core/domain/ids.h"
#include "core/desk/measures/gateservice.h"
#include "core/desk/measures/measureservice.h"
#include "core/store/changefeed.h"

#include <QObject>

#include <optional>

namespace dw {

class Session;

/// The computed state of the deal that several pages show: asked once after each commit, when somebody looks.
class DealState final : public QObject
{
    Q_OBJECT

public:
    explicit DealState(Session &session, QObject *parent = nullptr);

    const Result<DealStatus> &status();
    const Result<QList<GateView>> &gates();
    void forget(); ///< The date changed: what was computed no longer holds.
    QString codeName();
    QDate today();

    /// Red checks of a page, for its count in the navigation.
    QHash<QString, int> redByPage();

    /// Measures whose failing checks name this record: what the tab "Checks" of a record shows.
    struct RecordCheck {
        QString check;
        QString measure;
        bool isViolated = false;
    };
    QList<RecordCheck> checksOf(const QString &registerId, const RecordId &id);

signals:
    void changed(const dw::ChangeSet &changes); ///< After the cache was emptied.

private:
    Session &m_session;
    std::optional<Result<DealStatus>> m_status;
    std::optional<Result<QList<GateView>>> m_gates;
};

} // namespace dw
