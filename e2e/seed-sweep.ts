// A week of training: 8 configs, 5 seeds each, on 5 days.
import { openStore } from "@epochal/store";

export interface SweptRun {
  readonly id: string;
  readonly learningRate: number;
  readonly units: number;
  readonly dropout: number | undefined;
  readonly seed: number;
  readonly day: number;
  /** By epoch. */
  readonly valAuc: readonly number[];
}

const EPOCHS = 12;
const DAYS = 5;
const SEEDS = 5;
const configs = [0.001, 0.01].flatMap((learningRate) =>
  [32, 64].flatMap((units) =>
    [undefined, 0.3].map((dropout) => ({ learningRate, units, dropout })),
  ),
);

/** Of a run, always the same, between -1 and 1. */
function noise(n: number): number {
  const x = Math.sin(n * 12.9898) * 43758.5453;
  return 2 * (x - Math.floor(x)) - 1;
}

/**
 * Writes 200 runs of the project `sweep`. A learning rate of 0.01 is better by 0.05, 64 units by 0.01, and dropout does nothing; seeds and
 * days are noise of 0.01.
 */
export async function seedSweep(location: string): Promise<readonly SweptRun[]> {
  const store = await openStore(location);
  const start = Date.now() - 7 * 86_400_000;
  const runs: SweptRun[] = [];
  const ended: Promise<void>[] = [];
  for (let day = 0; day < DAYS; day++) {
    for (const { learningRate, units, dropout } of configs) {
      for (let seed = 0; seed < SEEDS; seed++) {
        const n = runs.length;
        const top =
          0.85 + (learningRate === 0.01 ? 0.05 : 0) + (units === 64 ? 0.01 : 0) + 0.01 * noise(n);
        const valAuc = Array.from(
          { length: EPOCHS },
          (_, epoch) => top - 0.3 * Math.exp(-epoch / 3),
        );
        const run = await store.startRun({
          project: "sweep",
          record: false,
          startedAt: new Date(start + day * 86_400_000 + (n % 40) * 60_000),
          tags: [`day-${day + 1}`],
          config: {
            optimizer: { learningRate },
            ...{ units, seed, epochs: EPOCHS },
            ...(dropout !== undefined && { dropout }),
          },
        });
        for (const [epoch, value] of valAuc.entries()) {
          const loss = 1.2 - value + 0.02 * noise(n + 1000);
          const values = { loss, val_loss: loss + 0.05, auc: value + 0.02, val_auc: value };
          run.log(values, { step: epoch, epoch });
        }
        ended.push(run.finish());
        runs.push({ id: run.id, learningRate, units, dropout, seed, day, valAuc });
      }
    }
  }
  await Promise.all(ended);
  await store.close();
  return runs;
}
