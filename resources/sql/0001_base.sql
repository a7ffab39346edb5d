-- What store.db holds beside the registers, whose tables are made from their declarations.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- The audit trail. `entry` is the canonical JSON that is hashed; the other columns repeat what is searched.
CREATE TABLE audit (
    seq       INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    action    TEXT NOT NULL UNIQUE,
    name      TEXT NOT NULL,
    actor     TEXT NOT NULL,
    entry     TEXT NOT NULL,
    hash      BLOB NOT NULL,
    signature BLOB NOT NULL
) STRICT;
CREATE INDEX audit_at ON audit (at);
CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;

-- Every past state of every row: what changed, by whom, in which action.
CREATE TABLE row_history (
    register TEXT NOT NULL,
    row_id   TEXT NOT NULL,
    version  INTEGER NOT NULL,
    action   TEXT NOT NULL,
    before   TEXT NOT NULL,
    after    TEXT NOT NULL,
    PRIMARY KEY (register, row_id, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER row_history_keeps BEFORE UPDATE ON row_history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

-- Sealed to a level's inbox key by somebody below that level; filed by the next one who is cleared.
CREATE TABLE inbox (
    id     TEXT PRIMARY KEY,
    level  INTEGER NOT NULL CHECK (level IN (3, 4)),
    kind   TEXT NOT NULL,
    sealed BLOB NOT NULL,
    action TEXT NOT NULL
) STRICT;
