import type { Store } from "@epochal/store";

export interface RecordPointsArgs {
  readonly store: Store;
  readonly name: string;
  /** How many steps the run logs, a value of each key at each. */
  readonly steps: number;
  readonly keys: readonly string[];
}

/** The folding thread must keep up, or the journal grows without end. */
const flushedAfter = 1_000_000;

/** Records a run that logs at every step, and waits until all of it is in the database. @returns its id */
export async function recordPoints(args: RecordPointsArgs): Promise<string> {
  const { store, name, steps, keys } = args;
  const run = await store.startRun({ project: "bench", name });
  const stepsAtOnce = Math.ceil(flushedAfter / keys.length);
  for (let step = 0; step < steps; step++) {
    const values: Record<string, number> = {};
    for (const [i, key] of keys.entries()) {
      const noise = (Math.sin((step + i) * 12.9898) * 43758.5453) % 0.1;
      values[key] = Math.exp(-step / steps) + noise;
    }
    run.log(values, { step });
    if (step % stepsAtOnce === 0) await run.flush();
  }
  await run.finish();
  return run.id;
}
