#pragma once

#include <optional>
#include <string>

namespace dw {

/// Takes out of a coded stream what is neither picture nor code: the places where files carry remarks,
/// thumbnails, positions and names. Nothing when the bytes are not what they claim to be.
namespace streamstrip {

/// JPEG without APPn (EXIF, XMP, Photoshop, thumbnails) and comments, but with a bare JFIF head and Adobe's
/// transform flag; ends at EOI.
std::optional<std::string> jpeg(const std::string &bytes);

/// JPEG 2000 with its signature, file type, header and code stream boxes only (ISO 15444-1, Annex I).
std::optional<std::string> jpeg2000(const std::string &bytes);

/// JBIG2 as PDF embeds it, without extensions (comments), ends of page and file, and what follows them.
std::optional<std::string> jbig2(const std::string &bytes);

/// CCITT Group 4 (K < 0, rows not aligned to bytes) up to its end-of-block code, which no other code can look like
/// (ITU-T T.6, 2.4.1). Nothing when there is none: then only the rows tell where the picture ends.
std::optional<std::string> group4(const std::string &bytes);

/// PostScript-like text (CMaps, calculator functions) without comments.
std::string comments(const std::string &text);

} // namespace streamstrip

} // namespace dw
