#pragma once

#include "core/engines/parse/popplerdocument.h"
#include "core/engines/redact/contentcutter.h"
#include "core/engines/redact/lineplanner.h"
#include "core/engines/redact/unprovable.h"

#include <QMap>

#include <qpdf/QPDFWriter.hh>

#include <memory>

namespace dwtest {

/// Cuts small content streams. Fonts: /F1 is Courier (each letter 0.6 em wide), /C is Chinese, /V the same from top to
/// bottom (each character 1 em). The page is 400 x 800 points.
class CutBench
{
public:
    CutBench()
        : m_pdf(std::make_unique<QPDF>())
    {
        m_pdf->emptyPDF();
        const auto font = [this](const std::string &text) { return m_pdf->makeIndirectObject(QPDFObjectHandle::parse(m_pdf.get(), text)); };
        const std::string song = "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 "
                                 "/BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>] /Encoding ";
        m_resources = QPDFObjectHandle::parse("<< /Font << >> >>");
        add("/Font", "/F1", font("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"));
        add("/Font", "/C", font(song + "/UniGB-UCS2-H >>"));
        add("/Font", "/V", font(song + "/UniGB-UCS2-V >>"));
        m_tools = std::make_unique<dw::CutTools>(*m_pdf, "/Proven");
    }

    QPDF &pdf() { return *m_pdf; }
    QPDFObjectHandle resources() const { return m_resources; }
    QPDFObjectHandle left() const { return m_left; } ///< The resources of the last answer.
    const dw::CutContext &context() const { return *m_context; } ///< Of the last cut().
    const dw::CutTools &tools() const { return *m_tools; }
    const dw::LinePlanner &planner() const { return *m_planner; }

    void add(const std::string &category, const std::string &name, QPDFObjectHandle object)
    {
        if (!m_resources.hasKey(category))
            m_resources.replaceKey(category, QPDFObjectHandle::newDictionary());
        m_resources.getKey(category).replaceKey(name, object);
    }

    QPDFObjectHandle stream(const std::string &dictionary, const std::string &content)
    {
        QPDFObjectHandle result = m_pdf->newStream(content);
        for (auto &[key, value] : QPDFObjectHandle::parse(m_pdf.get(), "<<" + dictionary + ">>").getDictAsMap())
            result.getDict().replaceKey(key, value);
        return result;
    }

    QPDFObjectHandle form(const std::string &content, const std::string &keys = {})
    {
        QPDFObjectHandle result = stream("/Type /XObject /Subtype /Form /BBox [0 0 400 800] " + keys, content);
        if (!result.getDict().hasKey("/Resources"))
            result.getDict().replaceKey("/Resources", QPDFObjectHandle::parse("<< >>"));
        result.getDict().getKey("/Resources").replaceKey("/Font", m_resources.getKey("/Font"));
        return result;
    }

    /// Optional content: call before cutting. Returns the group.
    QPDFObjectHandle layer(bool shown)
    {
        QPDFObjectHandle group = m_pdf->makeIndirectObject(QPDFObjectHandle::parse("<< /Type /OCG /Name (layer) >>"));
        QPDFObjectHandle root = m_pdf->getRoot();
        if (!root.hasKey("/OCProperties"))
            root.replaceKey("/OCProperties", QPDFObjectHandle::parse("<< /OCGs [] /D << /OFF [] >> >>"));
        root.getKey("/OCProperties").getKey("/OCGs").appendItem(group);
        if (!shown)
            root.getKey("/OCProperties").getKey("/D").getKey("/OFF").appendItem(group);
        m_tools = std::make_unique<dw::CutTools>(*m_pdf, "/Proven");
        return group;
    }

    /// What is left of `content`; as PageCutter does it, in two passes where an area is not of level A.
    std::string cut(const std::string &content, const QList<dw::CutArea> &areas)
    {
        m_context = std::make_unique<dw::CutContext>(*m_tools, dw::CutAreas(areas), QRectF(0, 0, 400, 800));
        m_planner = std::make_unique<dw::LinePlanner>(m_context->areas, m_context->visible);
        const dw::ContentProgram program = dw::ContentProgram::ofStream(m_pdf->newStream(content));
        if (std::any_of(areas.begin(), areas.end(), [](const dw::CutArea &area) { return area.level != dw::RedactionLevel::A; })) {
            m_context->planner = m_planner.get();
            dw::ContentCutter(*m_context, m_resources, m_resources, {}).cut(program);
            m_planner->plan();
            m_context->counts.clear();
            m_context->hiddenGlyphs = 0;
        }
        dw::ContentCutter cutter(*m_context, m_resources, m_resources, {});
        std::string result = cutter.cut(program);
        m_left = cutter.resources();
        return result;
    }

    std::string cut(const std::string &content, const QRectF &area, dw::RedactionLevel level = dw::RedactionLevel::A)
    {
        return cut(content, QList<dw::CutArea> {{area, 0, level}});
    }

    std::string cut(const std::string &content) { return cut(content, QRectF(390, 790, 1, 1)); }

    QString refusal(const std::string &content, const QRectF &area = {390, 790, 1, 1})
    {
        try {
            cut(content, area);
        } catch (const dw::Unprovable &unprovable) {
            return unprovable.reason;
        }
        return {};
    }

    /// Where a reader that knows nothing of the cutter sees the words of `content`.
    QList<dw::PdfWord> words(const std::string &content, QPDFObjectHandle resources)
    {
        const auto document = read(content, resources);
        return document ? document->text(0).words : QList<dw::PdfWord>();
    }

    /// As it draws them, a pixel for each point; null if it does not.
    QImage picture(const std::string &content, QPDFObjectHandle resources)
    {
        constexpr double dpi = 72;
        const auto document = read(content, resources);
        if (!document)
            return {};
        const auto image = document->render(0, dpi);
        return image ? *image : QImage();
    }

    /// Each word once: text and place in default user space.
    QMap<QString, QRectF> places(const std::string &content)
    {
        QMap<QString, QRectF> result;
        for (const dw::PdfWord &word : words(content, m_resources))
            result[word.text] = word.userRect;
        return result;
    }

    static bool has(const std::string &text, const std::string &part) { return text.find(part) != std::string::npos; }

    static int count(const std::string &text, const std::string &part)
    {
        return int(QByteArray::fromStdString(text).count(QByteArray::fromStdString(part)));
    }

    static std::string textOf(QPDFObjectHandle stream)
    {
        const std::shared_ptr<Buffer> data = stream.getStreamData(qpdf_dl_generalized);
        return {reinterpret_cast<const char *>(data->getBuffer()), data->getSize()};
    }

private:
    std::unique_ptr<dw::PopplerDocument> read(const std::string &content, QPDFObjectHandle resources)
    {
        QPDF file;
        file.emptyPDF();
        QPDFObjectHandle page = m_pdf->makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 400 800] >>"));
        page.replaceKey("/Contents", m_pdf->newStream(content));
        page.replaceKey("/Resources", resources);
        file.addPage(page, true);
        QPDFWriter writer(file);
        writer.setOutputMemory();
        writer.write();
        const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
        auto document = dw::PopplerDocument::open(QByteArray(reinterpret_cast<const char *>(bytes->getBuffer()), qsizetype(bytes->getSize())));
        return document ? std::move(*document) : nullptr;
    }

    std::unique_ptr<QPDF> m_pdf;
    QPDFObjectHandle m_resources;
    QPDFObjectHandle m_left;
    std::unique_ptr<dw::CutTools> m_tools;
    std::unique_ptr<dw::CutContext> m_context;
    std::unique_ptr<dw::LinePlanner> m_planner;
};

} // namespace dwtest
