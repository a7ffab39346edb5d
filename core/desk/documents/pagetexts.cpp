#include "core/desk/documents/pagetexts.h"

#include "core/desk/documents/wordsearch.h"
#include "core/store/connection.h"

namespace dw::pagetexts {

using namespace Qt::StringLiterals;

namespace {

constexpr int way = 1; // another number whenever SearchText or the reader of words gives another text

} // namespace

void collect(const FileText &text, Texts &texts)
{
    if (text.page > 0 && text.part.isEmpty() && !text.isRecognised)
        texts.insert(text.page - 1, SearchText(text.words).text());
}

Result<Texts> list(Connection &db, const VersionId &version)
{
    DW_ASSIGN(const auto rows, db.rows(u"SELECT page, text FROM page_text WHERE version = :v AND way = :w"_s, {{u":v"_s, version.toString()}, {u":w"_s, way}}));
    Texts texts;
    for (const QVariantMap &row : rows)
        texts.insert(row.value(u"page"_s).toInt(), row.value(u"text"_s).toString());
    return texts;
}

Result<> replace(Connection &db, const VersionId &version, const Texts &texts)
{
    DW_TRY(db.run(u"DELETE FROM page_text WHERE version = :v"_s, {{u":v"_s, version.toString()}}));
    DW_ASSIGN(Statement insert, db.prepare(u"INSERT INTO page_text (version, page, way, text) VALUES (:v, :p, :w, :t)"_s));
    for (const auto &[page, text] : texts.asKeyValueRange()) {
        DW_TRY(insert.bind({{u":v"_s, version.toString()}, {u":p"_s, page}, {u":w"_s, way}, {u":t"_s, text}}));
        DW_TRY(insert.run());
    }
    return {};
}

} // namespace dw::pagetexts
