#pragma once

#include "core/domain/filetext.h"
#include "core/engines/office/xmlscanner.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <vector>

namespace dw {

/// Takes every text out of one part of an office file: paragraphs with their runs joined, rows of tables, text boxes,
/// fields with their instructions, tracked changes, and the attributes that hold words of people. Knows the elements
/// of WordprocessingML, DrawingML and SpreadsheetML by their local names (ECMA-376 part 1); of others it takes all text.
class XmlTexts
{
public:
    using Take = std::function<void(FileText)>;

    /// `kind` of what stands in paragraphs and rows; see FileText.
    XmlTexts(QString part, QString kind, Take take);

    /// For a worksheet: what its cells show is read elsewhere; only their formulas are taken, and which shared strings they
    /// use is noted.
    void leaveCells(std::vector<bool> &usedStrings);

    /// Fails as XmlScanner, and with LimitExceeded "xml.too_deep".
    Result<> read(XmlScanner::Source source);

private:
    /// Of a paragraph, or of text that stands in none.
    struct Paragraph {
        QString text; ///< As it is now.
        QString before; ///< With what tracked changes have removed, without what they have added.
        qsizetype removedStart = -1; ///< In `before`.
        qsizetype removedEnd = -1;
        QString instructions; ///< Of fields.
        QString kind; ///< Of a note, a comment or a header of an OpenDocument file; else empty.
        int number = 0;
        bool isInBox = false;
        qsizetype row = -1; ///< Index of the row whose cell it stands in; -1 if none.
    };
    struct Row {
        QStringList cells;
        int table = 0;
        int number = 0;
    };
    struct Table {
        int number = 0;
        int rows = 0;
    };

    Result<> start(const XmlScanner &xml);
    Result<> startCell(const XmlScanner &xml);
    void addCellText(QByteArrayView element, QByteArrayView text);
    void end(QByteArrayView name);
    void addText(QByteArrayView text);
    void append(const QString &text);
    void beginParagraph();
    void endParagraph();
    void emitParagraph(const Paragraph &paragraph);
    void endRow();
    void takeAttributes(const XmlScanner &xml);
    void emitText(const QString &kind, const QString &at, const QString &text);
    void emitOnce(const QString &kind, const QString &at, const QString &text);
    void flushLoose();
    void startOpenDocument(const XmlScanner &xml);
    void endOpenDocument(QByteArrayView name);
    void insertDeleted(const QString &text);
    QString kindHere() const;

    const QString m_part;
    const QString m_kind;
    const Take m_take;
    QList<QByteArray> m_open; ///< Names of the elements around.
    std::vector<Paragraph> m_paragraphs;
    std::vector<Row> m_rows;
    std::vector<Table> m_tables;
    QString m_loose; ///< Text outside paragraphs of one element.
    QByteArray m_looseAt; ///< Its element.
    QString m_note; ///< Which note, comment or cell this is in: "7", "B2".
    QSet<QString> m_seen; ///< What emitOnce() has given.
    std::vector<bool> *m_usedStrings = nullptr;
    bool m_isSharedCell = false;
    int m_cells = 0; ///< Depth of sheetData in a worksheet.
    int m_paragraphCount = 0;
    int m_tableCount = 0;
    int m_removed = 0; ///< Depth of w:del and w:moveFrom.
    int m_added = 0; ///< Depth of w:ins and w:moveTo.
    int m_boxes = 0; ///< Depth of text boxes.

    // OpenDocument: text stands in paragraphs themselves, cells are counted, deleted text lies at the start.
    bool m_isOpenDocument = false;
    QHash<QString, QString> m_deletions; ///< By the id of their changed region.
    QString m_region;
    QString m_noteClass;
    QString m_cellValue; ///< Of a cell that shows nothing of its own.
    int m_cellRepeats = 1;
};

} // namespace dw
