import { readFileSync, writeFileSync } from "node:fs";
import type { Store } from "@epochal/store";

export interface PageTokenArgs {
  readonly store: Store;
  readonly origins: readonly string[];
  readonly projects: readonly string[];
}

/**
 * The secret of a token with which pages of these origins may send runs of these projects. It is the same each time, so that what somebody
 * pasted into a page goes on working: it lies beside the database, where only the user can read it, and whoever can read it can read
 * the runs as well.
 */
export async function pageToken({ store, origins, projects }: PageTokenArgs): Promise<string> {
  const file = `${store.location}.page-tokens`;
  const known = readTokens(file);
  const key = JSON.stringify([origins, projects]);
  const secret = known[key];
  if (typeof secret === "string" && (await isGood(store, secret))) return secret;
  const made = await store.access.createToken({
    name: `pages of ${origins.join(", ")}`.slice(0, 100),
    role: "write",
    projects,
  });
  writeFileSync(file, `${JSON.stringify({ ...known, [key]: made.secret })}\n`, { mode: 0o600 });
  return made.secret;
}

async function isGood(store: Store, secret: string): Promise<boolean> {
  const { token } = await store.access.checkToken({ secret });
  return token !== undefined;
}

function readTokens(file: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // There are none yet.
    return {};
  }
}
