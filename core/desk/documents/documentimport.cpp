#include "core/desk/documents/documentimport.h"

#include "core/desk/documents/documentrows.h"
#include "core/desk/documents/findingbook.h"
#include "core/desk/documents/workerfailure.h"
#include "core/engines/crypto/hash.h"
#include "core/store/blobkeys.h"
#include "core/worker/workerclient.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace dw {

using namespace Qt::StringLiterals;

/// What the worker said about a file before anything is stored.
struct DocumentImport::Inspected {
    QString mime;
    QString result = inspection::clean.toString();
    QString reason;
    QStringList warnings;
    QJsonObject facts;
    int pages = 0;
    QString language;
    std::optional<VersionSearch> found; ///< Not set: the file could not be searched.
};

namespace {

/// Chinese, English or both, by what the letters of the text are.
class LanguageGuess
{
public:
    void add(const FileText &text)
    {
        for (const PdfWord &word : text.words.words)
            count(word.text);
        for (const QString &cell : text.cells)
            count(cell);
        count(text.text);
    }

    bool isEmpty() const { return han + latin == 0; }

    /// A Chinese character carries about as much as four Latin letters.
    QString id() const
    {
        if (isEmpty())
            return {};
        const double share = 4.0 * han / (4.0 * han + latin);
        return share > 0.85 ? u"zh"_s : share < 0.05 ? u"en"_s : u"mixed"_s;
    }

private:
    void count(const QString &text)
    {
        for (const QChar c : text) {
            han += c.script() == QChar::Script_Han ? 1 : 0;
            latin += c.script() == QChar::Script_Latin ? 1 : 0;
        }
    }

    qint64 han = 0;
    qint64 latin = 0;
};

QStringList warningsOf(const QJsonObject &inspected)
{
    QStringList ids;
    const QJsonArray facts = inspected.value("facts"_L1).toArray();
    for (const QJsonValue fact : facts) {
        const QString id = fact.toObject().value("id"_L1).toString();
        if (fact.toObject().value("severity"_L1).toString() != "info"_L1 && !id.isEmpty() && !ids.contains(id))
            ids.append(id);
    }
    return ids;
}

Result<QString> nextDocumentNumber(const ReadTx &tx)
{
    DW_ASSIGN(const auto rows, tx.query(u"SELECT coalesce(max(CAST(substr(doc_no, 3) AS INTEGER)), 0) + 1 AS n FROM document"_s));
    return u"D-%1"_s.arg(rows.first().value(u"n"_s).toInt(), 4, 10, QChar(u'0'));
}

Result<bool> isBelowItsAssets(const ReadTx &tx, const DocumentImportRequest &request)
{
    bool below = false;
    for (const AssetId &id : request.assets) {
        DW_ASSIGN(const Record asset, tx.records().get(u"data_asset"_s, id.as<RecordTag>()));
        below = below || asset.integer(u"level"_s) > request.level;
    }
    return below;
}

QStringList textOf(const QList<AssetId> &ids)
{
    QStringList list;
    for (const AssetId &id : ids)
        list.append(id.toString());
    return list;
}

} // namespace

QString DocumentImport::mimeOf(const QByteArray &bytes, const QString &fileName)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    // Readers accept a header within the first 1024 bytes (ISO 32000-1, annex H, note 13).
    if (bytes.left(1024).contains("%PDF-"))
        return u"application/pdf"_s;
    if (bytes.startsWith("PK\x03\x04")) {
        static const QHash<QString, QString> office {
            {u"docx"_s, u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s},
            {u"xlsx"_s, u"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_s},
            {u"pptx"_s, u"application/vnd.openxmlformats-officedocument.presentationml.presentation"_s}};
        return office.value(suffix, u"application/zip"_s);
    }
    static const QList<std::pair<QByteArray, QString>> magics {{"\x89PNG", u"image/png"_s}, {"\xFF\xD8\xFF", u"image/jpeg"_s},
        {QByteArray("II*\0", 4), u"image/tiff"_s}, {QByteArray("MM\0*", 4), u"image/tiff"_s},
        {"\xD0\xCF\x11\xE0", u"application/x-ole-storage"_s}, {"{\\rtf", u"application/rtf"_s}};
    for (const auto &[magic, mime] : magics) {
        if (bytes.startsWith(magic))
            return mime;
    }
    if (suffix == u"csv"_s)
        return u"text/csv"_s;
    if (suffix == u"txt"_s || suffix == u"md"_s)
        return u"text/plain"_s;
    return u"application/octet-stream"_s;
}

