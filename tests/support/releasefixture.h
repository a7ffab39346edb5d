#pragma once

#include "core/desk/people/peopleservice.h"
#include "core/desk/releases/releaseservice.h"
#include "core/engines/crypto/hash.h"
#include "tests/support/peoplefixture.h"

namespace dwtest {

/// Builds what can be looked at: the order as text. Remembers what it was asked for.
class PlainPackages final : public dw::PackageBuilder
{
public:
    dw::Result<dw::BuiltPackage> build(const dw::PackageOrder &order, dw::JobContext &) override
    {
        ++built;
        fileName = order.fileName;
        if (isBroken)
            return dw::fail(dw::ErrorCode::VerificationFailed, u"package.changed"_s);
        if (whileBuilding)
            whileBuilding();
        const QByteArray pdf = "%PDF " + order.watermarkId.toLatin1() + ' ' + order.sha256.toLatin1();
        return dw::BuiltPackage {{{order.fileName, pdf}, {u"VERIFY.txt"_s, order.watermarkLine.toUtf8()}},
            QString::fromLatin1(dw::sha256(pdf).toHex())};
    }

    int built = 0;
    QString fileName;
    bool isBroken = false;
    std::function<void()> whileBuilding;
};

/// A deal in which one release is allowed: a redacted level 3 version, to Li Wei of the bidder, for due diligence.
class ReleaseFixture : public PeopleFixture
{
public:
    ReleaseFixture()
    {
        together([this] { addRows(); });
        people = std::make_unique<dw::PeopleService>(*store);
        if (!people->refresh())
            qFatal("refresh");
        releases = std::make_unique<dw::ReleaseService>(*store, *people, packages);
        question.version = dw::VersionId::fromText(version);
        question.person = dw::PersonId::fromText(li);
        question.purpose = u"due_diligence"_s;
        question.channel = dw::RecordId::fromText(channel);
    }

    void addRows()
    {
        makeDeal();
        signNda();
        prepare(li);
        asset = add("data_asset", {{u"name"_s, u"CRM"_s}, {u"level"_s, 3}});
        document = add("document", {{u"doc_no"_s, u"D-0001"_s}, {u"title"_s, u"Contracts"_s}, {u"source_level"_s, 3}, {u"folder"_s, u"DD/Legal"_s},
            {u"assets"_s, QStringList {asset}}});
        version = add("doc_version", {{u"document"_s, document}, {u"version_no"_s, 2}, {u"kind"_s, u"redacted"_s}, {u"treatment"_s, u"redacted"_s},
            {u"source_level"_s, 3}, {u"prepared_by"_s, actor.id.toString()}, {u"sha256"_s, hash}, {u"mime"_s, u"application/pdf"_s},
            {u"state"_s, u"approved"_s}});
        verification = add("verification", {{u"doc_version"_s, version}, {u"sha256"_s, hash}, {u"result"_s, u"pass"_s}, {u"verified_at"_s, 1000}});
        review = add("review", {{u"doc_version"_s, version}, {u"sha256"_s, hash}, {u"reviewer"_s, otherAccount}, {u"outcome"_s, u"approved"_s},
            {u"reviewed_at"_s, 2000}});
        channel = add("channel", {{u"name"_s, u"Mail"_s}, {u"kind"_s, u"encrypted_mail"_s}, {u"encrypted"_s, true}, {u"approved_from"_s, u"2026-02-01"_s},
            {u"approved_until"_s, u"2026-12-31"_s}, {u"state"_s, u"approved"_s}});
        grant = add("access_grant", {{u"person"_s, li}, {u"max_level"_s, 3}, {u"phases"_s, QStringList {u"documents"_s, u"closing"_s}}, {u"reason"_s, u"DD"_s},
            {u"ends_on"_s, u"2026-12-31"_s}, {u"team"_s, u"deal"_s}, {u"approved_by"_s, otherAccount}, {u"state"_s, u"approved"_s}});
    }

    dw::Condition judged(int number) const
    {
        const auto verdict = releases->evaluate(question);
        if (!verdict)
            qFatal("evaluate: %s %s", qPrintable(verdict.error().reason), qPrintable(verdict.error().detail));
        return verdict->conditions.at(number - 1);
    }

    QString evidence() { return add("evidence", {{u"title"_s, u"Paper"_s}, {u"kind"_s, u"other"_s}, {u"collected_on"_s, u"2026-03-01"_s}}); }

    const QString hash = u"ab"_s.repeated(32);
    std::unique_ptr<dw::PeopleService> people;
    PlainPackages packages;
    std::unique_ptr<dw::ReleaseService> releases;
    QString asset, document, version, verification, review, channel, grant;
    dw::ReleaseQuestion question;
};

} // namespace dwtest
