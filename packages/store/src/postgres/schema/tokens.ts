import { bigint, pgTable, text } from "drizzle-orm/pg-core";

/** What lets others in: who knows the secret of a token may do what it says. The secrets themselves are not here. */
export const tokens = pgTable("tokens", {
  /** The part of the secret that is none. */
  id: text().primaryKey(),
  name: text().notNull(),
  /** SHA-256 of the secret, in hexadecimal digits. */
  hash: text().notNull(),
  role: text().notNull(),
  /** A JSON array of names; NULL for all projects. */
  projects: text(),
  createdMs: bigint("created_ms", { mode: "number" }).notNull(),
  /** NULL for never. */
  expiresMs: bigint("expires_ms", { mode: "number" }),
  /** When it last let somebody in, to the minute. */
  usedMs: bigint("used_ms", { mode: "number" }),
  revokedMs: bigint("revoked_ms", { mode: "number" }),
});
