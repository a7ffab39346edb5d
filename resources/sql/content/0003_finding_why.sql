-- Why something was found, its finer kind, and where it stands in a file without pages.
ALTER TABLE finding ADD COLUMN place TEXT;
ALTER TABLE finding ADD COLUMN why TEXT;
ALTER TABLE finding ADD COLUMN cue TEXT;
ALTER TABLE finding ADD COLUMN sub TEXT;
