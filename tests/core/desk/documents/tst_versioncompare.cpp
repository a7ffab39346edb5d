// Original and redacted beside each other, and the preview that is kept nowhere.
#include "tests/support/documentfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::DocumentFixture;
using dwtest::SamplePdf;

namespace {

/// Kills workers once pages are being compared, however long it took to come there.
class KillingWhileComparing final : public JobContext
{
public:
    Result<> step(qint64, qint64) override
    {
        m_isComparing = true;
        return {};
    }
    bool isStopRequested() const override { return m_isComparing && m_killer.isStopRequested(); }

private:
    dwtest::KillingJob m_killer {0};
    bool m_isComparing = false;
};

} // namespace

class TestVersionCompare final : public QObject
{
    Q_OBJECT

    static QByteArray contract()
    {
        return SamplePdf().page({{"Contract with Acme Holdings and with Zhou Lin", 72, 700, 12}, {"The second line stays as it is.", 72, 660, 12}})
            .page({{"Nothing on this page", 72, 700, 12}}).bytes();
    }

    static VersionId marked(DocumentFixture &f, const QString &word = u"Acme Holdings"_s)
    {
        const auto imported = f.import(contract());
        WordQuery query;
        query.text = word;
        if (!imported || !f.documents->marks().addWord(imported->version, query, u"client_identity"_s, f.job))
            qFatal("import and mark");
        return imported->version;
    }

    static Comparison compare(DocumentFixture &f, const VersionId &first, const VersionId &second)
    {
        const auto before = f.documents->reader().open(first).value();
        const auto after = f.documents->reader().open(second).value();
        const auto areas = f.documents->comparing().areas(second, before->pages(f.job).value()).value();
        return VersionCompare::run(*before, *after, areas, f.job).value();
    }

private slots:
    void aRedactionChangesNothingElse()
    {
        DocumentFixture f;
        const VersionId source = marked(f);
        for (const RedactionLevel level : {RedactionLevel::A, RedactionLevel::B, RedactionLevel::C}) {
            const auto made = f.documents->redaction().run(source, {level, false}, f.job);
            QVERIFY(made);
            const Comparison compared = compare(f, source, made->version.id);
            QCOMPARE(compared.pages.size(), 2);
            QVERIFY2(compared.isSameOutside(), qPrintable(nameOf(level) + u' ' + QString::number(compared.pages.first().outside)));
            QVERIFY(compared.pages.at(0).isRedacted && !compared.pages.at(1).isRedacted);
        }
    }

    void withoutTheMarksItIsSeen()
    {
        DocumentFixture f;
        const VersionId source = marked(f);
        const auto made = f.documents->redaction().run(source, {RedactionLevel::A, false}, f.job);
        QVERIFY(made);
        const auto before = f.documents->reader().open(source).value();
        const auto after = f.documents->reader().open(made->version.id).value();
        const Comparison compared = VersionCompare::run(*before, *after, {}, f.job).value();
        QVERIFY(!compared.isSameOutside());
        QCOMPARE(compared.pages.at(0).kind, PageComparison::Kind::Changed);
        QCOMPARE(compared.pages.at(0).places.size(), 1);
        QVERIFY(compared.pages.at(0).places.first().contains(before->pages(f.job).value().at(0).toDisplay(f.documents->marks().list(source).value().at(0).area).center()));
        QCOMPARE(compared.pages.at(1).kind, PageComparison::Kind::Same);
    }

    void pagesThatBecamePictures()
    {
        DocumentFixture f;
        const VersionId source = marked(f);
        const auto made = f.documents->redaction().run(source, {RedactionLevel::B, true}, f.job);
        QVERIFY(made);
        const Comparison compared = compare(f, source, made->version.id);
        QVERIFY(compared.pages.at(0).isPicture && compared.pages.at(1).isPicture);
        QVERIFY2(compared.isSameOutside(), qPrintable(QString::number(compared.pages.first().outside)));
    }

