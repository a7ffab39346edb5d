#pragma once

#include <QSet>
#include <QStringList>

#include <qpdf/QPDF.hh>

#include <set>

namespace dw {

/// What the content streams of one page carry and no reader draws: comments, operators that mean nothing, texts in the
/// property lists of marked content, other versions of pictures, data that a camera wrote. Forms, patterns, soft
/// masks, Type 3 glyphs and appearances are read with the page; one of several pages is reported with the first.
class HiddenContent
{
public:
    struct Found {
        QStringList comments;
        QStringList operators; ///< Names that ISO 32000-2 does not have.
        QStringList markedTexts; ///< Of property lists: /ActualText, /Alt and whatever else is a string there.
        int alternates = 0;
        int cameraData = 0; ///< JPEG images with EXIF or XMP inside.
    };

    Found ofPage(QPDFObjectHandle page);

    /// Keys of a page or the catalog that the standard does not know and that hold data.
    static QStringList strangeKeys(QPDFObjectHandle page);
    static QStringList strangeCatalogKeys(QPDF &pdf);

private:
    void resources(QPDFObjectHandle holder, int depth);
    void stream(QPDFObjectHandle stream, int depth);
    void image(QPDFObjectHandle stream);
    void read(QPDFObjectHandle content);
    void properties(QPDFObjectHandle resources);
    void appearances(QPDFObjectHandle page);
    bool isNew(QPDFObjectHandle object);

    Found m_found;
    std::set<QPDFObjGen> m_seen;
};

} // namespace dw
