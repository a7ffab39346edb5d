#include "core/engines/redact/streamprints.h"

#include <QCryptographicHash>

#include <algorithm>
#include <set>
#include <vector>

namespace dw::streamprints {

namespace {

constexpr std::size_t smallest = 48;

void print(const std::shared_ptr<Buffer> &data, QSet<QByteArray> &to)
{
    if (!data || data->getSize() < smallest)
        return;
    const QByteArrayView view(reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(view);
    to.insert(hash.result());
}

/// All of one byte: an image that is black already is the same after a part of it was blackened.
bool isEven(const Buffer &data)
{
    const unsigned char *const bytes = const_cast<Buffer &>(data).getBuffer();
    return std::all_of(bytes, bytes + data.getSize(), [&](unsigned char byte) { return byte == *bytes; });
}

void print(QPDFObjectHandle stream, QSet<QByteArray> &to)
{
    try {
        const auto data = stream.getStreamData(qpdf_dl_generalized);
        if (data && isEven(*data))
            return;
        print(data, to);
    } catch (const std::exception &) {
        // not decodable: its stored form stands for it
    }
    try {
        print(stream.getRawStreamData(), to);
    } catch (const std::exception &) {
        // not even readable: nobody else can read it either
    }
}

/// Leads away from the page, or to what is not content.
bool isFollowed(const std::string &key)
{
    static const std::set<std::string> away {"/Parent", "/P", "/Dest", "/A", "/AA", "/B", "/Popup", "/IRT", "/FontDescriptor",
        "/ToUnicode", "/Encoding", "/ColorSpace", "/Function", "/StructParent", "/Font/Encoding", "/CIDToGIDMap", "/Metadata"};
    return !away.contains(key);
}

} // namespace

namespace {

/// Prints of all streams reached from these objects.
QSet<QByteArray> reachable(std::vector<QPDFObjectHandle> open)
{
    QSet<QByteArray> prints;
    std::set<QPDFObjGen> seen;
    while (!open.empty()) {
        QPDFObjectHandle object = open.back();
        open.pop_back();
        if (object.isIndirect() && !seen.insert(object.getObjGen()).second)
            continue;
        if (object.isArray()) {
            for (QPDFObjectHandle &item : object.getArrayAsVector())
                open.push_back(item);
            continue;
        }
        if (object.isStream())
            print(object, prints);
        QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
        if (!dictionary.isDictionary())
            continue;
        for (const std::string &key : dictionary.getKeys()) {
            if (isFollowed(key))
                open.push_back(dictionary.getKey(key));
        }
    }
    return prints;
}

} // namespace

QSet<QByteArray> ofPages(QPDF &pdf, const QSet<int> &pages)
{
    std::vector<QPDFObjectHandle> open;
    const std::vector<QPDFObjectHandle> &all = pdf.getAllPages();
    for (const int page : pages) {
        if (page >= 0 && std::size_t(page) < all.size())
            open.push_back(all.at(std::size_t(page)));
    }
    return reachable(std::move(open));
}

QSet<QByteArray> ofObjects(QPDF &pdf, const QSet<int> &objects)
{
    std::vector<QPDFObjectHandle> open;
    for (const int object : objects)
        open.push_back(pdf.getObjectByID(object, 0));
    return reachable(std::move(open));
}

QSet<QByteArray> ofAll(QPDF &pdf)
{
    QSet<QByteArray> prints;
    for (QPDFObjectHandle &object : pdf.getAllObjects()) {
        if (object.isStream())
            print(object, prints);
    }
    return prints;
}

} // namespace dw::streamprints
