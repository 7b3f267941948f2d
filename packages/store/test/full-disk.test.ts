import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { whole } from "@epochal/testing/full";
import { newSeed } from "@epochal/testing/random";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openStore, type Run, type Store, StoreError } from "../src/index.ts";
import { runProgram } from "./run-program.ts";
import { canMount, SmallDisk } from "./small-disk.ts";
import { tempFolder } from "./temp-folder.ts";

const steps = whole(60_000);
/** What is on the disk that gets full. */
const places = ["both", "journal", "database"] as const;
/** Where the journal has no room either. */
const hard = ["both", "journal"] as const;
type Place = (typeof places)[number];
const seed = newSeed();

/** One of the places, at the next turn the next one; in `test:full` all of them. */
function placesAt(turn: number, of: readonly Place[] = places): readonly Place[] {
  const from = (seed + turn) % of.length;
  return [...of.slice(from), ...of.slice(0, from)].slice(0, whole(of.length));
}

interface Full {
  readonly disk: SmallDisk;
  readonly location: string;
  readonly store: Store;
  readonly run: Run;
  readonly told: string[];
}

/** Where the parts of a store are, one or both of them on the small disk. */
function placeOn(disk: SmallDisk, place: Place): string {
  const other = tempFolder();
  const [database, journal] =
    place === "both"
      ? [disk.folder, disk.folder]
      : place === "journal"
        ? [other, disk.folder]
        : [disk.folder, other];
  if (database !== journal) {
    mkdirSync(path.join(journal, "lines"));
    symlinkSync(path.join(journal, "lines"), path.join(database, "journal"));
  }
  return path.join(database, "runs.db");
}

/** A run that has logged its steps onto a disk that is full from an early one on. */
async function logOntoFullDisk(place: Place): Promise<Full> {
  const disk = new SmallDisk(48);
  const location = placeOn(disk, place);
  const told: string[] = [];
  const store = await openStore(location, { onError: ({ message }) => told.push(message) });
  onTestFinished(() => store.close().catch(() => {}));
  const run = await store.startRun({ project: "birds", name: "finch", record: false });
  run.log({ loss: 0 }, { step: 0 });
  await run.flush();
  disk.fill(200_000);
  for (let step = 1; step < steps; step++) run.log({ loss: step, auc: 1 / step }, { step });
  return { disk, location, store, run, told };
}

async function thrownBy(action: Promise<unknown>): Promise<StoreError | undefined> {
  try {
    await action;
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(StoreError);
    return error as StoreError;
  }
}

/** How many steps somebody finds who opens the store when there is room, and how the run stands. */
async function look(location: string, expected?: number) {
  const store = await openStore(location, { onError: () => {} });
  onTestFinished(() => store.close().catch(() => {}));
  const journals = path.join(path.dirname(location), "journal");
  // What a dead process has left is folded and removed in a moment, and what this one has left is folded.
  const isFolded = async () => {
    const [first] = (await store.listRuns()).runs;
    const counts = first?.series.map(({ count }) => count) ?? [];
    return readdirSync(journals).length === 0 || counts.includes(expected ?? -1);
  };
  await vi.waitUntil(isFolded, { timeout: 30_000, interval: 100 });
  const [summary] = (await store.listRuns()).runs;
  const run = await store.getRun(summary?.id ?? "");
  const found = run.series.find(({ key }) => key === "loss")?.count ?? 0;
  const missing = run.events
    .map(({ event }) => (event.type === "warning" ? event.message : ""))
    .map((message) => Number(/^Tracker: (\d+) of \d+ steps were not on disk/.exec(message)?.[1]))
    .find((count) => !Number.isNaN(count));
  return { state: run.status.state, found, missing };
}

