import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { whole as casesOf, someOf } from "@epochal/testing/full";
import { newSeed } from "@epochal/testing/random";
import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { callbackContract, refusesArguments } from "../../test/callback-contract.ts";
import { loadNativeBackend } from "../../test/load-native-backend.ts";
import { RecordedRun } from "../../test/recorded-run.ts";
import { type Outcome, train } from "../../test/resumable-training.ts";
import { tinyData, tinyModel } from "../../test/tiny-training.ts";
import { BackupAndRestore } from "./backup-and-restore.ts";
import { EarlyStopping } from "./early-stopping.ts";

const root = mkdtempSync(path.join(tmpdir(), "epochal-backups-"));
let count = 0;
let folder = "";
beforeEach(() => {
  folder = path.join(root, String(count++));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

callbackContract({
  create: () => new BackupAndRestore({ backupDir: folder }),
  recordsAlways: false,
});

refusesArguments(BackupAndRestore, [
  [{}, "BackupAndRestore: backupDir must be given, a folder. Received: nothing"],
  [{ backupDir: "" }, "BackupAndRestore: backupDir must be a non-empty string."],
  [{ backupDir: "a", saveFreq: "batch" }, 'saveFreq must be "epoch" or a whole number above 0.'],
  [{ backupDir: "a", backup_dir: "a" }, "Received: backup_dir. Did you mean backupDir?"],
]);

const { x, y } = tinyData();

/** Fits in stock `fit()`, failing at a batch, counted over all epochs, or at the end of an epoch. */
async function stockFit(
  backup: BackupAndRestore,
  epochs: number,
  failAt: { batch?: number; epoch?: number } = {},
) {
  const model = tinyModel();
  let batches = 0;
  const history = await model.fit(x, y, {
    epochs,
    batchSize: 4,
    shuffle: false,
    verbose: 0,
    callbacks: [
      backup,
      {
        onBatchEnd: () => {
          if (++batches === failAt.batch) throw new Error("interrupted");
        },
        onEpochEnd: (epoch: number) => {
          if (epoch === failAt.epoch) throw new Error("interrupted");
        },
      },
    ] as never,
  });
  return { batches, history, weights: model.getWeights().map((weight) => weight.arraySync()) };
}

describe("as Keras 3.16", () => {
  test("deleted_after_success", async () => {
    await stockFit(new BackupAndRestore({ backupDir: folder }), 2);
    expect(existsSync(folder)).toBe(false);
    await stockFit(new BackupAndRestore({ backupDir: folder, deleteCheckpoint: false }), 2);
    expect(readdirSync(folder)).toEqual(["latest"]);
  });

  test("epoch: an epoch counts once all callbacks have seen it", async () => {
    const failing = stockFit(new BackupAndRestore({ backupDir: folder }), 5, { epoch: 2 });
    await expect(failing).rejects.toThrow("interrupted");
    const backup = new BackupAndRestore({ backupDir: folder });
    const { batches, history, weights } = await stockFit(backup, 5);
    expect(backup.resumedFrom).toEqual({ epoch: 2, batch: 0 });
    expect(batches).toBe(9);
    expect(history.epoch).toEqual([0, 1, 2, 3, 4]);
    const whole = await stockFit(new BackupAndRestore({ backupDir: `${folder}-whole` }), 5);
    expect(weights).toEqual(whole.weights);
    expect(history.history).toEqual(whole.history.history);
  });

  test("step: stock fit repeats the interrupted epoch", async () => {
    const first = new BackupAndRestore({ backupDir: folder, saveFreq: 1 });
    await expect(stockFit(first, 5, { batch: 2 })).rejects.toThrow("interrupted");
    const { batches } = await stockFit(new BackupAndRestore({ backupDir: folder, saveFreq: 1 }), 5);
    expect(batches).toBe(15);
  });

  test("corrupted: of two backups the one that is whole", async () => {
    const create = () => new BackupAndRestore({ backupDir: folder, doubleCheckpoint: true });
    await expect(stockFit(create(), 5, { epoch: 3 })).rejects.toThrow("interrupted");
    expect(readdirSync(folder).sort()).toEqual(["latest", "previous"]);
    const newest = readdirSync(path.join(folder, "previous")).find((name) => name.endsWith(".bin"));
    writeFileSync(path.join(folder, "previous", newest ?? ""), "garbage");
    const backup = create();
    const { batches } = await stockFit(backup, 5);
    expect([backup.resumedFrom?.epoch, batches]).toEqual([2, 9]);
  });
});

test("tells of a backup of another model", async () => {
  await expect(
    stockFit(new BackupAndRestore({ backupDir: folder }), 5, { epoch: 1 }),
  ).rejects.toThrow("interrupted");
  const other = tinyModel(["mse"], 2);
  const backup = new BackupAndRestore({ backupDir: folder });
  await expect(other.fit(x, y, { epochs: 1, verbose: 0, callbacks: [backup] })).rejects.toThrow(
    "BackupAndRestore: the model must have the layers that were saved",
  );
});

test("records where it went on, and warns of callbacks that are not there", async () => {
  const stopping = new EarlyStopping({ monitor: "loss", patience: 9 });
  const model = tinyModel();
  const failing = model.fit(x, y, {
    epochs: 3,
    verbose: 0,
    callbacks: [
      stopping,
      new BackupAndRestore({ backupDir: folder }),
      {
        onEpochBegin: (epoch: number) =>
          epoch === 2 ? Promise.reject(new Error("stop")) : undefined,
      },
    ] as never,
  });
  await expect(failing).rejects.toThrow("stop");
  const run = new RecordedRun();
  await stockFit(new BackupAndRestore({ backupDir: folder, run }), 3);
  expect(run.events).toEqual([
    {
      type: "warning",
      message: "BackupAndRestore: there is no EarlyStopping in the place where the backup has one",
    },
    { type: "warning", message: "BackupAndRestore: training goes on with batch 1", epoch: 2 },
  ]);
});

describe("a training that was interrupted at any batch", () => {
  const withoutSeen = ({ batches: _, seenBatches: __, ...rest }: Outcome) => rest;
  let whole: Outcome;
  beforeAll(async () => {
    await tf.setBackend("cpu");
    whole = await train(path.join(root, "whole"), () => {});
    expect(whole.stoppedEpoch).toBeGreaterThan(3);
  });

  const seed = newSeed();
  test(`by an error goes on as if it had not been (seed ${seed})`, async () => {
    expect(whole.batches).toBeGreaterThan(20);
    const all = Array.from({ length: whole.batches - 1 }, (_, i) => i + 1);
    // In each epoch, and at each of the five batches of one.
    for (const interruptAt of someOf(all, seed, (n) => [Math.floor(n / 5), n % 5])) {
      const place = `${folder}-${interruptAt}`;
      const failing = train(place, (done) => {
        if (done === interruptAt) throw new Error("interrupted");
      });
      await expect(failing).rejects.toThrow("interrupted");
      const resumed = await train(place, () => {});
      expect(withoutSeen(resumed), `after batch ${interruptAt}`).toEqual(withoutSeen(whole));
      expect(resumed.seenBatches).toEqual(whole.seenBatches.slice(-resumed.batches));
      // The batch in which it failed was not backed up yet.
      expect(resumed.batches).toBeGreaterThanOrEqual(whole.batches - interruptAt + 1);
      expect(resumed.batches).toBeLessThanOrEqual(whole.batches - interruptAt + 2);
    }
  }, 240_000);

  test("again and again goes on, too", async () => {
    let outcome: Outcome | undefined;
    let starts = 0;
    while (outcome === undefined) {
      starts++;
      outcome = await train(folder, (done) => {
        if (done === 3) throw new Error("interrupted");
      }).catch(() => undefined);
      if (starts > whole.batches) break;
    }
    expect(outcome && withoutSeen(outcome)).toEqual(withoutSeen(whole));
    expect(starts).toBeGreaterThan(5);
  });

  test("by kill -9 goes on in another program", async () => {
    const program = new URL("../../test/resumable-training.ts", import.meta.url).pathname;
    const killed = async (place: string, dieAfter: number) => {
      const child = spawn(process.execPath, [program, place, String(dieAfter)], {
        stdio: "ignore",
      });
      return new Promise((resolve) => child.once("exit", (_code, signal) => resolve(signal)));
    };
    const all = Array.from({ length: whole.batches - 1 }, (_, i) => i + 1);
    // As many as are not all, evenly spread, in each run others: a failure names the batch.
    const every = Math.floor(all.length / (4 * casesOf(Math.ceil(all.length / 4))));
    const offset = every > 1 ? Date.now() % every : 0;
    const moments = every > 1 ? all.filter((_, i) => i % every === offset) : all;
    // Four programs at a time.
    while (moments.length > 0) {
      const some = moments.splice(0, 4);
      const signals = await Promise.all(
        some.map((moment) => killed(`${folder}-${moment}`, moment)),
      );
      expect(new Set(signals)).toEqual(new Set(["SIGKILL"]));
      for (const moment of some) {
        const resumed = await train(`${folder}-${moment}`, () => {});
        expect(withoutSeen(resumed), `after batch ${moment}`).toEqual(withoutSeen(whole));
      }
    }
  }, 240_000);

  const native = loadNativeBackend();
  test.each(native === undefined ? ["wasm", "tensorflow"] : ["wasm"])(
    "by kill -9 goes on to the same values on the backend %s",
    (backend) => {
      const program = new URL("../../test/resumable-training.ts", import.meta.url).pathname;
      const run = (place: string, dieAfter: number) =>
        spawnSync(process.execPath, [program, place, String(dieAfter), backend], {
          encoding: "utf8",
        });
      const outcomeOf = ({ stdout }: { stdout: string }) =>
        JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Outcome;
      const expected = outcomeOf(run(`${folder}-whole`, 0));
      expect(run(folder, 13).signal).toBe("SIGKILL");
      const resumed = outcomeOf(run(folder, 0));
      expect(resumed.epochs).toEqual(expected.epochs);
      expect(resumed.stoppedEpoch).toBe(expected.stoppedEpoch);
      const numbers = ({ weights, history }: Outcome) => [
        ...weights.flat(),
        ...Object.values(history).flat().map(Number),
      ];
      for (const [i, value] of numbers(expected).entries()) {
        expect(numbers(resumed)[i]).toBeCloseTo(value, 5);
      }
    },
    240_000,
  );
});

test("a fit that is refused leaves the model as it was, and the backup where it is", async () => {
  await expect(
    stockFit(new BackupAndRestore({ backupDir: folder }), 3, { batch: 5 }),
  ).rejects.toThrow("interrupted");
  const saved = readdirSync(folder).sort();
  const model = tinyModel();
  const weights = () => model.getWeights().map((weight) => Array.from(weight.dataSync()));
  const before = weights();
  const args = { epochs: 3, batchSize: 4, verbose: 0, shuffle: false } as const;
  const callbacks = () => [new BackupAndRestore({ backupDir: folder })] as never;
  const wide = tf.zeros([10, 3]);
  await expect(model.fit(wide, y, { ...args, callbacks: callbacks() })).rejects.toThrow("shape");
  await expect(model.fit(x, wide, { ...args, callbacks: callbacks() })).rejects.toThrow("shape");
  expect(weights()).toEqual(before);
  let second: unknown;
  await model.fit(x, y, {
    ...args,
    callbacks: {
      onEpochEnd: async () => {
        const trained = weights();
        second ??= await model
          .fit(x, y, { ...args, callbacks: callbacks() })
          .catch((error: Error) => error.message);
        expect(weights()).toEqual(trained);
      },
    },
  });
  expect(second).toBe(
    "Cannot start training because another fit() call is ongoing. Wait for its end",
  );
  expect(readdirSync(folder).sort()).toEqual(saved);
});
