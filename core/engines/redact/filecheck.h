#pragma once

#include <qpdf/QPDF.hh>

#include <QByteArray>
#include <QStringList>

namespace dw::filecheck {

/// What is wrong with the outside of a published file: more than one revision, bytes around it, encryption.
QStringList shape(const QByteArray &bytes);

/// Every dictionary key that is not on the list of what a published file may have; at most twenty.
QStringList unknownKeys(QPDF &pdf);

} // namespace dw::filecheck
