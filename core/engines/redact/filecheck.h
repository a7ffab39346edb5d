#pragma once

#include <qpdf/QPDF.hh>

#include <QByteArray>
#include <QStringList>

namespace dw::filecheck {

/// What is wrong with the outside of a published file: more than one revision, bytes around it, encryption.
QStringList shape(const QByteArray &bytes);

/// Every key, name and string that is not among what a published file may have; at most twenty. What an object that stands
/// on its own is called is not known here: names and strings that are objects of their own are reported.
QStringList unknownKeys(QPDF &pdf);

} // namespace dw::filecheck
