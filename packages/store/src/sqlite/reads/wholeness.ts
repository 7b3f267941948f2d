import type { Database } from "better-sqlite3";
import type { UnfoldedJournals } from "../../ingest/unfolded-journals.ts";
import type { Unfolded } from "../../store.ts";

type Whole<T> = T & { readonly unfolded?: Unfolded };

/** How often a read is tried anew when somebody removes a folded journal in the middle of it. */
const mostTries = 3;

/** Makes reads that say what they may lack: what dead processes have left and the database did not hold when it was read. */
export function wholeness(
  db: Database,
  journals: UnfoldedJournals,
): <T>(read: () => T) => Whole<T> {
  const folded = db
    .prepare<[], [string, number]>(
      "SELECT segment, bytes FROM removed UNION ALL SELECT segment, bytes FROM folded",
    )
    .raw();
  return (read) => {
    for (let tries = 1; ; tries++) {
      const before = journals.sizes();
      const [answer, offsets] = db
        .transaction(() => [read(), new Map(folded.all())] as const)
        .deferred();
      const after = journals.sizes();
      // What it held may be missing in the answer, and nobody can count it any more.
      const isGone = [...before.keys()].some((name) => !after.has(name));
      if (isGone && tries < mostTries) continue;
      const unfolded = journals.count(after, offsets);
      return { ...answer, ...(unfolded && { unfolded }) };
    }
  };
}
