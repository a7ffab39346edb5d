#include "core/engines/redact/verifier.h"

#include "core/engines/parse/popplerdocument.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::PdfMaker;

namespace {

/// The mark of all cases: over "SECRETXQ" in the line at 700.
const QRectF secretPlace(97, 695, 88, 20);
const QByteArray box = "0 g 97 695 88 20 re f\n";

struct VerifierCase {
    QByteArray before = "BT /F1 16 Tf 50 700 Td (Alpha SECRETXQ Omega) Tj 0 -30 Td (Second line) Tj ET\n";
    QByteArray after = "BT /F1 16 Tf 50 700 Td [(Alpha )-5501( Omega)] TJ 0 -30 Td (Second line) Tj ET\n" + box;
    QByteArray beforeKeys {};
    QByteArray afterKeys {};
    QString label {};
    bool picture = false;
    bool moved = false;
};

/// An 8 x 8 grey image of hex digits, whose samples 2 to 5 of row 4 are the mark.
QByteArray image(const QByteArray &rows)
{
    return "q 176 0 0 160 53 635 cm BI /W 8 /H 8 /BPC 8 /CS /G /F /AHx ID " + rows + "> EI Q\n";
}

QByteArray checks(const QByteArray &dark = {})
{
    QByteArray rows;
    for (int y = 0; y < 8; ++y) {
        for (int x = 0; x < 8; ++x)
            rows += y == 4 && x >= 2 && x < 6 && !dark.isEmpty() ? dark : (x + y) % 2 ? QByteArray("ff") : QByteArray("b0");
    }
    return rows;
}

Verifier::Verdict verdictOf(const VerifierCase &given)
{
    const auto file = [](const QByteArray &content, const QByteArray &keys) {
        PdfMaker maker;
        maker.addPage(content, keys);
        return maker.bytes();
    };
    RedactionMark mark;
    mark.id = u"m"_s;
    mark.userRect = secretPlace;
    mark.word = u"SECRETXQ"_s;
    mark.label = given.label;
    Verifier::Input input {file(given.before, given.beforeKeys), file(given.after, given.afterKeys), {1, {}, {mark}}, {}};
    const PdfPageInfo info = (*PopplerDocument::open(input.original))->pageInfo(0);
    if (given.picture)
        input.pictures.insert(0);
    else
        input.boxes[0] = {info.toDisplay(secretPlace)};
    if (given.moved)
        input.moved[0] = {info.toDisplay(QRectF(40, 690, 400, 30))};
    NoJobContext job;
    const auto verdict = Verifier(input).run(job);
    return verdict ? *verdict : Verifier::Verdict {};
}

} // namespace

/// Hand-made pairs of files: what the verifier lets pass and what it must not.
class TestVerifier final : public QObject
{
    Q_OBJECT

private slots:
    void passesWhatIsClean_data()
    {
        QTest::addColumn<VerifierCase>("given");
        QTest::newRow("word cut out") << VerifierCase {};
        VerifierCase order;
        order.after = "BT /F1 16 Tf 50 670 Td (Second line) Tj 0 30 Td [(Alpha )-5501( Omega)] TJ ET\n" + box;
        QTest::newRow("other order") << order;
        VerifierCase moved;
        moved.after = "BT /F1 16 Tf 50 700 Td (Alpha ) Tj 140 0 Td (Omega) Tj -140 -30 Td (Second line) Tj ET\n" + box;
        moved.before = "BT /F1 16 Tf 50 700 Td (Alpha SECRETXQ) Tj 138.4 0 Td (Omega) Tj -138.4 -30 Td (Second line) Tj ET\n";
        moved.moved = true;
        QTest::newRow("line set anew") << moved;
        VerifierCase kerned; // its last letters lost what moved each of them a little
        kerned.after = "BT /F1 16 Tf 50 700 Td (Alpha ) Tj 140 0 Td (Omega) Tj -140 -30 Td (Second line) Tj ET\n" + box;
        kerned.before = "BT /F1 16 Tf 50 700 Td (Alpha SECRETXQ) Tj 138.4 0 Td [(O) 40 (m) 40 (e) 40 (ga)] TJ -138.4 -30 Td (Second line) Tj ET\n";
        kerned.moved = true;
        QTest::newRow("letters set anew") << kerned;
        VerifierCase edge; // the comma stood beside the mark; its line was set anew
        edge.before = "BT /F1 16 Tf 50 700 Td (Alpha SECRETXQ) Tj 135.2 0 Td (, Omega) Tj -135.2 -30 Td (Second line) Tj ET\n";
        edge.after = "BT /F1 16 Tf 50 700 Td (Alpha ) Tj 133.2 0 Td (, Omega) Tj -133.2 -30 Td (Second line) Tj ET\n" + box;
        edge.moved = true;
        QTest::newRow("comma under the edge") << edge;
        VerifierCase label;
        label.after += "1 g BT /F1 8 Tf 120 700 Td (C1) Tj ET\n";
        label.label = u"C1"_s;
        QTest::newRow("label") << label;
        QTest::newRow("ground") << VerifierCase {"0.8 g 0 0 612 792 re f 0 g " + VerifierCase().before, "0.8 g 0 0 612 792 re f 0 g " + VerifierCase().after};
        VerifierCase stroke;
        stroke.before += "1 w 20 705 m 300 705 l S\n";
        stroke.after += "1 w 20 705 m 96 705 l S 186 705 m 300 705 l S\n";
        QTest::newRow("line cut in two") << stroke;
        VerifierCase picture;
        picture.before = image(checks()) + picture.before;
        picture.after = image(checks("00")) + picture.after;
        QTest::newRow("image cut") << picture;
    }

