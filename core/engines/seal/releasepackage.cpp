#include "core/engines/seal/releasepackage.h"

#include "core/engines/crypto/hash.h"
#include "core/engines/seal/pdfsigner.h"

using namespace Qt::StringLiterals;

namespace dw {

namespace {

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(sha256(bytes).toHex());
}

/// Words for a recipient who has neither our program nor our language: plain text, both languages.
QByteArray verifyText(const PackageRequest &request, const ReleasePackage &package, const SealIdentity &identity)
{
    QString out;
    const auto line = [&out](const QString &text = {}) { out += text + u'\n'; };
    line(u"VERIFY / 核验说明"_s);
    line(QString(72, u'='));
    line(u"File / 文件: "_s + request.fileName);
    line(u"SHA-256: "_s + package.pdfSha256);
    line(u"Watermark / 水印编号: "_s + request.watermark.id);
    line(u"Released (UTC) / 交付时间: "_s + request.time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s));
    line(u"Signed by / 签章人: "_s + request.signerName);
    line(u"Certificate SHA-256 / 证书指纹: "_s + groupedFingerprint(identity.fingerprint()));
    if (!request.auditHead.isEmpty())
        line(u"Audit trail head / 审计轨迹链头: "_s + request.auditHead);
    for (const auto &[label, value] : request.facts)
        line(label + u": "_s + value);
    line();
    line(u"English"_s);
    line(u"1. Work out the file's SHA-256 (sha256sum, or certutil -hashfile FILE SHA256) and compare it with the "
         "line above."_s);
    line(u"2. Open the PDF with the password that you were told by another way; any current reader opens it."_s);
    line(u"3. The signature panel must say that the document has not been changed. The certificate is issued by the "
         "sender's own authority, so a reader may call it unknown: compare its SHA-256 with the line above, and that "
         "line with the sender by telephone."_s);
    line(u"4. This copy carries a mark that is yours alone. Do not pass it on; return or destroy it as agreed."_s);
    line();
    line(u"中文"_s);
    line(u"1. 计算文件的 SHA-256（sha256sum，或 certutil -hashfile 文件 SHA256），与上面一行比对。"_s);
    line(u"2. 用另行告知的密码打开 PDF，任何现行阅读器均可打开。"_s);
    line(u"3. 签名栏应显示文件未被更改。证书由发送方自有机构签发，阅读器可能提示未知：请将其 SHA-256 与上面一行比对，"
         "并电话与发送方核对。"_s);
    line(u"4. 本副本带有仅属于您的标记，请勿转交，并按约定退回或销毁。"_s);
    return out.toUtf8();
}

SignOptions signOptions(const PackageRequest &request)
{
    SignOptions options;
    options.signerName = request.signerName;
    options.reason = request.reason;
    options.time = request.time;
    options.password = request.password.clone();
    return options;
}

} // namespace

Result<ReleasePackage> finishPackage(
    const QByteArray &prepared, const PackageRequest &request, const SealIdentity &identity)
{
    ReleasePackage package;
    DW_ASSIGN(package.pdf, completePdf(prepared, identity));
    package.pdfSha256 = hex(package.pdf);
    package.sourceSha256 = hex(request.pdf);
    package.verify = verifyText(request, package, identity);
    package.verifySha256 = hex(package.verify);
    return package;
}

Result<ReleasePackage> buildPackage(const PackageRequest &request, const SealIdentity &identity, JobContext &job)
{
    job.setStage(u"release.watermark"_s);
    DW_TRY(job.step(0, 3));
    DW_ASSIGN(const QByteArray drawing, drawWatermark(request.watermark));
    DW_ASSIGN(const QByteArray marked, addWatermark(request.pdf, drawing, request.watermark.id));
    job.setStage(u"release.sign"_s);
    DW_TRY(job.step(1, 3));
    DW_ASSIGN(const QByteArray prepared, preparePdf(marked, signOptions(request)));
    DW_TRY(job.step(2, 3));
    DW_ASSIGN(ReleasePackage package, finishPackage(prepared, request, identity));
    DW_TRY(job.step(3, 3));
    return package;
}

} // namespace dw
