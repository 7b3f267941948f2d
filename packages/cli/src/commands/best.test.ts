import { expect, test } from "vitest";
import { runEpochal } from "../../test/run-epochal.ts";
import { smallStore } from "../../test/small-store.ts";

test("names the best run of all or of a project, with its value and epoch", async () => {
  const { location, ids } = await smallStore();
  expect(await runEpochal(["best", "--store", location])).toEqual({
    code: 0,
    stdout: `fast: val_auc 0.9300 in epoch 2\nbirds · ${ids.fast}\n`,
    stderr: "",
  });
  const { stdout } = await runEpochal([
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
  [3, ["val_auc", "--where", "units > 1000"], "no run is as asked"],
  [1, ["--project", "bird"], "there is no project bird. There are: "],
  [2, ["--where", "units >"], "--where: expected a value at character 8"],
])("exit code %i where there is none: %j", async (wanted, args, says) => {
  const { location } = await smallStore();
  const { code, stdout, stderr } = await runEpochal(["best", ...args, "--store", location]);
  expect({ code, stdout }).toEqual({ code: wanted, stdout: "" });
  expect(stderr).toContain(says);
});