    void pagesThatOnlyOneHas()
    {
        DocumentFixture f;
        const VersionId two = f.import(contract())->version;
        const VersionId one = f.import(SamplePdf().page({{"Contract with nobody", 72, 700, 12}}).bytes())->version;
        const Comparison compared = compare(f, two, one);
        QCOMPARE(compared.pages.size(), 2);
        QCOMPARE(compared.pages.at(0).kind, PageComparison::Kind::Changed);
        QCOMPARE(compared.pages.at(1).kind, PageComparison::Kind::OnlyBefore);
        QVERIFY(compared.isMeasured() && !compared.isSameOutside());
        QCOMPARE(compare(f, one, two).pages.at(1).kind, PageComparison::Kind::OnlyAfter);
    }

    /// A page that cannot be drawn is not called the same.
    void aPageThatIsNotDrawnIsNotMeasured()
    {
        DocumentFixture f;
        const VersionId source = marked(f);
        const auto before = f.documents->reader().open(source).value();
        const auto after = f.documents->reader().open(source).value();
        QVERIFY(before->pages(f.job) && after->pages(f.job));
        KillingWhileComparing hostile;
        const Comparison compared = VersionCompare::run(*before, *after, {}, hostile).value();
        QVERIFY(compared.count(PageComparison::Kind::NotMeasured) > 0);
        QVERIFY(!compared.isMeasured() && !compared.isSameOutside());
    }

    void thePreviewIsWhatTheReaderWillSee()
    {
        DocumentFixture f;
        const VersionId source = marked(f);
        const int blobs = f.blobCount();
        const auto preview = f.documents->previews().run(source, {}, f.job);
        QVERIFY(preview);
        QCOMPARE(preview->marks, 1);
        QCOMPARE(preview->undecided, 0);
        const QString text = preview->file->words(0, f.job).value().plain();
        QVERIFY2(!text.contains(u"Acme"_s) && text.contains(u"Zhou"_s), qPrintable(text));
        const auto made = f.documents->redaction().run(source, {}, f.job);
        QVERIFY(made);
        const auto stored = f.documents->reader().open(made->version.id).value();
        QVERIFY(preview->file->picture(0, 100, f.job).value().rgb == stored->picture(0, 100, f.job).value().rgb);
        const auto before = f.documents->reader().open(source).value();
        QVERIFY(VersionCompare::run(*before, *preview->file, preview->areas, f.job).value().isSameOutside());
        QCOMPARE(f.blobCount(), blobs + 1); // the redaction's own
    }

    void thePreviewLeavesNothing()
    {
        DocumentFixture f;
        const VersionId source = marked(f);
        const auto versions = f.documents->versions(f.version(source).document).value().size();
        const int blobs = f.blobCount();
        QVERIFY(f.documents->previews().run(source, {}, f.job));
        QCOMPARE(f.documents->versions(f.version(source).document).value().size(), versions);
        QCOMPARE(f.documents->verifications(source).value().size(), 0);
        QCOMPARE(f.blobCount(), blobs);
        QCOMPARE(f.actions().last(), u"document.preview"_s);
        QVERIFY(!f.everyByteOnDisk().contains("Acme Holdings"));
    }

    void proposedMarksAreNotPreviewed()
    {
        DocumentFixture f;
        const VersionId source = marked(f);
        const auto marks = f.documents->marks().list(source).value();
        QVERIFY(f.documents->marks().setState(source, {marks.first().id}, MarkState::Proposed));
        QCOMPARE(f.documents->previews().run(source, {}, f.job).error().reason, u"redact.no_marks"_s);
        WordQuery query;
        query.text = u"Zhou Lin"_s;
        QVERIFY(f.documents->marks().addWord(source, query, u"client_identity"_s, f.job));
        const auto preview = f.documents->previews().run(source, {}, f.job);
        QVERIFY(preview);
        QCOMPARE(preview->undecided, 1);
        QVERIFY(preview->file->words(0, f.job).value().plain().contains(u"Acme"_s));
    }

    void whoIsNotClearedSeesNoPreview()
    {
        DocumentFixture f;
        const VersionId source = marked(f);
        f.become(u"clerk"_s, Role::DealManager, 2);
        QCOMPARE(f.documents->previews().run(source, {}, f.job).error().reason, u"level.not_cleared"_s);
    }
};

DW_TEST(TestVersionCompare)
#include "tst_versioncompare.moc"
