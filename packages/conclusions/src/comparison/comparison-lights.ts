import type { Differences } from "./compare-configs.ts";

/** Whether two runs share what a fair comparison, or a repetition, needs. */
export interface ComparisonLight {
  readonly what: "code" | "data" | "start" | "machine";
  /** `unknown` where the cards do not hold it of both. */
  readonly state: "same" | "differs" | "unknown";
  /** In which leaves of the card they differ. */
  readonly paths: readonly string[];
}

/** Which leaves tell it; who lacks all of them does not know. */
const kinds: readonly {
  readonly what: ComparisonLight["what"];
  readonly isTold: RegExp;
  readonly isNeeded: RegExp;
}[] = [
  {
    what: "code",
    // The branch is only a name of the commit.
    isTold: /^code\.(?!branch$)/,
    isNeeded: /^code\.(?:commit|scriptHash|diff|diffHash)$/,
  },
  { what: "data", isTold: /^data\./, isNeeded: /^data\./ },
  { what: "start", isTold: /^weights\.hash$/, isNeeded: /^weights\.hash$/ },
  { what: "machine", isTold: /^(?:machine|backend)\./, isNeeded: /^(?:machine|backend)\./ },
];

/** Same code? Same data? Same start, which is the weights before the first batch? Same machine and backend? */
export function comparisonLights(card: Differences): ComparisonLight[] {
  const differing = card.differing.map(({ path }) => path);
  const same = card.same.map(({ path }) => path);
  const lone = [...card.onlyInA, ...card.onlyInB].map(({ path }) => path);
  return kinds.map(({ what, isTold, isNeeded }) => {
    const isKnown = [...same, ...differing].some((path) => isNeeded.test(path));
    // A run without uncommitted changes has no diff: that is a difference, and no ignorance.
    const paths = [...differing, ...(isKnown ? lone : [])].filter((path) => isTold.test(path));
    if (!isKnown) return { what, state: "unknown", paths: [] };
    return { what, state: paths.length > 0 ? "differs" : "same", paths };
  });
}
