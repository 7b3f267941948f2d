import path from "node:path";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openStore, type PurgeReport, type Store } from "../src/index.ts";
import { expectRollups } from "./expect-rollups.ts";
import { patiently } from "./patiently.ts";
import { type RunningProgram, runProgram } from "./run-program.ts";
import { expectSound, storedByOlder } from "./schemas/stored-by-older.ts";
import { tempFolder } from "./temp-folder.ts";

const seed = newSeed();
const random = seededRandom(seed);
const upTo = (n: number) => Math.floor(random() * n);

type Told<T> = readonly (T | { readonly refused: string } | null)[];

/** Lets processes call a store from the same moment on. @returns what became of the calls of each; what was resumed still trains */
async function atOnce(location: string, ...programs: readonly (readonly unknown[])[]) {
  const begin = Date.now() + 2_500;
  const running = programs.map((calls) =>
    runProgram("at-once.ts", [location, String(begin), JSON.stringify(calls)]),
  );
  const told = await Promise.all(
    running.map(async ({ printed, ended, child }) => {
      let text = "";
      child.stdout?.on("data", (more: string) => {
        text += more;
      });
      await printed("]\n");
      void ended;
      return JSON.parse(text.slice(text.indexOf("["))) as unknown;
    }),
  );
  return { told, running };
}

async function end(running: readonly RunningProgram[]): Promise<void> {
  for (const { child } of running) child.kill("SIGKILL");
  await Promise.all(running.map(({ ended }) => ended));
}

async function recordRuns(location: string, count: number, steps: number): Promise<string[]> {
  const store = await openStore(location, { onError: () => {} });
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const run = await store.startRun({ project: "birds", name: `run ${i}`, record: false });
    for (let step = 0; step < steps; step++) {
      run.log({ batch_loss: step % 5 }, { step, epoch: step / 50 });
    }
    ids.push(run.id);
    await run.finish();
  }
  await store.close();
  return ids;
}

/** Each run of a list for two processes: one does something to it, the other one resumes it, within a few milliseconds. */
function againstResuming(ids: readonly string[], method: string, steps: [number, number]) {
  const of = (name: string, given: object) =>
    ids.map((id, i) => [i * 60 + upTo(30), name, { ids: [id], ...given }]);
  return [of(method, {}), of("resume", { steps })] as const;
}

const refusalOf = (told: unknown): string | undefined =>
  (told as { refused?: string } | null)?.refused;

const isPosix = process.platform !== "win32";

it.skipIf(!isPosix)(
  `a run is deleted or resumed, never both, where two processes want it at once (seed ${seed})`,
  async () => {
    const location = path.join(tempFolder(), "runs.db");
    const ids = await recordRuns(location, 2 * whole(100), 20);
    const { told, running } = await atOnce(location, ...againstResuming(ids, "delete", [20, 30]));
    const [deleted, resumed] = told as [Told<null>, Told<null>];
    const store = await openStore(location, { onError: () => {} });
    const trash = await patiently(() => store.listRuns({ deleted: true, limit: 1_000 }));
    for (const [i, id] of ids.entries()) {
      const refusals = [refusalOf(deleted[i]), refusalOf(resumed[i])];
      const isInTrash = trash.runs.some((run) => run.id === id);
      expect(refusals).toEqual(
        isInTrash ? [undefined, "run_is_deleted"] : ["run_is_running", undefined],
      );
      const run = await patiently(() => store.getRun(id));
      expect(run.status.state).toBe(isInTrash ? "finished" : "running");
      expect(run.series[0]?.count).toBe(isInTrash ? 20 : 30);
      const kinds = run.events.map(({ event }) => event.type);
      expect(kinds.filter((kind) => kind === "updated" || kind === "resumed")).toEqual([
        isInTrash ? "updated" : "resumed",
      ]);
    }
    await store.close();
    await end(running);
  },
);

it.skipIf(!isPosix)(
  `no value is thinned out of a run that another process resumes at that moment (seed ${seed})`,
  async () => {
    const location = path.join(tempFolder(), "runs.db");
    const ids = await recordRuns(location, 2 * whole(60), 400);
    // It goes back half an epoch, so that some of the values are written over.
    const { told, running } = await atOnce(location, ...againstResuming(ids, "prune", [375, 600]));
    const [pruned, resumed] = told as [Told<{ removed: number }>, Told<null>];
    expect(resumed.map(refusalOf)).toEqual(ids.map(() => undefined));
    await end(running);
    const store = await openStore(location, { onError: () => {} });
    for (const [i, id] of ids.entries()) {
      const run = await patiently(() => store.getRun(id));
      const { step } = await store.readSeries({ run: id, key: "batch_loss", width: 1_000 });
      expect([...step].filter((each) => each >= 375)).toEqual(
        Array.from({ length: 225 }, (_, each) => 375 + each),
      );
      const said = run.events.flatMap(({ event }) =>
        event.type === "pruned" ? [event.removed] : [],
      );
      const report = pruned[i];
      const removed = report !== null && report !== undefined && "removed" in report;
      expect(said).toEqual(removed && report.removed > 0 ? [report.removed] : []);
    }
    await store.close();
    const db = new Database(location, { readonly: true });
    expectRollups(db);
    db.close();
  },
);

async function idsOf(store: Store): Promise<string[]> {
  return (await patiently(() => store.listRuns({ limit: 1_000 }))).runs.map(({ id }) => id);
}

it.skipIf(!isPosix)(
  `two processes purge and write the file anew at once while a third one records (seed ${seed})`,
  async () => {
    for (let round = 0; round < whole(20); round++) {
      const location = storedByOlder(4, tempFolder());
      const [kept, ...gone] = await recordRuns(location, 4 + upTo(4), 200 + upTo(2_000));
      const setup = await openStore(location, { onError: () => {} });
      await setup.deleteRuns(gone);
      const others = await idsOf(setup);
      await setup.close();
      const acknowledged = path.join(tempFolder(), "acknowledged");
      const logging = runProgram("acknowledge.ts", [location, acknowledged, "paced"]);
      const purge = () => [[upTo(40), "purge", { ids: [], all: true }]];
      const { told, running } = await atOnce(location, purge(), purge());
      await end([...running, logging]);
      const reports = told.map((each) => (each as PurgeReport[])[0] as PurgeReport);
      expect(reports.map(refusalOf)).toEqual([undefined, undefined]);
      // Each run is counted by one of them.
      expect(reports.reduce((sum, { runs }) => sum + runs, 0)).toBe(gone.length);

      const store = await openStore(location, { onError: () => {} });
      const ids = await idsOf(store);
      expect(ids).toEqual(expect.arrayContaining([kept, ...others]));
      expect(ids.some((id) => gone.includes(id))).toBe(false);
      expect((await store.listRuns({ deleted: true })).total).toBe(0);
      await store.close();
      expectSound(location);
      const db = new Database(location, { readonly: true });
      expectRollups(db);
      expect(db.pragma("auto_vacuum", { simple: true })).toBe(2);
      db.close();
    }
  },
  600_000,
);
