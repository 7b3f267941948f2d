import { expect, test } from "vitest";
import { callEpochal } from "../../test/call-epochal.ts";
import { smallStore } from "../../test/small-store.ts";

test("says what takes room, thins out and empties the trash, each only when it is agreed to", async () => {
  const { location, ids } = await smallStore(async (store) => {
    const run = await store.startRun({ project: "birds", name: "long", record: false });
    for (let step = 0; step < 5_000; step++) run.log({ batch_loss: Math.sin(step) }, { step });
    await run.finish();
  });
  const epochal = (...args: string[]) => callEpochal([...args, "--store", location]);
  const json = async (...args: string[]) => JSON.parse((await epochal(...args, "--json")).stdout);

  const { stdout: room } = await epochal("storage", "--limit", "2");
  expect(room).toMatch(/^RUN +PROJECT +POINTS +ABOUT$/m);
  expect(room).toMatch(/^long +birds +5,000 +\d+ kB$/m);
  expect(room).toContain("2 more runs; --limit shows more.");

  const asked = await epochal("prune", "long");
  expect({ code: asked.code, stdout: asked.stdout }).toEqual({ code: 2, stdout: "" });
  expect(asked.stderr).toContain("It cannot be undone: say --yes to do it.");
  const tried = await json("prune", "long", "--dry-run");
  expect(tried).toMatchObject({ isDryRun: true, runs: 1 });
  expect((await json("storage")).runs[0].points).toBe(5_000);
  const { stdout: pruned } = await epochal("prune", "long", "--yes");
  expect(pruned).toContain("are thinned out");
  expect((await json("storage")).runs[0].points).toBe(5_000 - tried.removed);

  await epochal("rm", "slow");
  expect((await json("gc", "--dry-run")).runs).toBe(0);
  expect((await epochal("gc", "slow")).stderr).toContain("1 run of the trash");
  expect(await json("gc", "slow", "--yes")).toMatchObject({ runs: 1, points: 8 });
  expect((await epochal("restore", ids.slow)).code).toBe(1);
});

test.each([
  ["prune"],
  ["prune", "slow", "--where", "units = 8"],
  ["prune", "slow", "--keep-every", "1"],
])("a wrong %s %s is exit code 2", async (...args) => {
  const { location } = await smallStore();
  const { code, stdout } = await callEpochal([...args, "--store", location]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
});
