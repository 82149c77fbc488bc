/**
 * One append-only log of revisions. A revision is never changed: a snapshot is the newest revision of each id up to a
 * timestamp, deltas are what comes after one. `entries` are the places of revisions in indexes, revisions too; an
 * entry without `seq` says that from then on nothing stands there.
 */
export const sqlSchema = `
CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS tablets(
  tablet INTEGER PRIMARY KEY, uid BLOB NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,
  component TEXT NOT NULL, from_ts INTEGER NOT NULL, until_ts INTEGER, summary TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS indexes(
  idx INTEGER PRIMARY KEY, tablet INTEGER NOT NULL, name TEXT NOT NULL, fields TEXT NOT NULL,
  ready_at INTEGER NOT NULL, ready_ts INTEGER, is_gone INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS log(
  seq INTEGER PRIMARY KEY, ts INTEGER NOT NULL, tablet INTEGER NOT NULL, id BLOB NOT NULL,
  deleted INTEGER NOT NULL, value TEXT);
CREATE INDEX IF NOT EXISTS log_by_ts ON log(ts);
CREATE INDEX IF NOT EXISTS log_by_id ON log(tablet, id, ts DESC);
CREATE TABLE IF NOT EXISTS entries(
  idx INTEGER NOT NULL, key BLOB NOT NULL, ts INTEGER NOT NULL, seq INTEGER,
  PRIMARY KEY(idx, key, ts DESC)) WITHOUT ROWID;
`;
