#include "app/commands/documentactions.h"

#include "app/commands/files.h"
#include "app/commands/vaultaccess.h"
#include "core/base/atomicwrite.h"
#include "core/desk/accounts/accountservice.h"
#include "core/desk/documents/documentservice.h"
#include "core/session/session.h"
#include "ui/text/errortext.h"

#include <QFileInfo>
#include <QJsonArray>

namespace dw::documentactions {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("dw::documentactions", text); // the context under which lupdate files a free tr()
}

QJsonObject jsonOf(const DocumentVersion &version)
{
    return {{u"id"_s, version.id.toString()}, {u"version"_s, version.number}, {u"kind"_s, version.kind}, {u"treatment"_s, version.treatment},
        {u"state"_s, version.state}, {u"sha256"_s, version.sha256}, {u"size"_s, version.size}, {u"pages"_s, version.pages},
        {u"mime"_s, version.mime}, {u"findings"_s, version.findingsTotal}, {u"findings_open"_s, version.findingsOpen},
        {u"search"_s, version.searchState}, {u"search_gaps"_s, QJsonArray::fromStringList(version.searchGapKinds)},
        {u"inspection"_s, version.inspectionResult}, {u"warnings"_s, QJsonArray::fromStringList(version.warnings)},
        {u"safe_level"_s, version.safeLevel}, {u"derived_from"_s, version.derivedFrom.toString()}};
}

Result<> importOne(DocumentService &documents, const QString &path, const Arguments &arguments, Terminal &terminal)
{
    DocumentImportRequest request;
    DW_ASSIGN(request.bytes, files::read(path));
    request.fileName = QFileInfo(path).fileName();
    request.title = arguments.value(u"title"_s);
    request.folder = arguments.value(u"folder"_s);
    request.level = arguments.value(u"level"_s, u"3"_s).toInt();
    const QStringList assets = arguments.values(u"asset"_s);
    for (const QString &text : assets) {
        DW_ASSIGN(const AssetId asset, AssetId::parse(text));
        request.assets.append(asset);
    }
    NoJobContext job;
    DW_ASSIGN(const DocumentImportOutcome outcome, documents.imports().importFile(request, job));
    DW_ASSIGN(const Document document, documents.get(outcome.document));
    if (arguments.has(u"json"_s)) {
        terminal.print(QJsonValue(QJsonObject {{u"document"_s, outcome.document.toString()}, {u"number"_s, document.number},
            {u"version"_s, outcome.version.toString()}, {u"duplicate"_s, outcome.isDuplicate}, {u"pages"_s, outcome.pages},
            {u"findings"_s, outcome.findings}, {u"search"_s, outcome.searchState}, {u"inspection"_s, outcome.inspection}, {u"reason"_s, outcome.reason},
            {u"warnings"_s, QJsonArray::fromStringList(outcome.warnings)}}));
        return {};
    }
    terminal.print(outcome.isDuplicate ? tr("%1: these bytes are in the vault already; nothing was stored.").arg(document.number)
                                       : tr("%1: imported; pages: %2, places with client information: %3.").arg(document.number).arg(outcome.pages).arg(outcome.findings));
    if (!outcome.reason.isEmpty())
        terminal.print(errorText({ErrorCode::Unsupported, outcome.reason, {}, {}}));
    if (outcome.searchState != searched::complete)
        terminal.print(tr("Parts of it could not be searched: about those nothing is known."));
    if (!outcome.warnings.isEmpty())
        terminal.print(tr("It hides something: %1.").arg(outcome.warnings.join(u", "_s)));
    return {};
}

/// "PAGE,x0,y0,x1,y1": page from 1, displayed page in points, origin top-left.
Result<std::pair<int, QRectF>> parseArea(const QString &text)
{
    const QStringList parts = text.split(u',');
    QList<double> numbers;
    for (const QString &part : parts) {
        bool ok = false;
        numbers.append(part.toDouble(&ok));
        if (!ok)
            break;
    }
    if (parts.size() != 5 || numbers.size() != 5)
        return fail(ErrorCode::InvalidInput, u"usage.bad_area"_s, {text});
    return std::pair(int(numbers.at(0)) - 1, QRectF(QPointF(numbers.at(1), numbers.at(2)), QPointF(numbers.at(3), numbers.at(4))).normalized());
}