Result<std::optional<DocumentImportOutcome>> DocumentImport::findDuplicate(const QString &sha256) const
{
    return m_context.store.read([&](const ReadTx &tx) -> Result<std::optional<DocumentImportOutcome>> {
        RecordFilter filter;
        filter.equals.insert(u"sha256"_s, sha256);
        DW_ASSIGN(const auto rows, tx.records().list(u"doc_version"_s, filter));
        for (const Record &row : rows) {
            const DocumentVersion version = documentrows::versionOf(row);
            if (version.state == u"erased"_s)
                continue;
            return DocumentImportOutcome {version.document, version.id, true, version.inspectionResult, version.inspectionReason,
                version.warnings, version.pages, version.findingsTotal, version.searchState};
        }
        return std::optional<DocumentImportOutcome>();
    });
}

Result<DocumentImport::Inspected> DocumentImport::inspect(const DocumentImportRequest &request, JobContext &job) const
{
    Inspected inspected;
    inspected.mime = mimeOf(request.bytes, request.fileName);
    const bool isPdf = inspected.mime == u"application/pdf"_s;
    const auto look = [&]() -> Result<> {
        if (isPdf) {
            job.setStage(u"document.inspect"_s);
            DW_ASSIGN(inspected.facts, m_context.worker.inspectPdf(request.bytes, job));
            inspected.warnings = warningsOf(inspected.facts);
        }
        job.setStage(u"document.text"_s);
        LanguageGuess guess;
        bool hasText = false;
        DW_ASSIGN(inspected.found, m_findings.search({request.bytes, request.fileName}, job, [&](const FileText &text) { guess.add(text); hasText = hasText || !text.isRecognised; }));
        inspected.pages = inspected.found->pages;
        inspected.language = guess.id();
        // A scan: what can be read off it may be mistaken, and people look at it.
        if (isPdf && (guess.isEmpty() || !hasText))
            inspected.warnings.append(u"no_text"_s);
        return {};
    };
    const Result<> looked = look();
    if (!looked && !isWorkerFailure(looked.error()))
        return failed(looked);
    if (!looked) {
        inspected.result = inspection::failed.toString();
        inspected.reason = looked.error().reason;
        inspected.found.emplace();
        inspected.found->gaps.append({looked.error().reason, {}});
    } else if (!isPdf) {
        inspected.result = inspection::notViewable.toString();
        inspected.reason = u"document.kind_not_viewable"_s;
    } else if (!inspected.warnings.isEmpty()) {
        inspected.result = inspection::warnings.toString();
    }
    return inspected;
}

