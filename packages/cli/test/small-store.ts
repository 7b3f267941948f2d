import path from "node:path";
import { openStore, type Store } from "@epochal/store";
import { temporaryFolder } from "./temporary-folder.ts";

export interface SmallStore {
  readonly location: string;
  /** By the names of the runs. */
  readonly ids: Readonly<Record<"slow" | "fast" | "odd", string>>;
}

/** A store with two runs of one project to compare, and one of another that knows no better way. */
export async function smallStore(
  also?: (store: Store) => Promise<void>,
  folder = temporaryFolder(),
): Promise<SmallStore> {
  const location = path.join(folder, "runs.db");
  const store = await openStore(location);
  const record = async (project: string, name: string, config: object, values: object[]) => {
    const run = await store.startRun({ project, name, config: { ...config }, record: false });
    for (const [epoch, each] of values.entries()) run.log({ ...each }, { step: epoch, epoch });
    await run.finish();
    return run.id;
  };
  const aucs = (...each: number[]) => each.map((val_auc) => ({ val_auc, loss: 1 - val_auc }));
  const ids = {
    slow: await record("birds", "slow", { lr: 0.01, units: 8, seed: 1 }, aucs(0.5, 0.7, 0.8, 0.91)),
    fast: await record("birds", "fast", { lr: 0.001, units: 8, seed: 2 }, aucs(0.6, 0.93, 0.9)),
    odd: await record("fish", "odd", { units: 3 }, [{ mystery: 1 }, { mystery: Number.NaN }]),
  };
  await also?.(store);
  await store.close();
  return { location, ids };
}
