import path from "node:path";
import type { JournalRecord } from "@epochal/record";
import type { Database } from "better-sqlite3";
import fc from "fast-check";
import { thisProcess } from "../src/lease/this-process.ts";
import { connect } from "../src/sqlite/connect.ts";
import { ApplyRecords } from "../src/sqlite/writes/apply-records.ts";
import { hostileText } from "./query-trees.ts";
import { tempFolder } from "./temp-folder.ts";

/** Keys of series and of params: some are both, some end alike, some have odd characters. */
export const queryKeys = {
  series: ["val_auc", "loss", "my key", "units", 'x"y', "constructor"],
  params: [
    "units",
    "optimizer.lr",
    "schedule.lr",
    "optimizer.name",
    "loss",
    "my key",
    "a=b",
    "deep.er.beta",
  ],
};

/** A run as it is to be stored. */
export interface GivenRun {
  readonly name: string;
  readonly notes: string;
  readonly tags: readonly string[];
  readonly project: string;
  readonly startedMs: number;
  readonly lastedMs: number;
  readonly state: string;
  readonly branch: string | undefined;
  readonly group: string | undefined;
  readonly params: readonly (readonly [path: string, value: unknown])[];
  readonly series: readonly {
    readonly key: string;
    readonly direction: "max" | "min" | undefined;
    readonly values: readonly number[];
  }[];
  readonly restored: number | undefined;
}

/** Values of params that look like each other. */
const paramValue = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom<unknown>(
      ...[3, 32, 3.5, -3, 0, 1e-3, 1e21, 0.1],
      ...["3", "32", "adam", "Adam"],
    ),
    fc.constantFrom<unknown>(
      ...["NaN", "true", "null", "", "[1,2]", "a,b"],
      ...[true, false, null],
    ),
    fc.constantFrom<unknown>([1, 2], [], ["adam"], {}, ["a b"], ["x)", { y: '"(' }], ["\\"]),
    hostileText(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );

const text = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom("baseline", "Baseline 2", "night sweep", "", "straße", "İ"),
    hostileText(),
  );

/** @param now the last moment at which one was started */
export function givenRuns(now: number): fc.Arbitrary<GivenRun> {
  const value = fc.constantFrom(
    0,
    0.5,
    0.9,
    0.93,
    1,
    -3,
    3,
    32,
    1e-3,
    Number.NaN,
    Infinity,
    -Infinity,
  );
  return fc.record({
    name: text().filter((name) => name.trim() !== ""),
    notes: text(),
    tags: fc.array(text(), { maxLength: 2 }),
    project: fc.constantFrom("birds", "planes"),
    startedMs: fc.integer({ min: now - 30 * 86_400_000, max: now }),
    lastedMs: fc.constantFrom(0, 250, 500, 600_000, 5_400_000, 172_800_000),
    state: fc.constantFrom(
      "finished",
      "failed",
      "stopped_early",
      "interrupted",
      "killed",
      "running",
    ),
    branch: fc.option(text(), { nil: undefined }),
    group: fc.option(text(), { nil: undefined }),
    params: fc.uniqueArray(fc.tuple(fc.constantFrom(...queryKeys.params), paramValue()), {
      selector: ([key]) => key,
      maxLength: 5,
    }),
    series: fc.uniqueArray(
      fc.record({
        key: fc.constantFrom(...queryKeys.series),
        direction: fc.constantFrom("max" as const, "min" as const, undefined),
        values: fc.array(value, { minLength: 0, maxLength: 4 }),
      }),
      { selector: ({ key }) => key, maxLength: 4 },
    ),
    restored: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
  });
}

export interface StoredRuns {
  readonly db: Database;
  readonly branches: ReadonlyMap<string, string>;
}

/** Stores runs as the folding thread does. A process that was killed has another process' number than any that lives. */
export function storeRuns(runs: readonly GivenRun[], now: number): StoredRuns {
  const db = connect({ database: path.join(tempFolder(), "runs.db"), busyTimeoutMs: 1000 });
  const apply = new ApplyRecords(db);
  const branches = new Map<string, string>();
  const records = runs.flatMap((given, at) => {
    const run = `run${at.toString(36).padStart(4, "0")}`;
    if (given.branch !== undefined) branches.set(run, given.branch);
    return recordsOf(run, given, now);
  });
  db.transaction(() =>
    apply.apply(records, (reason) => {
      throw new Error(`refused: ${String(reason)}`);
    }),
  ).immediate();
  return { db, branches };
}

function recordsOf(run: string, given: GivenRun, now: number): JournalRecord[] {
  const {
    name,
    notes,
    tags,
    project,
    startedMs: at,
    lastedMs,
    state,
    branch,
    group,
    restored,
  } = given;
  const isOpen = state === "killed" || state === "running";
  const writer =
    state === "killed" ? { ...thisProcess(), pid: 4_194_000, pidStarted: "1" } : thisProcess();
  const end = at + lastedMs;
  const config = {};
  for (const [key, value] of given.params) put(config, key.split("."), value);
  return [
    { type: "run", run, at, project, name, config, tags, notes, writer },
    ...(group === undefined
      ? []
      : [{ type: "update", run, at, set: { group }, by: "somebody" } as const]),
    ...(branch === undefined
      ? []
      : [
          {
            type: "event",
            run,
            at,
            event: { type: "card", card: { code: { commit: "c", branch } } },
          } as const,
        ]),
    {
      type: "series",
      run,
      at,
      series: Object.fromEntries(
        given.series.map(({ key, direction }) => [
          key,
          {
            metric: key,
            split: "train",
            kind: "metric",
            per: "epoch",
            ...(direction && { direction }),
          } as const,
        ]),
      ),
    },
    ...given.series.flatMap(({ key, values }) =>
      values.map((value, step) => ({
        type: "values" as const,
        run,
        at,
        step,
        epoch: step,
        values: { [key]: Number.isFinite(value) ? value : (String(value) as "NaN") },
      })),
    ),
    ...(restored === undefined
      ? []
      : [
          {
            type: "event" as const,
            run,
            at,
            event: {
              type: "weights_restored" as const,
              epoch: restored,
              monitor: "val_auc",
              value: 0,
            },
          },
        ]),
    ...(isOpen ? [] : [{ type: "end", run, at: end, state } as never]),
    ...(state === "running"
      ? [{ type: "values", run, at: now, step: 0, values: {} } as never]
      : []),
  ];
}

function put(config: object, [first = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    Object.assign(config, { [first]: value });
    return;
  }
  const inner: unknown = Reflect.get(config, first);
  const target = typeof inner === "object" && inner !== null ? inner : {};
  Object.assign(config, { [first]: target });
  put(target, rest, value);
}
