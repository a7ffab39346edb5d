#include "core/engines/redact/docsanitizer.h"

#include "core/engines/redact/annotationflattener.h"
#include "core/engines/redact/barenotes.h"
#include "core/engines/redact/contentcleaner.h"
#include "core/engines/redact/linkframes.h"
#include "core/engines/redact/unprovable.h"

using namespace Qt::StringLiterals;

namespace dw {

namespace {

QPDFObjectHandle box(const QRectF &rect)
{
    return QPDFObjectHandle::newArray(
        QPDFObjectHandle::Rectangle(rect.left(), rect.top(), rect.right(), rect.bottom()));
}

} // namespace

DocSanitizer::DocSanitizer(QPDF &from, QPDF &to, AnnotationFlattener::Guide guide)
    : m_to(to)
    , m_copier((AnnotationFlattener(from, std::move(guide)).run(), from), to)
{
}

QList<FontScrubber::Outcome> DocSanitizer::scrubFonts()
{
    std::vector<QPDFObjectHandle> fonts;
    bool direct = false;
    for (const QPDFObjectHandle &font : m_cutFonts.fonts()) {
        direct = direct || !QPDFObjectHandle(font).isIndirect();
        if (QPDFObjectHandle copy = m_copier.copyOf(font); copy.isDictionary())
            fonts.push_back(copy);
    }
    if (direct)
        fonts.insert(fonts.end(), m_copier.numberedFonts().begin(), m_copier.numberedFonts().end());
    return fonts.empty() ? QList<FontScrubber::Outcome>() : FontScrubber(m_to, m_copier.fontUse()).scrub(fonts);
}

QPDFObjectHandle DocSanitizer::emptyPage(const PdfPageInfo &info)
{
    QPDFObjectHandle page = QPDFObjectHandle::newDictionary();
    page.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
    page.replaceKey("/MediaBox", box(info.cropBox));
    if (info.rotation != 0)
        page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(info.rotation));
    if (info.userUnit != 1)
        page.replaceKey("/UserUnit", QPDFObjectHandle::newReal(info.userUnit, 4));
    return page;
}

QPDFObjectHandle DocSanitizer::copyPage(QPDFObjectHandle source, const PdfPageInfo &info, const QList<QRectF> &touched)
{
    QPDFObjectHandle page = emptyPage(info);
    if (info.mediaBox != info.cropBox) { // a word that the crop box cuts through stays whole for who searches
        page.replaceKey("/MediaBox", box(info.mediaBox));
        page.replaceKey("/CropBox", box(info.cropBox));
    }
    QPDFObjectHandle resources = QPDFObjectHandle::newNull();
    QPDFObjectHandle holder = source;
    for (int depth = 0; depth < 100 && holder.isDictionary(); ++depth, holder = holder.getKey("/Parent")) {
        if (holder.getKey("/Resources").isDictionary()) {
            resources = holder.getKey("/Resources");
            break;
        }
    }
    LinkFrames::copy(source, page, touched);
    BareNotes::copy(source, page, touched);
    ContentCleaner cleaner(m_copier, resources, resources);
    page.replaceKey("/Contents", m_to.newStream(cleaner.clean(ContentProgram::ofPage(source))));
    page.replaceKey("/Resources", cleaner.resources());
    if (source.getKey("/Group").isDictionary()) { // decides how the page's transparency is blended
        QPDFObjectHandle group = QPDFObjectHandle::newDictionary();
        for (const char *key : {"/Type", "/S", "/I", "/K"}) {
            if (QPDFObjectHandle value = m_copier.plain(source.getKey("/Group").getKey(key), key); !value.isNull())
                group.replaceKey(key, value);
        }
        if (source.getKey("/Group").hasKey("/CS"))
            group.replaceKey("/CS", m_copier.colorSpace(source.getKey("/Group").getKey("/CS")));
        page.replaceKey("/Group", group);
    }
    return page;
}

} // namespace dw
