import path from "node:path";
import { rulesVersion } from "@epochal/conclusions";
import Database from "better-sqlite3";
import { expect, it, onTestFinished, vi } from "vitest";
import type { Store } from "../src/index.ts";
import { openQuickly } from "./open-quickly.ts";
import { tempFolder } from "./temp-folder.ts";

const wait = { timeout: 20_000, interval: 50 };

interface Kept {
  readonly rev: number;
  readonly rules: number;
  readonly verdict: string | null;
  readonly conclusions: string;
}

async function open(location: string): Promise<Store> {
  const store = await openQuickly(location);
  onTestFinished(() => store.close());
  return store;
}

/** Records a run that overfits from epoch 10 on, or learns to the end. */
async function train(store: Store, kind: "overfitting" | "healthy"): Promise<string> {
  const run = await store.startRun({ project: "birds", record: false });
  for (let epoch = 0; epoch < 20; epoch++) {
    const falls = 1 / (epoch + 1);
    const rises = kind === "overfitting" && epoch >= 10;
    run.log({ loss: falls, val_loss: rises ? 0.1 + epoch / 100 : falls }, { epoch });
  }
  await run.finish();
  return run.id;
}

async function setup() {
  const location = path.join(tempFolder(), "runs.db");
  const store = await open(location);
  const db = new Database(location);
  onTestFinished(() => {
    db.close();
  });
  const one = db.prepare<[string], Kept>(
    `SELECT concluded.rev, iif(judged = rules, rules, NULL) AS rules, verdict, conclusions
      FROM runs LEFT JOIN concluded ON run_id = id WHERE id = ?`,
  );
  const kept = async (id: string): Promise<Kept> => {
    const rev = db.prepare<[string], number>("SELECT rev FROM runs WHERE id = ?").pluck();
    await vi.waitFor(
      () => expect(one.get(id)).toMatchObject({ rev: rev.get(id), rules: rulesVersion }),
      wait,
    );
    return one.get(id) as Kept;
  };
  const found = async (rule: string) =>
    (await store.listRuns({ where: `verdict:${rule}` })).runs.map(({ id }) => id);
  return { location, store, db, kept, found };
}

/** What is kept, as if a run had been judged otherwise. */
const poison =
  "UPDATE runs SET verdict = 'diverged'; UPDATE concluded SET conclusions = replace(conclusions, 'overfitting', 'diverged')";

it("keeps what follows from a run when it ends, and says the same as one who computes it", async () => {
  const { store, kept, found } = await setup();
  const id = await train(store, "overfitting");
  const other = await train(store, "healthy");
  expect((await kept(id)).verdict).toBe("overfitting");
  await kept(other);
  const { conclusions } = await kept(id);
  expect(await store.concludeRun(id)).toEqual(JSON.parse(conclusions));
  expect(await found("overfitting")).toEqual([id]);
  expect(await found("healthy")).toEqual([other]);
});

it("reads what is kept, where it is of the run as it is and of these rules", async () => {
  const { location, store, db, kept } = await setup();
  const id = await train(store, "overfitting");
  await kept(id);
  db.exec(poison);
  const reader = await open(location);
  expect((await reader.concludeRun(id)).verdict?.rule).toBe("diverged");
  const { runs } = await reader.listRuns({ where: "verdict:diverged" });
  expect(runs.map((run) => run.id)).toEqual([id]);
});

it.each([
  ["of another revision", "UPDATE runs SET rev = rev + 1"],
  ["by other rules", "UPDATE runs SET judged = judged + 1; UPDATE concluded SET rules = rules + 1"],
])("computes it again where what is kept is %s, and keeps that", async (_what, change) => {
  const { location, store, db, kept } = await setup();
  const id = await train(store, "overfitting");
  await kept(id);
  await store.close();
  db.exec(`${poison}; ${change}`);
  const reader = await open(location);
  expect((await reader.concludeRun(id)).verdict?.rule).toBe("overfitting");
  const { runs } = await reader.listRuns({ where: "verdict:overfitting" });
  expect(runs.map((run) => run.id)).toEqual([id]);
  expect((await reader.listRuns({ where: "verdict:diverged" })).total).toBe(0);
  expect((await kept(id)).verdict).toBe("overfitting");
});

it("follows a run that changes after its end", async () => {
  const { store, kept, found } = await setup();
  const id = await train(store, "overfitting");
  const before = await kept(id);
  await store.addNote(id, { text: "look at this one", by: "me" });
  expect((await kept(id)).rev).toBeGreaterThan(before.rev);
  expect(await found("overfitting")).toEqual([id]);
});

it("keeps numbers that are not finite", async () => {
  const { location, store, kept } = await setup();
  const run = await store.startRun({ project: "birds", record: false });
  for (let epoch = 0; epoch < 12; epoch++) run.log({ loss: epoch < 6 ? 1 : Number.NaN }, { epoch });
  await run.finish();
  const computed = await store.concludeRun(run.id);
  expect(computed.divergence?.value).toBeNaN();
  await kept(run.id);
  const reader = await open(location);
  expect(await reader.concludeRun(run.id)).toEqual(computed);
});
