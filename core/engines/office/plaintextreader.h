#pragma once

#include "core/engines/office/tablereader.h"
#include "core/engines/office/textreader.h"

#include <QBuffer>

namespace dw {

/// Text without any form, in every encoding that textencoding.h knows. A long one comes in pieces that end with a line.
class PlainTextReader final : public TextReader
{
public:
    static constexpr qsizetype pieceLength = 4 << 20; ///< UTF-16 units.

    /// Fails with "find.kind_unread" {name} when the bytes are no text.
    static Result<std::unique_ptr<TextReader>> open(const QByteArray &bytes, const QString &name);

    int stepCount() const override { return int(m_pieces.size()); }
    int step() const override { return m_step; }
    QString stepName(int) const override { return {}; }
    void skipTo(int step) override;
    FileTexts next() override;

private:
    QStringList m_pieces;
    QList<Error> m_problems;
    int m_step = 0;
    qsizetype m_offset = 0;
};

/// A list as plain text: CSV and its like, row by row.
class TableTextReader final : public TextReader
{
public:
    static constexpr int rowsAtOnce = 2000;

    /// Fails as openTable(), but not for a list without rows.
    static Result<std::unique_ptr<TextReader>> open(const QByteArray &bytes, const QString &name);

    int stepCount() const override { return 1; }
    int step() const override { return m_isDone ? 1 : 0; }
    QString stepName(int) const override { return {}; }
    void skipTo(int step) override { m_isDone = step > 0; }
    FileTexts next() override;

private:
    QBuffer m_bytes;
    QString m_name;
    std::unique_ptr<TableReader> m_reader;
    bool m_isDone = false;
    bool m_isFirst = true;
};

} // namespace dw
