import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What lets others in: who knows the secret of a token may do what it says. The secrets themselves are not here. */
export const tokens = sqliteTable("tokens", {
  /** The part of the secret that is none. */
  id: text().primaryKey(),
  name: text().notNull(),
  /** SHA-256 of the secret, in hexadecimal digits. */
  hash: text().notNull(),
  role: text().notNull(),
  /** A JSON array of names; NULL for all projects. */
  projects: text(),
  createdMs: integer("created_ms").notNull(),
  /** NULL for never. */
  expiresMs: integer("expires_ms"),
  /** When it last let somebody in, to the minute. */
  usedMs: integer("used_ms"),
  revokedMs: integer("revoked_ms"),
});
