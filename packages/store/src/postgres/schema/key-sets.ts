import { sql } from "drizzle-orm";
import { bigint, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";

/** Which keys a run has logged, once for all runs that have logged the same: what many runs have is counted by it. Triggers keep it. */
export const keySets = pgTable(
  "key_sets",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** A JSON array of the keys in their order. */
    keys: text().notNull(),
  },
  // By its hash: hundreds of keys are longer than an index has room for.
  (table) => [uniqueIndex("key_sets_by_keys").on(sql`md5(${table.keys})`)],
);
