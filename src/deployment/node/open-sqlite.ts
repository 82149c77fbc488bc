import { createRequire } from "node:module";
import type { Database, SqlRow, SqlValue } from "#deployment/store/database.ts";

/** The part of `node:sqlite` used here; `@photostructure/sqlite` has the same. */
interface SyncStatement {
  run(...parameters: SqlValue[]): unknown;
  get(...parameters: SqlValue[]): SqlRow | undefined;
  all(...parameters: SqlValue[]): SqlRow[];
  setReadBigInts(enabled: boolean): void;
}
export interface SyncDatabase {
  exec(sql: string): void;
  prepare(sql: string): SyncStatement;
  function(name: string, options: object, body: (value: SqlValue) => SqlValue): void;
  close(): void;
}
interface SqliteModule {
  DatabaseSync: new (location: string) => SyncDatabase;
}

/**
 * SQLite in a file or, as ":memory:", in memory. A file is in WAL mode: a commit that was acknowledged survives the
 * end of this process, however it ends.
 */
export function openSqlite(location: string): Database {
  return adaptSqlite(openSyncDatabase(location));
}

export function openSyncDatabase(location: string): SyncDatabase {
  const { DatabaseSync } = loadSqlite();
  const database = new DatabaseSync(location);
  database.exec(
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; PRAGMA busy_timeout=2000;",
  );
  return database;
}

export function adaptSqlite(database: SyncDatabase): Database {
  return {
    exec: (sql) => database.exec(sql),
    prepare(sql) {
      const statement = database.prepare(sql);
      // Without this an integer beyond 2^53 is an error.
      statement.setReadBigInts(true);
      return {
        run: (...parameters) => void statement.run(...parameters),
        get: (...parameters) => statement.get(...parameters),
        all: (...parameters) => statement.all(...parameters),
      };
    },
    close: () => database.close(),
  };
}

/** Node's own SQLite is there from 22.5 on; the package is the same interface for Node 20. */
function loadSqlite(): SqliteModule {
  const require = createRequire(import.meta.url);
  const hasOwn = process.getBuiltinModule?.("node:sqlite") !== undefined;
  return require(hasOwn ? "node:sqlite" : "@photostructure/sqlite") as SqliteModule;
}
