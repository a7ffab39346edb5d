#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace dwtest {

using namespace Qt::StringLiterals;

/// A time-stamping authority made with the openssl program, which tests may use and the product does not.
class Timestamper
{
public:
    /// `purpose`: what its certificate is for; "timeStamping" is what it takes.
    explicit Timestamper(const QString &purpose = u"timeStamping"_s)
    {
        write(u"tsa.cnf"_s, QString(u"[req]\ndistinguished_name=dn\nprompt=no\nx509_extensions=v3\n[dn]\nCN=Clock of the Test\n[v3]\n"
                            "extendedKeyUsage=critical,%1\nkeyUsage=critical,digitalSignature\n[tsa]\ndefault_tsa=one\n[one]\nserial=%2/serial\n"
                            "crypto_device=builtin\nsigner_cert=%2/tsa.pem\nsigner_key=%2/tsa.key\nsigner_digest=sha256\ndefault_policy=1.2.3.4\n"
                            "digests=sha256,sha512\naccuracy=secs:1\nordering=no\ntsa_name=no\ness_cert_id_chain=no\ness_cert_id_alg=sha256\n"_s)
                               .arg(purpose, m_dir.path()).toUtf8());
        write(u"serial"_s, "01\n");
        m_isReady = run({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"3650"_s, u"-config"_s, path(u"tsa.cnf"_s),
            u"-keyout"_s, path(u"tsa.key"_s), u"-out"_s, path(u"tsa.pem"_s)});
    }

    bool isReady() const { return m_isReady; }

    QByteArray reply(const QByteArray &request)
    {
        write(u"q.tsq"_s, request);
        run({u"ts"_s, u"-reply"_s, u"-config"_s, path(u"tsa.cnf"_s), u"-queryfile"_s, path(u"q.tsq"_s), u"-out"_s, path(u"r.tsr"_s)});
        QFile file(path(u"r.tsr"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
    }

    static bool run(const QStringList &arguments)
    {
        QProcess process;
        process.start(u"openssl"_s, arguments);
        return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

    QTemporaryDir m_dir;
    bool m_isReady = false;
};

} // namespace dwtest
