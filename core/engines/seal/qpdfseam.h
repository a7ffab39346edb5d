// The seam to qpdf in this folder: loading, taking results, exceptions into errors. Nobody else includes it.
#pragma once

#include "core/base/result.h"
#include "core/engines/seal/pdftags.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <type_traits>

namespace dw::seal {

/// Reads the bytes, which must outlive `pdf`. Does not attempt to mend a damaged file when `strict`.
void load(QPDF &pdf, const QByteArray &bytes, bool strict = false);

/// What a writer with setOutputMemory() wrote.
QByteArray take(QPDFWriter &writer);

/// The decoded bytes of a stream; throws as qpdf does, and when they are more than 64 MiB.
QByteArray streamData(QPDFObjectHandle stream);

/// The decoded content streams of a page, one after the other; the same limit.
QByteArray contentOf(QPDFPageObjectHelper page);

/// Code to text of one font, from its ToUnicode map.
using CodeMap = QHash<quint32, QString>;
CodeMap readToUnicode(const QByteArray &cmap);

/// QPdfWriter's ToUnicode maps name the first character that has a glyph: often a Kangxi radical, a ligature or
/// another twin. Puts the characters that people type in their place; returns how many were wrong.
int repairToUnicode(QPDF &pdf);

/// QPdfWriter gives a subset its tag in the descriptor alone: the fonts get the same name.
void repairFontNames(QPDF &pdf);

/// The text of every page; see readPageTexts.
QStringList pageTexts(QPDF &pdf);

/// Marks the pages' content and adds the structure tree. "seal.tags" {page} when a page does not have the texts
/// that the tags were kept for.
Result<> applyTags(QPDF &pdf, const PdfTags &tags, bool isEnglish);

/// Runs `work` and turns what qpdf throws into "seal.unreadable_pdf".
template <typename Work>
auto guarded(Work &&work) -> std::invoke_result_t<Work>
{
    try {
        return work();
    } catch (const std::exception &e) {
        return fail(ErrorCode::Corrupt, QStringLiteral("seal.unreadable_pdf"), {}, QString::fromUtf8(e.what()));
    }
}

} // namespace dw::seal
