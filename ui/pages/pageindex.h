#pragma once

#include <QList>
#include <QString>

namespace dw {

/// A place of the window, in the order of the navigation.
struct PageInfo {
    QString id; ///< As RegisterDecl::page.
    QString title;
    QString icon;
    QString group; ///< Words of its group in the navigation; empty = below the groups.
};

/// All pages in the present language.
QList<PageInfo> pageIndex();
PageInfo pageInfo(const QString &id);

} // namespace dw
