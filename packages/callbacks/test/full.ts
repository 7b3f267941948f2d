/**
 * How many of `n` cases a test runs: all of them where EPOCHAL_FULL is 1 (`npm run test:full`), else a tenth, and at least one.
 * The tenth is the same in every run: take the first cases of a seeded row, never chosen ones.
 */
export function whole(n: number): number {
  return process.env.EPOCHAL_FULL === "1" ? n : Math.max(1, Math.ceil(n / 10));
}
