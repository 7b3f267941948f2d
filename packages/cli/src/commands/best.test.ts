import { bestRunWords, primaryMetric } from "@epochal/conclusions";
import { openStore } from "@epochal/store";
import { expect, test } from "vitest";
import { callEpochal } from "../../test/call-epochal.ts";
import { smallStore } from "../../test/small-store.ts";

test("names the best run of all or of a project, with its value and epoch", async () => {
  const { location, ids } = await smallStore();
  expect(await callEpochal(["best", "--store", location])).toEqual({
    code: 0,
    stdout: `fast: val_auc 0.9300 in epoch 2\nbirds · ${ids.fast}\n`,
    stderr: "",
  });
  const { stdout } = await callEpochal([
    "best",
    "loss",
    "--where",
    "lr = 0.01",
    "--json",
    "--store",
    location,
  ]);
  expect(JSON.parse(stdout)).toMatchObject({
    metric: "loss",
    total: 1,
    value: { step: 3, epoch: 3 },
    run: { id: ids.slow },
  });
});

test.each([
  [3, ["val_f1"], "no run has logged val_f1. There are: loss, mystery, val_auc."],
  [3, ["mystery"], "no run has a best mystery"],
  [3, ["val_auc", "--where", "units > 1000"], "no run matches"],
  [1, ["--project", "bird"], "there is no project bird. There are: "],
  [2, ["--where", "units >"], "--where: expected a value at character 8"],
])("exit code %i where there is none: %j", async (wanted, args, says) => {
  const { location } = await smallStore();
  const { code, stdout, stderr } = await callEpochal(["best", ...args, "--store", location]);
  expect({ code, stdout }).toEqual({ code: wanted, stdout: "" });
  expect(stderr).toContain(says);
});

test("of equal runs the command names the one that the pages name: the newest", async () => {
  const { location } = await smallStore();
  const store = await openStore(location);
  const startedAt = [1_000, 3_000, 3_000, 2_000].map((ms) => Date.UTC(2026, 0, 1) + ms);
  const ids: string[] = [];
  for (const at of startedAt) {
    const run = await store.startRun({ project: "equal", startedAt: at, record: false });
    run.log({ val_auc: 0.8 }, { epoch: 0, at });
    await run.finish({ at: at + 1_000 });
    ids.push(run.id);
  }
  const { runs } = await store.listRuns({ project: "equal", order: "name" });
  await store.close();
  const args = ["best", "val_auc", "--project", "equal", "--json", "--store", location];
  const { run } = JSON.parse((await callEpochal(args)).stdout) as { run: { id: string } };
  expect(run.id).toBe([ids[1], ids[2]].sort()[0]);
  for (const order of [runs, [...runs].reverse()]) {
    const concluded = order.map((each) => ({ ...each, conclusions: {} }));
    expect(bestRunWords(order, primaryMetric(concluded), new Map()).best?.run.id).toBe(run.id);
  }
});
