/** More than a page has rows. */
const MOST_RUNS = 10_000;

/** Ids of runs as a request has them, each once. @throws TypeError or RangeError where they make no sense */
export function readIds(runs: unknown): readonly string[] {
  if (!Array.isArray(runs) || !runs.every((id) => typeof id === "string")) {
    throw new TypeError("runs must be a list of ids.");
  }
  if (runs.length === 0) throw new RangeError("Which runs? Give one id or more.");
  if (runs.length > MOST_RUNS) {
    throw new RangeError(`At most ${MOST_RUNS} runs at once. Received: ${runs.length}`);
  }
  return [...new Set<string>(runs)];
}
