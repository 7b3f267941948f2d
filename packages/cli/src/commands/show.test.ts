import path from "node:path";
import { openStore } from "@epochal/store";
import { garbled, sampleEvents } from "@epochal/testing/sample-events";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { callEpochal } from "../../test/call-epochal.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";

interface Seeded {
  readonly location: string;
  readonly id: string;
}

/** A store with a run that overfits until early stopping ends it. */
async function overfitting(): Promise<Seeded> {
  const location = path.join(temporaryFolder(), "runs.db");
  const store = await openStore(location);
  const run = await store.startRun({ project: "birds", name: "overfits", record: false });
  for (let epoch = 0; epoch < 14; epoch++) {
    const value = epoch < 4 ? 1 - epoch / 5 : 0.4 + epoch / 50;
    const best = 1 - Math.min(epoch, 3) / 5;
    const wait = Math.max(0, epoch - 3);
    run.log({ loss: 1 / (epoch + 1), val_loss: value }, { epoch });
    run.event({
      type: "early_stopping",
      epoch,
      monitor: "val_loss",
      mode: "min",
      value,
      best,
      bestEpoch: Math.min(epoch, 3),
      minDelta: 0,
      wait,
      patience: 10,
      improved: wait === 0,
    });
  }
  const reason = "val_loss had not improved on 0.4 (epoch 3) for 10 epochs";
  run.event({ type: "stopped_early", epoch: 13, monitor: "val_loss", value: 0.66, reason });
  run.event({ type: "card", card: { versions: { Node: "22" }, arguments: ["--epochs", "50"] } });
  await run.finish();
  await store.close();
  return { location, id: run.id };
}

test("shows how a run ended, its verdict, its values, its events and its card", async () => {
  const { location, id } = await overfitting();
  const { code, stdout, stderr } = await callEpochal(["show", "overfits", "--store", location]);
  expect([code, stderr]).toEqual([0, ""]);
  const [name, status, , , verdict] = stdout.split("\n");
  expect(name).toBe(`overfits · birds · ${id}`);
  expect(status).toMatch(
    /^stopped early: val_loss had not improved on 0\.4 \(epoch 4\) for 10 epochs \(just now\)$/,
  );
  expect(verdict).toBe(
    "Verdict: overfitting from epoch 5. val_loss went from 0.4000 (epoch 4) to 0.6600 (epoch 14), loss from 0.2500 to 0.07143.",
  );
  expect(stdout).toMatch(/^METRIC +BEST +KEPT +LAST +REGRET$/m);
  expect(stdout).toMatch(/^val_loss +0\.4000 +@ 4 +0\.6600 +@ 14 +0\.6600 +0\.2600$/m);
  expect(stdout).toMatch(/^ +\+.+ +epoch 14 +Stopped early: val_loss had not improved/m);
  expect(stdout).toMatch(/^ {2}versions +Node 22$/m);
  expect(stdout).toMatch(/^ {2}arguments +--epochs 50$/m);
});

test("finds a run by the beginning of its id, and says what another patience had done", async () => {
  const { location, id } = await overfitting();
  const show = async (...args: string[]) =>
    (await callEpochal(["show", id.slice(0, 6), "--store", location, ...args])).stdout;
  expect(await show("--patience", "2")).toContain(
    "With a patience of 2 it would have stopped after epoch 6, best 0.4000 in epoch 4.",
  );
  expect(await show("--patience", "30")).toContain(
    "With a patience of 30 it would not have stopped by epoch 14, where the data end: 10 of 30 epochs without improvement, best 0.4000 in epoch 4.",
  );
});

test("prints all there is as JSON", async () => {
  const { location, id } = await overfitting();
  const { stdout } = await callEpochal([
    "show",
    id,
    "--json",
    "--patience",
    "2",
    "--store",
    location,
  ]);
  const { store, run, conclusions, whatIf } = JSON.parse(stdout) as Record<string, object>;
  expect(store).toBe(location);
  expect(run).toMatchObject({ id, status: { state: "stopped_early" }, segments: [{ segment: 0 }] });
  expect(conclusions).toMatchObject({ verdict: { rule: "overfitting", epoch: 4 } });
  expect(whatIf).toMatchObject({ patience: 2, stopsAfter: 5 });
});

test("says which runs there are where one is not found", async () => {
  const { location, id } = await overfitting();
  const { code, stderr } = await callEpochal(["show", "nobody", "--store", location]);
  expect(code).toBe(1);
  expect(stderr).toBe(`epochal: there is no run nobody. The newest are: overfits (${id}).\n`);
});

test("shows a run whose events lack fields as far as they can be read", async () => {
  const location = path.join(temporaryFolder(), "runs.db");
  const store = await openStore(location);
  const run = await store.startRun({ project: "birds", name: "odd", record: false });
  for (let epoch = 0; epoch < 9; epoch++) run.log({ loss: 1, val_loss: 1 }, { epoch });
  await run.finish();
  await store.close();
  // As another version or a disk that failed may have left them: a store of this one refuses them.
  const database = new Database(location);
  const insert = database.prepare("INSERT INTO events VALUES (?, ?, 0, ?, ?)");
  const odd = Object.values(sampleEvents).flatMap(garbled) as (typeof sampleEvents.note)[];
  for (const [at, event] of odd.entries())
    insert.run(run.id, 1_000 + at, String(event.type), JSON.stringify(event));
  database.close();
  const { code, stdout } = await callEpochal([
    "show",
    "odd",
    "--patience",
    "3",
    "--store",
    location,
  ]);
  expect(code).toBe(0);
  expect(stdout).toContain("The event stopped_early cannot be read, it has no reason");
  expect(stdout).not.toContain("undefined");
});

test("a failed run has its whole stack, whatever was thrown, and a run of a page no empty place", async () => {
  const location = path.join(temporaryFolder(), "runs.db");
  const store = await openStore(location);
  const fail = async (name: string, thrown: unknown) => {
    const run = await store.startRun({ project: "birds", name, record: false });
    await run
      .track(() => {
        throw thrown;
      })
      .catch(() => {});
  };
  await fail("object", { code: 3 });
  await fail("error", new Error("training failed", { cause: new RangeError("no rows") }));
  await store.close();
  const database = new Database(location);
  database.prepare("UPDATE runs SET host = '' WHERE name = 'object'").run();
  database.close();
  const object = await callEpochal(["show", "object", "--store", location]);
  expect(object.stdout).toMatch(/^failed: it threw \{ code: 3 \} \(just now\)$/m);
  expect(object.stdout).toMatch(/^\S+ \S+ of training, started /m);
  expect(object.stdout).not.toContain("Stack");
  const { stdout } = await callEpochal(["show", "error", "--store", location]);
  expect(stdout).toMatch(/^failed: Error: training failed, caused by RangeError: no rows \(/m);
  const [, stack = ""] = /^Stack\n((?: {2}.*\n)+)/m.exec(stdout) ?? [];
  expect(stack).toMatch(/^ {2}Error: training failed\n {6}at .*show\.test\.ts/);
  expect(stack).toMatch(/^ {2}Caused by: RangeError: no rows\n {6}at /m);
  const { stdout: listed } = await callEpochal(["ls", "--store", location]);
  expect(listed).toMatch(/^object +failed: it threw \{ code: 3 \} /m);
});
