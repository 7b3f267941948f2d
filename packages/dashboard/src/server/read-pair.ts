import "server-only";
import type { ReadPair } from "../wire/read-pair.ts";
import { findRuns } from "./find-runs.ts";
import { newestRuns } from "./newest-runs.ts";
import { offered } from "./offered.ts";
import { store } from "./store.ts";

/** Reads `A...B`, ids or their beginnings. */
export async function readPair(pair: string): Promise<ReadPair> {
  const [first, second, ...rest] = pair.split("...");
  if (first === undefined || second === undefined || rest.length > 0) {
    return { kind: "malformed", wanted: pair, offers: await newestRuns() };
  }
  const open = await store();
  const found = [await findRuns(open, first), await findRuns(open, second)] as const;
  for (const [at, wanted] of [first, second].entries()) {
    const [these, others] = at === 0 ? found : [found[1], found[0]];
    const [other] = others.length === 1 ? others : [];
    const known = other && ({ known: offered(other), side: at === 0 ? "b" : "a" } as const);
    if (these.length > 1) {
      return { kind: "ambiguous", wanted, ...known, offers: these.map(offered) };
    }
    if (these.length === 0) {
      return { kind: "missing", wanted, ...known, offers: await newestRuns(other) };
    }
  }
  const [[a], [b]] = found;
  if (a === undefined || b === undefined)
    throw new Error("Two runs were found, and are not there.");
  if (a.id !== b.id) return { kind: "pair", a: a.id, b: b.id };
  return { kind: "same", wanted: first, known: offered(a), side: "a", offers: await newestRuns(a) };
}
