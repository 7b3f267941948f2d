import { seededRandom } from "./random.ts";

/**
 * How many of `n` cases a test runs: all of them where EPOCHAL_FULL is 1 (`npm run test:full`), else a tenth, and at least one.
 * The tenth is the same in every run: take the first cases of a seeded row, never chosen ones.
 */
export function whole(n: number): number {
  return process.env.EPOCHAL_FULL === "1" ? n : Math.max(1, Math.ceil(n / 10));
}

/**
 * Some of the cases, at random, but of each kind at least one: all of them where EPOCHAL_FULL is 1. The seed belongs in the
 * test's name.
 *
 * @param kindsOf what kinds a case is of, each under another name
 */
export function someOf<T>(
  cases: readonly T[],
  seed: number,
  kindsOf: (one: T) => readonly unknown[],
): readonly T[] {
  if (process.env.EPOCHAL_FULL === "1") return cases;
  const random = seededRandom(seed);
  const seen = new Set<string>();
  const mixed = cases.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at);
  return mixed.flatMap(({ one }) => {
    const kinds = kindsOf(one).map((kind, i) => `${i} ${String(kind)}`);
    if (kinds.every((kind) => seen.has(kind))) return [];
    for (const kind of kinds) seen.add(kind);
    return [one];
  });
}
