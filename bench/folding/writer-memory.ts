import path from "node:path";
import { openStore } from "@epochal/store";

/** By how many megabytes a process grows that logs as fast as it can, after each fourth of its steps. */
export async function writerMemory(folder: string, steps: number): Promise<readonly number[]> {
  const store = await openStore(path.join(folder, "writer.db"), {
    onError: (error) => {
      throw error;
    },
  });
  const run = await store.startRun({ project: "bench", record: false });
  const before = process.memoryUsage().rss;
  const grown: number[] = [];
  const values: Record<string, number> = {};
  for (let part = 1; part <= 4; part++) {
    for (let step = ((part - 1) * steps) / 4; step < (part * steps) / 4; step++) {
      for (let k = 0; k < 10; k++) values[`metric_${k}`] = Math.sin(step * (k + 1));
      run.log(values, { step });
      // As a training does now and then.
      if (step % 1_000 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    grown.push((process.memoryUsage().rss - before) / 1e6);
  }
  await run.finish();
  await store.close();
  return grown;
}
