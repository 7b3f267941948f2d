import { existsSync } from "node:fs";
import path from "node:path";
import { openStore } from "@epochal/store";
import { project as manyRuns, seedStore } from "../store/seed-store.ts";
import { settle } from "../store/settle.ts";

export interface SeededStore {
  readonly location: string;
  readonly project: string;
}

const metrics = ["auc", "loss", "accuracy", "precision", "recall"].flatMap((key) => [
  key,
  `val_${key}`,
]);

/** Runs of ten series, a value an epoch. */
export function seedEpochs(folder: string, runs: number, epochs: number): Promise<SeededStore> {
  return once(folder, `${runs}-runs`, "bench", async (location) => {
    const store = await openStore(location);
    for (let n = 0; n < runs; n++) {
      const config = { units: 8 << (n % 8), seed: n % 5, learningRate: 10 ** -(1 + (n % 5)) };
      const run = await store.startRun({
        project: "bench",
        name: `run ${n}`,
        config,
        record: false,
      });
      for (let epoch = 0; epoch < epochs; epoch++) {
        const values = metrics.map((key, i) => {
          const way =
            Math.exp((-epoch * (1 + (n % 7))) / epochs) + 0.02 * Math.sin(n * 7 + epoch + i);
          return [key, key.endsWith("loss") ? way : 1 / (1 + Math.abs(way))] as const;
        });
        run.log(Object.fromEntries(values), { step: epoch, epoch });
      }
      await run.finish();
    }
    await store.close();
  });
}

/** Runs that log one series once a batch. */
export function seedBatches(folder: string, runs: number, points: number): Promise<SeededStore> {
  return once(folder, `${runs}-long-runs`, "bench", async (location) => {
    const store = await openStore(location);
    for (let n = 0; n < runs; n++) {
      const run = await store.startRun({ project: "bench", name: `run ${n}`, record: false });
      for (let step = 0; step < points; step++) {
        const noise = (Math.sin((step + n) * 12.9898) * 43758.5453) % 0.1;
        const loss = Math.exp((-step * (1 + n / runs)) / points) + noise;
        run.log({ batch_loss: loss }, { step, epoch: (step + 1) / 1000 });
      }
      // The folding thread must keep up, or the journal grows without end.
      await run.finish();
    }
    await store.close();
  });
}

/** A store of very many runs, each with eighteen series. */
export function seedRuns(folder: string, runs: number): Promise<SeededStore> {
  return once(folder, `${runs}-runs`, manyRuns, async (location) => {
    await seedStore({ location, runs });
    const store = await openStore(location);
    await settle(store, location);
    await store.close();
  });
}

/** Seeds a store, unless the folder has it from an earlier time. */
async function once(
  folder: string,
  name: string,
  project: string,
  seed: (location: string) => Promise<void>,
): Promise<SeededStore> {
  const location = path.join(folder, name, "runs.db");
  if (!existsSync(location)) await seed(location);
  return { location, project };
}
