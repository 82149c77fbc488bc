import type { Database, Statement } from "./database.ts";

/** Prepares each text once. Preparing costs more than running most of the store's statements. */
export function withStatementCache(database: Database): Database {
  const prepared = new Map<string, Statement>();
  return {
    ...database,
    prepare(sql) {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      const statement = database.prepare(sql);
      prepared.set(sql, statement);
      return statement;
    },
  };
}
