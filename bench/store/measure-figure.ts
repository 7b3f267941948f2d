import { threadMs } from "../thread-ms.ts";
import type { Figure } from "./figures.ts";

export interface Measured {
  /** Milliseconds of each round. */
  readonly bare: Float64Array;
  readonly ours: Float64Array;
  /** What this thread computed for ours, in milliseconds a round. */
  readonly computed: number;
}

/** Times ours and what it costs SQLite alone, in turns. */
export async function measureFigure({ bare, ours }: Figure, rounds: number): Promise<Measured> {
  const [first, second] = [new Float64Array(rounds), new Float64Array(rounds)];
  let computed = 0;
  // The first round is not counted: files and statements are not there yet.
  for (let round = -1; round < rounds; round++) {
    const begin = performance.now();
    bare();
    const middle = performance.now();
    const cpu = threadMs();
    await ours();
    const end = performance.now();
    if (round < 0) continue;
    computed += (threadMs() - cpu) / rounds;
    [first[round], second[round]] = [middle - begin, end - middle];
  }
  return { bare: first, ours: second, computed };
}