    void passesWhatIsClean()
    {
        QFETCH(VerifierCase, given);
        const auto verdict = verdictOf(given);
        QVERIFY2(verdict.findings.isEmpty(), qPrintable(verdict.findings.join(u"; "_s)));
        QVERIFY(verdict.facts.value("pages_drawn"_L1).toInt() == 1); // it looked
    }

    void findsWhatIsNot_data()
    {
        QTest::addColumn<VerifierCase>("given");
        QTest::addColumn<QString>("finding");
        const auto with = [](const QByteArray &after) {
            VerifierCase result;
            result.after = after;
            return result;
        };
        const QByteArray clean = VerifierCase().after;
        const QString under = u"text_under_marks"_s;
        const QString changed = u"pages_unchanged"_s;
        QTest::newRow("covered only") << with(VerifierCase().before + box) << under;
        QTest::newRow("invisible") << with(clean + "BT 3 Tr /F1 16 Tf 100 700 Td (abc) Tj ET") << under;
        QTest::newRow("clipped away") << with("q 0 0 1 1 re W n BT /F1 16 Tf 100 700 Td (abc) Tj ET Q " + clean) << under;
        QTest::newRow("white") << with("1 g BT /F1 16 Tf 100 700 Td (abc) Tj ET 0 g " + clean) << under;
        QTest::newRow("other letters") << with("BT /F1 16 Tf 120 700 Td (x) Tj ET " + clean) << under;
        QTest::newRow("the word elsewhere near") << with("BT /F1 9 Tf 100 692 Td (SECRETXQ) Tj ET " + clean) << under;
        QTest::newRow("a shape") << with("110 700 m 120 710 l 130 700 l h f " + clean) << under;
        QTest::newRow("neighbour lost") << with("BT /F1 16 Tf 50 700 Td [(Alpha )-5501( Oega)] TJ 0 -30 Td (Second line) Tj ET " + box) << changed;
        QTest::newRow("line lost") << with("BT /F1 16 Tf 50 700 Td [(Alpha )-5501( Omega)] TJ ET " + box) << changed;
        QTest::newRow("neighbour moved") << with("BT /F1 16 Tf 50 700 Td [(Alpha )-5401( Omega)] TJ 0 -30 Td (Second line) Tj ET " + box) << changed;
        QTest::newRow("text added") << with(clean + "BT /F1 16 Tf 50 100 Td (new) Tj ET") << changed;
        QTest::newRow("shape added") << with(clean + "50 100 90 40 re f") << changed;
        QTest::newRow("colour changed") << with("0.9 g " + clean) << changed;
        QTest::newRow("text off the page") << with(clean + "BT /F1 16 Tf 50 -300 Td (new) Tj ET") << changed;
        QTest::newRow("no box") << with("BT /F1 16 Tf 50 700 Td [(Alpha )-5501( Omega)] TJ 0 -30 Td (Second line) Tj ET ") << u"boxes_uniform"_s;
        QTest::newRow("grey box") << with(QByteArray(clean).replace("0 g", "0.5 g")) << u"boxes_uniform"_s;
        QTest::newRow("painted over") << with(clean + "1 g 120 700 20 10 re f") << under;
        VerifierCase shape;
        shape.before += "1 w 20 300 m 300 300 l S\n";
        QTest::newRow("rule lost") << shape << changed;
        VerifierCase whole;
        whole.before = image(checks()) + whole.before;
        whole.after = image(checks()) + whole.after;
        QTest::newRow("image not cut") << whole << u"nothing_under_boxes"_s;
        VerifierCase gone;
        gone.before = image(checks()) + gone.before;
        QTest::newRow("image gone") << gone << changed;
        VerifierCase label;
        label.after += "1 g BT /F1 8 Tf 120 700 Td (C2) Tj ET\n";
        label.label = u"C1"_s;
        QTest::newRow("not the label") << label << under;
        VerifierCase edge;
        edge.before = "BT /F1 16 Tf 50 700 Td (Alpha SECRET.) Tj 135.2 0 Td (, Omega) Tj -135.2 -30 Td (Second line) Tj ET\n";
        edge.after = "BT /F1 16 Tf 50 700 Td (Alpha ) Tj 130 0 Td (.) Tj 5.2 0 Td (, Omega) Tj -135.2 -30 Td (Second line) Tj ET\n" + box;
        edge.moved = true;
        QTest::newRow("its own full stop under the edge") << edge << under;
        VerifierCase far;
        far.after = "BT /F1 16 Tf 50 700 Td (Alpha ) Tj 140 0 Td (Omega) Tj -140 -30 Td (Second line) Tj ET\n" + box;
        far.before = "BT /F1 16 Tf 50 700 Td (Alpha SECRETXQ) Tj 136 0 Td (Omega) Tj -136 -30 Td (Second line) Tj ET\n";
        far.moved = true;
        QTest::newRow("line set too far") << far << changed;
        VerifierCase spread;
        spread.after = "BT /F1 16 Tf 50 700 Td (Alpha ) Tj 140 0 Td (Omega) Tj -140 -30 Td (Second line) Tj ET\n" + box;
        spread.before = "BT /F1 16 Tf 50 700 Td (Alpha SECRETXQ) Tj 138.4 0 Td [(O) 70 (m) 70 (e) 70 (ga)] TJ -138.4 -30 Td (Second line) Tj ET\n";
        spread.moved = true;
        QTest::newRow("letters set too far") << spread << changed;
        VerifierCase metadata;
        metadata.afterKeys = "/UserUnit 1/StructParents 0";
        QTest::newRow("a key that is not allowed") << metadata << u"allowed_keys"_s;
        VerifierCase size;
        size.afterKeys = "/CropBox[0 0 300 300]";
        QTest::newRow("page size") << size << changed;
        VerifierCase picture;
        picture.picture = true;
        picture.before += "100 100 300 300 re f\n";
        picture.after = box;
        QTest::newRow("picture without the rest") << picture << changed;
    }

