import type { Database } from "better-sqlite3";
import type { Unfolded } from "../../unfolded.ts";

/** The journals beside a database: they know their files, and the database knows how far it holds them. */
export interface JournalsBeside {
  /** The parts of journals that nobody writes to any more: name to length. */
  sizes(): ReadonlyMap<string, number>;
  /** How much of them a database lacks, given how far it holds each part; undefined where it holds all. */
  count(
    sizes: ReadonlyMap<string, number>,
    folded: ReadonlyMap<string, number>,
  ): Unfolded | undefined;
}

type Whole<T> = T & { readonly unfolded?: Unfolded };

/** How often a read is repeated when somebody removes a folded journal during it. */
const mostTries = 3;

/** Makes reads say what they may lack: lines of dead processes that the database did not hold when it was read. */
export function wholeness(db: Database, journals: JournalsBeside): <T>(read: () => T) => Whole<T> {
  const folded = db
    .prepare<object, [string, number]>(
      `SELECT segment, bytes FROM removed WHERE segment IN (SELECT value FROM json_each(@names))
        UNION ALL SELECT segment, bytes FROM folded WHERE segment IN (SELECT value FROM json_each(@names))`,
    )
    .raw();
  const offsets = (names: readonly string[]) =>
    new Map(names.length === 0 ? [] : folded.all({ names: JSON.stringify(names) }));
  return (read) => {
    for (let tries = 1; ; tries++) {
      const before = journals.sizes();
      const [answer, sizes, known] = db
        .transaction(() => {
          const answer = read();
          const sizes = journals.sizes();
          return [answer, sizes, offsets([...sizes.keys()])] as const;
        })
        .deferred();
      // Its lines may be missing in the answer, and nobody can count them any more.
      const isGone = [...before.keys()].some((name) => !sizes.has(name));
      if (isGone && tries < mostTries) continue;
      const unfolded = journals.count(sizes, known);
      return { ...answer, ...(unfolded && { unfolded }) };
    }
  };
}
