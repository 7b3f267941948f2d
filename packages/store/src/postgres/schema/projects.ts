import { bigint, pgTable, text } from "drizzle-orm/pg-core";

/** A project: its runs are compared with each other. */
export const projects = pgTable("projects", {
  name: text().primaryKey(),
  /** Epoch milliseconds, as every column that ends in `_ms`. */
  createdMs: bigint("created_ms", { mode: "number" }).notNull(),
  /** Its retention, as JSON; NULL for none. */
  retention: text(),
});
