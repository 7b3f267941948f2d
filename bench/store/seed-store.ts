import os from "node:os";
import { openStore } from "@epochal/store";
import Database from "better-sqlite3";
import { readBootId } from "../../packages/store/src/lease/read-boot-id.ts";

export interface SeedArgs {
  readonly location: string;
  readonly runs: number;
  /** Of every so many runs one has its points; the others have only what is said of their series. */
  readonly pointsOfEvery?: number;
}

export const project = "seeded";
const epochs = 50;
/** The name of a series with its direction and kind. All have a value once an epoch. */
const keys: readonly (readonly [key: string, direction: "min" | "max" | null])[] = [
  ...["loss", "mae", "mse"].flatMap((name) => [
    [name, "min"] as const,
    [`val_${name}`, "min"] as const,
  ]),
  ...["auc", "accuracy", "precision", "recall", "f1"].flatMap((name) => [
    [name, "max"] as const,
    [`val_${name}`, "max"] as const,
  ]),
  ["learning_rate", null],
  ["epoch_seconds", null],
  ["tracking_ms", null],
  ["memory_bytes", null],
];
/** Of every so many runs one logs its loss once a batch. */
const batchesOfEvery = 500;
const batches = 5_000;
const killedShare = 0.3;
const day = 86_400_000;