/** How many steps a message says are not kept. */
function countIn(message = ""): number {
  return Number(/(\d+) of \d+ steps[^"]*of the run "finch"/.exec(message)?.[1] ?? 0);
}

describe.skipIf(!canMount)(`a disk that stays full (needs leave to mount; seed ${seed})`, () => {
  it.each(placesAt(0, hard))(
    "%s on it: flush, finish and close reject with numbers, and the run has ended",
    async (place) => {
      const { disk, location, store, run, told } = await logOntoFullDisk(place);
      const flushed = await thrownBy(run.flush());
      const finished = await thrownBy(run.finish());
      const closed = await thrownBy(store.close());
      for (const error of [flushed, finished, closed]) expect(error?.code).toBe("not_kept");
      const missing = countIn(closed?.message);
      expect(missing).toBeGreaterThan(steps / 2);
      expect(countIn(finished?.message)).toBe(missing);
      expect([...told, closed?.message].join()).not.toContain("safe");
      disk.free();
      expect(await look(location, steps - missing)).toEqual({
        state: "finished",
        found: steps - missing,
        missing,
      });
    },
  );

  it.each(placesAt(1, hard))("%s on it: track gives back and reports", async (place) => {
    const { disk, location, store, run, told } = await logOntoFullDisk(place);
    expect(await run.track(async () => 42)).toBe(42);
    const missing = countIn(told.findLast((message) => message.includes("Not kept")));
    expect(missing).toBeGreaterThan(steps / 2);
    expect((await thrownBy(store.close()))?.code).toBe("not_kept");
    disk.free();
    expect(await look(location, steps - missing)).toEqual({
      state: "finished",
      found: steps - missing,
      missing,
    });
  });

  it("the database on it: what is in the journal is kept, and said to be nowhere else", async () => {
    const { disk, location, store, run, told } = await logOntoFullDisk("database");
    const flushed = await thrownBy(run.flush());
    expect(flushed).toMatchObject({ code: "store_busy" });
    expect(flushed?.message).toContain("database or disk is full");
    expect(flushed?.message).toContain("safe in the journal");
    await run.finish();
    expect(told.some((message) => message.includes("database or disk is full"))).toBe(true);
    await store.close();
    disk.free();
    expect(await look(location, steps)).toEqual({
      state: "finished",
      found: steps,
      missing: undefined,
    });
  });

  it.each(placesAt(0))(
    "%s on it: a reader finds the run finished while it is full",
    async (place) => {
      const { location, store, run } = await logOntoFullDisk(place);
      await thrownBy(run.finish());
      await thrownBy(store.close());
      const program = runProgram("read-status.ts", [location]);
      const { stdout } = await program.ended;
      expect(JSON.parse(stdout)).toMatchObject({ state: "finished" });
    },
  );

  it.each(placesAt(2, hard))("%s on it: the end of the process says it", async (place) => {
    const disk = new SmallDisk(48);
    const location = placeOn(disk, place);
    const program = runProgram("fill-disk.ts", [location, disk.folder, String(steps), "exits"]);
    const { code, stderr } = await program.ended;
    expect(code).toBe(0);
    const missing = countIn(stderr);
    expect(missing).toBeGreaterThan(0);
    disk.free();
    expect(await look(location, steps - missing)).toEqual({
      state: "finished",
      found: steps - missing,
      missing,
    });
  });

  it.each(placesAt(1))(
    "%s on it: a kill loses what was in memory, and nothing else",
    async (place) => {
      const disk = new SmallDisk(48);
      const location = placeOn(disk, place);
      const program = runProgram("fill-disk.ts", [
        location,
        disk.folder,
        String(steps),
        "is killed",
      ]);
      expect((await program.ended).signal).toBe("SIGKILL");
      disk.free();
      const { state, found } = await look(location);
      expect(state).toBe("killed");
      expect(found).toBeGreaterThan(0);
      if (place === "database") expect(found).toBe(steps);
    },
  );
});

describe.skipIf(!canMount)(
  `a disk that is full until somebody makes room (needs leave to mount; seed ${seed})`,
  () => {
    it.each(placesAt(2))(
      "%s on it: all of it arrives, and nothing is said to be missing",
      async (place) => {
        const { disk, location, store, run } = await logOntoFullDisk(place);
        disk.free();
        await run.flush();
        await run.finish();
        await store.close();
        expect(await look(location)).toEqual({
          state: "finished",
          found: steps,
          missing: undefined,
        });
      },
    );

    it.each(placesAt(3, hard))("%s on it: freed after the end", async (place) => {
      const { disk, location, store, run } = await logOntoFullDisk(place);
      const finished = await thrownBy(run.finish());
      expect(finished?.code).toBe("not_kept");
      disk.free();
      await store.close();
      const { state, found, missing } = await look(location, steps);
      expect([state, found, missing]).toEqual(["finished", steps, countIn(finished?.message)]);
    });
  },
);

describe.skipIf(process.platform === "win32")("a limit on how large a file may get", () => {
  it("lets the journal go on in a new file, and nothing is lost", async () => {
    const location = path.join(tempFolder(), "runs.db");
    const program = fileURLToPath(new URL("programs/fill-disk.ts", import.meta.url));
    const command = `ulimit -f 1000; exec "$0" "$@"`;
    const args = ["-c", command, process.execPath, program, location, "", "20000", "exits"];
    const { status, stderr } = spawnSync("/bin/sh", args, { encoding: "utf8" });
    expect(status, stderr).toBe(0);
    const { state, found } = await look(location, 20_000);
    expect([state, found]).toEqual(["finished", 20_000]);
  });
});
