#pragma once

#include "core/engines/office/pivottexts.h"
#include "core/engines/office/tablereader.h"
#include "core/engines/office/textreader.h"
#include "core/engines/office/zipreader.h"

#include <QBuffer>

#include <functional>
#include <optional>

namespace dw {

/// Reads every part of a Word, Excel or PowerPoint file (ECMA-376) or an OpenDocument one; in any other archive every file.
/// Files inside it are read by what `openInner` gives. What is neither text nor known to hold none is told as unread.
class PackageReader final : public TextReader
{
public:
    /// A reader for a file inside; `name` says where it lies. Fails as an opener of files does.
    using OpenInner = std::function<Result<std::unique_ptr<TextReader>>(const QByteArray &bytes, const QString &name)>;

    static constexpr qint64 largestPart = 512LL << 20; ///< Unpacked bytes, sheets aside.
    static constexpr qsizetype largestText = 64 << 20; ///< Characters out of one part, sheets aside.

    /// Fails as ZipReader and with "find.encrypted_office" {name}.
    static Result<std::unique_ptr<TextReader>> open(const QByteArray &bytes, const QString &name, OpenInner openInner);

    int stepCount() const override { return int(m_steps.size()); }
    int step() const override { return m_step; }
    QString stepName(int step) const override;
    void skipTo(int step) override;
    FileTexts next() override;
    bool isNextSlow() const override { return m_inner && m_inner->isNextSlow(); }

private:
    enum class Role { Xml, Sheet, SheetRest, SharedStrings, PivotDefinition, Inner, Names, Unread };
    struct Step {
        Role role = Role::Xml;
        QString part;
        int sheet = -1; ///< Index into m_sheets of a worksheet.
    };
    struct Sheet {
        QString name;
        QString part;
        bool isHidden = false;
    };

    PackageReader(const QByteArray &bytes, ZipReader zip, QString name, OpenInner openInner);

    Result<> plan();
    void planPart(const QString &part, bool isOffice);
    Result<> readXml(const Step &step, FileTexts &result);
    Result<> readSheet(const Step &step, FileTexts &result);
    Result<> readSharedStrings(const Step &step, FileTexts &result);
    Result<> readPivot(const Step &step, FileTexts &result);
    Result<> readInner(const Step &step, FileTexts &result);
    void readNames(FileTexts &result) const;
    void finishStep();

    const QByteArray m_bytes; ///< Declared before m_zip, which reads it.
    ZipReader m_zip;
    const QString m_name;
    const OpenInner m_openInner;
    QList<Step> m_steps;
    QList<Sheet> m_sheets;
    std::vector<bool> m_usedStrings;
    QList<FileText> m_pivotTexts;
    PivotTexts m_pivots;
    int m_step = 0;
    QBuffer m_sheetBytes;
    std::unique_ptr<TableReader> m_table; ///< The sheet being read.
    bool m_isFirstRow = true;
    std::unique_ptr<TextReader> m_inner; ///< The file inside being read.
};

} // namespace dw
