-- Content tables: the same in store.db (levels 1 and 2), level3.db and level4.db.

-- Values of sealed fields of register rows.
CREATE TABLE sealed_value (
    register TEXT NOT NULL,
    row_id   TEXT NOT NULL,
    field    TEXT NOT NULL,
    value    TEXT NOT NULL, -- JSON
    version  INTEGER NOT NULL,
    PRIMARY KEY (register, row_id, field)
) STRICT, WITHOUT ROWID;

-- Keys of the blobs of this level; a blob without a row here is unreadable for good.
CREATE TABLE blob_key (
    id     TEXT PRIMARY KEY,
    key    BLOB NOT NULL,
    size   INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    action TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Rows of imported client lists.
CREATE TABLE client_record (
    id        TEXT PRIMARY KEY,
    asset     TEXT NOT NULL,
    import_id TEXT NOT NULL,
    row_no    INTEGER NOT NULL,
    level     INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
    name      TEXT NOT NULL,
    contact   TEXT,
    identifier TEXT,
    phone     TEXT,
    email     TEXT,
    address   TEXT,
    account   TEXT,
    revenue   REAL,
    free_text TEXT,
    aliases   TEXT, -- JSON array
    extra     TEXT NOT NULL, -- JSON object: the list's own columns that have no role
    action    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX client_record_asset ON client_record (asset, row_no);
CREATE INDEX client_record_import ON client_record (import_id);
CREATE INDEX client_record_action ON client_record (action);

-- Areas and words to be removed from a version of a document.
CREATE TABLE mark (
    id       TEXT PRIMARY KEY,
    version  TEXT NOT NULL, -- doc_version
    page     INTEGER NOT NULL CHECK (page >= 0),
    x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL, -- points, default user space
    reason   TEXT NOT NULL,
    word     TEXT,
    scope    TEXT NOT NULL CHECK (scope IN ('place', 'everywhere')),
    state    TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'rejected')),
    note     TEXT,
    made_by  TEXT NOT NULL,
    made_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX mark_version ON mark (version, page);

-- Places where client information was found; their counts stand in doc_version for everyone.
CREATE TABLE finding (
    id       TEXT PRIMARY KEY,
    version  TEXT NOT NULL,
    page     INTEGER,
    kind     TEXT NOT NULL,
    value    TEXT NOT NULL,
    rects    TEXT NOT NULL, -- JSON array of [x0,y0,x1,y1]
    score    REAL NOT NULL,
    state    TEXT NOT NULL CHECK (state IN ('open', 'redacted', 'false_positive', 'accepted')),
    decided_by TEXT,
    decided_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_version ON finding (version, state);
