-- Only in level3.db and level4.db.

-- How to take back an action of which the trail knows nothing: the inverse changeset of the session extension,
-- and the table into which very many rows of it went.
CREATE TABLE pending (
    action     TEXT PRIMARY KEY,
    inverse    BLOB NOT NULL,
    bulk_table TEXT
) STRICT, WITHOUT ROWID;

-- Chain over all actions that wrote here; the trail holds its value, so an older file shows.
CREATE TABLE level_head (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    action TEXT NOT NULL,
    count  INTEGER NOT NULL,
    digest BLOB NOT NULL
) STRICT;
