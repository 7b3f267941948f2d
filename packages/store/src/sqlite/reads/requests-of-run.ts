import { asc, eq } from "drizzle-orm";
import type { AskedRequest } from "../../run-details.ts";
import { requests } from "../schema/requests.ts";
import type { Drizzle } from "./drizzle.ts";

/** What somebody wanted of a run, the oldest first. */
export function requestsOfRun(db: Drizzle, run: string): AskedRequest[] {
  return db
    .select()
    .from(requests)
    .where(eq(requests.runId, run))
    .orderBy(asc(requests.atMs), asc(requests.id))
    .all()
    .map(({ id, want, by, atMs, takenMs }) => ({
      id,
      want: want as AskedRequest["want"],
      by,
      at: new Date(atMs),
      ...(takenMs !== null && { takenAt: new Date(takenMs) }),
    }));
}
