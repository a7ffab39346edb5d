-- The text of a version's pages as the viewer's search runs over it, so that a search need not read the file first.
CREATE TABLE page_text (
    version TEXT NOT NULL, -- doc_version
    page    INTEGER NOT NULL CHECK (page >= 0),
    way     INTEGER NOT NULL, -- how it was read and normalised; of another way it is read anew
    text    TEXT NOT NULL,
    PRIMARY KEY (version, page)
) STRICT, WITHOUT ROWID;