Result<DocumentImportOutcome> DocumentImport::store(const DocumentImportRequest &request, const Inspected &inspected, const QString &sha256)
{
    DW_ASSIGN(const StoredBlob blob, m_context.blobs.write(request.level, request.bytes));
    const Action action {u"document.import"_s, u"document"_s, {}, {}};
    const auto stored = m_context.store.write(action, [&](WriteTx &tx) -> Result<DocumentImportOutcome> {
        DW_ASSIGN(const bool below, isBelowItsAssets(tx, request));
        QStringList warnings = inspected.warnings;
        if (below)
            warnings.append(u"below_asset_level"_s);
        DW_ASSIGN(const QString number, nextDocumentNumber(tx));
        QVariantMap values {{u"doc_no"_s, number}, {u"source_level"_s, request.level}, {u"assets"_s, textOf(request.assets)},
            {u"folder"_s, request.folder.isEmpty() ? u"Inbox"_s : request.folder}, {u"contains_pi"_s, false}, {u"raised_pi"_s, false},
            {u"level_changed"_s, false}, {u"title"_s, request.title.isEmpty() ? QFileInfo(request.fileName).completeBaseName() : request.title}};
        if (!inspected.language.isEmpty())
            values.insert(u"language"_s, inspected.language);
        DW_ASSIGN(const RecordId document, tx.records().insert(u"document"_s, values));
        DW_TRY(blobkeys::insert(tx, blob));
        QVariantMap row {{u"document"_s, document.toString()}, {u"version_no"_s, 1}, {u"kind"_s, u"original"_s},
            {u"treatment"_s, u"none"_s}, {u"source_level"_s, request.level}, {u"prepared_by"_s, tx.actor().id.toString()},
            {u"prepared_at"_s, tx.now()}, {u"blob"_s, blob.id.toString()}, {u"sha256"_s, sha256}, {u"file_size"_s, request.bytes.size()},
            {u"pages"_s, inspected.pages}, {u"mime"_s, inspected.mime}, {u"file_name"_s, request.fileName},
            {u"inspection"_s, inspected.result}, {u"inspection_reason"_s, inspected.reason}, {u"warnings"_s, warnings},
            {u"findings_total"_s, 0}, {u"findings_open"_s, 0}, {u"findings_pi"_s, 0}, {u"identifiable_pi"_s, false}};
        if (!inspected.facts.isEmpty())
            row.insert(u"inspection_facts"_s, QString::fromUtf8(QJsonDocument(inspected.facts).toJson(QJsonDocument::Compact)));
        DW_ASSIGN(const RecordId version, tx.records().insert(u"doc_version"_s, row));
        int findings = 0;
        QString searchState;
        if (inspected.found) {
            DW_ASSIGN(const DocumentVersion fresh, documentrows::version(tx, version.as<VersionTag>()));
            DW_TRY(FindingBook::store(tx, fresh, *inspected.found));
            DW_ASSIGN(const DocumentVersion counted, documentrows::version(tx, version.as<VersionTag>()));
            findings = counted.findingsTotal;
            searchState = counted.searchState;
        }
        tx.setObject(u"document"_s, document);
        return DocumentImportOutcome {document.as<DocumentTag>(), version.as<VersionTag>(), false, inspected.result, inspected.reason,
            warnings, inspected.pages, findings, searchState};
    });
    if (!stored)
        (void)m_context.blobs.remove(blob.id); // without its key row it is noise anyway
    return stored;
}

Result<DocumentImportOutcome> DocumentImport::importFile(const DocumentImportRequest &request, JobContext &job)
{
    if (request.bytes.isEmpty())
        return fail(ErrorCode::InvalidInput, u"document.empty"_s, {request.fileName});
    if (request.bytes.size() > largestFile)
        return fail(ErrorCode::LimitExceeded, u"document.too_large"_s, {request.fileName, QString::number(largestFile >> 20)});
    if (request.level < 1 || request.level > 4)
        return fail(ErrorCode::InvalidInput, u"record.bad_value"_s, {u"source_level"_s});
    const auto mayImport = [&](const ReadTx &tx) -> Result<> {
        return documentrows::mustBeAllowed(tx, u"document"_s, {Role::Owner, Role::DealManager, Role::ComplianceOfficer, Role::LegalCounsel});
    };
    DW_TRY(m_context.store.read(mayImport));
    const QString hash = QString::fromLatin1(sha256(request.bytes).toHex());
    DW_ASSIGN(const auto duplicate, findDuplicate(hash));
    if (duplicate)
        return *duplicate;
    DW_ASSIGN(const Inspected inspected, inspect(request, job));
    DW_TRY(job.step(1, 1)); // the last chance to stop
    job.setStage(u"document.store"_s);
    return store(request, inspected, hash);
}

} // namespace dw