/** Random numbers in [0, 1) that are the same for the same run. */
function randomOf(seed: number): () => number {
  let state = (Math.imul(seed + 1, 2654435761) + 12345) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Fills a store with runs as the store's own writers would have left them: finished, stopped early, failed, and killed with their
 * process gone and nothing said of it. In bulk, and then compared with what the store reads.
 *
 * @returns how many points it holds
 */
export async function seedStore({ location, runs, pointsOfEvery = 1 }: SeedArgs): Promise<number> {
  await (await openStore(location)).close();
  const db = new Database(location);
  db.pragma("synchronous = OFF");
  db.pragma("cache_size = -200000");
  const now = Date.now();
  const rev = db
    .prepare<[], number>("UPDATE clock SET rev = rev + 1 RETURNING rev")
    .pluck()
    .get() as number;
  const bootId = readBootId();
  const host = os.hostname();
  db.prepare("INSERT INTO projects (name, created_ms) VALUES (?, ?)").run(project, now);
  const putRun = db.prepare(
    `INSERT INTO runs (id, project, name, config, tags, notes, started_ms, ended_ms, state, reason, restored_epoch, host, boot_id,
      pid, pid_started, seen_ms, rev, branch) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const putParam = db.prepare(
    "INSERT INTO params (run_id, path, value, type, number) VALUES (?, ?, ?, ?, ?)",
  );
  const putEvent = db.prepare(
    "INSERT INTO events (run_id, seq, at_ms, type, event) VALUES (?, ?, ?, ?, ?)",
  );
  const putSeries = db
    .prepare<unknown[], number>(
      `INSERT INTO series (run_id, key, metric, split, kind, direction, per, n, first_step, first_epoch, first_value, last_step,
        last_epoch, last_value, last_ms, min_value, min_step, min_epoch, max_value, max_step, max_epoch, kept_step, kept_epoch,
        kept_value, rev) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    )
    .pluck();
  const putPoint = db.prepare(
    "INSERT INTO points (series_id, step, epoch, wall_ms, value) VALUES (?, ?, ?, ?, ?)",
  );
  let points = 0;

  const series = (
    run: string,
    key: string,
    direction: "min" | "max" | null,
    values: Float64Array,
    { started, restored, isWhole }: { started: number; restored: number | null; isWhole: boolean },
  ): void => {
    const per = values.length === epochs ? "epoch" : "batch";
    const epochOf = (step: number) => (per === "epoch" ? step : step / 100);
    let [low, high] = [0, 0];
    for (let step = 1; step < values.length; step++) {
      if ((values[step] as number) < (values[low] as number)) low = step;
      if ((values[step] as number) > (values[high] as number)) high = step;
    }
    const last = values.length - 1;
    const kept = restored === null ? null : per === "epoch" ? restored : restored * 100 + 99;
    const metric = key.replace(/^val_/, "");
    const kind = metric === "learning_rate" ? metric : direction === null ? "system" : "metric";
    const id = putSeries.get(
      ...[run, key, metric, key === metric ? "train" : "validation"],
      ...[metric === "loss" ? "loss" : kind, direction, per, values.length],
      ...[0, 0, values[0], last, epochOf(last), values[last], started + last * 1000],
      ...[values[low], low, epochOf(low), values[high], high, epochOf(high)],
      ...[kept, kept === null ? null : epochOf(kept), kept === null ? null : values[kept], rev],
    );
    if (!isWhole) return;
    for (let step = 0; step < values.length; step++)
      putPoint.run(id, step, epochOf(step), started + step * 1000, values[step]);
    points += values.length;
  };

  const one = (n: number): void => {
    const random = randomOf(n);
    const id = `s${n.toString(36).padStart(5, "0")}${Math.floor(random() * 2 ** 30).toString(36)}`;
    const started = now - 90 * day + Math.floor((n / runs) * 89 * day);
    const lived = started + epochs * 1000;
    const kind = random();
    const isKilled = kind < killedShare;
    const stopped = !isKilled && kind < 0.6;
    const failed = kind > 0.95;
    const state = isKilled ? null : failed ? "failed" : stopped ? "stopped_early" : "finished";
    const restored = stopped ? 20 + Math.floor(random() * 25) : null;
    const leaves: [path: string, value: unknown][] = [
      ["learningRate", Number((10 ** (-4 + 3 * random())).toPrecision(3))],
      ["units", 2 ** (3 + Math.floor(random() * 6))],
      ["optimizer.name", ["adam", "sgd", "rmsprop"][Math.floor(random() * 3)]],
      ["optimizer.momentum", Number(random().toFixed(2))],
      ["dropout", Math.floor(random() * 6) / 10],
      ["augment", random() < 0.5],
      ["data.name", ["birds", "strikes", "both"][Math.floor(random() * 3)]],
      ["seed", n],
    ];
    const config: Record<string, unknown> = {};
    for (const [at, value] of leaves) {
      const [first = "", second] = at.split(".");
      if (second === undefined) config[first] = value;
      else config[first] = { ...(config[first] as object), [second]: value };
    }
    const tags = ["baseline", "sweep", "night"].filter(() => random() < 0.3);
    putRun.run(
      ...[id, project, `trial ${n}`, JSON.stringify(config), JSON.stringify(tags), ""],
      ...[started, isKilled ? null : lived, state, failed ? "TypeError: no" : null, restored],
      ...[host, bootId, 4_200_000 + n, "1", lived, rev, ["main", "wider", null][n % 3]],
    );
    for (const [at, value] of leaves) {
      const number = typeof value === "number" ? value : null;
      putParam.run(id, at, JSON.stringify(value), typeof value, number);
    }
    let seq = 0;
    const event = (given: { readonly type: string }) =>
      putEvent.run(id, ++seq, started + seq, given.type, JSON.stringify(given));
    event({
      type: "card",
      card: { machine: { host }, code: { diff: "x".repeat(2_000) } },
    } as never);
    event({
      ...{ type: "fit", epoch: 0, fit: 0, initialEpoch: 0, epochs, model: "sequential_1" },
      ...{ trainedParameters: 650, parameters: 650 },
    } as never);
    if (restored !== null) {
      event({ type: "stopped_early", epoch: epochs - 1, reason: "val_auc stood still" } as never);
      event({
        ...{ type: "weights_restored", epoch: restored, monitor: "val_auc", value: 0.9 },
      } as never);
    }
    const isWhole = n % pointsOfEvery === 0;
    const pace = 0.02 + random() * 0.2;
    const ends = random();
    for (const [key, direction] of keys) {
      const values = Float64Array.from({ length: epochs }, (_, step) => {
        const way = Math.exp(-step * pace) + 0.05 * random() + 0.3 * ends;
        return direction === "max" ? 1 / (1 + way) : way;
      });
      series(id, key, direction, values, { started, restored, isWhole });
    }
    if (n % batchesOfEvery === 0) {
      const values = Float64Array.from(
        { length: batches },
        (_, step) => Math.exp(-step / 1000) + 0.1 * random(),
      );
      series(id, "batch_loss", "min", values, { started, restored, isWhole: true });
    }
  };
  const some = db.transaction((from: number, to: number) => {
    for (let n = from; n < to; n++) one(n);
  });
  for (let n = 0; n < runs; n += 500) some(n, Math.min(runs, n + 500));
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
  await check(location, runs, pointsOfEvery);
  return points;
}

/** That the store reads what its own writers would have written: summaries are what the points say, and nothing is left over. */
async function check(location: string, runs: number, pointsOfEvery: number): Promise<void> {
  const db = new Database(location, { readonly: true });
  const broken = db.pragma("foreign_key_check") as unknown[];
  const some = db
    .prepare(
      `SELECT s.key, s.n, s.min_value, s.max_value, s.last_value, (SELECT count(*) FROM points WHERE series_id = s.id) AS n_,
        (SELECT min(value) FROM points WHERE series_id = s.id) AS min_, (SELECT max(value) FROM points WHERE series_id = s.id) AS max_,
        (SELECT value FROM points WHERE series_id = s.id ORDER BY step DESC LIMIT 1) AS last_
        FROM series AS s WHERE s.run_id IN (SELECT id FROM runs WHERE (rowid - 1) % ? = 0 LIMIT 20)`,
    )
    .all(pointsOfEvery) as Record<string, unknown>[];
  db.close();
  const wrong = some.filter(
    (it) =>
      it.n !== it.n_ ||
      it.min_value !== it.min_ ||
      it.max_value !== it.max_ ||
      it.last_value !== it.last_,
  );
  const store = await openStore(location);
  const { total } = await store.listRuns({ project, limit: 1 });
  await store.close();
  if (broken.length > 0 || wrong.length > 0 || total !== runs || some.length === 0) {
    throw new Error(
      `The seeded store is not right: ${broken.length} broken references, ${total} of ${runs} runs, ${JSON.stringify(wrong[0])}`,
    );
  }
}
