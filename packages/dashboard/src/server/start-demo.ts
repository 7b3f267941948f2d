import "server-only";
import { isAtThisMachine } from "./login/viewer.ts";
import { store } from "./store.ts";
import { viewer } from "./viewer.ts";

/** Longer than the demo trains, however slow a browser is. */
const LASTS_MS = 3_600_000;

/**
 * Makes the token by which a page of the dashboard records the demo that it trains: it writes into that one project, and soon ends. Only at this
 * machine: who had to log in would get a token for more than theirs.
 */
export async function startDemo(): Promise<
  { readonly token: string } | { readonly error: string }
> {
  if (!isAtThisMachine(viewer())) return { error: "The demo trains where nobody logs in." };
  const { access } = await store();
  const { secret } = await access.createToken({
    name: "demo in a page",
    role: "write",
    projects: ["demo"],
    expires: LASTS_MS,
  });
  return { token: secret };
}
