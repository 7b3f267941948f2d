import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore, type Store } from "@epochal/store";
import { expect, test } from "vitest";

const program = path.join(import.meta.dirname, "../test/resumed-fit.ts");

async function train(...args: string[]): Promise<unknown[]> {
  const training = spawn(process.execPath, [program, ...args], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  return once(training, "exit");
}

interface Wanted {
  readonly run: string;
  readonly key: string;
  readonly segment?: number;
}

/** The values of a series by their steps. */
async function valuesOf(store: Store, wanted: Wanted): Promise<Map<number, number>> {
  const { step, value } = await store.readSeries(wanted);
  return new Map(Array.from(step, (at, i) => [at, value[i] ?? Number.NaN]));
}

test.skipIf(process.platform === "win32")(
  "a run killed twice goes on in segments to the values of one that never was",
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "epochal-resumed-fit-"));
    const [smooth, rough] = ["smooth.db", "rough.db"].map((name) => path.join(folder, name));
    const backup = path.join(folder, "backup");
    expect(await train(smooth ?? "")).toEqual([0, null]);
    // Five batches an epoch: after three epochs and two batches.
    expect(await train(rough ?? "", backup, "", "17")).toEqual([null, "SIGKILL"]);
    const store = await openStore(rough);
    const id = (await store.listRuns()).runs[0]?.id ?? "";
    expect((await store.getRun(id)).status.state).toBe("killed");
    expect(await train(rough ?? "", backup, id, "16")).toEqual([null, "SIGKILL"]);
    expect(await train(rough ?? "", backup, id)).toEqual([0, null]);

    const whole = await openStore(smooth);
    const never = (await whole.listRuns()).runs[0]?.id ?? "";
    for (const key of ["val_loss", "val_auc", "batch_loss"]) {
      const expected = await valuesOf(whole, { run: never, key });
      expect(expected.size).toBe(key === "batch_loss" ? 45 : 9);
      expect(await valuesOf(store, { run: id, key })).toEqual(expected);
    }
    const run = await store.getRun(id);
    expect(run.status.state).toBe("finished");
    expect(run.segments.map(({ status }) => status.state)).toEqual([
      "killed",
      "killed",
      "finished",
    ]);
    // The batches after the last backup were trained twice, and came to the same.
    const twice = await valuesOf(store, { run: id, key: "batch_loss", segment: 0 });
    expect([...twice.keys()]).toEqual([16, 17]);
    const losses = await valuesOf(whole, { run: never, key: "batch_loss" });
    for (const [step, loss] of twice) expect(loss).toBe(losses.get(step));
    await store.close();
    await whole.close();
    rmSync(folder, { recursive: true });
  },
  240_000,
);
