import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What belongs together: runs of one project are compared with each other. */
export const projects = sqliteTable("projects", {
  name: text().primaryKey(),
  /** Epoch milliseconds, as every column that ends in `_ms`. */
  createdMs: integer("created_ms").notNull(),
  /** What becomes of its runs in time, as JSON; NULL for nothing. */
  retention: text(),
});
