#include "core/engines/crypto/hash.h"
#include "core/engines/seal/contentscanner.h"
#include "core/engines/seal/pdfa3.h"
#include "core/engines/seal/qpdfseam.h"

#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <QVarLengthArray>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr int maxDepth = 8; // Forms within forms; ours have none.
constexpr qsizetype maxText = 32 * 1024 * 1024; // Of one page: a form that shows itself over and over ends here.

struct Font {
    bool hasTwoByteCodes = false;
    seal::CodeMap map;
};

using Fonts = QHash<QString, std::shared_ptr<const Font>>; // By object number, shared by all pages.

/// Follows the text-showing operators of one stream and writes down what they show.
class TextReader
{
public:
    TextReader(QPDFObjectHandle resources, Fonts &fonts, int depth, QString &out)
        : m_resources(std::move(resources))
        , m_fonts(fonts)
        , m_depth(depth)
        , m_out(out)
    {
    }

    void read(const QByteArray &content)
    {
        using Scanner = seal::ContentScanner;
        Scanner scanner(content);
        QByteArrayView name;
        QVarLengthArray<QByteArrayView, 8> texts;
        for (Scanner::Kind kind = scanner.next(); kind != Scanner::End; kind = scanner.next()) {
            if (kind == Scanner::Name)
                name = scanner.raw();
            else if (kind == Scanner::Text)
                texts.append(scanner.raw());
            if (kind != Scanner::Operator)
                continue;
            apply(scanner.raw(), name, texts);
            name = {};
            texts.clear();
        }
    }

private:
    template <typename Texts>
    void apply(QByteArrayView op, QByteArrayView name, const Texts &texts)
    {
        if (op == "Tf")
            m_font = fontOf(m_resources.getKey("/Font").getKey(seal::ContentScanner::nameOf(name).toStdString()));
        else if (op == "TJ")
            std::for_each(texts.begin(), texts.end(), [this](QByteArrayView text) { show(text); });
        else if (op == "Tj" || op == "'" || op == "\"")
            show(texts.isEmpty() ? QByteArrayView() : texts.last());
        else if (op == "BT" || op == "T*") // QPdfWriter moves by Td between the glyphs of one word.
            breakLine();
        else if (op == "Do")
            form(m_resources.getKey("/XObject").getKey(seal::ContentScanner::nameOf(name).toStdString()));
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

    void show(QByteArrayView raw)
    {
        const QByteArray bytes = seal::ContentScanner::textOf(raw);
        const qsizetype width = m_font && m_font->hasTwoByteCodes ? 2 : 1;
        for (qsizetype i = 0; i + width <= bytes.size(); i += width) {
            quint32 code = static_cast<uchar>(bytes[i]);
            if (width == 2)
                code = (code << 8) | static_cast<uchar>(bytes[i + 1]);
            const auto found = m_font ? m_font->map.constFind(code) : seal::CodeMap::const_iterator();
            if (m_font && found != m_font->map.constEnd())
                m_out += *found;
            else
                m_out += QChar(QChar::ReplacementCharacter);
        }
        if (m_out.size() > maxText)
            throw std::runtime_error("too much text");
    }

    void form(QPDFObjectHandle stream)
    {
        if (m_depth >= maxDepth || !stream.isStream() || !stream.getDict().getKey("/Subtype").isNameAndEquals("/Form"))
            return;
        auto resources = stream.getDict().getKey("/Resources");
        TextReader reader(resources.isDictionary() ? resources : m_resources, m_fonts, m_depth + 1, m_out);
        reader.read(seal::streamData(stream));
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
        reader.read(seal::contentOf(page));
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