    void findsWhatIsNot()
    {
        QFETCH(VerifierCase, given);
        QFETCH(QString, finding);
        const auto verdict = verdictOf(given);
        const QString all = verdict.findings.join(u"; "_s);
        QVERIFY2(std::any_of(verdict.findings.begin(), verdict.findings.end(), [&](const QString &line) { return line.startsWith(finding); }), qPrintable(all));
    }

    /// On turned and cropped pages the places are those of what is shown.
    void turnedPages_data()
    {
        QTest::addColumn<QByteArray>("keys");
        for (const char *keys : {"/Rotate 90", "/Rotate 180", "/Rotate 270/UserUnit 2"})
            QTest::newRow(keys) << QByteArray(keys);
    }

    void turnedPages()
    {
        QFETCH(QByteArray, keys);
        VerifierCase given;
        given.beforeKeys = given.afterKeys = keys;
        const auto clean = verdictOf(given);
        QVERIFY2(clean.findings.isEmpty(), qPrintable(clean.findings.join(u"; "_s)));
        given.after = "BT 3 Tr /F1 16 Tf 120 700 Td (x) Tj ET " + given.after;
        const auto leaking = verdictOf(given);
        QVERIFY(std::any_of(leaking.findings.begin(), leaking.findings.end(), [](const QString &line) { return line.startsWith(u"text_under_marks"_s); }));
    }
};

DW_TEST(TestVerifier)
#include "tst_verifier.moc"
