#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace dw {

/// The structure of a drawn document, kept while it is drawn: a tree of elements (ISO 32000-1, 14.7) whose leaves
/// are the texts in the order they were drawn on each page. Texts outside of any element are artifacts.
class PdfTags
{
public:
    /// A leaf: the nth marked text of a page.
    struct Leaf {
        int page = 0;
        int mark = 0;
    };
    struct Kid {
        int element = -1; ///< -1 = a leaf.
        Leaf leaf;
    };
    struct Element {
        QByteArray type; ///< "H1", "P", "TH" ...
        int parent = -1;
        QString alternative; ///< What a figure shows, in words.
        QList<Kid> kids;
    };
    /// One text of a page, in the order of drawing.
    struct Text {
        bool isMarked = false;
        QByteArray type; ///< Of its element.
        bool isChinese = false; ///< Has ideographs: another language than an English document's.
    };

    PdfTags();

    void open(const QByteArray &type, const QString &alternative = {}); ///< Below the open element.
    void close();
    void addText(int page, bool isChinese, bool isArtifact);

    bool isEmpty() const { return m_pages.isEmpty(); }
    const QList<Element> &elements() const { return m_elements; } ///< The first is the document.
    const QList<QList<Text>> &pages() const { return m_pages; }

private:
    QList<Element> m_elements;
    QList<int> m_open;
    QList<QList<Text>> m_pages;
    QList<int> m_marks; ///< Marked texts by page.
};

} // namespace dw
