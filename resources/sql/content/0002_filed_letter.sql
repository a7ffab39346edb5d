-- Letters of store.db's inbox that were filed here: an older store.db cannot have them filed again.
CREATE TABLE filed_letter (
    id     TEXT PRIMARY KEY,
    action TEXT NOT NULL
) STRICT, WITHOUT ROWID;
