import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A project: its runs are compared with each other. */
export const projects = sqliteTable("projects", {
  name: text().primaryKey(),
  /** Epoch milliseconds, as every column that ends in `_ms`. */
  createdMs: integer("created_ms").notNull(),
  /** Its retention, as JSON; NULL for none. */
  retention: text(),
});