Result<int> addMarks(DocumentService &documents, const DocumentVersion &version, const Arguments &arguments)
{
    NoJobContext job;
    MarkBook &marks = documents.marks();
    const QString reason = arguments.value(u"reason"_s);
    int count = 0;
    if (arguments.has(u"remove-all"_s)) {
        DW_ASSIGN(const auto present, marks.list(version.id));
        QList<MarkId> ids;
        for (const StoredMark &mark : present)
            ids.append(mark.id);
        DW_TRY(marks.remove(version.id, ids));
    }
    const QStringList words = arguments.values(u"word"_s);
    for (const QString &word : words) {
        WordQuery query {word, arguments.has(u"substring"_s) ? WordMatch::Substring : WordMatch::Whole};
        if (arguments.has(u"page"_s))
            query.page = arguments.value(u"page"_s).toInt() - 1;
        DW_ASSIGN(const MarkChange change, marks.addWord(version.id, query, reason, job));
        count += int(change.after.size());
    }
    const QStringList areas = arguments.values(u"area"_s);
    for (const QString &text : areas) {
        DW_ASSIGN(const auto area, parseArea(text));
        DW_TRY(marks.addDisplayedArea(version.id, area.first, area.second, reason, job));
        ++count;
    }
    if (arguments.has(u"marks"_s)) {
        DW_ASSIGN(const QByteArray json, files::read(arguments.value(u"marks"_s)));
        DW_ASSIGN(const MarkChange change, marks.importJson(version.id, json, job));
        count += int(change.after.size());
    }
    if (arguments.has(u"findings"_s)) {
        DW_ASSIGN(const auto findings, documents.findings().found(version.id));
        QList<FindingId> open;
        for (const Finding &finding : findings) {
            if (finding.state == FindingState::Open)
                open.append(finding.id);
        }
        DW_ASSIGN(const MarkChange change, documents.findings().mark(marks, version.id, open, reason));
        count += int(change.after.size());
    }
    return count;
}

/// Decides all open findings of a version at once.
Result<> decideAll(DocumentService &documents, const DocumentVersion &version, FindingState state)
{
    DW_ASSIGN(const auto findings, documents.findings().found(version.id));
    QList<FindingId> open;
    for (const Finding &finding : findings) {
        if (finding.state == FindingState::Open)
            open.append(finding.id);
    }
    return open.isEmpty() ? Result<>() : documents.findings().decide(version.id, open, state);
}

} // namespace

Exit import(Session &session, const Arguments &arguments, Terminal &terminal)
{
    Exit worst = Exit::Done;
    const QStringList paths = arguments.words().mid(2);
    for (const QString &path : paths) {
        if (const Result<> done = importOne(session.documents(), path, arguments, terminal); !done)
            worst = std::max(worst, terminal.report(done.error()));
    }
    return worst;
}

Exit list(Session &session, const Arguments &arguments, Terminal &terminal)
{
    const auto documents = session.documents().list(arguments.value(u"search"_s));
    if (!documents)
        return terminal.report(documents.error());
    QJsonArray array;
    for (const Document &document : *documents) {
        const auto versions = session.documents().versions(document.id);
        if (!versions)
            return terminal.report(versions.error());
        QJsonArray list;
        if (!arguments.has(u"json"_s)) {
            terminal.print(u"%1  L%2  %3  %4"_s.arg(document.number).arg(document.level).arg(document.state.leftJustified(10),
                document.isWithheld ? tr("(not cleared)") : document.title));
        }
        for (const DocumentVersion &version : *versions) {
            list.append(jsonOf(version));
            if (!arguments.has(u"json"_s)) {
                terminal.print(u"    @%1  %2  %3  %4"_s.arg(version.number).arg(version.kind.leftJustified(10), version.state.leftJustified(10),
                    tr("pages: %1, open findings: %2").arg(version.pages).arg(version.findingsOpen)));
            }
        }
        array.append(QJsonObject {{u"id"_s, document.id.toString()}, {u"number"_s, document.number},
            {u"title"_s, document.isWithheld ? QJsonValue() : QJsonValue(document.title)}, {u"level"_s, document.level},
            {u"folder"_s, document.folder}, {u"state"_s, document.state}, {u"contains_pi"_s, document.containsPi}, {u"versions"_s, list}});
    }
    if (arguments.has(u"json"_s))
        terminal.print(QJsonValue(array));
    return Exit::Done;
}

