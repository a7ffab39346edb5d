-- In what order the letters of one action are filed.
ALTER TABLE inbox ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 0;
