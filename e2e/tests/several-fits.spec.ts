import { spawnSync } from "node:child_process";
import path from "node:path";
import { openStore } from "@epochal/store";
import { expect, test } from "../dashboard.ts";

test("a run of several fits is one curve, and says where each began", { tag: "@full" }, async ({
  dashboard,
  page,
}) => {
  const program = path.join(import.meta.dirname, "../train-several.ts");
  const { status } = spawnSync(process.execPath, [program, dashboard.store], { stdio: "ignore" });
  expect(status).toBe(0);
  const store = await openStore(dashboard.store);
  const { runs } = await store.listRuns({ project: "several" });
  await store.close();
  const lengths = runs.map(({ series }) => series.find(({ key }) => key === "val_loss")?.count);
  expect(lengths.sort()).toEqual([10, 8]);

  const open = async (name: string) => {
    await page.goto(`${dashboard.url}/runs/${runs.find((run) => run.name === name)?.id}`);
  };
  await open("frozen, then unfrozen");
  const marks = page.getByRole("list", { name: "Marks" });
  await expect(marks).toContainText("another fit (epoch 6)");
  const events = page.getByRole("region", { name: "Events" });
  await expect(events).toContainText(/Fit 2 began: sequential_1, 3 epochs/);
  await expect(events.getByText(/Fit 1 began: .* 33 of 321 parameters trained/)).toBeVisible();
  const card = page.getByRole("region", { name: "Reproducibility card" });
  await expect(card).toContainText("in fit 2");

  await open("a fit an epoch");
  await expect(marks).toContainText("another fit (epochs 2, 3, 4, 5, 6, 7, 8, 9, 10)");
});