Exit mark(Session &session, const Arguments &arguments, Terminal &terminal)
{
    DocumentService &documents = session.documents();
    const auto work = [&]() -> Result<> {
        DW_ASSIGN(const DocumentVersion version, documents.sourceByName(arguments.word(2)));
        DW_ASSIGN(const int added, addMarks(documents, version, arguments));
        DW_ASSIGN(const auto marks, documents.marks().list(version.id));
        if (arguments.has(u"export"_s)) {
            DW_ASSIGN(const QByteArray json, documents.marks().exportJson(version.id));
            DW_TRY(writeFileAtomically(arguments.value(u"export"_s), json + '\n'));
        }
        if (arguments.has(u"json"_s)) {
            DW_ASSIGN(const auto reasons, documents.reasons().all());
            terminal.print(QJsonValue(MarkBook::toMarkSet(marks, version.pages, reasons).toJson()));
        } else {
            terminal.print(tr("Marks added: %1; %2 in all.").arg(added).arg(marks.size()));
        }
        return {};
    };
    const Result<> done = work();
    if (!done && done.error().reason == u"marks.word_not_found"_s) {
        terminal.report(done.error());
        return Exit::No;
    }
    return done ? Exit::Done : terminal.report(done.error());
}

Exit redact(Session &session, const Arguments &arguments, Terminal &terminal)
{
    DocumentService &documents = session.documents();
    const auto work = [&]() -> Result<RedactionOutcome> {
        DW_ASSIGN(const DocumentVersion version, documents.sourceByName(arguments.word(2)));
        RedactionChoice choice;
        DW_ASSIGN(choice.level, redactionLevelFromName(arguments.value(u"level"_s, u"B"_s)));
        choice.rasteriseAll = arguments.has(u"pictures"_s);
        NoJobContext job;
        return documents.redaction().run(version.id, choice, job);
    };
    const auto outcome = work();
    if (!outcome) {
        const Exit exit = terminal.report(outcome.error());
        // A worker that died proved nothing: the answer is no.
        return outcome.error().reason.startsWith(u"worker."_s) ? Exit::No : exit;
    }
    if (arguments.has(u"json"_s)) {
        QJsonObject object = jsonOf(outcome->version);
        object.insert(u"verification"_s, outcome->verification.details);
        object.insert(u"passed"_s, outcome->verification.hasPassed);
        terminal.print(QJsonValue(object));
        return Exit::Done;
    }
    terminal.print(tr("Version %1 is redacted and proven (SHA-256 %2). Open findings: %3.")
                       .arg(outcome->version.number).arg(outcome->version.sha256).arg(outcome->version.findingsOpen));
    return Exit::Done;
}

Exit review(Session &session, const Arguments &arguments, Terminal &terminal)
{
    DocumentService &documents = session.documents();
    const QString note = arguments.value(u"note"_s);
    const auto work = [&]() -> Result<> {
        DW_ASSIGN(const DocumentVersion version, documents.versionByName(arguments.word(2)));
        ReviewDesk &reviews = documents.reviews();
        if (arguments.has(u"accept-findings"_s))
            return decideAll(documents, version, FindingState::Accepted);
        if (arguments.has(u"false-positives"_s))
            return decideAll(documents, version, FindingState::FalsePositive);
        if (arguments.has(u"request"_s))
            return reviews.request(version.id, note);
        if (arguments.has(u"return"_s)) {
            DW_TRY(reviews.sendBack(version.id, note));
            return {};
        }
        if (!arguments.has(u"approve"_s))
            return fail(ErrorCode::InvalidInput, u"usage.review_what"_s);
        // Whoever approves what nobody submitted has submitted it by that.
        if (version.state != u"in_review"_s)
            DW_TRY(reviews.request(version.id));
        DW_TRY(reviews.approve(version.id, note));
        return {};
    };
    const Result<> done = work();
    return done ? Exit::Done : terminal.report(done.error());
}

Exit exportFile(Session &session, const Arguments &arguments, Terminal &terminal)
{
    const auto confirm = [&]() -> Result<> {
        Credentials credentials;
        DW_ASSIGN(credentials.passphrase, readPassphrase(arguments, tr("Passphrase, once more")));
        if (arguments.has(u"key-file"_s)) {
            DW_ASSIGN(credentials.keyFile, files::read(arguments.value(u"key-file"_s)));
        }
        return session.accounts().prove(credentials);
    };
    const auto work = [&]() -> Result<> {
        DW_ASSIGN(const DocumentVersion version, session.documents().versionByName(arguments.word(2)));
        return session.documents().exports().write(version.id, arguments.word(3), arguments.value(u"note"_s), confirm);
    };
    const Result<> done = work();
    return done ? Exit::Done : terminal.report(done.error());
}

} // namespace dw::documentactions
