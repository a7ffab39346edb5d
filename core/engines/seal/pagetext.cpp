#include "core/engines/crypto/hash.h"
#include "core/engines/seal/pdfa3.h"
#include "core/engines/seal/qpdfseam.h"

#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr int maxDepth = 8; // Forms within forms; ours have none.

struct Font {
    bool hasTwoByteCodes = false;
    seal::CodeMap map;
};

using Fonts = QHash<QString, std::shared_ptr<const Font>>; // By object number, shared by all pages.

/// Follows the text-showing operators of one page and writes down what they show.
class TextReader final : public QPDFObjectHandle::ParserCallbacks
{
public:
    TextReader(QPDFObjectHandle resources, Fonts &fonts, int depth, QString &out)
        : m_resources(std::move(resources))
        , m_fonts(fonts)
        , m_depth(depth)
        , m_out(out)
    {
    }

    void handleObject(QPDFObjectHandle object) override
    {
        if (!object.isOperator()) {
            m_operands.push_back(std::move(object));
            return;
        }
        apply(object.getOperatorValue());
        m_operands.clear();
    }

    void handleEOF() override { }

private:
    void apply(const std::string &op)
    {
        if (op == "Tf" && m_operands.size() == 2 && m_operands.at(0).isName())
            m_font = fontOf(m_resources.getKey("/Font").getKey(m_operands.at(0).getName()));
        else if (op == "Tj" || op == "'" || op == "\"")
            show(m_operands.empty() ? QPDFObjectHandle() : m_operands.back());
        else if (op == "TJ" && !m_operands.empty() && m_operands.back().isArray()) {
            for (auto &part : m_operands.back().aitems())
                show(part);
        } else if (op == "BT" || op == "T*") // QPdfWriter moves by Td between the glyphs of one word.
            breakLine();
        else if (op == "Do" && m_operands.size() == 1 && m_operands.at(0).isName())
            form(m_resources.getKey("/XObject").getKey(m_operands.at(0).getName()));
    }

    std::shared_ptr<const Font> fontOf(QPDFObjectHandle dictionary)
    {
        if (!dictionary.isDictionary())
            return nullptr;
        const QString key = QString::fromStdString(dictionary.getObjGen().unparse(','));
        if (dictionary.isIndirect() && m_fonts.contains(key))
            return m_fonts.value(key);
        auto font = std::make_shared<Font>();
        font->hasTwoByteCodes = dictionary.getKey("/Subtype").isNameAndEquals("/Type0");
        if (dictionary.getKey("/ToUnicode").isStream())
            font->map = seal::readToUnicode(seal::streamData(dictionary.getKey("/ToUnicode")));
        if (dictionary.isIndirect())
            m_fonts.insert(key, font);
        return font;
    }

    void show(QPDFObjectHandle string)
    {
        if (!string.isInitialized() || !string.isString())
            return;
        const std::string bytes = string.getStringValue();
        const size_t width = m_font && m_font->hasTwoByteCodes ? 2 : 1;
        for (size_t i = 0; i + width <= bytes.size(); i += width) {
            quint32 code = static_cast<uchar>(bytes[i]);
            if (width == 2)
                code = (code << 8) | static_cast<uchar>(bytes[i + 1]);
            m_out += m_font ? m_font->map.value(code, QString(QChar::ReplacementCharacter))
                            : QString(QChar::ReplacementCharacter);
        }
    }

    void form(QPDFObjectHandle stream)
    {
        if (m_depth >= maxDepth || !stream.isStream() || !stream.getDict().getKey("/Subtype").isNameAndEquals("/Form"))
            return;
        auto resources = stream.getDict().getKey("/Resources");
        TextReader reader(resources.isDictionary() ? resources : m_resources, m_fonts, m_depth + 1, m_out);
        QPDFObjectHandle::parseContentStream(stream, &reader);
        breakLine();
    }

    void breakLine()
    {
        if (!m_out.isEmpty() && !m_out.endsWith(u'\n'))
            m_out += u'\n';
    }

    QPDFObjectHandle m_resources;
    Fonts &m_fonts;
    int m_depth;
    QString &m_out;
    std::vector<QPDFObjectHandle> m_operands;
    std::shared_ptr<const Font> m_font;
};

} // namespace

QStringList seal::pageTexts(QPDF &pdf)
{
    QStringList texts;
    Fonts fonts;
    for (auto &page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        QString text;
        TextReader reader(page.getAttribute("/Resources", false), fonts, 0, text);
        page.parseContents(&reader);
        texts << text;
    }
    return texts;
}

Result<QStringList> readPageTexts(const QByteArray &pdf)
{
    return seal::guarded([&]() -> Result<QStringList> {
        QPDF document;
        seal::load(document, pdf);
        return seal::pageTexts(document);
    });
}

QString pageTextsSha256(const QStringList &pages)
{
    Sha256 hash;
    for (const QString &page : pages)
        hash.update(QByteArray(page.toUtf8() + '\f'));
    return QString::fromLatin1(hash.finish().toHex());
}

} // namespace dw
