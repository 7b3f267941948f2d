import { openStore } from "@epochal/store";
import { expect, test } from "../dashboard.ts";

test("an empty dashboard trains a demo in its page: two runs, live, without a line of code", async ({
  dashboard,
  page,
}) => {
  await page.goto(dashboard.url);
  await page.getByRole("button", { name: "Train a demo in this page" }).click();
  await expect(page).toHaveURL(/\/projects\/demo$/);
  await expect(page.getByRole("article", { name: "auc", exact: true })).toContainText(/\d points/);
  // The other run waits until somebody asks for it: what is looked at stays where it is. On a slow machine it was there first.
  const waiting = page.getByRole("button", { name: "1 new run" });
  const ended = page.getByRole("row", { name: /finished|stopped early/ });
  await expect(async () => {
    if (await waiting.isVisible()) await waiting.click();
    await expect(ended).toHaveCount(2, { timeout: 1_000 });
  }).toPass();
  const store = await openStore(dashboard.store);
  const { runs } = await store.listRuns({ project: "demo" });
  const tokens = await store.access.listTokens();
  await store.close();
  expect(runs.map(({ series }) => series.find(({ key }) => key === "val_auc")?.nonFinite)).toEqual([
    0, 0,
  ]);
  expect(tokens.map(({ name, role, projects }) => [name, role, projects])).toEqual([
    ["demo in a page", "write", ["demo"]],
  ]);
});
